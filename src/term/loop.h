/* SPDX-License-Identifier: MIT */
/* The app on a full screen: one loop that sleeps until a key, a signal or a changed file arrives, or until the moment
 * when something on the screen changes. */
#ifndef TERM_LOOP_H
#define TERM_LOOP_H

#include "app/app.h"

enum { LOOP_NO_SCREEN = -1 };

/* Runs an app that was started (app_start_...) until it ends, restores the terminal, and prints app_last_words and the
 * problems. Returns the exit status, 128 + n after signal n. Returns LOOP_NO_SCREEN if no screen can be shown: standard
 * input or output is no terminal, TERM is unset or names a terminal that cannot move the cursor, or frames cannot be
 * drawn (only this reason is printed). Then go on with the same app in line mode. */
int loop_run(App *app);

#endif
