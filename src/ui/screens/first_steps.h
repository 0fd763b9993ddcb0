/* SPDX-License-Identifier: MIT */
/* A way in for beginners: with what, how long, how hard, how often, and what to do first. It is written only here. */
#ifndef UI_SCREENS_FIRST_STEPS_H
#define UI_SCREENS_FIRST_STEPS_H

enum { FIRST_STEPS = 5 };

extern const char *const first_steps[FIRST_STEPS];

#endif
