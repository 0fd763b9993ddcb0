/* SPDX-License-Identifier: MIT */
#include "compose/holds.h"

#include "base/macros.h"

bool holds_is_warm_up(const Pick *pick, const GoalRules *rules)
{
    return rules->rank[WORK_WAKE] < rules->rank[WORK_DEEP] && (pick->work == WORK_WAKE || pick->work == WORK_WARM);
}

/* How far a hold is on its way: from 0 at its least over 1000 at its usual to 2000 at its most. */
static int32_t progress_of(const HoldRange *range, int32_t hold_s)
{
    if (hold_s < range->usual_s)
        return 1000 * (hold_s - range->least_s) / (range->usual_s - range->least_s);
    return 1000 + 1000 * (hold_s - range->usual_s) / MAX_OF(1, range->most_s - range->usual_s);
}

/* Makes the hold longer that has come least far of those that there is time for, in the warm-up too; false where there
 * is none. */
static bool lengthen_one(const GoalRules *rules, PickList *list, int32_t *spare_s, int32_t *warm_spare_s)
{
    Pick *least = NULL;
    int32_t least_progress = 0, taken_s = 0;
    for (size_t i = 0; i < list->count; i++) {
        Pick *pick = &list->items[i];
        const HoldRange *range = &pick->candidate->hold;
        const int32_t progress = progress_of(range, pick->hold_s);
        const int32_t more_s = (goal_rules_longer(range, pick->hold_s) - pick->hold_s) * pick->rounds *
                               candidates_sides(pick->candidate->move);
        const bool is_over = holds_is_warm_up(pick, rules) && more_s > *warm_spare_s;
        list->is_warm_up_full = list->is_warm_up_full || is_over;
        if (more_s == 0 || more_s > *spare_s || is_over || (least && progress >= least_progress))
            continue;
        least = pick;
        least_progress = progress;
        taken_s = more_s;
    }
    if (!least)
        return false;
    least->hold_s = goal_rules_longer(&least->candidate->hold, least->hold_s);
    *spare_s -= taken_s;
    *warm_spare_s -= holds_is_warm_up(least, rules) ? taken_s : 0;
    return true;
}

void holds_set(PickList *list, const GoalRules *rules, int32_t limit_s, int32_t warm_limit_s)
{
    int32_t spare_s = limit_s - list->lengths.least_s, warm_spare_s = warm_limit_s - list->warm.least_s;
    for (size_t i = 0; i < list->count; i++)
        list->items[i].hold_s = list->items[i].least_s;
    while (lengthen_one(rules, list, &spare_s, &warm_spare_s))
        ;
    list->seconds = limit_s - spare_s;
}
