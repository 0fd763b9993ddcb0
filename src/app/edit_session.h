/* SPDX-License-Identifier: MIT */
/* The routine that is being followed, edited in a pause (doc/command-line.md, "Keys of the player"): one that is
 * right again takes the place of the old plan at the same move, one that is wrong changes nothing and what is wrong
 * with it is told. */
#ifndef APP_EDIT_SESSION_H
#define APP_EDIT_SESSION_H

#include <stdbool.h>

#include "app/effects.h"

/* Wishes for the editor at the move of the moment, or at what is wrong; a notice says why not. */
void edit_session_begin(App *app);

/* Takes up what the editor has left. */
void edit_session_take_up(App *app, bool editor_worked);

#endif
