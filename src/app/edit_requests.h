/* SPDX-License-Identifier: MIT */
/* Making and editing routines in the app: asks for a title, opens the file in the editor, and then shows the routine
 * or, if it has errors, its problems and what can be done. */
#ifndef APP_EDIT_REQUESTS_H
#define APP_EDIT_REQUESTS_H

#include <stdbool.h>

#include "app/effects.h"
#include "app/state.h"
#include "ui/screen.h"

/* A new routine. edit_requests_name asks for its title; edit_requests_write writes the file and asks for the editor
 * (Effects.edit). */
void edit_requests_name(App *app, Request request);
void edit_requests_write(App *app, Request request);

/* An existing file. Each of these asks for the editor (Effects.edit), or sets a notice that says why not. */
void edit_requests_edit_entry(App *app, Request request);  /* value: an index in the library */
void edit_requests_edit_move(App *app, Request request);   /* value: a move of the plan that is looked at, or -1 */
void edit_requests_edit_shared(App *app, Request request); /* value: an index among the shared moves */

/* Reads what the editor has left, after it has ended. `editor_worked` is false if it did not start or failed. */
void edit_requests_take_up(App *app, bool editor_worked);

/* A file with errors: back to the editor, keep it as it is, or put the text from before back. */
void edit_requests_repair(App *app, Request request);
void edit_requests_keep(App *app, Request request);
void edit_requests_throw_away(App *app, Request request);

/* Editing the routine of the session, during a pause (doc/command-line.md, "Keys of the player"). The first function
 * asks for the editor at the current move or at the first problem, or sets a notice that says why not. The second one
 * reads what the editor has left: if the routine is right, the session goes on with a new plan, at the same move; if it
 * has errors, the session keeps its plan. */
void edit_requests_begin_session(App *app);
void edit_requests_take_up_session(App *app, bool editor_worked);

/* Forgets the file that is being made or edited. */
void edit_requests_forget(App *app);

#endif
