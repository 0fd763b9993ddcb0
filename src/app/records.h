/* SPDX-License-Identifier: MIT */
/* The app's dealings with the records: opened late, asked for what was left and what hurt, and their troubles told. */
#ifndef APP_RECORDS_H
#define APP_RECORDS_H

#include <stdbool.h>

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

#endif
