/* SPDX-License-Identifier: MIT */
#include "routine/library.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "routine/entry.h"
#include "routine/folder.h"
#include "routine/routine.h"
#include "routine/shelf.h"
#include "routine/sight.h"

typedef struct EntryList {
    LibraryEntry **items;
    size_t count, capacity;
} EntryList;

struct Library {
    Arena arena;
    NameList folders;
    bool is_asked_for;    /* by --routines */
    bool has_mine;        /* the first folder is the person's own */
    bool is_scanned, has_shelves;
    EntryList entries;    /* found in the folders, sorted by id */
    EntryList others;     /* named by a path, or taken from standard input */
    Sight shelves;        /* of shared moves, one for each folder */
    Sight other_shelves;  /* beside files that were named by a path */
};

static void add_entry(EntryList *list, LibraryEntry *entry)
{
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof(LibraryEntry *));
    list->items[list->count++] = entry;
}

Library *library_new(const char *routines_dir, const char *program_dir)
{
    Library *library = memory_new(sizeof(*library));
    library->is_asked_for = routines_dir != NULL;
    if (routines_dir) {
        library->has_mine = true;
        folder_add(&library->arena, &library->folders, routines_dir);
    } else {
        library->has_mine = folder_add_usual(&library->arena, &library->folders, program_dir);
    }
    return library;
}

static void free_entries(EntryList *list)
{
    for (size_t i = 0; i < list->count; i++)
        entry_clear(list->items[i]);
    free(list->items);
    *list = (EntryList){0};
}

static void free_shelves(Sight *shelves)
{
    for (size_t i = 0; i < shelves->count; i++)
        shelf_free(shelves->shelves[i]);
    sight_release(shelves);
}

void library_free(Library *library)
{
    if (!library)
        return;
    free_entries(&library->entries);
    free_entries(&library->others);
    free_shelves(&library->shelves);
    free_shelves(&library->other_shelves);
    folder_release(&library->folders);
    arena_release(&library->arena);
    free(library);
}

/* An entry with its place in the order of folders and names, which decides between those with the same id. */
typedef struct Found {
    LibraryEntry *entry;
    size_t folder, order;
} Found;

typedef struct FoundList {
    Found *items;
    size_t count, capacity;
} FoundList;

static int compare_found(const void *a, const void *b)
{
    const Found *one = a, *other = b;
    int ids = strcmp(one->entry->id, other->entry->id);
    return ids != 0 ? ids : (one->order > other->order) - (one->order < other->order);
}

static bool find_files(Library *library, size_t folder, FoundList *found)
{
    NameList names = {0};
    const char *path = library->folders.items[folder];
    if (!folder_list(&library->arena, path, &names))
        return false;
    found->items = memory_grow(found->items, &found->capacity, found->count + names.count + 1, sizeof(Found));
    for (size_t i = 0; i < names.count; i++) {
        char *file = path_join(path, names.items[i]);
        bool is_mine = folder == 0 && library->has_mine;
        found->items[found->count] = (Found){entry_new(&library->arena, file, is_mine, false), folder, found->count};
        found->count++;
        free(file);
    }
    folder_release(&names);
    return true;
}

/* Of entries with the same id the first folder's wins; a second one in that same folder is told of. */
static void settle(Library *library, FoundList *found)
{
    const Found *last = NULL;
    if (found->count > 0)
        qsort(found->items, found->count, sizeof(Found), compare_found);
    for (size_t i = 0; i < found->count; i++) {
        const Found *one = &found->items[i];
        bool is_new = !last || strcmp(last->entry->id, one->entry->id) != 0;
        if (!is_new && last->folder != one->folder)
            continue;
        add_entry(&library->entries, one->entry);
        if (is_new)
            last = one;
        else
            entry_break(one->entry, last->entry);
    }
    free(found->items);
}

bool library_scan(Library *library, char **problem)
{
    FoundList found = {0};
    free_entries(&library->entries);
    library->is_scanned = true;
    for (size_t i = 0; i < library->folders.count; i++) {
        if (find_files(library, i, &found) || !library->is_asked_for)
            continue;
        *problem = memory_print("cannot read the folder '%s': %s; name one that holds routines",
                                library->folders.items[i], strerror(errno));
        free(found.items);
        return false;
    }
    settle(library, &found);
    return true;
}

size_t library_count(const Library *library)
{
    return library->entries.count;
}

LibraryEntry *library_at(const Library *library, size_t index)
{
    return library->entries.items[index];
}

size_t library_folder_count(const Library *library)
{
    return library->folders.count;
}

const char *library_folder(const Library *library, size_t index)
{
    return library->folders.items[index];
}

/* The shelf of a folder of routines: one that is known, or a new one for a file that was named by its path. */
static Shelf *shelf_of(Library *library, const char *folder)
{
    const Sight *lists[] = {&library->shelves, &library->other_shelves};
    char *path = path_join(folder, "moves");
    Shelf *shelf = NULL;
    for (size_t i = 0; i < ARRAY_LEN(lists); i++)
        for (size_t k = 0; k < lists[i]->count && !shelf; k++)
            if (strcmp(shelf_folder(lists[i]->shelves[k]), path) == 0)
                shelf = lists[i]->shelves[k];
    if (!shelf)
        sight_add(&library->other_shelves, shelf = shelf_new(path, true));
    free(path);
    return shelf;
}

static Sight *shelves(Library *library)
{
    for (size_t i = 0; i < library->folders.count && !library->has_shelves; i++) {
        char *path = path_join(library->folders.items[i], "moves");
        sight_add(&library->shelves, shelf_new(path, i == 0 && library->has_mine));
        free(path);
    }
    library->has_shelves = true;
    return &library->shelves;
}

/* Checks an entry's text as what it is, with the shared moves that it sees: those beside it first. */
static void check_text(Library *library, LibraryEntry *entry, Shelf *beside)
{
    Sight sight = {0};
    if (beside)
        sight_add(&sight, beside);
    for (size_t i = 0; i < shelves(library)->count; i++)
        if (library->shelves.shelves[i] != beside)
            sight_add(&sight, library->shelves.shelves[i]);
    MoveSource source = sight_source(&sight);
    if (entry->is_moves) {
        routine_check_moves(entry->source, entry->source_length, &source, &entry->diags);
        shelf_check_ids(beside, entry);
    } else {
        entry->routine = routine_parse(entry->source, entry->source_length, entry->id, &source, &entry->diags);
    }
    if (entry->routine) {
        entry->routine->path = arena_copy(&entry->routine->arena, entry->path);
        entry->routine->is_mine = entry->is_mine;
        gist_make(&entry->gist, entry->routine);
    }
    if (entry->diags.count == 0) { /* nobody will ask for its lines */
        free(entry->source);
        entry->source = NULL;
    }
    sight_release(&sight);
}

static void finish(LibraryEntry *entry)
{
    bool is_whole = entry->routine || (entry->is_moves && entry->diags.errors == 0);
    free(entry->title);
    entry->title = memory_copy_text(entry->routine ? entry->routine->title : entry->id);
    entry->state = is_whole ? ENTRY_LOADED : ENTRY_BROKEN;
}

/* The shelf beside a file that was named by its path; NULL for one from the library's own folders. */
static Shelf *beside(Library *library, const LibraryEntry *entry)
{
    bool is_other = entry->is_moves;
    for (size_t i = 0; i < library->others.count && !is_other; i++)
        is_other = library->others.items[i] == entry && entry->path;
    if (!is_other)
        return NULL;
    char *folder = path_folder(entry->path);
    char *above = entry->is_moves ? path_folder(folder) : NULL;
    Shelf *shelf = shelf_of(library, above ? above : folder);
    free(folder);
    free(above);
    return shelf;
}

void library_load(Library *library, LibraryEntry *entry)
{
    if (entry->state == ENTRY_LOADED || entry->state == ENTRY_BROKEN)
        return;
    if (entry_read(entry))
        check_text(library, entry, beside(library, entry));
    finish(entry);
}

void library_reload(Library *library, LibraryEntry *entry)
{
    Sight *lists[] = {&library->shelves, &library->other_shelves};
    for (size_t i = 0; i < ARRAY_LEN(lists); i++) {
        for (size_t k = 0; k < lists[i]->count; k++)
            shelf_forget(lists[i]->shelves[k]);
        sight_forget(lists[i]);
    }
    entry->state = ENTRY_FOUND;
    library_load(library, entry);
}

void library_head(Library *library, LibraryEntry *entry)
{
    (void)library;
    if (entry->state != ENTRY_FOUND)
        return;
    Arena arena = {0};
    const char *title = entry_read(entry) ? entry_title(&arena, entry->source, entry->source_length) : NULL;
    char *kept = memory_copy_text(title ? title : entry->id);
    arena_release(&arena);
    entry_clear(entry);
    entry->title = kept;
    entry->state = ENTRY_HEADED;
}

LibraryEntry *library_take_text(Library *library, const char *name, char *text, size_t length)
{
    LibraryEntry *entry = entry_new(&library->arena, name, true, false);
    add_entry(&library->others, entry);
    entry_take(entry, text, length);
    check_text(library, entry, NULL);
    if (entry->routine)
        entry->routine->path = NULL;
    finish(entry);
    return entry;
}

/* The entry of a path: one that is known, a file of shared moves, or a new one. */
static LibraryEntry *entry_of_path(Library *library, const char *path)
{
    EntryList *lists[] = {&library->entries, &library->others};
    for (size_t i = 0; i < ARRAY_LEN(lists); i++)
        for (size_t k = 0; k < lists[i]->count; k++)
            if (strcmp(lists[i]->items[k]->path, path) == 0)
                return lists[i]->items[k];
    char *folder = path_folder(path);
    bool is_moves = strcmp(path_base(folder), "moves") == 0;
    free(folder);
    LibraryEntry *entry = entry_new(&library->arena, path, true, is_moves);
    add_entry(&library->others, entry);
    return entry;
}

static LibraryEntry *find_path(Library *library, const char *path, char **problem)
{
    if (access(path, F_OK) != 0) {
        int why = errno;
        *problem = memory_print("cannot read '%s': %s", path, strerror(why));
        return NULL;
    }
    LibraryEntry *entry = entry_of_path(library, path);
    library_load(library, entry);
    return entry;
}

static void say_unknown(const Library *library, const char *id, char **problem)
{
    Arena arena = {0};
    size_t count = library_count(library);
    const char **ids = arena_take_array(&arena, count, sizeof(*ids));
    for (size_t i = 0; i < count; i++)
        ids[i] = library_at(library, i)->id;
    const char *near = words_nearest(&(Words){ids, count}, id);
    *problem = near ? memory_print("no routine '%s' (did you mean '%s'?); 'knead list' shows all", id, near)
                    : memory_print("no routine '%s'; 'knead list' shows all", id);
    arena_release(&arena);
}

LibraryEntry *library_find(Library *library, const char *name, char **problem)
{
    if (strchr(name, '/') || folder_stem(name) > 0)
        return find_path(library, name, problem);
    if (!library->is_scanned && !library_scan(library, problem))
        return NULL;
    for (size_t i = 0; i < library_count(library); i++)
        if (strcmp(library_at(library, i)->id, name) == 0) {
            library_load(library, library_at(library, i));
            return library_at(library, i);
        }
    say_unknown(library, name, problem);
    return NULL;
}

size_t library_move_file_count(Library *library)
{
    size_t count = 0;
    for (size_t i = 0; i < shelves(library)->count; i++)
        count += shelf_file_count(library->shelves.shelves[i]);
    return count;
}

LibraryEntry *library_move_file(Library *library, size_t index)
{
    size_t shelf = 0;
    while (index >= shelf_file_count(shelves(library)->shelves[shelf]))
        index -= shelf_file_count(library->shelves.shelves[shelf++]);
    LibraryEntry *entry = shelf_file(library->shelves.shelves[shelf], index);
    library_load(library, entry);
    return entry;
}

const Words *library_move_ids(Library *library)
{
    return sight_ids(shelves(library));
}

Move *library_move(Library *library, Arena *arena, const char *id, DiagList *diags)
{
    MoveSource source = sight_source(shelves(library));
    return routine_move(arena, id, &source, diags);
}
