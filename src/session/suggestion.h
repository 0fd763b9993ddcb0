/* SPDX-License-Identifier: MIT */
/* What it is time for: routines weighed by how long each of their areas was not worked, and why, in words. */
#ifndef SESSION_SUGGESTION_H
#define SESSION_SUGGESTION_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "routine/summary.h"

enum {
    SUGGESTION_NEVER = -1,
    SUGGESTION_NOT_KNOWN = -2,
    SUGGESTION_RESTED_DAYS = 2,   /* what was worked yesterday or today is not due */
    SUGGESTION_NEVER_COUNTS = 14, /* never worked weighs like so many days ... */
    SUGGESTION_DAYS_MOST = 60     /* ... and longer than this weighs no more */
};

typedef struct Suggestion {
    size_t index; /* the caller's own, to know the routine by */
    int area;     /* the one that asks for it most; -1: none does */
    int32_t days; /* since it was worked, or SUGGESTION_NEVER */
    int32_t wait; /* what it is ranked by; 0: not due */
} Suggestion;

/* How much it is time for a routine. `area_days` by Area: days, SUGGESTION_NEVER or SUGGESTION_NOT_KNOWN; NULL: nothing is known. */
Suggestion suggestion_of(const RoutineSummary *summary, const int32_t *area_days);

/* The longest wait first, then the smaller index; drops what is not due and returns how many stay. */
size_t suggestion_rank(Suggestion *dues, size_t count);

/* "today", "yesterday", "9 days ago", "3 weeks ago", "never yet"; nothing where it is not known. */
void suggestion_ago(Text *into, int32_t days);

/* The reason: "hamstrings: 9 days ago". */
void suggestion_reason(Text *into, const Suggestion *due);

#endif
