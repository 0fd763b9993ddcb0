/* SPDX-License-Identifier: MIT */
/* The app on a screen: one loop that waits for keys, signals and the moment when something changes, and sleeps else. */
#ifndef TERM_LOOP_H
#define TERM_LOOP_H

#include "app/app.h"

enum { LOOP_NO_SCREEN = -1 };

/* Runs an app that was started (app_start_...) until it ends, gives the terminal back and says its last words. Returns
 * the exit status, 128 + n after signal n; LOOP_NO_SCREEN, with nothing done, where the terminal can show no screen
 * (none there, TERM is dumb or no name that we know a stand-in for; nothing to draw into, which is said on standard error):
 * line mode is the way then. */
int loop_run(App *app);

#endif
