/* SPDX-License-Identifier: MIT */
#include "cli/plan_postures.h"

#include <string.h>

static bool is_same(const TextList *one, const TextList *other)
{
    bool is_same = one->count == other->count;
    for (size_t i = 0; i < one->count && is_same; i++)
        is_same = strcmp(one->items[i], other->items[i]) == 0;
    return is_same;
}

/* Whether a hold before it, of the same move and side, has the same positions and the tool at the same place. */
static bool is_shown(const Plan *plan, const PlanMove *move, int32_t step)
{
    const Step *hold = &plan->steps[step];
    for (int32_t i = move->first_step; i < step; i++) {
        const Step *before = &plan->steps[i];
        if (before->kind == STEP_HOLD && before->side == hold->side && is_same(&before->positions, &hold->positions) &&
            before->tool_at.part == hold->tool_at.part && before->tool_at.face == hold->tool_at.face)
            return true;
    }
    return false;
}

void plan_postures_find(PlanPostures *postures, const Library *library, const LibraryEntry *entry, const Plan *plan,
                        const TextList *at_hand)
{
    postures->items = arena_take_array(&postures->arena, plan->step_count, sizeof *postures->items);
    for (size_t i = 0; i < plan->move_count; i++) {
        const PlanMove *move = &plan->moves[i];
        const Step *first = plan_hold_of(plan, move->first_step);
        for (int32_t step = move->first_step; step < move->first_step + move->step_count; step++) {
            const Step *hold = &plan->steps[step];
            if (hold->kind != STEP_HOLD || hold->side != first->side || is_shown(plan, move, step))
                continue;
            const Position *found[2] = {NULL, NULL};
            for (size_t k = 0; k < hold->positions.count; k++)
                found[k] = library_position(library, entry, hold->positions.items[k], &postures->arena);
            Posture posture = {.from = found[0] ? found[0] : found[1],
                               .to = found[0] ? found[1] : NULL,
                               .tool_at = hold->tool_at,
                               .side = hold->side};
            posture_add_work(&posture, &move->areas, &move->tools, at_hand);
            postures->items[postures->count++] = (PlanPosture){move, posture};
        }
    }
}

void plan_postures_release(PlanPostures *postures)
{
    arena_release(&postures->arena);
    *postures = (PlanPostures){0};
}
