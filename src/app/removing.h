/* SPDX-License-Identifier: MIT */
/* Routines of one's own that are taken away on the library screen, and brought back while the app is open. */
#ifndef APP_REMOVING_H
#define APP_REMOVING_H

#include "app/state.h"
#include "ui/screen.h"

void removing_routine(App *app, Request request); /* value: an index in the library */
void removing_move(App *app, Request request);    /* value: an index among the shared moves: says where it stands */
void removing_undo(App *app, Request request);    /* the one that went last */

/* Nothing can be brought back any more. */
void removing_forget(App *app);

#endif
