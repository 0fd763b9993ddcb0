/* SPDX-License-Identifier: MIT */
/* How the app uses the records: opens them after the first screen, looks for a session that was left, notes what hurt,
 * writes the session, and shows the store's problems. */
#ifndef APP_RECORDS_H
#define APP_RECORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "app/effects.h"
#include "session/plan.h"

void records_open(App *app); /* once; opens nothing in a rehearsal */

/* The settings were read: from now on changes go to the journal that they name, if the records are open. */
void records_follow_journal(App *app);

/* Looks for the newest session that was left and that no knead has open, for the screens to show (app->left). False if
 * there is none. */
bool records_find_left(App *app);
void records_forget_left(App *app);

/* Reads app->last_done again, from which follows what is due. */
void records_read_last_done(App *app);

void records_note_hurt(App *app, const PlanMove *move, Side side);
void records_clear_lowered(App *app); /* the lowered targets of the areas of the plan that is shown */

/* Counts how often each move of the session was done before, up to NARRATION_FAMILIAR_FROM. Call it when a session
 * begins or its plan changes; before the records are opened it is 0, and records_open counts again. */
void records_count_times_done(App *app);

/* The counts, by move of the session's plan; NULL where none were made. Borrowed until the plan changes. */
const int32_t *records_times_done(const App *app);

/* Sets a notice for the next problem of the store, if there is one. */
void records_tell_trouble(App *app);

/* Writing the session. It is written as it goes on. When it has ended, the message depends on whether the end could be
 * written. If not, the session is kept in memory (app->late) until it can. */

/* Writes what has to be written of the current session, if anything. */
void records_write(App *app);

/* The session has ended: sets app->last_words, as far as the result is known. records_write sets them again. */
void records_say(App *app);

/* Closes the session and its plan. If its end is not written yet, both are kept until it is, or until another session
 * starts. */
void records_put_away(App *app);

/* The same, but the choice of routines stays. The plan may be gone then: it has to be made anew. */
void records_close_session(App *app);

/* Tries to write the end of the session in app->late, if there is one. With `is_last` it waits longer for other
 * programs, and gives up if that fails. */
void records_try_again(App *app, bool is_last);

/* The moment (awake_ns) of the next try; -1: nothing has to be tried. */
int64_t records_due_ns(const App *app);

void records_release(App *app);

#endif
