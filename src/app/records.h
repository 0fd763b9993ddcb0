/* SPDX-License-Identifier: MIT */
/* The app's dealings with the records: opened late, asked for what was left and what hurt, and their troubles told. */
#ifndef APP_RECORDS_H
#define APP_RECORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "app/effects.h"
#include "session/plan.h"

void records_open(App *app); /* once; nothing in a rehearsal */

/* Looks for the newest session that was left and that nobody follows, for the screens to show; false where there is
 * none. */
bool records_find_left(App *app);
void records_forget_left(App *app);

void records_note_hurt(App *app, const PlanMove *move, Side side);
void records_clear_eases(App *app); /* those of the plan that is looked at */

/* Takes up a trouble of the store, if there is a new one, as a notice. */
void records_tell_trouble(App *app);

/* Keeping what is followed: written as it goes on; and when it has ended, what is said of it goes by whether it could be
 * written. Where it could not, it is kept at hand until it can. */

/* Writes what is to be written of the session of the moment, if anything. */
void records_write(App *app);

/* It has ended: the last words, as much as is known. records_write says them anew. */
void records_say(App *app);

/* Puts it away with its plan; where its end is still to be written it stays at hand, until another one starts. */
void records_put_away(App *app);

/* Tries to write the end of the one that was put away, if there is one. The last time is with patience, and then it is
 * given up. */
void records_try_again(App *app, bool is_last);

/* When an end that is still to be written is tried again; -1: there is none. */
int64_t records_due_ns(const App *app);

void records_release(App *app);

#endif
