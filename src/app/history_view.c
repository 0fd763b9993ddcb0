/* SPDX-License-Identifier: MIT */
#include "app/history_view.h"

#include <stdlib.h>

#include "app/records.h"
#include "app/state.h"
#include "base/memory.h"
#include "platform/clock.h"
#include "store/edit_record.h"
#include "store/sums.h"

enum { AT_ONCE = 100, LEAST_PER_WEEK = 2 };

void history_view_release(HistoryView *view)
{
    overview_release(&view->overview);
    history_free(view->list);
    history_free(view->record);
    free(view->search);
    free(view->undo);
    *view = (HistoryView){0};
}

ModelHistory history_view_model(const HistoryView *view)
{
    return (ModelHistory){
        .overview = view->has_overview ? &view->overview : NULL,
        .sessions = view->list ? view->list->sessions : NULL,
        .session_count = view->list ? view->list->count : 0,
        .has_more = view->list && view->list->count >= (size_t)view->wanted,
        .search = view->search ? view->search : "",
        .record = view->record && view->record->count > 0 ? view->record->sessions : NULL,
        .can_undo = view->undo != NULL,
    };
}

static void read_overview(App *app)
{
    const int64_t now_s = clock_unix_s();
    const SumsRequest request = {
        .now = {now_s, clock_utc_offset_min(now_s)},
        .weeks = OVERVIEW_WEEKS,
        .area = -1,
        .least_per_week = LEAST_PER_WEEK,
    };
    HistoryView *view = &app->history;
    overview_release(&view->overview);
    view->has_overview = sums_read(app->store, &request, &view->overview);
}

static void read_list(App *app)
{
    HistoryView *view = &app->history;
    const HistoryFilter filter = {.area = -1, .search = view->search, .newest = view->wanted, .is_brief = true};
    history_free(view->list);
    view->list = history_read(app->store, &filter);
}

static void read_record(App *app, int64_t id)
{
    HistoryView *view = &app->history;
    history_free(view->record);
    view->record = history_read_one(app->store, id, NULL);
}

void history_view_refresh(App *app)
{
    const SessionRecord *record = history_view_model(&app->history).record;
    if (record)
        read_record(app, record->id);
    if (app->history.list) {
        read_overview(app);
        read_list(app);
    }
    if (app->has_home)
        last_done_read(&app->last_done, app->store, app->library);
    records_tell_trouble(app);
}

void history_view_open(App *app, Request request)
{
    HistoryView *view = &app->history;
    (void)request;
    free(view->search);
    view->search = NULL;
    view->wanted = AT_ONCE;
    read_overview(app);
    read_list(app);
    records_tell_trouble(app);
    state_show(app, &screen_history);
}

void history_view_find(App *app, Request request)
{
    HistoryView *view = &app->history;
    char *search = request.text && *request.text ? memory_copy_text(request.text) : NULL;
    free(view->search);
    view->search = search;
    view->wanted = AT_ONCE;
    read_list(app);
}

void history_view_more(App *app, Request request)
{
    (void)request;
    app->history.wanted += AT_ONCE;
    read_list(app);
}

/* The session at that place in the list; NULL: there is none. */
static const SessionRecord *listed(const App *app, int32_t index)
{
    const History *list = app->history.list;
    return list && index >= 0 && (size_t)index < list->count ? &list->sessions[index] : NULL;
}

void history_view_record(App *app, Request request)
{
    const SessionRecord *record = listed(app, request.value);
    if (!record)
        return;
    read_record(app, record->id);
    if (history_view_model(&app->history).record)
        state_show(app, &screen_record);
}

void history_view_delete(App *app, Request request)
{
    HistoryView *view = &app->history;
    const SessionRecord *record = request.value < 0 ? history_view_model(view).record : listed(app, request.value);
    char *undo = NULL;
    if (!record)
        return;
    if (!edit_record_delete(app->store, record->id, &undo)) {
        state_set_notice(app, memory_copy_text("This session was not deleted: it is running, or the records cannot be "
                                               "written."));
        return;
    }
    free(view->undo);
    view->undo = undo;
    state_set_notice(app, memory_print("Deleted: %s. Press u to undo.", record->title));
    if (request.value < 0) {
        history_free(view->record);
        view->record = NULL;
        state_leave(app, &screen_record);
    }
    history_view_refresh(app);
}

void history_view_undo(App *app, Request request)
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
    history_view_refresh(app);
}
