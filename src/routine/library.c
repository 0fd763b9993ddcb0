/* SPDX-License-Identifier: MIT */
#include "routine/library.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/memory.h"
#include "base/path.h"
#include "routine/catalog.h"
#include "routine/model.h"
#include "routine/move_library.h"
#include "routine/routine.h"

typedef struct EntryList {
    LibraryEntry **items;
    size_t count, capacity;
} EntryList;

struct Library {
    Arena arena;
    bool is_asked_for; /* by --routines */
    bool has_mine;     /* the first folder is the person's own */
    bool is_scanned;
    bool is_changed, has_new_moves; /* since the last refresh */
    Catalog catalog;                /* of what stands in the folders */
    EntryList others;               /* named by a path, or taken from standard input */
    MoveLibrary *moves;
};

static void add_entry(EntryList *list, LibraryEntry *entry)
{
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof(LibraryEntry *));
    list->items[list->count++] = entry;
}

Library *library_new(const char *routines_dir, const char *program_dir)
{
    Library *library = memory_new(sizeof(*library));
    NameList folders = {0};
    library->moves = move_library_new();
    library->is_asked_for = routines_dir != NULL;
    library->has_mine = true;
    if (routines_dir)
        folder_add(&library->arena, &folders, routines_dir);
    else
        library->has_mine = folder_add_usual(&library->arena, &folders, program_dir);
    for (size_t i = 0; i < folders.count; i++) {
        catalog_add_folder(&library->catalog, folders.items[i], i == 0 && library->has_mine);
        move_library_add(library->moves, folders.items[i], i == 0 && library->has_mine);
    }
    folder_release(&folders);
    return library;
}

static void free_entries(EntryList *list)
{
    for (size_t i = 0; i < list->count; i++)
        library_entry_clear(list->items[i]);
    free(list->items);
    *list = (EntryList){0};
}

void library_free(Library *library)
{
    if (!library)
        return;
    catalog_release(&library->catalog);
    free_entries(&library->others);
    move_library_free(library->moves);
    arena_release(&library->arena);
    free(library);
}

bool library_scan(Library *library, char **problem)
{
    const char *unread;
    library->is_scanned = true;
    catalog_scan(&library->catalog, &unread);
    if (!unread || !library->is_asked_for)
        return true;
    *problem = memory_print("cannot read the folder '%s': %s; name one that holds routines", unread, strerror(errno));
    return false;
}

bool library_is_scanned(const Library *library)
{
    return library->is_scanned;
}

size_t library_count(const Library *library)
{
    return library->catalog.count;
}

LibraryEntry *library_at(const Library *library, size_t index)
{
    return library->catalog.listed[index];
}

size_t library_folder_count(const Library *library)
{
    return library->catalog.folder_count;
}

const char *library_folder(const Library *library, size_t index)
{
    return library->catalog.folders[index].path;
}

bool library_has_mine(const Library *library)
{
    return library->has_mine;
}

/* The shared moves that an entry's text sees: those beside a file that was named by its path come first. */
static MoveView view_of(const Library *library, const LibraryEntry *entry)
{
    MoveView view = {.library = library->moves};
    bool is_other = entry && entry->is_moves;
    for (size_t i = 0; entry && i < library->others.count && !is_other; i++)
        is_other = library->others.items[i] == entry && !entry->is_text;
    if (is_other) {
        char *folder = path_folder(entry->path), *above = entry->is_moves ? path_folder(folder) : NULL;
        view.beside = move_library_beside(library->moves, above ? above : folder);
        free(folder);
        free(above);
    }
    return view;
}

bool library_find_move(const Library *library, const LibraryEntry *entry, const char *id, MoveSource *source)
{
    const MoveView view = view_of(library, entry);
    return move_library_find(&view, id, source);
}

Routine *library_parse(const Library *library, const LibraryEntry *entry, const char *text, size_t length,
                       DiagnosticList *diags)
{
    MoveView view = view_of(library, entry);
    const MoveLookup moves = move_library_lookup(&view);
    return routine_parse(text, length, entry->id, &moves, diags);
}

/* Checks an entry's text as what it is. */
static void check_text(Library *library, LibraryEntry *entry)
{
    if (entry->is_moves) {
        MoveView view = view_of(library, entry);
        const MoveLookup moves = move_library_lookup(&view);
        routine_check_moves(entry->source, entry->source_length, &moves, &entry->diags);
        move_library_check_ids(view.beside, entry);
    } else {
        entry->routine = library_parse(library, entry, entry->source, entry->source_length, &entry->diags);
    }
    if (entry->routine) {
        entry->routine->path = entry->is_text ? NULL : arena_copy(&entry->routine->arena, entry->path);
        entry->routine->is_mine = entry->is_mine;
        summary_make(&entry->summary, entry->routine);
    }
    if (entry->diags.count == 0 && !entry->is_text) { /* nobody will ask for its lines */
        free(entry->source);
        entry->source = NULL;
    }
}

static void finish(LibraryEntry *entry)
{
    bool is_whole = entry->routine || (entry->is_moves && entry->diags.errors == 0);
    free(entry->title);
    entry->title = memory_copy_text(entry->routine ? entry->routine->title : entry->id);
    entry->state = is_whole ? ENTRY_LOADED : ENTRY_BROKEN;
}

static bool is_checked(const LibraryEntry *entry)
{
    return entry->state == ENTRY_LOADED || entry->state == ENTRY_BROKEN;
}

void library_load(Library *library, LibraryEntry *entry)
{
    if (is_checked(entry))
        return;
    if (entry->is_text || library_entry_read(entry))
        check_text(library, entry);
    finish(entry);
}

/* What was read with moves that are others now is wrong. */
static void refresh_moves(Library *library)
{
    if (!move_library_refresh(library->moves))
        return;
    library->has_new_moves = library->is_changed = true;
    catalog_forget(&library->catalog);
    for (size_t i = 0; i < library->others.count; i++)
        library_entry_forget(library->others.items[i]);
}

static bool refresh_others(Library *library)
{
    bool is_changed = false;
    for (size_t i = 0; i < library->others.count; i++)
        is_changed = library_entry_refresh(library->others.items[i]) || is_changed;
    return is_changed;
}

bool library_refresh(Library *library, bool *moves_changed)
{
    const bool is_new = library->is_scanned && catalog_scan(&library->catalog, NULL);
    const bool is_other = catalog_refresh(&library->catalog);
    library->is_changed = refresh_others(library) || is_new || is_other || library->is_changed;
    refresh_moves(library);
    const bool is_changed = library->is_changed;
    if (moves_changed)
        *moves_changed = library->has_new_moves;
    library->is_changed = library->has_new_moves = false;
    return is_changed;
}

void library_reload(Library *library, LibraryEntry *entry)
{
    refresh_moves(library);
    if (!entry->is_double) {
        library_entry_forget(entry);
        library->is_changed = true;
    }
    library_load(library, entry);
}

LibraryEntry *library_now(const Library *library, LibraryEntry *entry)
{
    for (size_t i = 0; i < library->others.count; i++)
        if (library->others.items[i] == entry)
            return entry;
    LibraryEntry *listed = entry->is_double ? NULL : catalog_find(&library->catalog, entry->id);
    return listed ? listed : entry;
}

LibraryEntry *library_take_text(Library *library, const char *name, char *text, size_t length)
{
    LibraryEntry *entry = library_entry_new(&library->arena, name, true, false);
    add_entry(&library->others, entry);
    library_entry_take(entry, text, length);
    check_text(library, entry);
    finish(entry);
    return entry;
}

static LibraryEntry *known_path(const Library *library, const char *path)
{
    for (size_t i = 0; i < library_count(library); i++)
        if (strcmp(library_at(library, i)->path, path) == 0)
            return library_at(library, i);
    for (size_t i = 0; i < library->others.count; i++)
        if (strcmp(library->others.items[i]->path, path) == 0 && !library->others.items[i]->is_text)
            return library->others.items[i];
    return NULL;
}

/* An entry for a path that is not known yet: of a routine, or of a file of shared moves. */
static LibraryEntry *new_path(Library *library, const char *path)
{
    char *folder = path_folder(path);
    bool is_moves = strcmp(path_base(folder), "moves") == 0;
    free(folder);
    LibraryEntry *entry = library_entry_new(&library->arena, path, true, is_moves);
    add_entry(&library->others, entry);
    return entry;
}

static LibraryEntry *find_path(Library *library, const char *path, char **problem)
{
    LibraryEntry *entry = known_path(library, path);
    if (!(entry && is_checked(entry)) && access(path, F_OK) != 0) {
        *problem = memory_print("cannot read '%s': %s", path, strerror(errno));
        return NULL;
    }
    entry = entry ? entry : new_path(library, path);
    library_load(library, entry);
    return entry;
}

LibraryEntry *library_find(Library *library, const char *name, char **problem)
{
    if (strchr(name, '/') || folder_stem(name) > 0)
        return find_path(library, name, problem);
    if (!library->is_scanned && !library_scan(library, problem))
        return NULL;
    LibraryEntry *entry = catalog_find(&library->catalog, name);
    if (entry)
        library_load(library, entry);
    else
        *problem = catalog_unknown(&library->catalog, name, library_move_ids(library));
    return entry;
}

void library_each_folder(const Library *library, void (*each)(void *context, const char *folder), void *context)
{
    for (size_t i = 0; i < library->catalog.folder_count; i++)
        each(context, library->catalog.folders[i].path);
    for (size_t i = 0; i < library->others.count; i++) {
        char *folder = path_folder(library->others.items[i]->path);
        if (!library->others.items[i]->is_text)
            each(context, folder);
        free(folder);
    }
    move_library_each_folder(library->moves, each, context);
}

size_t library_move_file_count(Library *library)
{
    return move_library_file_count(library->moves);
}

LibraryEntry *library_move_file(Library *library, size_t index)
{
    LibraryEntry *entry = move_library_file(library->moves, index);
    library_load(library, entry);
    return entry;
}

const Words *library_move_ids(Library *library)
{
    return move_library_ids(&(MoveView){.library = library->moves});
}

bool library_move_is_mine(Library *library, const char *id)
{
    MoveSource source;
    return library_find_move(library, NULL, id, &source) && source.file->is_mine;
}

Move *library_move(Library *library, Arena *arena, const char *id, DiagnosticList *diags)
{
    MoveView view = {.library = library->moves};
    const MoveLookup moves = move_library_lookup(&view);
    return routine_move(arena, id, &moves, diags);
}

/* Tools by name, sorted, each once. */
typedef struct ToolNames {
    Arena *arena;
    const char **items;
    size_t count, capacity;
} ToolNames;

static void add_tools(ToolNames *names, const ToolList *needs)
{
    for (size_t i = 0; i < needs->count; i++) {
        for (size_t k = 0; k < needs->items[i].any_of.count; k++) {
            const char *name = needs->items[i].any_of.items[k];
            size_t at = 0;
            while (at < names->count && strcmp(names->items[at], name) < 0)
                at++;
            if (at < names->count && strcmp(names->items[at], name) == 0)
                continue;
            names->items = memory_grow(names->items, &names->capacity, names->count + 1, sizeof(*names->items));
            memmove(&names->items[at + 1], &names->items[at], (names->count++ - at) * sizeof(*names->items));
            names->items[at] = arena_copy(names->arena, name);
        }
    }
}

static bool has_tools(const ToolNames *names, const TextList *wanted)
{
    const Words words = {names->items, names->count};
    size_t i = 0;
    while (i < wanted->count && words_find(&words, wanted->items[i], strlen(wanted->items[i])) >= 0)
        i++;
    return i == wanted->count;
}

Words library_tools(Library *library, const TextList *wanted, Arena *arena)
{
    ToolNames names = {.arena = arena};
    const Words *ids = library_move_ids(library);
    for (size_t i = 0; i < ids->count; i++) {
        Arena of_move = {0};
        DiagnosticList ignored = {0}; /* a file of moves tells of its problems when it is checked itself */
        const Move *move = library_move(library, &of_move, ids->items[i], &ignored);
        if (move)
            add_tools(&names, &move->tools);
        diagnostic_release(&ignored);
        arena_release(&of_move);
    }
    const bool has_all = has_tools(&names, wanted);
    for (size_t i = 0; i < library_count(library) && !has_all; i++) {
        library_load(library, library_at(library, i));
        if (library_at(library, i)->routine)
            add_tools(&names, &library_at(library, i)->routine->tools);
    }
    const char **items = arena_take_array(arena, names.count, sizeof(*items));
    if (names.count > 0)
        memcpy(items, names.items, names.count * sizeof(*items));
    free(names.items);
    return (Words){items, names.count};
}
