/* SPDX-License-Identifier: MIT */
#include "routine/known_tools.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "routine/spelling.h"

typedef struct Gathered {
    const char **items;
    size_t count, capacity;
} Gathered;

static void gather(Gathered *gathered, Arena *arena, const ToolList *needs)
{
    for (size_t i = 0; i < needs->count; i++) {
        const TextList *any_of = &needs->items[i].any_of;
        gathered->items = memory_grow(gathered->items, &gathered->capacity, gathered->count + any_of->count,
                                      sizeof *gathered->items);
        for (size_t k = 0; k < any_of->count; k++)
            gathered->items[gathered->count++] = arena_copy(arena, any_of->items[k]);
    }
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorts them, each once. */
static void settle(Gathered *gathered)
{
    size_t kept = 0;
    if (gathered->count > 0)
        qsort(gathered->items, gathered->count, sizeof *gathered->items, compare);
    for (size_t i = 0; i < gathered->count; i++) {
        if (kept == 0 || strcmp(gathered->items[kept - 1], gathered->items[i]) != 0)
            gathered->items[kept++] = gathered->items[i];
    }
    gathered->count = kept;
}

static bool has_all(const Gathered *gathered, const TextList *wanted)
{
    const Words words = {gathered->items, gathered->count};
    for (size_t i = 0; i < wanted->count; i++) {
        if (words_find(&words, wanted->items[i], strlen(wanted->items[i])) < 0)
            return false;
    }
    return true;
}

static void gather_shared(Gathered *gathered, Arena *arena, Library *library)
{
    const Words *ids = library_move_ids(library);
    for (size_t i = 0; i < ids->count; i++) {
        Arena of_move = {0};
        DiagnosticList ignored = {0}; /* a file of moves tells of its problems when it is checked itself */
        const Move *move = library_move(library, &of_move, ids->items[i], &ignored);
        if (move)
            gather(gathered, arena, &move->tools);
        diagnostic_release(&ignored);
        arena_release(&of_move);
    }
}

static void gather_routines(Gathered *gathered, Arena *arena, Library *library)
{
    for (size_t i = 0; i < library_count(library); i++) {
        LibraryEntry *entry = library_at(library, i);
        library_load(library, entry);
        if (entry->routine)
            gather(gathered, arena, &entry->routine->tools);
    }
}

Words known_tools_words(Library *library, const TextList *wanted, Arena *arena)
{
    Gathered gathered = {0};
    gather_shared(&gathered, arena, library);
    settle(&gathered);
    if (!has_all(&gathered, wanted))
        gather_routines(&gathered, arena, library);
    settle(&gathered);
    const char **items = arena_take_array(arena, gathered.count, sizeof *items);
    if (gathered.count > 0)
        memcpy(items, gathered.items, gathered.count * sizeof *items);
    free(gathered.items);
    return (Words){items, gathered.count};
}

const char *known_tools_nearest(const Words *tools, const char *text)
{
    const char *tidied = spelling_of_word(tools, text);
    return tidied ? tidied : words_nearest(tools, text);
}
