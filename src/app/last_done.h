/* SPDX-License-Identifier: MIT */
/* What the records say of the days gone by: when each area and each routine was done last, and which side had less. */
#ifndef APP_LAST_DONE_H
#define APP_LAST_DONE_H

#include <stdbool.h>
#include <stdint.h>

#include "app/selection.h"
#include "store/recency.h"

/* Zeroed, nothing is known. */
typedef struct LastDone {
    bool has_areas, has_sides;
    int32_t area_days[AREA_COUNT];
    bool has_routines;
    RecencyList routines;
    int32_t *entry_days; /* the same by index in the library; NULL: not known */
    int64_t held_ms[AREA_COUNT][SIDE_COUNT];
} LastDone;

void last_done_release(LastDone *past);

/* Asks the records anew. */
void last_done_read(LastDone *past, Store *store, const Library *library);

/* Puts what is known of routines in the order of the library, which has changed. */
void last_done_match(LastDone *past, const Library *library);

/* The side that is behind in the areas of what was chosen: the left where neither is, or nothing is known. */
Side last_done_side_behind(const LastDone *past, const Selection *selection);

#endif
