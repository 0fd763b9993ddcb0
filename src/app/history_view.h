/* SPDX-License-Identifier: MIT */
/* The history: what was done, read from the records for the screens, and changed there. */
#ifndef APP_HISTORY_VIEW_H
#define APP_HISTORY_VIEW_H

#include "app/effects.h"
#include "ui/screen.h"

void history_view_open(App *app, Request request);   /* shows screen_history */
void history_view_find(App *app, Request request);   /* text: what sessions are searched for; "": all */
void history_view_more(App *app, Request request);   /* reads older ones too */
void history_view_record(App *app, Request request); /* value: index in model.history.sessions; shows screen_record */
void history_view_delete(App *app, Request request); /* value: likewise; -1: the one that is shown */
void history_view_undo(App *app, Request request);   /* brings back what was deleted last */

#endif
