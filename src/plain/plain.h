/* SPDX-License-Identifier: MIT */
/* Line mode (doc/command-line.md, "Line mode"): a session as lines of text, and the whole app as numbered menus, for
 * pipes, logs and screen readers. */
#ifndef PLAIN_PLAIN_H
#define PLAIN_PLAIN_H

#include "app/app.h"

/* Runs an app that was started with a routine or a session to resume. Returns the exit status: 128 + n after signal n;
 * 1 if a question had to be asked and nobody could answer, the lines could not be written, or signals could not be
 * caught; otherwise 0. */
int plain_run(App *app);

/* The same for an app that was started at home: its menus. Somebody must be able to answer. */
int plain_run_menus(App *app);

#endif
