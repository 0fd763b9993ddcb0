/* SPDX-License-Identifier: MIT */
/* How long ago things were done, in local days, and which side had less: what the body and the routines are coloured
 * and ranked by. Each question is answered from an index or one pass over the sessions, fast in a lifetime's records. */
#ifndef STORE_RECENCY_H
#define STORE_RECENCY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "routine/names.h"
#include "store/store.h"

enum {
    RECENCY_NOT_YET = -1,
    RECENCY_LEAST_S = 10,   /* held for less, it does not count */
    RECENCY_SIDE_DAYS = 56, /* what is longer ago says nothing of which side is behind */
};

/* The moment from which days are counted back. */
typedef struct RecencyNow {
    int64_t unix_s;
    int32_t offset_min; /* of local time from UTC */
} RecencyNow;

typedef struct RecencyOfRoutine {
    const char *id;
    int32_t days;
} RecencyOfRoutine;

typedef struct RecencyList {
    Arena arena;
    RecencyOfRoutine *items; /* an id may stand several times */
    size_t count;
} RecencyList;

/* Days since each area was worked, or RECENCY_NOT_YET. False where the records cannot be read; so with the others. */
bool recency_areas(Store *store, RecencyNow now, int32_t days[AREA_COUNT]);

/* Each routine that was ever done, into an empty list. */
bool recency_routines(Store *store, RecencyNow now, RecencyList *list);
void recency_release(RecencyList *list);

/* Of a routine's id, or RECENCY_NOT_YET. */
int32_t recency_find(const RecencyList *list, const char *id);

/* How long each area was held on each side in the last RECENCY_SIDE_DAYS. */
bool recency_sides(Store *store, RecencyNow now, int64_t held_ms[AREA_COUNT][SIDE_COUNT]);

#endif
