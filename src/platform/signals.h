/* SPDX-License-Identifier: MIT */
/* Makes signals something to wait for with poll(): each handler only writes a byte into a pipe. */
#ifndef PLATFORM_SIGNALS_H
#define PLATFORM_SIGNALS_H

#include <stdbool.h>

/* Catches SIGTSTP, SIGCONT, SIGWINCH and all signals that end a program, except SIGKILL and those of a crash. Signals
 * that were ignored stay ignored. SIGPIPE is ignored, so that the write fails instead. False if no pipe could be made.
 * signals_stop restores all handlers. */
bool signals_start(void);
void signals_stop(void);

int signals_descriptor(void); /* the pipe: readable when a signal has come */
int signals_next(void);       /* the oldest signal not taken yet, or 0 */

/* Stops the process as Ctrl-Z does in any program. Returns when it is continued. */
void signals_stop_here(void);

/* Whether this signal asks the program to end. */
bool signals_is_end(int number);

#endif
