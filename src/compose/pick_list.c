/* SPDX-License-Identifier: MIT */
#include "compose/pick_list.h"

#include "base/macros.h"

const Pick *pick_list_find(const PickList *list, const Candidate *candidate)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].candidate == candidate)
            return &list->items[i];
    }
    return NULL;
}

int32_t pick_list_warm_limit(const Picking *picking, const PickList *list, int32_t work_s)
{
    if (work_s == 0)
        return list->warm.most_s;
    return MIN_OF(picking->target_s / PICK_WARM_UP_PART, work_s / (PICK_WARM_UP_PART - 1));
}

int32_t pick_list_usual_s(const Picking *picking, const PickList *list)
{
    const int32_t work_s = list->lengths.usual_s - list->warm.usual_s;
    return work_s + MIN_OF(list->warm.usual_s, MAX_OF(list->warm.least_s, pick_list_warm_limit(picking, list, work_s)));
}

int32_t pick_list_most_s(const Picking *picking, const PickList *list)
{
    const int32_t work_s = list->lengths.most_s - list->warm.most_s;
    return work_s + MIN_OF(list->warm.most_s, MAX_OF(list->warm.least_s, pick_list_warm_limit(picking, list, work_s)));
}

Lengths pick_list_lengths(const Pick *pick)
{
    const Candidate *candidate = pick->candidate;
    const int32_t sides = candidates_sides(candidate->move);
    Lengths lengths = candidate->lengths;
    lengths.least_s += sides * (pick->least_s - candidate->hold.least_s);
    lengths.usual_s += sides * MAX_OF(0, pick->least_s - candidate->hold.usual_s);
    return lengths;
}

size_t pick_list_count(const PickList *list, Work work, int area)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const Pick *pick = &list->items[i];
        count += pick->work == work && (work == WORK_BREATHE || pick->area == area);
    }
    return count;
}

bool pick_list_presses(const Pick *pick)
{
    const Move *move = pick->candidate->move;
    bool is_pressing = pick->candidate->work == WORK_DEEP;
    for (size_t i = 0; i < move->phase_count; i++)
        is_pressing = is_pressing || move->phases[i].pressure.is_set;
    return is_pressing;
}

uint32_t pick_list_pressed(const PickList *list)
{
    uint32_t areas = 0;
    for (size_t i = 0; i < list->count; i++)
        areas |= pick_list_presses(&list->items[i]) ? AREA_BIT(list->items[i].candidate->move->areas.items[0]) : 0;
    return areas;
}
