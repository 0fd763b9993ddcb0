/* SPDX-License-Identifier: MIT */
#include "routine/needs.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "yaml/name_table.h"

typedef void MoveVisitor(void *context, const Move *move);

static void each_move(const Item *items, size_t count, MoveVisitor *visit, void *context)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_MOVE)
            visit(context, items[i].move);
        else
            each_move(items[i].items, items[i].count, visit, context);
    }
}

static bool has_word(const WordList *list, uint8_t word)
{
    return list->count > 0 && memchr(list->items, word, list->count) != NULL;
}

static void add_areas(void *context, const Move *move)
{
    Routine *routine = context;
    for (size_t i = 0; i < move->areas.count; i++)
        if (!has_word(&routine->areas, move->areas.items[i]))
            routine->areas.items[routine->areas.count++] = move->areas.items[i];
}

void needs_areas(Routine *routine)
{
    routine->areas = (WordList){arena_take_array(&routine->arena, AREA_COUNT, sizeof(uint8_t)), 0};
    each_move(routine->items, routine->count, add_areas, routine);
}

static void keep_places(void *context, const Move *move)
{
    Routine *routine = context;
    size_t kept = 0;
    if (move->where.count == 0)
        return;
    for (size_t i = 0; i < routine->places.count; i++)
        if (has_word(&move->where, routine->places.items[i]))
            routine->places.items[kept++] = routine->places.items[i];
    routine->places.count = kept;
}

void needs_places(Routine *routine)
{
    routine->places = (WordList){arena_take_array(&routine->arena, PLACE_COUNT, sizeof(uint8_t)), PLACE_COUNT};
    for (size_t i = 0; i < PLACE_COUNT; i++)
        routine->places.items[i] = (uint8_t)i;
    each_move(routine->items, routine->count, keep_places, routine);
}

/* The needs so far. Looked up rather than compared one by one: a file may name tens of thousands. */
typedef struct NeedSet {
    Arena names;
    NameTable seen;
    ToolNeed *items;
    size_t count, capacity;
} NeedSet;

enum { SEEN_LIST, SEEN_NEED }; /* owners in the table */

static int compare_tools(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The same text for the same alternatives, in whatever order they stand. */
static const char *name_of_need(Arena *arena, const ToolNeed *need)
{
    size_t count = need->any_of.count;
    const char **tools = arena_take_array(arena, count, sizeof(*tools));
    Text name = {0};
    memcpy(tools, need->any_of.items, count * sizeof(*tools));
    qsort(tools, count, sizeof(*tools), compare_tools);
    for (size_t i = 0; i < count; i++) {
        text_add(&name, tools[i]);
        text_add_char(&name, '|');
    }
    const char *kept = arena_copy(arena, text_show(&name));
    text_release(&name);
    return kept;
}

static void add_needs(void *context, const Move *move)
{
    NeedSet *needs = context;
    const char *list = (const char *)&move->tools.items; /* moves that come from one shared move have one list */
    if (move->tools.count == 0 || name_table_find(&needs->seen, SEEN_LIST, list, sizeof(move->tools.items)))
        return;
    name_table_put(&needs->seen, SEEN_LIST, list, sizeof(move->tools.items), move->tools.items);
    for (size_t i = 0; i < move->tools.count; i++) {
        ToolNeed *need = &move->tools.items[i];
        const char *name = name_of_need(&needs->names, need);
        if (name_table_find(&needs->seen, SEEN_NEED, name, strlen(name)))
            continue;
        name_table_put(&needs->seen, SEEN_NEED, name, strlen(name), need);
        needs->items = memory_grow(needs->items, &needs->capacity, needs->count + 1, sizeof(*needs->items));
        needs->items[needs->count++] = *need;
    }
}

void needs_tools(Routine *routine)
{
    NeedSet needs = {0};
    each_move(routine->items, routine->count, add_needs, &needs);
    routine->tools = (ToolList){arena_take_array(&routine->arena, needs.count, sizeof(ToolNeed)), needs.count};
    if (needs.count > 0)
        memcpy(routine->tools.items, needs.items, needs.count * sizeof(ToolNeed));
    free(needs.items);
    name_table_release(&needs.seen);
    arena_release(&needs.names);
}
