/* SPDX-License-Identifier: MIT */
#include "routine/move_library.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

typedef struct IdList {
    Arena *arena;
    const char **items;
    size_t count, capacity;
} IdList;

void move_library_add(MoveLibrary *sight, MoveFolder *shelf)
{
    sight->shelves = memory_grow(sight->shelves, &sight->capacity, sight->count + 1, sizeof(MoveFolder *));
    sight->shelves[sight->count++] = shelf;
}

void move_library_release(MoveLibrary *sight)
{
    free(sight->shelves);
    arena_release(&sight->arena);
    *sight = (MoveLibrary){0};
}

void move_library_forget(MoveLibrary *sight)
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

const Words *move_library_ids(MoveLibrary *sight)
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

bool move_library_is_mine(const MoveLibrary *sight, const char *id)
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

MoveLookup move_library_lookup(MoveLibrary *sight)
{
    return (MoveLookup){find_move, find_ids, sight};
}
