/* SPDX-License-Identifier: MIT */
/* A clock that stands still until it is told to go on, for a knead that is started with held_clock_env: so a picture of
 * a running session is the same each time it is made. A file in memory holds it, which the program sees through
 * clock_shim.c (PICTURES_SHIM names the shim). */
#ifndef PICTURES_HELD_CLOCK_H
#define PICTURES_HELD_CLOCK_H

#include <stdatomic.h>
#include <stdint.h>

#include "support/pty.h"

enum { HELD_CLOCK_UNIX_S = 1793037600 }; /* what a program takes for the start: Monday, 2026-10-26, 18:00 UTC */

/* As it lies in the file. */
typedef struct HeldClock {
    _Atomic int64_t now_ns;         /* since the start */
    _Atomic unsigned asked, rested; /* `rested` follows once all that came before `asked` is done with */
} HeldClock;

/* Makes the file in the test's folder. To be given back with held_clock_release. */
HeldClock *held_clock_new(void);
void held_clock_release(HeldClock *clock);

/* Rows of PtyOptions.env: the program takes its time from this clock, on a dark background. Borrowed until
 * held_clock_release. */
const char *const *held_clock_env(void);

/* Lets the time go on, and waits until the program has shown what that changes. Before that, it has taken in what was
 * typed. */
void held_clock_add(HeldClock *clock, Pty *pty, int ms);

#endif
