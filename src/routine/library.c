/* SPDX-License-Identifier: MIT */
#include "routine/library.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/memory.h"
#include "base/path.h"
#include "routine/definitions.h"
#include "routine/model.h"
#include "routine/read_position.h"
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
    EntryFolder *folders;           /* in the order in which they win */
    size_t folder_count;
    EntryList listed;               /* sorted by id: the first folder's, and what is double in it */
    EntryFolder *programme_folders; /* `programmes` in each of the folders */
    EntryList programmes;           /* sorted by id, likewise */
    EntryList others;               /* named by a path, or taken from standard input */
    Definitions *moves, *positions;
    bool checks_positions;
};

static void add_entry(EntryList *list, size_t at, LibraryEntry *entry)
{
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof(LibraryEntry *));
    memmove(&list->items[at + 1], &list->items[at], (list->count++ - at) * sizeof(LibraryEntry *));
    list->items[at] = entry;
}

Library *library_new(const char *routines_dir, const char *program_dir)
{
    Library *library = memory_new(sizeof(*library));
    NameList folders = {0};
    library->moves = definitions_new(ENTRY_IS_MOVES);
    library->positions = definitions_new(ENTRY_IS_POSITIONS);
    library->is_asked_for = routines_dir != NULL;
    library->has_mine = true;
    if (routines_dir)
        folder_add(&library->arena, &folders, routines_dir);
    else
        library->has_mine = folder_add_usual(&library->arena, &folders, program_dir);
    library->folder_count = folders.count;
    library->folders = arena_take_array(&library->arena, folders.count, sizeof(EntryFolder));
    library->programme_folders = arena_take_array(&library->arena, folders.count, sizeof(EntryFolder));
    for (size_t i = 0; i < folders.count; i++) {
        library->folders[i] = (EntryFolder){.path = folders.items[i], .is_mine = i == 0 && library->has_mine};
        library->programme_folders[i] = (EntryFolder){
            .path = arena_print(&library->arena, "%s/%s", folders.items[i], entry_kind_folder(ENTRY_IS_PROGRAMME)),
            .is_mine = i == 0 && library->has_mine,
            .kind = ENTRY_IS_PROGRAMME};
        definitions_add(library->moves, folders.items[i], i == 0 && library->has_mine);
        definitions_add(library->positions, folders.items[i], i == 0 && library->has_mine);
    }
    folder_release(&folders);
    return library;
}

void library_free(Library *library)
{
    if (!library)
        return;
    for (size_t i = 0; i < library->folder_count; i++)
        entry_folder_release(&library->folders[i]), entry_folder_release(&library->programme_folders[i]);
    for (size_t i = 0; i < library->others.count; i++)
        library_entry_clear(library->others.items[i]);
    free(library->listed.items);
    free(library->programmes.items);
    free(library->others.items);
    definitions_free(library->moves);
    definitions_free(library->positions);
    arena_release(&library->arena);
    free(library);
}

/* Where the first entry of an id is listed, or would be. */
static size_t place_of(const EntryList *list, const char *id)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strcmp(list->items[middle]->id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static LibraryEntry *find_in(const EntryList *list, const char *id)
{
    const size_t at = place_of(list, id);
    return at < list->count && strcmp(list->items[at]->id, id) == 0 ? list->items[at] : NULL;
}

LibraryEntry *library_listed(const Library *library, const char *id)
{
    return find_in(&library->listed, id);
}

/* Of entries with the same id the first folder's wins; a second one in that same folder is told of. */
static void list_entry(EntryList *list, LibraryEntry *entry)
{
    size_t at = place_of(list, entry->id);
    const LibraryEntry *first = find_in(list, entry->id);
    if (first && first->folder != entry->folder)
        return;
    if (first) {
        library_entry_break(entry, first);
    } else if (entry->is_double) {
        library_entry_clear(entry);
        entry->is_double = false;
    }
    while (at < list->count && strcmp(list->items[at]->id, entry->id) == 0)
        at++;
    add_entry(list, at, entry);
}

static void list_files(EntryList *list, const EntryFolder *folders, size_t count)
{
    list->count = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < folders[i].count; k++)
            if (!folders[i].files[k]->is_gone)
                list_entry(list, folders[i].files[k]);
}

/* Looks which files there are now. True where any came or went; *unread is then the first folder that cannot be
 * read, or NULL, with errno. */
static bool scan(Library *library, const char **unread)
{
    bool is_changed = false;
    int why = 0;
    *unread = NULL;
    for (size_t i = 0; i < library->folder_count; i++) {
        bool is_unread;
        is_changed = entry_folder_scan(&library->folders[i], &library->arena, &is_unread) || is_changed;
        if (is_unread && !*unread) {
            *unread = library->folders[i].path;
            why = errno;
        }
        is_changed = entry_folder_scan(&library->programme_folders[i], &library->arena, &is_unread) || is_changed;
    }
    if (is_changed) {
        list_files(&library->listed, library->folders, library->folder_count);
        list_files(&library->programmes, library->programme_folders, library->folder_count);
    }
    errno = why;
    return is_changed;
}

bool library_scan(Library *library, char **problem)
{
    const char *unread;
    library->is_scanned = true;
    scan(library, &unread);
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
    return library->listed.count;
}

LibraryEntry *library_at(const Library *library, size_t index)
{
    return library->listed.items[index];
}

size_t library_folder_count(const Library *library)
{
    return library->folder_count;
}

const char *library_folder(const Library *library, size_t index)
{
    return library->folders[index].path;
}

bool library_has_mine(const Library *library)
{
    return library->has_mine;
}

/* The definitions that an entry's text sees: those beside a file that was named by its path come first. */
static DefinitionView view_of(const Library *library, Definitions *definitions, const LibraryEntry *entry)
{
    DefinitionView view = {.library = definitions};
    bool is_other = entry && entry->kind != ENTRY_IS_ROUTINE;
    for (size_t i = 0; entry && i < library->others.count && !is_other; i++)
        is_other = library->others.items[i] == entry && !entry->is_text;
    if (is_other) {
        char *folder = path_folder(entry->path), *above = path_folder(folder);
        view.beside = definitions_beside(definitions, entry_kind_of(entry->path) != ENTRY_IS_ROUTINE ? above : folder);
        free(folder);
        free(above);
    }
    return view;
}

bool library_find_move(const Library *library, const LibraryEntry *entry, const char *id, Definition *source)
{
    const DefinitionView view = view_of(library, library->moves, entry);
    return definitions_find(&view, id, source);
}

Routine *library_parse(const Library *library, const LibraryEntry *entry, const char *text, size_t length,
                       DiagnosticList *diags)
{
    DefinitionView view = view_of(library, library->moves, entry), of_positions;
    DefinitionLookup moves = definitions_lookup(&view), positions;
    if (library->checks_positions) {
        of_positions = view_of(library, library->positions, entry);
        positions = definitions_lookup(&of_positions);
        moves.positions = &positions;
    }
    return routine_parse(text, length, entry->id, &moves, diags);
}

static void check_definitions(Library *library, LibraryEntry *entry)
{
    DefinitionView moves = view_of(library, library->moves, entry),
                   positions = view_of(library, library->positions, entry);
    const DefinitionLookup of_positions = definitions_lookup(&positions);
    if (entry->kind == ENTRY_IS_POSITIONS) {
        routine_check_positions(entry->source, entry->source_length, &of_positions, &entry->diags);
        definitions_check_ids(positions.beside, entry);
        return;
    }
    DefinitionLookup of_moves = definitions_lookup(&moves);
    of_moves.positions = library->checks_positions ? &of_positions : NULL;
    routine_check_moves(entry->source, entry->source_length, &of_moves, &entry->diags);
    definitions_check_ids(moves.beside, entry);
}

/* The ids that a programme may name: those of the search folders, and of what is beside a file that was named by its
 * path. In the arena. */
static Words routine_ids(Library *library, const LibraryEntry *entry, Arena *arena)
{
    char *ignored = NULL, *folder = path_folder(entry->path), *above = path_folder(folder);
    NameList beside = {0};
    if (!library->is_scanned)
        library_scan(library, &ignored);
    if (!entry->folder && !entry->is_text)
        folder_list(arena, entry_kind_of(entry->path) == ENTRY_IS_ROUTINE ? folder : above, &beside);
    const size_t count = library_count(library);
    const char **ids = arena_take_array(arena, count + beside.count, sizeof(*ids));
    for (size_t i = 0; i < count; i++)
        ids[i] = library_at(library, i)->id;
    for (size_t i = 0; i < beside.count; i++)
        ids[count + i] = arena_copy_span(arena, beside.items[i], folder_stem(beside.items[i]));
    const Words words = {ids, count + beside.count};
    folder_release(&beside);
    free(above);
    free(folder);
    free(ignored);
    return words;
}

Programme *library_parse_programme(Library *library, const LibraryEntry *entry, const char *text, size_t length,
                                   DiagnosticList *diags)
{
    Arena arena = {0};
    DefinitionView view = view_of(library, library->moves, entry);
    const DefinitionLookup moves = definitions_lookup(&view);
    const Words ids = routine_ids(library, entry, &arena);
    Programme *programme = programme_parse(text, length, entry->id, &(ProgrammeLookup){&moves, &ids}, diags);
    arena_release(&arena);
    return programme;
}

/* A programme that does not lie in a folder of programmes is known by its weeks; among routines it is out of place. */
static bool is_programme(LibraryEntry *entry)
{
    if (entry->kind == ENTRY_IS_ROUTINE && programme_is_meant(entry->source, entry->source_length) && !entry->folder)
        entry->kind = ENTRY_IS_PROGRAMME;
    return entry->kind == ENTRY_IS_PROGRAMME;
}

/* Checks an entry's text as what it is. */
static void check_text(Library *library, LibraryEntry *entry)
{
    if (is_programme(entry))
        entry->programme = library_parse_programme(library, entry, entry->source, entry->source_length, &entry->diags);
    else if (entry->kind == ENTRY_IS_ROUTINE)
        entry->routine = library_parse(library, entry, entry->source, entry->source_length, &entry->diags);
    else
        check_definitions(library, entry);
    if (entry->routine) {
        entry->routine->path = entry->is_text ? NULL : arena_copy(&entry->routine->arena, entry->path);
        entry->routine->is_mine = entry->is_mine;
        summary_make(&entry->summary, entry->routine);
    }
    if (entry->diags.count == 0 && !entry->is_text &&
        entry->kind == ENTRY_IS_ROUTINE) { /* nobody will ask for its lines */
        free(entry->source);
        entry->source = NULL;
    }
}

static void finish(LibraryEntry *entry)
{
    bool is_whole = entry->routine || (entry->kind != ENTRY_IS_ROUTINE && entry->diags.errors == 0);
    free(entry->title);
    entry->title = memory_copy_text(entry->routine     ? entry->routine->title
                                    : entry->programme ? entry->programme->title
                                                       : entry->id);
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
    if (library_entry_read(entry))
        check_text(library, entry);
    finish(entry);
}

/* They are read again with the routines and moves that there are now. */
static void forget_programmes(Library *library)
{
    for (size_t i = 0; i < library->programmes.count; i++)
        if (!library->programmes.items[i]->is_double)
            library_entry_forget(library->programmes.items[i]);
}

/* What was read with moves or positions that are others now is wrong. */
static void refresh_moves(Library *library)
{
    const bool are_moves_new = definitions_refresh(library->moves);
    if (!definitions_refresh(library->positions) && !are_moves_new)
        return;
    library->has_new_moves = library->is_changed = true;
    /* Those too that are hidden behind another of their id: they may be listed again. */
    for (size_t i = 0; i < library->folder_count; i++)
        for (size_t k = 0; k < library->folders[i].count; k++)
            if (!library->folders[i].files[k]->is_double)
                library_entry_forget(library->folders[i].files[k]);
    forget_programmes(library);
    for (size_t i = 0; i < library->others.count; i++)
        library_entry_forget(library->others.items[i]);
}

static bool refresh_all(EntryList *list)
{
    bool is_changed = false;
    for (size_t i = 0; i < list->count; i++)
        is_changed = library_entry_refresh(list->items[i]) || is_changed;
    return is_changed;
}

bool library_refresh(Library *library, bool *moves_changed)
{
    const char *unread;
    const bool is_new = library->is_scanned && scan(library, &unread);
    const bool is_other = refresh_all(&library->listed), is_planned = refresh_all(&library->programmes);
    if (is_new)
        forget_programmes(library);
    library->is_changed = refresh_all(&library->others) || is_new || is_other || is_planned || library->is_changed;
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
    LibraryEntry *listed = entry->is_double ? NULL : library_listed(library, entry->id);
    return listed ? listed : entry;
}

LibraryEntry *library_take_text(Library *library, const char *name, char *text, size_t length)
{
    LibraryEntry *entry = library_entry_new(&library->arena, name, true, ENTRY_IS_ROUTINE);
    add_entry(&library->others, library->others.count, entry);
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
    for (size_t i = 0; i < library->programmes.count; i++)
        if (strcmp(library->programmes.items[i]->path, path) == 0)
            return library->programmes.items[i];
    for (size_t i = 0; i < library->others.count; i++)
        if (strcmp(library->others.items[i]->path, path) == 0 && !library->others.items[i]->is_text)
            return library->others.items[i];
    return NULL;
}

/* An entry for a path that is not known yet. */
static LibraryEntry *new_path(Library *library, const char *path)
{
    LibraryEntry *entry = library_entry_new(&library->arena, path, true, entry_kind_of(path));
    add_entry(&library->others, library->others.count, entry);
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

/* Why there is none under an id, and what may be meant, in one line to free(). */
static char *unknown(Library *library, const char *id)
{
    const Words *move_ids = library_move_ids(library);
    if (words_find(move_ids, id, strlen(id)) >= 0)
        return memory_print("'%s' is a shared move; routines use it with `use: %s`; 'knead list --moves' shows all", id,
                            id);
    if (find_in(&library->programmes, id))
        return memory_print("'%s' is a programme; to follow it: knead programme start %s", id, id);
    Arena arena = {0};
    const char **ids = arena_take_array(&arena, library_count(library), sizeof(*ids));
    for (size_t i = 0; i < library_count(library); i++)
        ids[i] = library_at(library, i)->id;
    const char *near = words_nearest(&(Words){ids, library_count(library)}, id);
    char *problem = near ? memory_print("no routine '%s' (did you mean '%s'?); 'knead list' shows all", id, near)
                         : memory_print("no routine '%s'; 'knead list' shows all", id);
    arena_release(&arena);
    return problem;
}

LibraryEntry *library_find(Library *library, const char *name, char **problem)
{
    if (strchr(name, '/') || folder_stem(name) > 0)
        return find_path(library, name, problem);
    if (!library->is_scanned && !library_scan(library, problem))
        return NULL;
    LibraryEntry *entry = library_listed(library, name);
    if (entry)
        library_load(library, entry);
    else
        *problem = unknown(library, name);
    return entry;
}

void library_each_folder(const Library *library, void (*each)(void *context, const char *folder), void *context)
{
    for (size_t i = 0; i < library->folder_count; i++) {
        each(context, library->folders[i].path);
        each(context, library->programme_folders[i].path);
    }
    for (size_t i = 0; i < library->others.count; i++) {
        char *folder = path_folder(library->others.items[i]->path);
        if (!library->others.items[i]->is_text)
            each(context, folder);
        free(folder);
    }
    definitions_each_folder(library->moves, false, each, context);
    definitions_each_folder(library->positions, true, each, context);
}

size_t library_programme_count(const Library *library)
{
    return library->programmes.count;
}

LibraryEntry *library_programme_at(Library *library, size_t index)
{
    library_load(library, library->programmes.items[index]);
    return library->programmes.items[index];
}

LibraryEntry *library_programme(Library *library, const char *id)
{
    LibraryEntry *entry = find_in(&library->programmes, id);
    if (entry)
        library_load(library, entry);
    return entry;
}

size_t library_move_file_count(Library *library)
{
    return definitions_file_count(library->moves);
}

LibraryEntry *library_move_file(Library *library, size_t index)
{
    LibraryEntry *entry = definitions_file(library->moves, index);
    library_load(library, entry);
    return entry;
}

size_t library_position_file_count(Library *library)
{
    return definitions_file_count(library->positions);
}

LibraryEntry *library_position_file(Library *library, size_t index)
{
    LibraryEntry *entry = definitions_file(library->positions, index);
    library_load(library, entry);
    return entry;
}

void library_check_positions(Library *library)
{
    library->checks_positions = true;
}

const Position *library_position(const Library *library, const LibraryEntry *entry, const char *id, Arena *arena)
{
    DefinitionView view = view_of(library, library->positions, entry);
    const DefinitionLookup positions = definitions_lookup(&view);
    return read_position_by_id(arena, &positions, id);
}

const Words *library_move_ids(Library *library)
{
    return definitions_ids(&(DefinitionView){.library = library->moves});
}

bool library_move_is_mine(Library *library, const char *id)
{
    Definition source;
    return library_find_move(library, NULL, id, &source) && source.file->is_mine;
}

Move *library_move(Library *library, Arena *arena, const char *id, DiagnosticList *diags)
{
    DefinitionView view = {.library = library->moves};
    const DefinitionLookup moves = definitions_lookup(&view);
    return routine_move(arena, id, &moves, diags);
}
