/* SPDX-License-Identifier: MIT */
/* Reads files again when they change on disk while the app is open: for lists, the routine that is shown, settings and,
 * at its next step, the session. Changes come in bursts, so they are read when there was no other for a moment. */
#ifndef APP_RELOAD_H
#define APP_RELOAD_H

#include <stdbool.h>
#include <stdint.h>

#include "app/effects.h"
#include "session/plan.h"

/* Starts watching the folders. With `may_be_told` false, the system's notification is not used: changes are looked for
 * at keys and at new steps, as on a system without notification. */
void reload_begin(App *app, bool may_be_told);

/* The descriptor of the watch is readable. */
void reload_hear(App *app);

/* A key was pressed: without notification, changes are looked for now. */
void reload_at_key(App *app);

/* The moment (awake_ns) when the files will be read; 0: at once; -1: there are no changes, or a session runs or is
 * paused. */
int64_t reload_due_ns(const App *app);

/* The time is now `now_ns`; notes when reported changes will be read. */
void reload_beat(App *app, int64_t now_ns);

/* Reads the folders and files that have changed, if the last change is long enough ago. */
void reload_if_quiet(App *app);

/* Reads them now, for callers that know of a change (an editor has ended). A running session keeps its plan until its
 * next step. */
void reload_files(App *app);

/* Call it before files are changed by code that refreshes the library itself. The next reload_files then compares with
 * the library as it is at this call. */
void reload_expect(App *app);

/* A step of the session has begun, and its event was handed out: the session now takes over changed files. */
void reload_at_step(App *app);

/* Gives the open session a new plan, at the same move, side and second. Takes over the plan. */
void reload_replan(App *app, Plan *plan);

#endif
