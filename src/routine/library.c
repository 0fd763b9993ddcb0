/* SPDX-License-Identifier: MIT */
#include "routine/library.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "routine/catalog.h"
#include "routine/library_entry.h"
#include "routine/model.h"
#include "routine/move_folder.h"
#include "routine/routine.h"

/* The shared moves that a routine can see: shelves in order, the first one winning by id. */

typedef struct MoveLibrary {
    Arena arena;
    MoveFolder **shelves; /* borrowed; the array is the sight's */
    size_t count, capacity;
    Words ids;
    bool has_ids;
} MoveLibrary;

typedef struct IdList {
    Arena *arena;
    const char **items;
    size_t count, capacity;
} IdList;

static void move_library_add(MoveLibrary *sight, MoveFolder *shelf)
{
    sight->shelves = memory_grow(sight->shelves, &sight->capacity, sight->count + 1, sizeof(MoveFolder *));
    sight->shelves[sight->count++] = shelf;
}

static void move_library_release(MoveLibrary *sight)
{
    free(sight->shelves);
    arena_release(&sight->arena);
    *sight = (MoveLibrary){0};
}

/* What is known of ids is asked for anew. */
static void move_library_forget(MoveLibrary *sight)
{
    sight->has_ids = false;
    sight->ids = (Words){0};
    arena_release(&sight->arena);
}

static void add_id(void *context, const Node *key)
{
    IdList *list = context;
    if (!schema_is_id(key->text, key->length))
        return;
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count++] = arena_copy(list->arena, key->text);
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* All ids, sorted, each once; read when they are first asked for. */
static const Words *move_library_ids(MoveLibrary *sight)
{
    if (sight->has_ids)
        return &sight->ids;
    IdList list = {.arena = &sight->arena};
    for (size_t i = 0; i < sight->count; i++)
        for (size_t k = 0; k < move_folder_file_count(sight->shelves[i]); k++)
            move_folder_each_id(sight->shelves[i], k, add_id, &list);
    if (list.count > 0)
        qsort(list.items, list.count, sizeof(*list.items), compare_ids);
    const char **ids = arena_take_array(&sight->arena, list.count, sizeof(*ids));
    size_t count = 0;
    for (size_t i = 0; i < list.count; i++)
        if (i == 0 || strcmp(list.items[i], list.items[i - 1]) != 0)
            ids[count++] = list.items[i];
    free(list.items);
    sight->ids = (Words){ids, count};
    sight->has_ids = true;
    return &sight->ids;
}

static const Node *find_move(void *context, const char *id)
{
    const MoveLibrary *sight = context;
    const Node *map = NULL;
    for (size_t i = 0; i < sight->count && !map; i++)
        map = move_folder_find(sight->shelves[i], id);
    return map;
}

/* Whether the one of that id that is seen is the person's own. */
static bool move_library_is_mine(const MoveLibrary *sight, const char *id)
{
    size_t i = 0;
    while (i < sight->count && !move_folder_find(sight->shelves[i], id))
        i++;
    return i < sight->count && move_folder_is_mine(sight->shelves[i]);
}

static const Words *find_ids(void *context)
{
    return move_library_ids(context);
}

/* The sight as routine_parse wants it; borrows it. */
static MoveLookup move_library_lookup(MoveLibrary *sight)
{
    return (MoveLookup){find_move, find_ids, sight};
}

typedef struct EntryList {
    LibraryEntry **items;
    size_t count, capacity;
} EntryList;

struct Library {
    Arena arena;
    bool is_asked_for; /* by --routines */
    bool has_mine;     /* the first folder is the person's own */
    bool is_scanned, has_shelves;
    bool is_changed, has_new_moves; /* since the last refresh */
    Catalog catalog;                /* of what stands in the folders */
    EntryList others;               /* named by a path, or taken from standard input */
    MoveLibrary shelves;            /* of shared moves, one for each folder */
    MoveLibrary other_shelves;      /* beside files that were named by a path */
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
    library->is_asked_for = routines_dir != NULL;
    library->has_mine = true;
    if (routines_dir)
        folder_add(&library->arena, &folders, routines_dir);
    else
        library->has_mine = folder_add_usual(&library->arena, &folders, program_dir);
    for (size_t i = 0; i < folders.count; i++)
        catalog_add_folder(&library->catalog, folders.items[i], i == 0 && library->has_mine);
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

static void free_shelves(MoveLibrary *shelves)
{
    for (size_t i = 0; i < shelves->count; i++)
        move_folder_free(shelves->shelves[i]);
    move_library_release(shelves);
}

void library_free(Library *library)
{
    if (!library)
        return;
    catalog_release(&library->catalog);
    free_entries(&library->others);
    free_shelves(&library->shelves);
    free_shelves(&library->other_shelves);
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

/* The shared moves of a folder of routines: one that is known, or a new one for a file that was named by its path. */
static MoveFolder *shelf_of(Library *library, const char *folder)
{
    const MoveLibrary *lists[] = {&library->shelves, &library->other_shelves};
    char *path = path_join(folder, "moves");
    MoveFolder *shelf = NULL;
    for (size_t i = 0; i < ARRAY_LEN(lists); i++)
        for (size_t k = 0; k < lists[i]->count && !shelf; k++)
            if (strcmp(move_folder_folder(lists[i]->shelves[k]), path) == 0)
                shelf = lists[i]->shelves[k];
    if (!shelf)
        move_library_add(&library->other_shelves, shelf = move_folder_new(path, true));
    free(path);
    return shelf;
}

static MoveLibrary *shelves(Library *library)
{
    for (size_t i = 0; i < library->catalog.folder_count && !library->has_shelves; i++) {
        const CatalogFolder *folder = &library->catalog.folders[i];
        char *path = path_join(folder->path, "moves");
        move_library_add(&library->shelves, move_folder_new(path, folder->is_mine));
        free(path);
    }
    library->has_shelves = true;
    return &library->shelves;
}

/* Checks an entry's text as what it is, with the shared moves that it sees: those beside it first. */
static void check_text(Library *library, LibraryEntry *entry, MoveFolder *beside)
{
    MoveLibrary sight = {0};
    if (beside)
        move_library_add(&sight, beside);
    for (size_t i = 0; i < shelves(library)->count; i++)
        if (library->shelves.shelves[i] != beside)
            move_library_add(&sight, library->shelves.shelves[i]);
    MoveLookup source = move_library_lookup(&sight);
    if (entry->is_moves) {
        routine_check_moves(entry->source, entry->source_length, &source, &entry->diags);
        move_folder_check_ids(beside, entry);
    } else {
        entry->routine = routine_parse(entry->source, entry->source_length, entry->id, &source, &entry->diags);
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
    move_library_release(&sight);
}

static void finish(LibraryEntry *entry)
{
    bool is_whole = entry->routine || (entry->is_moves && entry->diags.errors == 0);
    free(entry->title);
    entry->title = memory_copy_text(entry->routine ? entry->routine->title : entry->id);
    entry->state = is_whole ? ENTRY_LOADED : ENTRY_BROKEN;
}

/* The shared moves beside a file that was named by its path; NULL for one from the library's own folders, and for a text. */
static MoveFolder *beside(Library *library, const LibraryEntry *entry)
{
    bool is_other = entry->is_moves;
    for (size_t i = 0; i < library->others.count && !is_other; i++)
        is_other = library->others.items[i] == entry && !entry->is_text;
    if (!is_other)
        return NULL;
    char *folder = path_folder(entry->path);
    char *above = entry->is_moves ? path_folder(folder) : NULL;
    MoveFolder *shelf = shelf_of(library, above ? above : folder);
    free(folder);
    free(above);
    return shelf;
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
        check_text(library, entry, beside(library, entry));
    finish(entry);
}

/* What was read with moves that are others now is wrong. */
static void forget_all(Library *library)
{
    move_library_forget(&library->shelves);
    move_library_forget(&library->other_shelves);
    catalog_forget(&library->catalog);
    for (size_t i = 0; i < library->others.count; i++)
        library_entry_forget(library->others.items[i]);
}

static void refresh_shelves(Library *library)
{
    const MoveLibrary *lists[] = {&library->shelves, &library->other_shelves};
    bool is_changed = false;
    for (size_t i = 0; i < ARRAY_LEN(lists); i++)
        for (size_t k = 0; k < lists[i]->count; k++)
            is_changed = move_folder_refresh(lists[i]->shelves[k]) || is_changed;
    if (!is_changed)
        return;
    library->has_new_moves = library->is_changed = true;
    forget_all(library);
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
    refresh_shelves(library);
    const bool is_changed = library->is_changed;
    if (moves_changed)
        *moves_changed = library->has_new_moves;
    library->is_changed = library->has_new_moves = false;
    return is_changed;
}

void library_reload(Library *library, LibraryEntry *entry)
{
    refresh_shelves(library);
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
    check_text(library, entry, NULL);
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
    for (size_t i = 0; i < library->catalog.folder_count; i++) {
        char *moves = path_join(library->catalog.folders[i].path, "moves");
        each(context, library->catalog.folders[i].path);
        each(context, moves);
        free(moves);
    }
    for (size_t i = 0; i < library->others.count; i++) {
        char *folder = path_folder(library->others.items[i]->path);
        if (!library->others.items[i]->is_text)
            each(context, folder);
        free(folder);
    }
    for (size_t i = 0; i < library->other_shelves.count; i++)
        each(context, move_folder_folder(library->other_shelves.shelves[i]));
}

size_t library_move_file_count(Library *library)
{
    size_t count = 0;
    for (size_t i = 0; i < shelves(library)->count; i++)
        count += move_folder_file_count(library->shelves.shelves[i]);
    return count;
}

LibraryEntry *library_move_file(Library *library, size_t index)
{
    size_t shelf = 0;
    while (index >= move_folder_file_count(shelves(library)->shelves[shelf]))
        index -= move_folder_file_count(library->shelves.shelves[shelf++]);
    LibraryEntry *entry = move_folder_file(library->shelves.shelves[shelf], index);
    library_load(library, entry);
    return entry;
}

const Words *library_move_ids(Library *library)
{
    return move_library_ids(shelves(library));
}

bool library_move_is_mine(Library *library, const char *id)
{
    return move_library_is_mine(shelves(library), id);
}

Move *library_move(Library *library, Arena *arena, const char *id, DiagnosticList *diags)
{
    MoveLookup source = move_library_lookup(shelves(library));
    return routine_move(arena, id, &source, diags);
}
