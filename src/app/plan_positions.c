/* SPDX-License-Identifier: MIT */
#include "app/plan_positions.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void plan_positions_release(PlanPositions *positions)
{
    arena_release(&positions->arena);
    free(positions->items);
    *positions = (PlanPositions){0};
}

bool plan_positions_are_read(const PlanPositions *positions, const Selection *selection)
{
    return !selection->plan || positions->plan_number == selection->plan_number;
}

static bool has_position(const PlanPositions *positions, const char *id)
{
    for (size_t i = 0; i < positions->count; i++) {
        if (strcmp(positions->items[i]->id, id) == 0)
            return true;
    }
    return false;
}

/* The file that a move of the plan is written in; NULL: it is not known, as after a session was resumed. */
static const LibraryEntry *entry_of(const Selection *selection, const PlanMove *move)
{
    const int32_t chosen = selection->plan->routines[move->routine].chosen;
    return chosen >= 0 && (size_t)chosen < selection->count ? selection->entries[chosen] : NULL;
}

static void add_all(PlanPositions *positions, const Library *library, const LibraryEntry *entry, const TextList *ids)
{
    for (size_t i = 0; i < ids->count; i++) {
        if (has_position(positions, ids->items[i]))
            continue;
        const Position *found = library_position(library, entry, ids->items[i], &positions->arena);
        if (!found)
            continue;
        positions->items = memory_grow(positions->items, &positions->capacity, positions->count + 1,
                                       sizeof(*positions->items));
        positions->items[positions->count++] = found;
    }
}

void plan_positions_read(PlanPositions *positions, const Selection *selection, const Library *library)
{
    const Plan *plan = selection->plan;
    plan_positions_release(positions);
    positions->plan_number = selection->plan_number;
    for (size_t i = 0; plan && i < plan->move_count; i++)
        add_all(positions, library, entry_of(selection, &plan->moves[i]), &plan->moves[i].positions);
    for (size_t i = 0; plan && i < plan->step_count; i++) {
        if (plan->steps[i].move >= 0)
            add_all(positions, library, entry_of(selection, &plan->moves[plan->steps[i].move]),
                    &plan->steps[i].positions);
    }
}

PositionList plan_positions_model(const PlanPositions *positions)
{
    return (PositionList){positions->items, positions->count};
}
