/* SPDX-License-Identifier: MIT */
#include "session/fit.h"

#include "base/macros.h"

static const int64_t WHOLE = 1 << 24; /* a factor of 1; finer than any two holds of up to an hour can tell apart */

static bool may_drop(const PlanDraftMove *move, int32_t priority)
{
    return move->move->priority == priority && (move->out == OUT_NOT || move->out == OUT_FOR_TIME);
}

/* Drops the moves of one priority from that one on; those before it stay. */
static void drop_from(PlanDraft *draft, int32_t priority, size_t first)
{
    for (size_t i = 0; i < draft->move_count; i++) {
        if (may_drop(&draft->moves[i], priority))
            draft->moves[i].out = i >= first ? OUT_FOR_TIME : OUT_NOT;
    }
}

/* The lowest place to drop from: one move must stay. */
static size_t lowest_to_drop(PlanDraft *draft, int32_t priority)
{
    drop_from(draft, priority, 0);
    if (plan_draft_has_moves(draft))
        return 0;
    size_t first = 0;
    while (first < draft->move_count && !may_drop(&draft->moves[first], priority))
        first++;
    return first + 1;
}

/* Drops moves of one priority, from the last to the first, until the rest could fit. */
static void drop_moves(PlanDraft *draft, int32_t priority, int64_t limit_s)
{
    if (plan_draft_least_seconds(draft) <= limit_s)
        return;
    size_t fits = lowest_to_drop(draft, priority), too_long = draft->move_count;
    while (too_long > fits + 1) {
        size_t middle = fits + (too_long - fits) / 2;
        drop_from(draft, priority, middle);
        if (plan_draft_least_seconds(draft) <= limit_s)
            fits = middle;
        else
            too_long = middle;
    }
    drop_from(draft, priority, fits);
}

static void shorten_hold(PlanDraftHold *hold, int64_t factor)
{
    for (Side side = SIDE_NONE; side < SIDE_COUNT; side++) {
        int32_t seconds = (int32_t)(hold->full_s[side] * factor / WHOLE);
        hold->seconds[side] = MAX_OF(hold->least_s[side], seconds - seconds % hold->unit_s);
    }
}

static int64_t shorten_all(PlanDraft *draft, int64_t factor)
{
    for (size_t i = 0; i < draft->move_count; i++) {
        for (size_t k = 0; k < draft->moves[i].move->phase_count; k++)
            shorten_hold(&draft->moves[i].holds[k], factor);
    }
    return plan_draft_seconds(draft);
}

/* The largest factor that keeps within the limit, to be found between none (every hold at its least) and one. */
static int64_t shorten_to(PlanDraft *draft, int64_t limit_s)
{
    int64_t fits = 0, too_long = WHOLE;
    while (too_long - fits > 1) {
        int64_t middle = fits + (too_long - fits) / 2;
        if (shorten_all(draft, middle) <= limit_s)
            fits = middle;
        else
            too_long = middle;
    }
    return shorten_all(draft, fits);
}

/* Sides that were equal get the same; others are holds of their own. Returns the seconds that were given. */
static int64_t lengthen_hold(PlanDraftHold *hold, int64_t spare_s)
{
    bool is_equal = hold->full_s[SIDE_LEFT] == hold->full_s[SIDE_RIGHT];
    int64_t given_s = 0;
    for (Side side = SIDE_NONE; side < SIDE_COUNT; side++) {
        bool is_pair = is_equal && side == SIDE_LEFT;
        int64_t cost_s = hold->unit_s * (is_pair ? 2 : 1);
        if (hold->seconds[side] >= hold->full_s[side] || given_s + cost_s > spare_s || (is_equal && side == SIDE_RIGHT))
            continue;
        hold->seconds[side] += hold->unit_s;
        if (is_pair)
            hold->seconds[SIDE_RIGHT] += hold->unit_s;
        given_s += cost_s;
    }
    return given_s;
}

/* What rounding down to whole seconds, passes and breaths has lost goes back, a unit each, from the first on. */
static void give_back(PlanDraft *draft, int64_t spare_s)
{
    int64_t before_s;
    do {
        before_s = spare_s;
        for (size_t i = 0; i < draft->move_count; i++) {
            const PlanDraftMove *move = &draft->moves[i];
            for (size_t k = 0; move->out == OUT_NOT && k < move->move->phase_count; k++)
                spare_s -= lengthen_hold(&move->holds[k], spare_s);
        }
    } while (spare_s > 0 && spare_s < before_s);
}

int32_t fit_draft(PlanDraft *draft, int32_t minutes)
{
    int64_t limit_s = (int64_t)minutes * 60;
    if (plan_draft_seconds(draft) <= limit_s)
        return 0;
    drop_moves(draft, 3, limit_s);
    drop_moves(draft, 2, limit_s);
    int64_t least_s = plan_draft_least_seconds(draft);
    if (least_s > limit_s)
        return (int32_t)((least_s + 59) / 60);
    if (plan_draft_seconds(draft) > limit_s)
        give_back(draft, limit_s - shorten_to(draft, limit_s));
    return 0;
}
