/* SPDX-License-Identifier: MIT */
#include "app/swap.h"

#include <stdlib.h>
#include <string.h>

#include "app/state.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/filter.h"
#include "ui/screens/care.h"

static bool has_common(const WordList *one, const WordList *other)
{
    for (size_t i = 0; i < one->count; i++) {
        if (other->count > 0 && memchr(other->items, one->items[i], other->count))
            return true;
    }
    return false;
}

static bool is_listed(const App *app, const char *id)
{
    for (size_t i = 0; i < app->swap_count; i++) {
        if (strcmp(app->swaps[i].id, id) == 0)
            return true;
    }
    return false;
}

/* Never itself, nor one twice, nor what is not for this person. */
static void add(App *app, const PlanMove *now, const ModelMove *found, bool is_named)
{
    if (!found || (now->use && strcmp(now->use, found->id) == 0) || is_listed(app, found->id) ||
        care_of_move(&app->settings, found->move, NULL) == CARE_RULED_OUT)
        return;
    app->swaps = memory_grow(app->swaps, &app->swap_capacity, app->swap_count + 1, sizeof *app->swaps);
    app->swaps[app->swap_count] = *found;
    app->swaps[app->swap_count++].is_named = is_named;
}

/* Those that the move itself names; and, where it was swapped already, the way back. */
static void add_named(App *app, const PlanMove *now)
{
    const Move *written = selection_move(&app->selection, now->turn, NULL);
    if (!written)
        return;
    add(app, now, stock_find(&app->stock, written->use), true);
    for (size_t i = 0; i < written->instead.count; i++)
        add(app, now, stock_find(&app->stock, written->instead.items[i]), true);
}

static bool is_alike(const App *app, const PlanMove *now, const Move *move)
{
    const AtHand *tools = &app->settings.tools;
    const bool is_near = now->where.count == 0 || move->where.count == 0 || has_common(&now->where, &move->where);
    return is_near && has_common(&now->areas, &move->areas) &&
           (!tools->is_said || filter_tools_cover(&tools->names, &move->tools));
}

/* Of the same kind: first for the same part, and done in the same way. */
static int likeness(const PlanMove *now, const Move *move)
{
    return 2 * (now->areas.items[0] == move->areas.items[0]) + (now->technique == move->technique);
}

static void add_alike(App *app, const PlanMove *now)
{
    for (int wanted = 3; wanted >= 0; wanted--) {
        for (size_t i = 0; i < app->stock.count; i++) {
            const Move *move = app->stock.moves[i].move;
            if (is_alike(app, now, move) && likeness(now, move) == wanted)
                add(app, now, &app->stock.moves[i], false);
        }
    }
}

void swap_offer(App *app, Request request)
{
    const Plan *plan = app->selection.plan;
    if (!plan || app->active.is_open || request.value < 0 || (size_t)request.value >= plan->move_count)
        return;
    app->looked_at = request.value;
    app->swap_count = 0;
    stock_read(&app->stock, app->library);
    add_named(app, &plan->moves[request.value]);
    add_alike(app, &plan->moves[request.value]);
    state_show(app, &screen_swap);
}

void swap_take(App *app, Request request)
{
    const Plan *plan = app->selection.plan;
    if (!plan || screens_top(&app->screens) != &screen_swap || request.value < 0 ||
        (size_t)request.value >= app->swap_count)
        return;
    const ModelMove *taken = &app->swaps[request.value];
    const int32_t turn = plan->moves[app->looked_at].turn;
    if (text_same(plan->turns[turn].use, taken->id))
        selection_unswap(&app->selection, turn); /* the way back */
    else
        selection_swap(&app->selection, turn, taken->id, taken->move);
    screens_pop(&app->screens);
    state_plan_anew(app);
}
