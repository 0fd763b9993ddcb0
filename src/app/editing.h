/* SPDX-License-Identifier: MIT */
/* Routines that are made and edited from the app: the question for a title, the file in the editor, and what follows:
 * it is right and shown, or its problems are, with the ways on. */
#ifndef APP_EDITING_H
#define APP_EDITING_H

#include <stdbool.h>

#include "app/effects.h"
#include "app/state.h"
#include "ui/screen.h"

/* A new one: asks for its title; then writes it, and wishes for the editor. */
void editing_name(App *app, Request request);
void editing_write(App *app, Request request);

/* One that there is, each with a wish for the editor, or a notice that says why not. */
void editing_edit_entry(App *app, Request request);  /* value: an index in the library */
void editing_edit_move(App *app, Request request);   /* value: a move of the plan that is looked at, or -1 */
void editing_edit_shared(App *app, Request request); /* value: an index among the shared moves */

/* Takes up what the editor has left. */
void editing_take_up(App *app, bool editor_worked);

/* What is wrong with it is shown, and the ways on from there. */
void editing_repair(App *app, Request request);
void editing_keep(App *app, Request request);
void editing_throw_away(App *app, Request request);

/* The routine that is being followed, edited in a pause (doc/command-line.md, "Keys of the player"): wishes for the
 * editor at the move of the moment, or at what is wrong; a notice says why not. Then takes up what the editor has left:
 * a routine that is right takes the place of the old plan at the same move, one that is wrong changes nothing. */
void editing_begin_session(App *app);
void editing_take_up_session(App *app, bool editor_worked);

/* Nothing is made or edited any more. */
void editing_forget(App *app);

#endif
