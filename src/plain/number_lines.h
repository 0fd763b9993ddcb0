/* SPDX-License-Identifier: MIT */
/* How it feels before and after a session, and the note about it, in line mode. Enter skips each of them. */
#ifndef PLAIN_NUMBER_LINES_H
#define PLAIN_NUMBER_LINES_H

#include "app/app.h"
#include "plain/ask.h"

/* Asks before the start. False if the person leaves instead. Where nothing is recorded nothing is asked. */
bool number_lines_before(const Asker *asker, App *app);

/* Asks after the end, and says what came of it. */
void number_lines_after(const Asker *asker, App *app);

/* Asks for both numbers of a session that is over: the one whose record is shown, or that has just ended. Enter alone
 * leaves one as it is. `measure` is what it has now. */
void number_lines_correct(const Asker *asker, App *app, Measure measure);

#endif
