/* SPDX-License-Identifier: MIT */
/* What screens show of the history: past sessions and their sums, as they were read from the records last. */
#ifndef APP_HISTORY_VIEW_H
#define APP_HISTORY_VIEW_H

#include "progress/overview.h"
#include "store/history.h"
#include "ui/screen.h"

/* All zero: nothing was read. */
typedef struct HistoryView {
    bool has_overview;
    Overview overview;
    History *list;   /* the newest that fit, without their moves; NULL: not read */
    int32_t wanted;  /* how many of them */
    char *search;    /* NULL: all */
    History *record; /* of one session, the one that is shown; NULL: none */
    char *undo;      /* brings back the session that was deleted last; NULL: none was */
} HistoryView;

void history_view_release(HistoryView *view);

/* Read from the records: the sums, for weeks that need so many sessions; the list, as `wanted` and `search` say; one
 * session. */
void history_view_read_overview(HistoryView *view, Store *store, int32_t least_per_week);
void history_view_read_list(HistoryView *view, Store *store);
void history_view_read_record(HistoryView *view, Store *store, int64_t id);

/* The session that is shown, or that has that place in the list; NULL: there is none. Borrowed until it is read again,
 * like the model. */
const SessionRecord *history_view_shown(const HistoryView *view);
const SessionRecord *history_view_listed(const HistoryView *view, int32_t index);

/* The local day of the oldest session of the list; INT32_MIN if it has all, or could not be read. */
int32_t history_view_begins(const HistoryView *view);

ModelHistory history_view_model(const HistoryView *view);

#endif
