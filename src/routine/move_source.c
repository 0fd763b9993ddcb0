/* SPDX-License-Identifier: MIT */
#include "routine/move_source.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/path.h"
#include "yaml/document.h"

typedef struct OriginFile {
    MoveSource origin; /* what all moves of the file have in common */
    bool is_read;
    char *text;
    const Node *moves; /* NULL where it has none */
} OriginFile;

typedef struct KnownMove {
    const char *id;
    MoveSource origin;
    struct KnownMove *next;
} KnownMove;

struct MoveSourceList {
    Arena arena;
    NameList folders;
    OriginFile *files;
    size_t count, capacity;
    KnownMove *known;
};

static void add_folder(MoveSourceList *list, const char *routines, bool is_mine)
{
    NameList names = {0};
    char *folder = path_join(routines, "moves");
    const size_t before = list->folders.count;
    folder_add(&list->arena, &list->folders, folder);
    if (list->folders.count > before && folder_list(&list->arena, folder, &names)) {
        for (size_t i = 0; i < names.count; i++) {
            list->files = memory_grow(list->files, &list->capacity, list->count + 1, sizeof(*list->files));
            list->files[list->count++] = (OriginFile){
                .origin = {
                    .file = arena_print(&list->arena, "moves/%s", names.items[i]),
                    .path = arena_print(&list->arena, "%s/%s", folder, names.items[i]),
                    .is_mine = is_mine,
                }};
        }
    }
    folder_release(&names);
    free(folder);
}

/* A file that was named by its path sees the moves beside it first. */
static bool is_listed(const Library *library, const LibraryEntry *entry)
{
    for (size_t i = 0; i < library_count(library); i++)
        if (library_at(library, i) == entry)
            return true;
    return false;
}

MoveSourceList *move_source_open(const Library *library, const LibraryEntry *entry)
{
    MoveSourceList *list = memory_new(sizeof(*list));
    if (entry && !entry->is_text && !is_listed(library, entry)) {
        char *folder = path_folder(entry->path);
        add_folder(list, folder, true);
        free(folder);
    }
    for (size_t i = 0; i < library_folder_count(library); i++)
        add_folder(list, library_folder(library, i), i == 0 && library_has_mine(library));
    return list;
}

void move_source_close(MoveSourceList *list)
{
    if (!list)
        return;
    for (size_t i = 0; i < list->count; i++)
        free(list->files[i].text);
    free(list->files);
    folder_release(&list->folders);
    arena_release(&list->arena);
    free(list);
}

static void read_file(MoveSourceList *list, OriginFile *file)
{
    DiagnosticList ignored = {0};
    size_t length;
    if (file->is_read || file_read(file->origin.path, DOCUMENT_LIMIT, &file->text, &length) != FILE_READ)
        return;
    const Node *root = document_parse(&list->arena, file->text, length, &ignored);
    diagnostic_release(&ignored);
    file->moves = root ? node_find(root, "moves", NULL) : NULL;
    file->origin.text = (EmitSource){file->text, length};
}

static bool find_in(MoveSourceList *list, OriginFile *file, const char *id, MoveSource *origin)
{
    read_file(list, file);
    file->is_read = true;
    *origin = file->origin;
    origin->map = file->moves ? node_find(file->moves, id, &origin->key) : NULL;
    return origin->map != NULL;
}

const MoveSource *move_source_find(MoveSourceList *list, const char *id)
{
    for (const KnownMove *known = list->known; known; known = known->next)
        if (strcmp(known->id, id) == 0)
            return &known->origin;
    MoveSource origin = {0};
    bool is_found = false;
    for (size_t i = 0; i < list->count && !is_found; i++)
        is_found = find_in(list, &list->files[i], id, &origin);
    if (!is_found)
        return NULL;
    KnownMove *known = arena_take(&list->arena, sizeof(*known));
    *known = (KnownMove){arena_copy(&list->arena, id), origin, list->known};
    list->known = known;
    return &known->origin;
}

static const Node *find_map(void *context, const char *id)
{
    const MoveSource *origin = move_source_find(context, id);
    return origin ? origin->map : NULL;
}

static const Words *no_ids(void *context)
{
    static const Words none = {NULL, 0};
    (void)context;
    return &none;
}

MoveLookup move_source_lookup(MoveSourceList *list)
{
    return (MoveLookup){find_map, no_ids, list};
}
