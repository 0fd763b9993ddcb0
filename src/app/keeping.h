/* SPDX-License-Identifier: MIT */
/* Keeping what is followed: written as it goes on; and when it has ended, what is said of it goes by whether it could be
 * written. Where it could not, it is kept at hand until it can. */
#ifndef APP_KEEPING_H
#define APP_KEEPING_H

#include <stdbool.h>
#include <stdint.h>

#include "app/effects.h"

/* Writes what is to be written of the session of the moment, if anything. */
void keeping_write(App *app);

/* It has ended: the last words, as much as is known. keeping_write says them anew. */
void keeping_say(App *app);

/* Puts it away with its plan; where its end is still to be written it stays at hand, until another one starts. */
void keeping_put_away(App *app);

/* Tries to write the end of the one that was put away, if there is one. The last time is with patience, and then it is
 * given up. */
void keeping_try_again(App *app, bool is_last);

/* When an end that is still to be written is tried again; -1: there is none. */
int64_t keeping_due_ns(const App *app);

void keeping_release(App *app);

#endif
