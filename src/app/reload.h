/* SPDX-License-Identifier: MIT */
/* What follows when files change on disk while the app is open: lists, the routine that is looked at, settings and, from
 * one step to the next, the session. Changes come in storms, so they are looked at when it has become quiet. */
#ifndef APP_RELOAD_H
#define APP_RELOAD_H

#include <stdbool.h>
#include <stdint.h>

#include "app/effects.h"
#include "session/plan.h"

/* Begins to watch the folders; without `may_be_told` changes are looked for at keys and steps, as where the system tells
 * of none. */
void reload_begin(App *app, bool may_be_told);

/* The watch has something to tell. */
void reload_hear(App *app);

/* A key has come: where the system tells of no changes, this is the time to look for some. */
void reload_at_key(App *app);

/* The moment at which it will have become quiet; 0 for at once, -1 where all is quiet. */
int64_t reload_due_ns(const App *app);

/* Time has passed up to `now_ns`. */
void reload_beat(App *app, int64_t now_ns);

/* Looks at folders and files if they have been quiet for long enough. */
void reload_if_quiet(App *app);

/* Looks at them now, for one who knows that some have changed (an editor has ended). A session that is followed is not
 * touched before its next step. */
void reload_files(App *app);

/* Files are going to be changed from here, by something that refreshes the library itself: what reload_files then finds
 * has changed since this moment. */
void reload_expect(App *app);

/* A step of the session has just begun, and was told of: files that have changed are taken up now. */
void reload_at_step(App *app);

/* Goes over to a plan that was made anew, in a session that is open: the same move, side and second. Owns the plan. */
void reload_replan(App *app, Plan *plan);

#endif
