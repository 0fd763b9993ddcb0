/* SPDX-License-Identifier: MIT */
/* Tells what happens in a session, and what a screen would show beside it, as lines. */
#ifndef PLAIN_TELLING_H
#define PLAIN_TELLING_H

#include "plain/console.h"

/* Tells what a call of the app brought: the bell, events and a notice, in one write. Sets is_over if it asks to end. */
void telling_news(Console *console, Effects wish);

/* Adds one event, as if it happened now. */
void telling_event(Console *console, const Session *session, const Event *event);

/* Appends that the session is paused, and notes when that began. */
void telling_pause(Console *console, Text *line);

void telling_keys(Console *console, KeyMap map);               /* the keys of a map, a line each */
void telling_keys_at_once(Console *console, const char *when); /* the keys that are needed most, in a sentence */
void telling_about(Console *console);                          /* what is known of the move that is done now */
void telling_answer(Console *console);                         /* the lighter or deeper way that was asked for */

#endif
