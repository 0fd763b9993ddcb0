/* SPDX-License-Identifier: MIT */
#include "app/history_requests.h"

#include <stdlib.h>

#include "app/records.h"
#include "app/state.h"
#include "base/memory.h"
#include "store/edit_record.h"

enum { AT_ONCE = 100 };

static void read_all(App *app)
{
    history_view_read_overview(&app->history, app->store, settings_per_week(&app->settings));
    history_view_read_list(&app->history, app->store);
}

void history_requests_refresh(App *app)
{
    const SessionRecord *record = history_view_shown(&app->history);
    if (record)
        history_view_read_record(&app->history, app->store, record->id);
    if (app->history.list)
        read_all(app);
    if (app->has_home)
        records_read_last_done(app);
    records_tell_trouble(app);
}

void history_requests_open(App *app, Request request)
{
    (void)request;
    free(app->history.search);
    app->history.search = NULL;
    app->history.wanted = AT_ONCE;
    read_all(app);
    records_tell_trouble(app);
    state_show(app, &screen_history);
}

void history_requests_find(App *app, Request request)
{
    char *search = request.text && *request.text ? memory_copy_text(request.text) : NULL;
    free(app->history.search);
    app->history.search = search;
    app->history.wanted = AT_ONCE;
    history_view_read_list(&app->history, app->store);
}

void history_requests_more(App *app, Request request)
{
    HistoryView *view = &app->history;
    do {
        view->wanted += request.value > 0 ? view->wanted : AT_ONCE;
        history_view_read_list(view, app->store);
    } while (request.value > 0 && history_view_begins(view) >= request.value);
}

void history_requests_record(App *app, Request request)
{
    const SessionRecord *record = history_view_listed(&app->history, request.value);
    if (!record)
        return;
    history_view_read_record(&app->history, app->store, record->id);
    if (history_view_shown(&app->history))
        state_show(app, &screen_record);
}

void history_requests_delete(App *app, Request request)
{
    HistoryView *view = &app->history;
    const bool is_shown = request.value < 0;
    const SessionRecord *record = is_shown ? history_view_shown(view) : history_view_listed(view, request.value);
    char *undo = NULL;
    if (!record)
        return;
    if (!edit_record_delete(app->store, record->id, &undo)) {
        state_set_notice(app,
                         memory_copy_text("Not deleted: the session is running, or the records cannot be written."));
        return;
    }
    free(view->undo);
    view->undo = undo;
    state_set_notice(app,
                     memory_print("Deleted: %s. Press %s to undo.", record->title, state_key(app, ACTION_UNDO_RECORD)));
    history_view_read_record(view, app->store, 0);
    state_leave(app, &screen_record);
    history_requests_refresh(app);
}

void history_requests_undo(App *app, Request request)
{
    HistoryView *view = &app->history;
    int64_t id;
    (void)request;
    if (!view->undo)
        return;
    const bool is_back = edit_record_undo(app->store, view->undo, &id);
    state_set_notice(app,
                     memory_copy_text(is_back ? "The session is back." : "The session could not be brought back."));
    if (is_back) {
        free(view->undo);
        view->undo = NULL;
    }
    history_requests_refresh(app);
}
