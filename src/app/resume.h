/* SPDX-License-Identifier: MIT */
/* The session that was left. It is offered at the start, on home, and before another one starts, until the person
 * resumes, ends or deletes it. */
#ifndef APP_RESUME_H
#define APP_RESUME_H

#include <stdbool.h>

#include "app/effects.h"
#include "ui/screen.h"

/* Call it before another session starts: if one was left, shows the question and returns true. False: nothing to
 * ask. */
bool resume_ask(App *app);

/* Resumes the session that was left, paused or stopped; does not show the player yet. False with *problem, to
 * free(). */
bool resume_begin(App *app, char **problem);

/* Ends all sessions that were left without asking: what was done stays in the history, and a notice says so. */
void resume_end_all(App *app);

/* The choices of the person. */
void resume_go_on(App *app, Request request);
void resume_end_here(App *app, Request request);
void resume_discard(App *app, Request request);
void resume_start_another(App *app, Request request);

#endif
