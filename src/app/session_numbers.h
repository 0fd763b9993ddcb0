/* SPDX-License-Identifier: MIT */
/* What a person says of a session: the numbers before and after it, and a note. What is said before belongs to the
 * selection until the session starts; what is said after it goes into the records at once. */
#ifndef APP_SESSION_NUMBERS_H
#define APP_SESSION_NUMBERS_H

#include "app/effects.h"
#include "ui/screen.h"

/* A session has started: it takes what was said before it. */
void session_numbers_begin(App *app);

/* A session has ended. For a moment no number is taken: a key too many was meant for its last hold. */
void session_numbers_end(App *app);

void session_numbers_release(App *app); /* what screen_entry asked for */

/* Handlers of requests. Those of RECORD_... are about the session that has just ended, or else about the one that is
 * looked at in the history. */
void session_numbers_before(App *app, Request request);
void session_numbers_record_before(App *app, Request request);
void session_numbers_record_after(App *app, Request request);
void session_numbers_record_note(App *app, Request request);
void session_numbers_enter(App *app, Request request);
void session_numbers_again(App *app, Request request);

#endif
