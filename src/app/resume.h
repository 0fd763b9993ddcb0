/* SPDX-License-Identifier: MIT */
/* The session that was left: it stays offered, at the start, on home and before another one starts, until it is gone on
 * with, ended or thrown away. */
#ifndef APP_RESUME_H
#define APP_RESUME_H

#include <stdbool.h>

#include "app/effects.h"
#include "ui/screen.h"

/* Before another one starts: asks, where one was left. False where nothing is in the way. */
bool resume_ask(App *app);

/* Takes that one up, paused; the player is not yet shown. False with *problem to free(). */
bool resume_begin(App *app, char **problem);

/* For those who want no questions: keeps what was done of all that were left, and says so. */
void resume_end_all(App *app);

/* What the person chooses. */
void resume_go_on(App *app, Request request);
void resume_end_here(App *app, Request request);
void resume_discard(App *app, Request request);
void resume_start_another(App *app, Request request);

#endif
