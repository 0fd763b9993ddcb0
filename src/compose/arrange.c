/* SPDX-License-Identifier: MIT */
#include "compose/arrange.h"

#include "base/macros.h"

int32_t arrange_rank(const PickList *list, const GoalRules *rules, const Pick *pick)
{
    const bool moves_first = list->moves_first && pick->work == WORK_DEEP && pick->candidate->work == WORK_WAKE;
    return rules->rank[moves_first ? WORK_WAKE : pick->work];
}

/* What decides first where a pick is: the smaller, the earlier. */
static int32_t level_of(const PickList *list, const GoalRules *rules, const Pick *pick)
{
    if (!list->settles)
        return arrange_rank(list, rules, pick);
    return pick->work == WORK_BREATHE ? STANCE_COUNT : (int32_t)pick->stance;
}

/* Negative where `one` is done before `other`; 0 where they are in one block. */
static int32_t compare_blocks(const PickList *list, const GoalRules *rules, const Pick *one, const Pick *other)
{
    const bool is_by_stop = list->settles && one->stop != other->stop;
    const int32_t level = level_of(list, rules, one) - level_of(list, rules, other);
    if (level != 0 && !is_by_stop)
        return level;
    return one->stop != other->stop ? one->stop - other->stop : other->rounds - one->rounds;
}

/* How a list is put in order. */
typedef struct Arranging {
    const GoalRules *rules;
    const uint8_t *ranks;
    bool goes_up; /* stances that may come in any order are taken from lying to standing */
} Arranging;

/* The order of a pick in its block as a number, lower first. Deep work follows the areas: a stance comes when its first
 * area does, and one that has nothing else before one that goes on with other areas; those of easy areas may come in
 * any order. All else follows the stances, after the one that was there `before`. Where the list rises, all goes from
 * lying to standing, and what is brisk is last. */
static int32_t place_in_block(const PickList *list, const Arranging *how, size_t first, size_t end, const Pick *pick,
                              int before)
{
    enum { ROOM = 32 }; /* more than there are areas or stances */
    const int32_t own = how->ranks[pick->area], stance = (int32_t)pick->stance;
    const int32_t turn = how->goes_up ? STANCE_COUNT - stance : stance;
    int32_t earliest = own, latest = own;
    if (list->settles)
        return how->rules->rank[pick->work] * ROOM + own;
    if (list->rises)
        return ((pick->candidate->is_brisk ? ROOM : 0) + STANCE_COUNT - stance) * ROOM + own;
    if (pick->work != WORK_DEEP)
        return (stance == before ? 0 : stance + 1) * ROOM + own;
    if (list->easy.calm & AREA_BIT(pick->area))
        return turn * ROOM + own;
    for (size_t i = first; i < end; i++) {
        if ((int32_t)list->items[i].stance != stance)
            continue;
        earliest = MIN_OF(earliest, (int32_t)how->ranks[list->items[i].area]);
        latest = MAX_OF(latest, (int32_t)how->ranks[list->items[i].area]);
    }
    return ((earliest * ROOM + latest) * ROOM + turn) * ROOM + own;
}

static void sort_block(PickList *list, const Arranging *how, size_t first, size_t end)
{
    int32_t keys[PICK_LIMIT];
    const int before = first > 0 ? (int)list->items[first - 1].stance : -1;
    for (size_t i = first; i < end; i++)
        keys[i] = place_in_block(list, how, first, end, &list->items[i], before);
    for (size_t i = first + 1; i < end; i++) {
        const Pick pick = list->items[i];
        const int32_t key = keys[i];
        size_t k = i;
        for (; k > first && keys[k - 1] > key; k--) {
            list->items[k] = list->items[k - 1];
            keys[k] = keys[k - 1];
        }
        list->items[k] = pick;
        keys[k] = key;
    }
}

static void sort_blocks(PickList *list, const Arranging *how)
{
    for (size_t first = 0, end = 0; first < list->count; first = end) {
        while (end < list->count && compare_blocks(list, how->rules, &list->items[first], &list->items[end]) == 0)
            end++;
        sort_block(list, how, first, end);
    }
}

void arrange(PickList *list, const GoalRules *rules, const uint8_t *ranks)
{
    for (size_t i = 1; i < list->count; i++) {
        const Pick pick = list->items[i];
        size_t k = i;
        for (; k > 0 && compare_blocks(list, rules, &list->items[k - 1], &pick) > 0; k--)
            list->items[k] = list->items[k - 1];
        list->items[k] = pick;
    }
    PickList other = *list;
    sort_blocks(list, &(Arranging){rules, ranks, false});
    sort_blocks(&other, &(Arranging){rules, ranks, true});
    if (arrange_changes(&other) < arrange_changes(list))
        *list = other;
}

int32_t arrange_changes(const PickList *list)
{
    int32_t changes = 0;
    for (size_t i = 1; i < list->count; i++) {
        const Pick *one = &list->items[i - 1], *other = &list->items[i];
        changes += one->stop != other->stop || one->stance != other->stance;
    }
    return changes;
}

bool arrange_is_together(const PickList *list, const GoalRules *rules, const Pick *one, const Pick *other)
{
    return one->stance == other->stance && compare_blocks(list, rules, one, other) == 0;
}

size_t arrange_run(const PickList *list, size_t first, const GoalRules *rules)
{
    size_t count = 1;
    while (list->items[first].rounds > 1 && first + count < list->count &&
           arrange_is_together(list, rules, &list->items[first + count - 1], &list->items[first + count]))
        count++;
    return count;
}
