/* SPDX-License-Identifier: MIT */
#include "routine/move_source.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/path.h"
#include "routine/cut.h"
#include "yaml/document.h"

typedef struct OriginFile {
    MoveSource origin; /* what all moves of the file have in common */
    bool is_read, is_cut;
    char *text;
    size_t length;
    CutList cuts;
    const Node *moves; /* where it cannot be cut */
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
    for (size_t i = 0; i < list->count; i++) {
        cut_release(&list->files[i].cuts);
        free(list->files[i].text);
    }
    free(list->files);
    folder_release(&list->folders);
    arena_release(&list->arena);
    free(list);
}

static const Node *parse(MoveSourceList *list, const char *text, size_t length)
{
    DiagnosticList ignored = {0};
    const Node *root = document_parse(&list->arena, text, length, &ignored);
    diagnostic_release(&ignored);
    return root;
}

static bool read_file(MoveSourceList *list, OriginFile *file)
{
    if (file->is_read)
        return file->text != NULL;
    file->is_read = true;
    if (file_read(file->origin.path, DOCUMENT_LIMIT, &file->text, &file->length) != FILE_READ)
        return false;
    file->is_cut = cut_all(file->text, file->length, &file->cuts);
    const Node *root = file->is_cut ? NULL : parse(list, file->text, file->length);
    file->moves = root ? node_find(root, "moves", NULL) : NULL;
    return true;
}

/* Comments in the lines directly above a move's id, in its column: further in they could be text. */
static void look_above(const OriginFile *file, const Cut *cut, MoveSource *origin)
{
    const char *line = cut->start;
    const ptrdiff_t indent = (ptrdiff_t)strspn(line, " ");
    const char *first = line;
    while (first > file->text) {
        const char *start = first - 1;
        while (start > file->text && start[-1] != '\n')
            start--;
        const char *sign = start + strspn(start, " ");
        if (*sign != '#' || sign - start != indent)
            break;
        first = start;
    }
    origin->above = first < line ? first : NULL;
    origin->above_length = (size_t)(line - first);
}

static bool find_in(MoveSourceList *list, OriginFile *file, const char *id, MoveSource *origin)
{
    if (!read_file(list, file))
        return false;
    *origin = file->origin;
    if (!file->is_cut) {
        origin->map = file->moves ? node_find(file->moves, id, NULL) : NULL;
        return origin->map != NULL;
    }
    const Cut *cut = cut_find(&file->cuts, id);
    const Node *root = cut ? parse(list, cut->start, cut->length) : NULL;
    if (!root || !(origin->map = node_find(root, id, NULL)))
        return false;
    origin->text = cut->start;
    origin->length = cut->length;
    look_above(file, cut, origin);
    return true;
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
