/* SPDX-License-Identifier: MIT */
#include "app/history_view.h"

#include "app/state.h"

void history_view_open(App *app, Request request)
{
    (void)request;
    state_show(app, &screen_history);
}

void history_view_find(App *app, Request request)
{
    (void)app, (void)request;
}

void history_view_more(App *app, Request request)
{
    (void)app, (void)request;
}

void history_view_record(App *app, Request request)
{
    (void)request;
    state_show(app, &screen_record);
}

void history_view_delete(App *app, Request request)
{
    (void)app, (void)request;
}

void history_view_undo(App *app, Request request)
{
    (void)app, (void)request;
}
