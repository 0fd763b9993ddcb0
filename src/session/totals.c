/* SPDX-License-Identifier: MIT */
#include "session/totals.h"

#include <stdbool.h>
#include <string.h>

static bool same_need(const TextList *a, const TextList *b)
{
    bool is_same = a->count == b->count;
    for (size_t i = 0; i < a->count && is_same; i++)
        is_same = strcmp(a->items[i], b->items[i]) == 0;
    return is_same;
}

static void add_tools(Totals *totals, const ToolList *tools, int32_t seconds)
{
    if (tools->count == 0)
        totals->without_tool_s += seconds;
    for (size_t i = 0; i < tools->count; i++) {
        const TextList *need = &tools->items[i].any_of;
        size_t place = 0;
        while (place < totals->tool_count && !same_need(totals->tools[place].any_of, need))
            place++;
        if (place == totals->tool_count)
            totals->tools[totals->tool_count++].any_of = need;
        totals->tools[place].seconds += seconds;
    }
}

static void add_hold(Totals *totals, const PlanMove *move, const Step *step)
{
    const int32_t seconds = step->seconds;
    totals->holds_s += seconds;
    totals->side_s[step->side] += seconds;
    totals->technique_s[step->technique] += seconds;
    for (size_t i = 0; i < move->areas.count; i++)
        totals->area_s[move->areas.items[i]][step->side] += seconds;
    for (size_t i = 0; i < move->where.count; i++)
        totals->place_s[move->where.items[i]] += seconds;
    for (int place = 0; place < PLACE_COUNT && move->where.count == 0; place++)
        totals->place_s[place] += seconds;
    add_tools(totals, &move->tools, seconds);
}

static int32_t held_s(const Plan *plan, const PlanMove *move)
{
    int32_t seconds = 0;
    for (int32_t i = 0; i < move->step_count; i++) {
        const Step *step = &plan->steps[move->first_step + i];
        seconds += step->kind == STEP_HOLD ? step->seconds : 0;
    }
    return seconds;
}

/* Both plans have their moves in the order of their turns; the shorter one lacks some. */
static void find_shortened(Totals *totals, const Plan *plan, const Plan *full)
{
    for (size_t i = 0, k = 0; i < plan->move_count; i++) {
        while (k < full->move_count && full->moves[k].turn < plan->moves[i].turn)
            k++;
        if (k == full->move_count)
            return;
        const Shortening one = {plan->moves[i].name, held_s(full, &full->moves[k]), held_s(plan, &plan->moves[i])};
        if (one.to_s < one.from_s)
            totals->shortened[totals->shortened_count++] = one;
    }
}

void totals_make(Totals *totals, Arena *arena, const Plan *plan, const Plan *full)
{
    size_t needs = 0;
    *totals = (Totals){0};
    for (size_t i = 0; i < plan->move_count; i++)
        needs += plan->moves[i].tools.count;
    totals->tools = arena_take_array(arena, needs, sizeof(*totals->tools));
    totals->shortened = arena_take_array(arena, plan->move_count, sizeof(*totals->shortened));
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        if (step->kind == STEP_HOLD)
            add_hold(totals, &plan->moves[step->move], step);
        else if (step->kind == STEP_REST)
            totals->rests_s += step->seconds;
        else
            totals->set_ups_s += step->seconds;
    }
    if (full)
        find_shortened(totals, plan, full);
}
