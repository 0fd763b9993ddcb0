/* SPDX-License-Identifier: MIT */
#include "app/about_tools.h"

#include "app/state.h"
#include "routine/filter.h"
#include "routine/struct_members.h"

static void forget(AskedTools *asked)
{
    arena_release(&asked->arena);
    *asked = (AskedTools){0};
}

static void add(AskedTools *asked, const TextList *tools)
{
    const TextList before = asked->names, copies = struct_members_copy_texts(&asked->arena, *tools);
    asked->names = (TextList){arena_take_array(&asked->arena, before.count + copies.count, sizeof *before.items), 0};
    filter_add_new(&asked->names, &before);
    filter_add_new(&asked->names, &copies);
}

static void add_needs(AskedTools *asked, const ToolList *needs)
{
    for (size_t i = 0; i < needs->count; i++)
        add(asked, &needs->items[i].any_of);
}

void about_tools_one(App *app, Request request)
{
    const ModelTools tools = app->model.tools; /* as the screen saw them that asks */
    if (request.value < 0 || (size_t)request.value >= tools.count)
        return;
    forget(&app->asked_tools);
    const char *name = tools.items[request.value].name;
    add(&app->asked_tools, &(TextList){&name, 1});
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
