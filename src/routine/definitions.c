/* SPDX-License-Identifier: MIT */
#include "routine/definitions.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/path.h"
#include "yaml/document.h"
#include "yaml/name_table.h"
#include "yaml/schema.h"

struct DefinitionFolder {
    Definitions *library;
    EntryFolder files;
    bool is_usual;
    bool is_listed; /* the folder was looked at: not before somebody asks for what is in it */
    DefinitionFolder *next;
};

struct Definitions {
    EntryKind kind;
    Arena arena;               /* what lasts */
    Arena trees;               /* what was read */
    DefinitionFolder *folders; /* the usual ones in order, then those beside files that were named by their path */
    Words ids;                 /* that a view with this folder sees */
    bool has_ids;
    const DefinitionFolder *ids_beside;
};

Definitions *definitions_new(EntryKind kind)
{
    Definitions *library = memory_new(sizeof(*library));
    library->kind = kind;
    return library;
}

static void forget_all(Definitions *library)
{
    for (DefinitionFolder *folder = library->folders; folder; folder = folder->next)
        for (size_t i = 0; i < folder->files.count; i++)
            library_entry_forget(folder->files.files[i]);
    library->has_ids = false;
    arena_release(&library->trees);
}

void definitions_free(Definitions *library)
{
    for (DefinitionFolder *folder = library->folders; folder; folder = folder->next)
        entry_folder_release(&folder->files);
    arena_release(&library->trees);
    arena_release(&library->arena);
    free(library);
}

static DefinitionFolder *add_folder(Definitions *library, const char *path, bool is_mine, bool is_usual)
{
    DefinitionFolder **last = &library->folders, *folder = arena_take(&library->arena, sizeof(*folder));
    while (*last)
        last = &(*last)->next;
    const EntryFolder files = {.path = arena_copy(&library->arena, path), .is_mine = is_mine, .kind = library->kind};
    *folder = (DefinitionFolder){.library = library, .files = files, .is_usual = is_usual};
    *last = folder;
    return folder;
}

void definitions_add(Definitions *library, const char *routines, bool is_mine)
{
    char *path = path_join(routines, entry_kind_folder(library->kind));
    add_folder(library, path, is_mine, true);
    free(path);
}

DefinitionFolder *definitions_beside(Definitions *library, const char *routines)
{
    char *path = path_join(routines, entry_kind_folder(library->kind));
    DefinitionFolder *folder = library->folders;
    while (folder && strcmp(folder->files.path, path) != 0)
        folder = folder->next;
    if (!folder)
        folder = add_folder(library, path, true, false);
    free(path);
    return folder;
}

static bool look_again(DefinitionFolder *folder)
{
    bool unread, is_new = entry_folder_scan(&folder->files, &folder->library->arena, &unread);
    for (size_t i = 0; i < folder->files.count; i++)
        is_new = library_entry_refresh(folder->files.files[i]) || is_new;
    return is_new;
}

static void list_files(DefinitionFolder *folder)
{
    if (!folder->is_listed)
        look_again(folder);
    folder->is_listed = true;
}

bool definitions_refresh(Definitions *library)
{
    bool is_new = false;
    for (DefinitionFolder *folder = library->folders; folder; folder = folder->next)
        is_new = (folder->is_listed && look_again(folder)) || is_new;
    if (is_new)
        forget_all(library);
    return is_new;
}

void definitions_each_folder(const Definitions *library, bool only_used,
                             void (*each)(void *context, const char *folder), void *context)
{
    for (const DefinitionFolder *folder = library->folders; folder; folder = folder->next)
        if (folder->is_listed || !only_used)
            each(context, folder->files.path);
}

/* The next file of a folder that is there, from *index on; NULL past the last. */
static LibraryEntry *next_file(DefinitionFolder *folder, size_t *index)
{
    list_files(folder);
    while (*index < folder->files.count && folder->files.files[*index]->is_gone)
        ++*index;
    return *index < folder->files.count ? folder->files.files[(*index)++] : NULL;
}

LibraryEntry *definitions_file(Definitions *library, size_t index)
{
    for (DefinitionFolder *folder = library->folders; folder && folder->is_usual; folder = folder->next) {
        size_t at = 0;
        for (LibraryEntry *file; (file = next_file(folder, &at)) != NULL; index--)
            if (index == 0)
                return file;
    }
    return NULL;
}

size_t definitions_file_count(Definitions *library)
{
    size_t count = 0;
    while (definitions_file(library, count))
        count++;
    return count;
}

/* The file's map of ids, NULL where it has none. A file that is broken tells so when it is checked itself. */
static const Node *parse_file(Definitions *library, LibraryEntry *file)
{
    if (file->is_parsed || !library_entry_read(file))
        return file->definitions;
    DiagnosticList ignored = {0};
    const Node *root = document_parse(&library->trees, file->source, file->source_length, &ignored);
    const Node *map = root ? node_find(root, entry_kind_folder(library->kind), NULL) : NULL;
    diagnostic_release(&ignored);
    file->is_parsed = true;
    file->definitions = map && map->kind == NODE_MAP ? map : NULL;
    return file->definitions;
}

/* Only a file in which the id stands is parsed. */
static bool find_in(DefinitionFolder *folder, const char *id, Definition *source)
{
    size_t at = 0;
    for (LibraryEntry *file; (file = next_file(folder, &at)) != NULL;) {
        const bool may_have = file->is_parsed || (library_entry_read(file) && strstr(file->source, id));
        const Node *all = may_have ? parse_file(folder->library, file) : NULL;
        source->map = all ? node_find(all, id, &source->key) : NULL;
        if (source->map) {
            source->file = file;
            source->text = (EmitSource){file->source, file->source_length};
            return true;
        }
    }
    return false;
}

/* The folders of a view, one after the other: NULL begins, NULL ends. */
static DefinitionFolder *next_folder(const DefinitionView *view, const DefinitionFolder *folder)
{
    if (!folder && view->beside)
        return view->beside;
    DefinitionFolder *next = folder && folder != view->beside ? folder->next : view->library->folders;
    if (next && next == view->beside)
        next = next->next;
    return next && next->is_usual ? next : NULL;
}

bool definitions_find(const DefinitionView *view, const char *id, Definition *source)
{
    for (DefinitionFolder *folder = next_folder(view, NULL); folder; folder = next_folder(view, folder))
        if (find_in(folder, id, source))
            return true;
    return false;
}

static const Node *find_map(void *context, const char *id)
{
    Definition source;
    return definitions_find(context, id, &source) ? source.map : NULL;
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted, those that several files have as often as they have them; to free(). */
static const char **list_ids(const DefinitionView *view, size_t *count)
{
    const char **ids = NULL;
    size_t capacity = 0;
    for (DefinitionFolder *folder = next_folder(view, NULL); folder; folder = next_folder(view, folder)) {
        size_t at = 0;
        for (LibraryEntry *file; (file = next_file(folder, &at)) != NULL;) {
            const Node *map = parse_file(view->library, file);
            for (const Entry *entry = map ? map->entries : NULL; entry; entry = entry->next) {
                ids = memory_grow(ids, &capacity, *count + 1, sizeof(*ids));
                ids[(*count)++] = entry->key->text;
            }
        }
    }
    if (*count > 0)
        qsort(ids, *count, sizeof(*ids), compare_ids);
    return ids;
}

const Words *definitions_ids(const DefinitionView *view)
{
    Definitions *library = view->library;
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
    return definitions_ids(context);
}

DefinitionLookup definitions_lookup(DefinitionView *view)
{
    return (DefinitionLookup){.find = find_map, .ids = find_ids, .context = view};
}

void definitions_check_ids(DefinitionFolder *folder, LibraryEntry *entry)
{
    const Node *own_map = NULL;
    LibraryEntry *file;
    for (size_t at = 0; !own_map && (file = next_file(folder, &at)) != NULL;)
        if (strcmp(path_base(file->path), path_base(entry->path)) == 0)
            own_map = parse_file(folder->library, file);
    const char *noun = entry->kind == ENTRY_IS_POSITIONS ? "position" : "shared move";
    NameTable earlier = {0}; /* by id: the first file that has it */
    for (size_t at = 0; own_map && (file = next_file(folder, &at)) != NULL && file->definitions != own_map;) {
        const Node *theirs = parse_file(folder->library, file);
        for (const Entry *id = theirs ? theirs->entries : NULL; id; id = id->next)
            if (!name_table_find(&earlier, 0, id->key->text, id->key->length))
                name_table_put(&earlier, 0, id->key->text, id->key->length, file);
    }
    for (const Entry *own = own_map ? own_map->entries : NULL; own; own = own->next) {
        const LibraryEntry *before = name_table_find(&earlier, 0, own->key->text, own->key->length);
        if (!before || !schema_is_id(own->key->text, own->key->length))
            continue;
        diagnostic_error(&entry->diags, own->key->mark, "the %s '%s' is already in %s", noun, own->key->text,
                         path_base(before->path));
        diagnostic_hint(&entry->diags, "give one of them another id");
    }
    name_table_release(&earlier);
    diagnostic_sort(&entry->diags);
}
