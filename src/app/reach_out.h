/* SPDX-License-Identifier: MIT */
/* What the active session does to the world around it, as the settings want it: hooks, notices, and the screen that
 * stays on (remote/hooks, remote/notices, remote/awake). Nothing of it waits, and nothing is left of it when knead
 * ends. Rehearsals do nothing. */
#ifndef APP_REACH_OUT_H
#define APP_REACH_OUT_H

#include "app/effects.h"

void reach_out_init(App *app);
void reach_out_release(App *app);

/* Takes up the new events of the session. The bell, if it stands for a notice, is added to the effects. */
void reach_out_follow(App *app);

/* Does what is due; when the screen has been drawn. */
void reach_out_keep(App *app);

/* Lets the screen go off, before the process stops. */
void reach_out_rest(App *app);

/* What the terminal is to be sent for a notice, once, to free(); NULL: nothing. */
char *reach_out_take_sequence(App *app);

#endif
