/* SPDX-License-Identifier: MIT */
/* Which routine is suggested today, and why: the one whose areas were not worked for the longest time. */
#ifndef UI_SCREENS_SUGGESTION_H
#define UI_SCREENS_SUGGESTION_H

#include <stdint.h>

#include "base/text.h"
#include "routine/summary.h"

/* How much it is time for a routine, weighed by how long each of its areas was not worked, and why. */
typedef struct Suggestion {
    int area;     /* the one that asks for it most; -1: none does */
    int32_t days; /* since it was worked, or MODEL_NEVER */
    int32_t wait; /* what it is ranked by; 0: not due */
} Suggestion;

/* How much it is time for a routine. `area_days` by Area: days, MODEL_NEVER or MODEL_NOT_KNOWN; NULL: nothing is known. */
Suggestion suggestion_of(const RoutineSummary *summary, const int32_t *area_days);

/* "today", "yesterday", "9 days ago", "3 weeks ago", "never yet"; nothing where it is not known. */
void suggestion_ago(Text *into, int32_t days);

/* The reason: "hamstrings: 9 days ago". */
void suggestion_reason(Text *into, const Suggestion *due);

#endif
