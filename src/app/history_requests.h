/* SPDX-License-Identifier: MIT */
/* Requests about the history: opens it, looks for sessions in it, deletes them and brings them back. Everything is read
 * anew when the history is opened and after each change; older sessions only when they are asked for. */
#ifndef APP_HISTORY_REQUESTS_H
#define APP_HISTORY_REQUESTS_H

#include "app/effects.h"
#include "ui/screen.h"

/* Reads again what is shown: after a change to a record. */
void history_requests_refresh(App *app);

/* Handlers of requests. */
void history_requests_open(App *app, Request request);   /* shows screen_history */
void history_requests_find(App *app, Request request);   /* text: what sessions are searched for; "": all */
void history_requests_more(App *app, Request request);   /* reads older ones too; value: all from a day on */
void history_requests_record(App *app, Request request); /* value: index in model.history.sessions */
void history_requests_delete(App *app, Request request); /* value: likewise; -1: the one that is shown */
void history_requests_undo(App *app, Request request);   /* brings back what was deleted last */

#endif
