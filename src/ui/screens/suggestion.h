/* SPDX-License-Identifier: MIT */
/* Which routine is suggested today, and why: the one whose areas were not worked for the longest time. */
#ifndef UI_SCREENS_SUGGESTION_H
#define UI_SCREENS_SUGGESTION_H

#include <stdint.h>

#include "base/text.h"
#include "routine/summary.h"

/* How due a routine is, computed from the days since each of its areas was worked; and the area that counts most. */
typedef struct Suggestion {
    int area;     /* the area that counts most; -1: none */
    int32_t days; /* since it was worked, or MODEL_NEVER */
    int32_t wait; /* how due it is, for ranking; 0: not due */
} Suggestion;

/* Computes how due a routine is. `area_days` by Area: days, MODEL_NEVER or MODEL_NOT_KNOWN; NULL: nothing is known. */
Suggestion suggestion_of(const RoutineSummary *summary, const int32_t *area_days);

/* "today", "yesterday", "9 days ago", "3 weeks ago", "never yet"; adds nothing for MODEL_NOT_KNOWN. */
void suggestion_ago(Text *into, int32_t days);

/* The reason: "hamstrings: 9 days ago". */
void suggestion_reason(Text *into, const Suggestion *due);

#endif
