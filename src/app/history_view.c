/* SPDX-License-Identifier: MIT */
#include "app/history_view.h"

#include <stdlib.h>

#include "base/day.h"
#include "platform/clock.h"
#include "store/sums.h"

void history_view_release(HistoryView *view)
{
    overview_release(&view->overview);
    history_free(view->list);
    history_free(view->record);
    free(view->search);
    free(view->undo);
    *view = (HistoryView){0};
}

void history_view_read_overview(HistoryView *view, Store *store, int32_t least_per_week)
{
    const int64_t now_s = clock_unix_s();
    const SumsRequest request = {
        .now = {now_s, clock_utc_offset_min(now_s)},
        .weeks = OVERVIEW_WEEKS,
        .area = -1,
        .least_per_week = least_per_week,
    };
    overview_release(&view->overview);
    view->has_overview = sums_read(store, &request, &view->overview);
}

void history_view_read_list(HistoryView *view, Store *store)
{
    const HistoryFilter filter = {.area = -1, .search = view->search, .newest = view->wanted, .is_brief = true};
    history_free(view->list);
    view->list = history_read(store, &filter);
}

void history_view_read_record(HistoryView *view, Store *store, int64_t id)
{
    history_free(view->record);
    view->record = id > 0 ? history_read_one(store, id, NULL) : NULL;
}

const SessionRecord *history_view_shown(const HistoryView *view)
{
    return view->record && view->record->count > 0 ? view->record->sessions : NULL;
}

const SessionRecord *history_view_listed(const HistoryView *view, int32_t index)
{
    return view->list && index >= 0 && (size_t)index < view->list->count ? &view->list->sessions[index] : NULL;
}

static bool has_more(const HistoryView *view)
{
    return view->list && view->list->count >= (size_t)view->wanted;
}

int32_t history_view_begins(const HistoryView *view)
{
    const SessionRecord *oldest = history_view_listed(view, 0);
    return oldest && has_more(view) ? day_of(oldest->started_s, oldest->offset_min) : INT32_MIN;
}

ModelHistory history_view_model(const HistoryView *view)
{
    return (ModelHistory){
        .overview = view->has_overview ? &view->overview : NULL,
        .sessions = view->list ? view->list->sessions : NULL,
        .session_count = view->list ? view->list->count : 0,
        .has_more = has_more(view),
        .search = view->search ? view->search : "",
        .record = history_view_shown(view),
        .can_undo = view->undo != NULL,
    };
}
