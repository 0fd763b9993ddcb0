/* SPDX-License-Identifier: MIT */
/* Routines that are made and edited from the app: the question for a title, the file in the editor, and what follows:
 * it is right and shown, or its problems are, with the ways on. */
#ifndef APP_EDIT_REQUESTS_H
#define APP_EDIT_REQUESTS_H

#include <stdbool.h>

#include "app/effects.h"
#include "app/state.h"
#include "ui/screen.h"

/* A new one: asks for its title; then writes it, and wishes for the editor. */
void edit_requests_name(App *app, Request request);
void edit_requests_write(App *app, Request request);

/* One that there is, each with a wish for the editor, or a notice that says why not. */
void edit_requests_edit_entry(App *app, Request request);  /* value: an index in the library */
void edit_requests_edit_move(App *app, Request request);   /* value: a move of the plan that is looked at, or -1 */
void edit_requests_edit_shared(App *app, Request request); /* value: an index among the shared moves */

/* Takes up what the editor has left. */
void edit_requests_take_up(App *app, bool editor_worked);

/* What is wrong with it is shown, and the ways on from there. */
void edit_requests_repair(App *app, Request request);
void edit_requests_keep(App *app, Request request);
void edit_requests_throw_away(App *app, Request request);

/* The routine that is being followed, edited in a pause (doc/command-line.md, "Keys of the player"): wishes for the
 * editor at the move of the moment, or at what is wrong; a notice says why not. Then takes up what the editor has left:
 * a routine that is right takes the place of the old plan at the same move, one that is wrong changes nothing. */
void edit_requests_begin_session(App *app);
void edit_requests_take_up_session(App *app, bool editor_worked);

/* Nothing is made or edited any more. */
void edit_requests_forget(App *app);

#endif
