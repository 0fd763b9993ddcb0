/* SPDX-License-Identifier: MIT */
/* Signals as something that can be waited for: each handler only writes a byte into a pipe. */
#ifndef PLATFORM_SIGNALS_H
#define PLATFORM_SIGNALS_H

#include <stdbool.h>

/* Takes TSTP, CONT, WINCH and all that end a program but for KILL and those of a crash (those that were ignored stay so),
 * and turns PIPE into a failed write. False where there is no pipe to be had. */
bool signals_start(void);
void signals_stop(void);

int signals_descriptor(void); /* readable when one has come */
int signals_next(void);       /* the signal that came first, or 0 */

/* Stops the process as Ctrl-Z does in any program; returns when it goes on. */
void signals_stop_here(void);

/* Whether it asks for the end of the program. */
bool signals_is_end(int number);

#endif
