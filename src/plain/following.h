/* SPDX-License-Identifier: MIT */
/* One session in line mode, from what is asked before it to what is asked after it. */
#ifndef PLAIN_FOLLOWING_H
#define PLAIN_FOLLOWING_H

#include "plain/console.h"

/* Runs the app that was started with a routine or a session to resume, until the session is finished or left. */
void following_run(Console *console);

/* For menus: the same for the routine that is looked at, whose cautions were said; and for the session that was
 * left. */
void following_start(Console *console);
void following_go_on(Console *console);

/* Says the advice of the first start, where somebody is there to read it. */
void following_advise(Console *console);

/* Asks how it feels and for a note, where the session is finished and somebody can answer. */
void following_ask_after(Console *console);

#endif
