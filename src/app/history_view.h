/* SPDX-License-Identifier: MIT */
/* The history in the app: reads past sessions and their sums for the screens, and deletes sessions. Everything is read
 * anew when the history is opened and after each change; older sessions only when they are asked for. */
#ifndef APP_HISTORY_VIEW_H
#define APP_HISTORY_VIEW_H

#include "app/effects.h"
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

/* What screens see of it. Borrowed until something is read again. */
ModelHistory history_view_model(const HistoryView *view);

/* Reads again what is there: after a change to a record. */
void history_view_refresh(App *app);

/* Handlers of requests. */
void history_view_open(App *app, Request request);   /* shows screen_history */
void history_view_find(App *app, Request request);   /* text: what sessions are searched for; "": all */
void history_view_more(App *app, Request request);   /* reads older ones too */
void history_view_record(App *app, Request request); /* value: index in model.history.sessions; shows screen_record */
void history_view_delete(App *app, Request request); /* value: likewise; -1: the one that is shown */
void history_view_undo(App *app, Request request);   /* brings back what was deleted last */

#endif
