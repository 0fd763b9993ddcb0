/* SPDX-License-Identifier: MIT */
/* What a plan adds up to: time held by side, area, tool, place and technique, for an author who wants to see what a
 * routine does. What was done in a session is a tally. */
#ifndef SESSION_TOTALS_H
#define SESSION_TOTALS_H

#include <stddef.h>
#include <stdint.h>

#include "session/plan.h"

/* One thing that is needed, and how long. */
typedef struct ToolTotal {
    const TextList *any_of;
    int32_t seconds;
} ToolTotal;

/* A move that fitting made shorter, what is held on all its sides. */
typedef struct Shortening {
    const char *name;
    int32_t from_s, to_s;
} Shortening;

typedef struct Totals {
    int32_t holds_s, set_ups_s, rests_s;
    int32_t side_s[SIDE_COUNT];               /* held, as all that follow */
    int32_t area_s[AREA_COUNT][SIDE_COUNT];   /* a move counts in full for each of its areas */
    int32_t place_s[PLACE_COUNT];             /* what could be done there */
    int32_t technique_s[TECHNIQUE_COUNT + 1]; /* the last: where none is said */
    ToolTotal *tools;                         /* each different need once, in the order of the moves */
    size_t tool_count;
    int32_t without_tool_s;
    Shortening *shortened;
    size_t shortened_count;
} Totals;

/* Borrows texts of the plan; the lists are in the arena. `full` is the same plan without --minutes, or NULL. */
void totals_make(Totals *totals, Arena *arena, const Plan *plan, const Plan *full);

#endif
