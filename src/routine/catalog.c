/* SPDX-License-Identifier: MIT */
#include "routine/catalog.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/folder.h"
#include "base/memory.h"
#include "base/path.h"

void catalog_release(Catalog *catalog)
{
    for (size_t i = 0; i < catalog->folder_count; i++) {
        for (size_t k = 0; k < catalog->folders[i].count; k++)
            library_entry_clear(catalog->folders[i].files[k]);
        free(catalog->folders[i].files);
    }
    free(catalog->folders);
    free(catalog->listed);
    arena_release(&catalog->arena);
    *catalog = (Catalog){0};
}

void catalog_add_folder(Catalog *catalog, const char *path, bool is_mine)
{
    catalog->folders = memory_grow(catalog->folders, &catalog->folder_capacity, catalog->folder_count + 1,
                                   sizeof *catalog->folders);
    catalog->folders[catalog->folder_count++] = (CatalogFolder){.path = arena_copy(&catalog->arena, path),
                                                                .is_mine = is_mine};
}

static LibraryEntry *new_entry(Catalog *catalog, const CatalogFolder *folder, const char *name)
{
    char *path = path_join(folder->path, name);
    LibraryEntry *entry = library_entry_new(&catalog->arena, path, folder->is_mine, false);
    free(path);
    return entry;
}

/* One that comes back is read anew. */
static bool set_gone(LibraryEntry *entry, bool is_gone)
{
    if (entry->is_gone == is_gone)
        return false;
    library_entry_clear(entry);
    entry->is_double = false;
    entry->is_gone = is_gone;
    return true;
}

/* Puts the names beside the files that are known; both are sorted. */
static bool merge(Catalog *catalog, CatalogFolder *folder, const NameList *names)
{
    LibraryEntry **files = memory_resize(NULL, folder->count + names->count + 1, sizeof *files);
    size_t count = 0, known = 0, name = 0;
    bool is_changed = false;
    while (known < folder->count || name < names->count) {
        int order = known == folder->count ? 1 : -1;
        if (known < folder->count && name < names->count)
            order = strcmp(path_base(folder->files[known]->path), names->items[name]);
        LibraryEntry *entry = order > 0 ? new_entry(catalog, folder, names->items[name]) : folder->files[known];
        if (order > 0)
            is_changed = true;
        else if (set_gone(entry, order < 0))
            is_changed = true;
        known += order <= 0;
        name += order >= 0;
        files[count++] = entry;
    }
    free(folder->files);
    folder->files = files;
    folder->count = count;
    return is_changed;
}

/* A folder that is not there has no files; one that cannot be read at this moment has those that it had. */
static bool scan_folder(Catalog *catalog, CatalogFolder *folder, bool *is_read)
{
    Arena arena = {0};
    NameList names = {0};
    *is_read = folder_list(&arena, folder->path, &names);
    const int why = errno;
    const bool is_known = *is_read || why == ENOENT || why == ENOTDIR;
    const bool is_changed = is_known && merge(catalog, folder, &names);
    folder_release(&names);
    arena_release(&arena);
    errno = why;
    return is_changed;
}

/* An entry with its place in the order of folders and names, which decides between those with the same id. */
typedef struct Found {
    LibraryEntry *entry;
    size_t folder, order;
} Found;

static int compare_found(const void *a, const void *b)
{
    const Found *one = a, *other = b;
    int ids = strcmp(one->entry->id, other->entry->id);
    return ids != 0 ? ids : (one->order > other->order) - (one->order < other->order);
}

static void list_entry(Catalog *catalog, LibraryEntry *entry, const LibraryEntry *first)
{
    if (first) {
        library_entry_break(entry, first);
    } else if (entry->is_double) {
        library_entry_clear(entry);
        entry->is_double = false;
    }
    catalog->listed = memory_grow(catalog->listed, &catalog->capacity, catalog->count + 1, sizeof *catalog->listed);
    catalog->listed[catalog->count++] = entry;
}

/* Of entries with the same id the first folder's wins; a second one in that same folder is told of. */
static void settle(Catalog *catalog, Found *found, size_t count)
{
    const Found *last = NULL;
    catalog->count = 0;
    if (count > 0)
        qsort(found, count, sizeof *found, compare_found);
    for (size_t i = 0; i < count; i++) {
        const bool is_new = !last || strcmp(last->entry->id, found[i].entry->id) != 0;
        if (!is_new && last->folder != found[i].folder)
            continue;
        list_entry(catalog, found[i].entry, is_new ? NULL : last->entry);
        if (is_new)
            last = &found[i];
    }
}

static void list_anew(Catalog *catalog)
{
    Found *found = NULL;
    size_t count = 0, capacity = 0;
    for (size_t i = 0; i < catalog->folder_count; i++) {
        const CatalogFolder *folder = &catalog->folders[i];
        found = memory_grow(found, &capacity, count + folder->count + 1, sizeof *found);
        for (size_t k = 0; k < folder->count; k++) {
            if (folder->files[k]->is_gone)
                continue;
            found[count] = (Found){folder->files[k], i, count};
            count++;
        }
    }
    settle(catalog, found, count);
    free(found);
}

bool catalog_scan(Catalog *catalog, const char **unread)
{
    bool is_changed = false;
    int why = 0;
    const char *first = NULL;
    for (size_t i = 0; i < catalog->folder_count; i++) {
        bool is_read;
        is_changed = scan_folder(catalog, &catalog->folders[i], &is_read) || is_changed;
        if (!is_read && !first) {
            first = catalog->folders[i].path;
            why = errno;
        }
    }
    if (is_changed)
        list_anew(catalog);
    if (unread)
        *unread = first;
    errno = why;
    return is_changed;
}

LibraryEntry *catalog_find(const Catalog *catalog, const char *id)
{
    size_t low = 0, high = catalog->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strcmp(catalog->listed[middle]->id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < catalog->count && strcmp(catalog->listed[low]->id, id) == 0 ? catalog->listed[low] : NULL;
}

char *catalog_unknown(const Catalog *catalog, const char *id, const Words *move_ids)
{
    if (words_find(move_ids, id, strlen(id)) >= 0)
        return memory_print("'%s' is a shared move, which routines take with `use: %s`; 'knead list --moves' shows all",
                            id, id);
    Arena arena = {0};
    const char **ids = arena_take_array(&arena, catalog->count, sizeof(*ids));
    for (size_t i = 0; i < catalog->count; i++)
        ids[i] = catalog->listed[i]->id;
    const char *near = words_nearest(&(Words){ids, catalog->count}, id);
    char *problem = near ? memory_print("no routine '%s' (did you mean '%s'?); 'knead list' shows all", id, near)
                         : memory_print("no routine '%s'; 'knead list' shows all", id);
    arena_release(&arena);
    return problem;
}

bool catalog_refresh(Catalog *catalog)
{
    bool is_changed = false;
    for (size_t i = 0; i < catalog->count; i++)
        is_changed = library_entry_refresh(catalog->listed[i]) || is_changed;
    return is_changed;
}

/* Those too that are hidden behind another of their id: they may be listed again. */
void catalog_forget(Catalog *catalog)
{
    for (size_t i = 0; i < catalog->folder_count; i++) {
        const CatalogFolder *folder = &catalog->folders[i];
        for (size_t k = 0; k < folder->count; k++)
            if (!folder->files[k]->is_double)
                library_entry_forget(folder->files[k]);
    }
}
