/* SPDX-License-Identifier: MIT */
#include "session/carry.h"

#include "base/macros.h"
#include "session/align.h"
#include "session/draft.h"
#include "session/plan.h"
#include "session/turns.h"

/* A plan of every move as it is written, for the alignment alone. Its arena is the caller's. */
static Plan written_plan(const Routine *const *routines, size_t count)
{
    Draft draft;
    Plan plan = {0};
    draft_init(&draft, routines, count);
    turns_note(&plan, &draft);
    draft_release(&draft);
    plan.moves = plan.turns;
    plan.move_count = plan.turn_count;
    return plan;
}

static Plan written_before(const Plan *before)
{
    return (Plan){.moves = before->turns, .move_count = before->turn_count};
}

int32_t carry_from_move(const Plan *before, int32_t from_move, const Routine *const *routines, size_t count)
{
    if (from_move <= 1 || (size_t)from_move > before->turn_count)
        return from_move;
    const Plan old_plan = written_before(before);
    Plan plan = written_plan(routines, count);
    Alignment alignment = align_plans(&old_plan, &plan);
    int32_t first = (int32_t)plan.move_count;
    for (size_t i = (size_t)from_move - 1; i < old_plan.move_count; i++)
        first = MIN_OF(first, align_move(&alignment, (int32_t)i).move);
    align_release(&alignment);
    arena_release(&plan.arena);
    return first + 1;
}
