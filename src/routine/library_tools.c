/* SPDX-License-Identifier: MIT */
#include "routine/library_tools.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/words.h"

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
