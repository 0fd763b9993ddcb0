/* SPDX-License-Identifier: MIT */
#include "routine/catalog.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "base/utf8.h"
#include "routine/routine.h"
#include "yaml/document.h"
#include "yaml/schema.h"

static char *clean_copy(Arena *arena, const char *text, size_t length)
{
    if (schema_is_id(text, length))
        return arena_copy_span(arena, text, length);
    Text cleaned = {0};
    utf8_clean_line(&cleaned, text, length);
    char *copy = arena_copy(arena, text_show(&cleaned));
    text_release(&cleaned);
    return copy;
}

LibraryEntry *library_entry_new(Arena *arena, const char *path, bool is_mine, bool is_moves)
{
    LibraryEntry *entry = arena_take(arena, sizeof(*entry));
    const char *name = path_base(path);
    size_t stem = folder_stem(name);
    entry->path = arena_copy(arena, path);
    entry->id = clean_copy(arena, name, stem > 0 ? stem : strlen(name));
    entry->is_mine = is_mine;
    entry->is_moves = is_moves;
    return entry;
}

static void begin_diags(LibraryEntry *entry)
{
    diagnostic_init(&entry->diags, entry->path);
}

static void warn_of_name(LibraryEntry *entry)
{
    if (entry->is_moves || schema_is_id(entry->id, strlen(entry->id)))
        return;
    diagnostic_warning(&entry->diags, (Mark){0}, "the file's name is no id: '%s' cannot be typed as one", entry->id);
    diagnostic_hint(&entry->diags,
                    "name it with lower-case letters, digits and hyphens, a letter first, as in my-calves.yaml");
}

static bool report_unread(LibraryEntry *entry, FileResult result, int why)
{
    if (result == FILE_TOO_LARGE) {
        diagnostic_error(&entry->diags, (Mark){0}, "the file is larger than 1 MiB");
        diagnostic_hint(&entry->diags, "part it into several");
    } else if (result == FILE_MISSING) {
        diagnostic_error(&entry->diags, (Mark){0}, "the file is not there any more");
    } else if (why == EINVAL) {
        diagnostic_error(&entry->diags, (Mark){0}, "this is no file but a folder, a pipe or a device");
        diagnostic_hint(&entry->diags, "move it elsewhere, or give it another name");
    } else {
        diagnostic_error(&entry->diags, (Mark){0}, "the file cannot be read: %s", strerror(why));
    }
    return false;
}

static uint64_t mix(uint64_t print, const char *bytes, size_t count)
{
    uint64_t word = 0;
    memcpy(&word, bytes, count);
    print = (print ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return print ^ print >> 29;
}

/* A number for what was read, or for why it was not, so that the same text is known again without keeping it. */
static uint64_t fingerprint(FileResult result, int why, const char *text, size_t length)
{
    enum { WORD = sizeof(uint64_t) };
    uint64_t print = (uint64_t)result << 32 ^ (uint64_t)(result == FILE_FAILED ? why : 0) ^ (uint64_t)length << 40;
    size_t at = 0;
    for (; at + WORD <= length; at += WORD)
        print = mix(print, text + at, WORD);
    if (at < length)
        print = mix(print, text + at, length - at);
    return print ? print : 1;
}

bool library_entry_read(LibraryEntry *entry)
{
    library_entry_clear(entry);
    begin_diags(entry);
    warn_of_name(entry);
    FileResult result = file_read_stamped(entry->path, DOCUMENT_LIMIT, &entry->source, &entry->source_length,
                                          &entry->stamp);
    const int why = errno;
    entry->print = fingerprint(result, why, entry->source, entry->source_length);
    return result == FILE_READ || report_unread(entry, result, why);
}

void library_entry_take(LibraryEntry *entry, char *text, size_t length)
{
    library_entry_clear(entry);
    begin_diags(entry);
    entry->is_text = true;
    entry->source = text;
    entry->source_length = length;
}

void library_entry_break(LibraryEntry *entry, const LibraryEntry *first)
{
    library_entry_clear(entry);
    begin_diags(entry);
    entry->is_double = true;
    diagnostic_error(&entry->diags, (Mark){0}, "the id '%s' stands twice in this folder: %s has it already", entry->id,
                     path_base(first->path));
    diagnostic_hint(&entry->diags, "give one of the two files another name");
    entry->title = memory_copy_text(entry->id);
    entry->state = ENTRY_BROKEN;
}

void library_entry_clear(LibraryEntry *entry)
{
    routine_free(entry->routine);
    summary_release(&entry->summary);
    diagnostic_release(&entry->diags);
    free(entry->source);
    free(entry->title);
    entry->routine = NULL;
    entry->source = NULL;
    entry->source_length = 0;
    entry->title = NULL;
    entry->state = ENTRY_FOUND;
}

void library_entry_forget(LibraryEntry *entry)
{
    char *title = entry->title, *text = entry->is_text ? entry->source : NULL;
    const size_t length = entry->source_length;
    entry->title = NULL;
    if (text)
        entry->source = NULL;
    library_entry_clear(entry);
    if (text)
        library_entry_take(entry, text, length);
    entry->title = title;
    entry->state = title ? ENTRY_HEADED : ENTRY_FOUND;
}

/* Whether the file has the text that was read; told by its stamp, and read only where that has changed. */
static bool is_as_read(LibraryEntry *entry)
{
    const FileStamp now = file_stamp_of(entry->path);
    if (file_stamp_is_same(&entry->stamp, &now))
        return true;
    char *text = NULL;
    size_t length = 0;
    const FileResult result = file_read(entry->path, DOCUMENT_LIMIT, &text, &length);
    const uint64_t print = fingerprint(result, errno, text, length);
    free(text);
    const bool is_same = print == entry->print;
    entry->stamp = now;
    entry->print = print;
    return is_same;
}

bool library_entry_refresh(LibraryEntry *entry)
{
    if (entry->is_text || entry->is_double || entry->print == 0 || is_as_read(entry))
        return false;
    library_entry_forget(entry);
    return true;
}

/* Past the line that begins at `at`. */
static size_t next_line(const char *text, size_t length, size_t at)
{
    const char *end = memchr(text + at, '\n', length - at);
    return end ? (size_t)(end - text) + 1 : length;
}

const char *library_entry_title(Arena *arena, const char *text, size_t length)
{
    static const char key[] = "title:";
    size_t at = 0;
    while (at < length && (length - at < sizeof(key) || strncmp(text + at, key, strlen(key)) != 0))
        at = next_line(text, length, at);
    if (at >= length)
        return NULL;
    size_t end = next_line(text, length, at);
    while (end < length && strchr(" \t\n\r", text[end]))
        end = next_line(text, length, end);
    Arena tree = {0};
    DiagnosticList ignored = {0};
    Walk walk = {.arena = arena, .diags = &ignored};
    const char *title = NULL;
    const Node *root = document_parse(&tree, text + at, end - at, &ignored);
    const Node *value = root && root->kind == NODE_MAP ? node_find(root, "title", NULL) : NULL;
    if (value)
        schema_line(&walk, &(Field){.key = "title"}, value, &title);
    arena_release(&tree);
    diagnostic_release(&ignored);
    return title;
}

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
