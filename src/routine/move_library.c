/* SPDX-License-Identifier: MIT */
#include "routine/move_library.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/path.h"
#include "yaml/document.h"
#include "yaml/name_table.h"
#include "yaml/schema.h"

struct MoveFolder {
    MoveLibrary *library;
    EntryFolder files;
    bool is_usual;
    bool is_listed; /* the folder was looked at: not before somebody asks for a move */
    MoveFolder *next;
};

struct MoveLibrary {
    Arena arena;         /* what lasts */
    Arena trees;         /* what was read */
    MoveFolder *folders; /* the usual ones in order, then those beside files that were named by their path */
    Words ids;           /* that a view with this folder sees */
    bool has_ids;
    const MoveFolder *ids_beside;
};

MoveLibrary *move_library_new(void)
{
    return memory_new(sizeof(MoveLibrary));
}

static void forget_all(MoveLibrary *library)
{
    for (MoveFolder *folder = library->folders; folder; folder = folder->next)
        for (size_t i = 0; i < folder->files.count; i++)
            library_entry_forget(folder->files.files[i]);
    library->has_ids = false;
    arena_release(&library->trees);
}

void move_library_free(MoveLibrary *library)
{
    for (MoveFolder *folder = library->folders; folder; folder = folder->next)
        entry_folder_release(&folder->files);
    arena_release(&library->trees);
    arena_release(&library->arena);
    free(library);
}

static MoveFolder *add_folder(MoveLibrary *library, const char *path, bool is_mine, bool is_usual)
{
    MoveFolder **last = &library->folders, *folder = arena_take(&library->arena, sizeof(*folder));
    while (*last)
        last = &(*last)->next;
    const EntryFolder files = {.path = arena_copy(&library->arena, path), .is_mine = is_mine, .is_moves = true};
    *folder = (MoveFolder){.library = library, .files = files, .is_usual = is_usual};
    *last = folder;
    return folder;
}

void move_library_add(MoveLibrary *library, const char *routines, bool is_mine)
{
    char *path = path_join(routines, "moves");
    add_folder(library, path, is_mine, true);
    free(path);
}

MoveFolder *move_library_beside(MoveLibrary *library, const char *routines)
{
    char *path = path_join(routines, "moves");
    MoveFolder *folder = library->folders;
    while (folder && strcmp(folder->files.path, path) != 0)
        folder = folder->next;
    if (!folder)
        folder = add_folder(library, path, true, false);
    free(path);
    return folder;
}

static bool look_again(MoveFolder *folder)
{
    bool unread, is_new = entry_folder_scan(&folder->files, &folder->library->arena, &unread);
    for (size_t i = 0; i < folder->files.count; i++)
        is_new = library_entry_refresh(folder->files.files[i]) || is_new;
    return is_new;
}

static void list_files(MoveFolder *folder)
{
    if (!folder->is_listed)
        look_again(folder);
    folder->is_listed = true;
}

bool move_library_refresh(MoveLibrary *library)
{
    bool is_new = false;
    for (MoveFolder *folder = library->folders; folder; folder = folder->next)
        is_new = (folder->is_listed && look_again(folder)) || is_new;
    if (is_new)
        forget_all(library);
    return is_new;
}

void move_library_each_folder(const MoveLibrary *library, void (*each)(void *context, const char *folder),
                              void *context)
{
    for (const MoveFolder *folder = library->folders; folder; folder = folder->next)
        each(context, folder->files.path);
}

/* The next file of a folder that is there, from *index on; NULL past the last. */
static LibraryEntry *next_file(MoveFolder *folder, size_t *index)
{
    list_files(folder);
    while (*index < folder->files.count && folder->files.files[*index]->is_gone)
        ++*index;
    return *index < folder->files.count ? folder->files.files[(*index)++] : NULL;
}

LibraryEntry *move_library_file(MoveLibrary *library, size_t index)
{
    for (MoveFolder *folder = library->folders; folder && folder->is_usual; folder = folder->next) {
        size_t at = 0;
        for (LibraryEntry *file; (file = next_file(folder, &at)) != NULL; index--)
            if (index == 0)
                return file;
    }
    return NULL;
}

size_t move_library_file_count(MoveLibrary *library)
{
    size_t count = 0;
    while (move_library_file(library, count))
        count++;
    return count;
}

/* The file's moves, NULL where it has none. A file that is broken tells so when it is checked itself. */
static const Node *parse_file(MoveLibrary *library, LibraryEntry *file)
{
    if (file->is_parsed || !library_entry_read(file))
        return file->moves;
    DiagnosticList ignored = {0};
    const Node *root = document_parse(&library->trees, file->source, file->source_length, &ignored);
    const Node *moves = root ? node_find(root, "moves", NULL) : NULL;
    diagnostic_release(&ignored);
    file->is_parsed = true;
    file->moves = moves && moves->kind == NODE_MAP ? moves : NULL;
    return file->moves;
}

/* Only a file in which the id stands is parsed. */
static bool find_in(MoveFolder *folder, const char *id, MoveSource *source)
{
    size_t at = 0;
    for (LibraryEntry *file; (file = next_file(folder, &at)) != NULL;) {
        const bool may_have = file->is_parsed || (library_entry_read(file) && strstr(file->source, id));
        const Node *moves = may_have ? parse_file(folder->library, file) : NULL;
        source->map = moves ? node_find(moves, id, &source->key) : NULL;
        if (source->map) {
            source->file = file;
            source->text = (EmitSource){file->source, file->source_length};
            return true;
        }
    }
    return false;
}

/* The folders of a view, one after the other: NULL begins, NULL ends. */
static MoveFolder *next_folder(const MoveView *view, const MoveFolder *folder)
{
    if (!folder && view->beside)
        return view->beside;
    MoveFolder *next = folder && folder != view->beside ? folder->next : view->library->folders;
    if (next && next == view->beside)
        next = next->next;
    return next && next->is_usual ? next : NULL;
}

bool move_library_find(const MoveView *view, const char *id, MoveSource *source)
{
    for (MoveFolder *folder = next_folder(view, NULL); folder; folder = next_folder(view, folder))
        if (find_in(folder, id, source))
            return true;
    return false;
}

static const Node *find_map(void *context, const char *id)
{
    MoveSource source;
    return move_library_find(context, id, &source) ? source.map : NULL;
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted, those that several files have as often as they have them; to free(). */
static const char **list_ids(const MoveView *view, size_t *count)
{
    const char **ids = NULL;
    size_t capacity = 0;
    for (MoveFolder *folder = next_folder(view, NULL); folder; folder = next_folder(view, folder)) {
        size_t at = 0;
        for (LibraryEntry *file; (file = next_file(folder, &at)) != NULL;) {
            const Node *moves = parse_file(view->library, file);
            for (const Entry *entry = moves ? moves->entries : NULL; entry; entry = entry->next) {
                ids = memory_grow(ids, &capacity, *count + 1, sizeof(*ids));
                ids[(*count)++] = entry->key->text;
            }
        }
    }
    if (*count > 0)
        qsort(ids, *count, sizeof(*ids), compare_ids);
    return ids;
}

const Words *move_library_ids(const MoveView *view)
{
    MoveLibrary *library = view->library;
    if (library->has_ids && library->ids_beside == view->beside)
        return &library->ids;
    size_t all = 0, count = 0;
    const char **listed = list_ids(view, &all), **ids = arena_take_array(&library->trees, all, sizeof(*ids));
    for (size_t i = 0; i < all; i++)
        if (schema_is_id(listed[i], strlen(listed[i])) && (count == 0 || strcmp(listed[i], ids[count - 1]) != 0))
            ids[count++] = listed[i];
    free(listed);
    library->ids = (Words){ids, count};
    library->ids_beside = view->beside;
    library->has_ids = true;
    return &library->ids;
}

static const Words *find_ids(void *context)
{
    return move_library_ids(context);
}

MoveLookup move_library_lookup(MoveView *view)
{
    return (MoveLookup){find_map, find_ids, view};
}

void move_library_check_ids(MoveFolder *folder, LibraryEntry *entry)
{
    const Node *moves = NULL;
    LibraryEntry *file;
    for (size_t at = 0; !moves && (file = next_file(folder, &at)) != NULL;)
        if (strcmp(path_base(file->path), path_base(entry->path)) == 0)
            moves = parse_file(folder->library, file);
    NameTable earlier = {0}; /* by id: the first file that has it */
    for (size_t at = 0; moves && (file = next_file(folder, &at)) != NULL && file->moves != moves;) {
        const Node *theirs = parse_file(folder->library, file);
        for (const Entry *id = theirs ? theirs->entries : NULL; id; id = id->next)
            if (!name_table_find(&earlier, 0, id->key->text, id->key->length))
                name_table_put(&earlier, 0, id->key->text, id->key->length, file);
    }
    for (const Entry *own = moves ? moves->entries : NULL; own; own = own->next) {
        const LibraryEntry *before = name_table_find(&earlier, 0, own->key->text, own->key->length);
        if (!before || !schema_is_id(own->key->text, own->key->length))
            continue;
        diagnostic_error(&entry->diags, own->key->mark, "the shared move '%s' is already in %s", own->key->text,
                         path_base(before->path));
        diagnostic_hint(&entry->diags, "give one of them another id");
    }
    name_table_release(&earlier);
    diagnostic_sort(&entry->diags);
}
