/* SPDX-License-Identifier: MIT */
#include "app/about_tools.h"

#include "app/state.h"
#include "routine/filter.h"

static void forget(AskedTools *asked)
{
    arena_release(&asked->arena);
    *asked = (AskedTools){0};
}

static void add(AskedTools *asked, const char *name)
{
    TextList *names = &asked->names;
    if (filter_has_text(names, name))
        return;
    const char **items = arena_take_array(&asked->arena, names->count + 1, sizeof *items);
    for (size_t i = 0; i < names->count; i++)
        items[i] = names->items[i];
    items[names->count] = arena_copy(&asked->arena, name);
    *names = (TextList){items, names->count + 1};
}

static void add_needs(AskedTools *asked, const ToolList *needs)
{
    for (size_t i = 0; i < needs->count; i++) {
        for (size_t k = 0; k < needs->items[i].any_of.count; k++)
            add(asked, needs->items[i].any_of.items[k]);
    }
}

void about_tools_one(App *app, Request request)
{
    const ModelTools tools = app->model.tools; /* as the screen saw them that asks */
    if (request.value < 0 || (size_t)request.value >= tools.count)
        return;
    forget(&app->asked_tools);
    add(&app->asked_tools, tools.items[request.value].name);
    shared_moves_read(&app->shared_moves, app->library);
    state_show(app, &screen_tools);
}

void about_tools_of_move(App *app, Request request)
{
    if (request.value < 0 || (size_t)request.value >= app->shared_moves.count)
        return;
    forget(&app->asked_tools);
    add_needs(&app->asked_tools, &app->shared_moves.moves[request.value].move->tools);
    state_show(app, &screen_tools);
}

void about_tools_of_plan(App *app, Request request)
{
    (void)request;
    const Plan *plan = app->selection.plan;
    forget(&app->asked_tools);
    for (size_t i = 0; plan && i < plan->move_count; i++)
        add_needs(&app->asked_tools, &plan->moves[i].tools);
    shared_moves_read(&app->shared_moves, app->library);
    state_show(app, &screen_tools);
}
