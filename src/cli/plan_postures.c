/* SPDX-License-Identifier: MIT */
#include "cli/plan_postures.h"

#include <string.h>

#include "routine/filter.h"

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

static const char *tool_of(const PlanMove *move, const TextList *at_hand)
{
    if (move->tools.count == 0)
        return NULL;
    const char *tool = filter_tool_at_hand(at_hand, &move->tools.items[0]);
    return tool ? tool : move->tools.items[0].any_of.items[0];
}

static Posture posture_of(const PlanMove *move, const Step *hold, const TextList *at_hand)
{
    Posture posture = {.tool_at = hold->tool_at, .tool = tool_of(move, at_hand), .side = hold->side};
    for (size_t i = 0; i < move->areas.count; i++)
        posture.lit |= (BodyAreas)1 << move->areas.items[i];
    return posture;
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
            Posture posture = posture_of(move, hold, at_hand);
            posture.from = found[0] ? found[0] : found[1];
            posture.to = found[0] ? found[1] : NULL;
            postures->items[postures->count++] = (PlanPosture){move, posture};
        }
    }
}

void plan_postures_release(PlanPostures *postures)
{
    arena_release(&postures->arena);
    *postures = (PlanPostures){0};
}
