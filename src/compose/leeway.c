/* SPDX-License-Identifier: MIT */
#include "compose/leeway.h"

#include "base/macros.h"
#include "routine/sequence.h"
#include "session/plan_draft.h"

enum {
    RANGE_S = 10,    /* a hold that may end early is longer than its first time by that much at least */
    FRICTION_S = 59, /* across the fibres a move gets no longer than that: two such are under two minutes */
};

/* Whether every cue still falls into the hold, and after the one before it. */
static bool cues_suit(const CueList *cues, int32_t hold_s)
{
    int32_t before_s = -1;
    for (size_t i = 0; i < cues->count && cues->items[0].when != CUE_SPREAD; i++) {
        const int32_t at_s = sequence_cue_at(cues, i, hold_s);
        if (at_s <= before_s || at_s >= hold_s)
            return false;
        before_s = at_s;
    }
    return true;
}

/* The nearest to `goal_s` that can be come to from `from_s` unit by unit, the cues suiting all the way. */
static int32_t go_towards(const CueList *cues, int32_t from_s, int32_t goal_s, int32_t unit_s)
{
    const int32_t step_s = goal_s < from_s ? -unit_s : unit_s;
    int32_t here_s = from_s;
    while (step_s < 0 ? here_s + step_s >= goal_s : here_s + step_s <= goal_s) {
        if (!cues_suit(cues, here_s + step_s))
            break;
        here_s += step_s;
    }
    return here_s;
}

/* What no hold of the phase may be longer than; holds across the fibres share what there is. */
static int32_t longest_hold(const Move *move, const Phase *phase, int32_t unit_s, const Shape *shape)
{
    if (phase->technique != TECHNIQUE_CROSS_FRICTION)
        return MIN_OF(MAX_OF(phase->hold.left_s, shape->longest_s), shape->limit_s);
    int32_t sharing = 0;
    for (size_t i = 0; i < move->phase_count; i++)
        sharing += move->phases[i].technique == TECHNIQUE_CROSS_FRICTION;
    return FRICTION_S / sharing / unit_s * unit_s;
}

static Leeway leeway_of_hold(const Phase *phase, int32_t longest_s, const PlanDraftHold *hold, Side side,
                             const Shape *shape)
{
    const int32_t full_s = hold->full_s[side], unit_s = hold->unit_s;
    int32_t least_s = hold->least_s[side];
    const int32_t usual_s = MIN_OF(full_s * shape->usual_percent / 100, longest_s);
    const int32_t most_s = MIN_OF(full_s * shape->most_percent / 100, longest_s);
    if (phase->hold.kind == HOLD_RANGE)
        least_s = MIN_OF(full_s, MAX_OF(least_s, phase->hold.may_end_s + RANGE_S));
    Leeway leeway = {.unit_s = unit_s};
    leeway.usual_s = go_towards(&phase->cues, full_s, MAX_OF(usual_s, least_s), unit_s);
    leeway.least_s = go_towards(&phase->cues, leeway.usual_s, least_s, unit_s);
    leeway.most_s = go_towards(&phase->cues, leeway.usual_s, MAX_OF(most_s, leeway.usual_s), unit_s);
    if (unit_s == 1)
        leeway.most_s = MAX_OF(leeway.usual_s, leeway.most_s - leeway.most_s % LEEWAY_ROUND_S);
    return leeway;
}

Leeway *leeway_of(Arena *arena, const Move *move, const Shape *shape, bool phases_too)
{
    Leeway *holds = arena_take_array(arena, move->phase_count, sizeof *holds);
    Move *borrowed = arena_take(arena, sizeof *borrowed);
    *borrowed = *move;
    Item item = {.kind = ITEM_MOVE, .move = borrowed};
    const Routine alone = {.items = &item, .count = 1};
    const Routine *const routines[] = {&alone};
    const Side side = move->sides == SIDES_NONE ? SIDE_NONE : SIDE_LEFT;
    PlanDraft draft;
    plan_draft_init(&draft, routines, 1);
    const bool is_fixed = move->phase_count > 1 && !phases_too;
    bool is_possible = true;
    for (size_t i = 0; i < move->phase_count; i++) {
        const PlanDraftHold *hold = &draft.moves[0].holds[i];
        const int32_t full_s = hold->full_s[side],
                      longest_s = longest_hold(move, &move->phases[i], hold->unit_s, shape);
        holds[i] = is_fixed ? (Leeway){hold->unit_s, full_s, full_s, full_s}
                            : leeway_of_hold(&move->phases[i], longest_s, hold, side, shape);
        is_possible = is_possible && holds[i].usual_s <= shape->limit_s;
    }
    plan_draft_release(&draft);
    return is_possible ? holds : NULL;
}

void leeway_set_hold(Hold *hold, int32_t seconds, int32_t unit_s)
{
    hold->left_s = hold->right_s = seconds;
    if (hold->kind == HOLD_PASSES)
        hold->passes = seconds / unit_s;
    else if (hold->kind == HOLD_BREATHS)
        hold->breaths = seconds / unit_s;
    else if (hold->kind == HOLD_LEFT_RIGHT)
        hold->kind = HOLD_TIME;
}
