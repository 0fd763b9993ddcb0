/* SPDX-License-Identifier: MIT */
/* How many local days ago each area and routine was last done, how long each side was held, and how often a move was
 * done. The body map is coloured and the routines are ranked by this. Each function uses an index or reads the
 * sessions once, so it stays fast even with the records of many years. */
#ifndef STORE_RECENCY_H
#define STORE_RECENCY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "progress/overview.h"
#include "routine/names.h"
#include "session/plan.h"
#include "store/store.h"

enum {
    RECENCY_NOT_YET = -1,
    RECENCY_LEAST_S = 10,                   /* less time than this does not count */
    RECENCY_SIDE_DAYS = OVERVIEW_BODY_DAYS, /* older sessions are ignored when sides are compared */
    RECENCY_TIMES_LEAST_S = 5, /* a move held for less on each side was not done, where times are counted */
};

/* The moment from which days are counted back. */
typedef struct RecencyNow {
    int64_t unix_s;
    int32_t offset_min; /* UTC offset of local time */
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

/* Days since each area was last worked, or RECENCY_NOT_YET. Returns false if the records cannot be read, like
 * recency_routines and recency_sides. */
bool recency_areas(Store *store, RecencyNow now, int32_t days[AREA_COUNT]);

/* Fills an empty (all zero) list with every routine that was ever done. Release it with recency_release. */
bool recency_routines(Store *store, RecencyNow now, RecencyList *list);
void recency_release(RecencyList *list);

/* Days since the routine with this id was done, or RECENCY_NOT_YET. */
int32_t recency_find(const RecencyList *list, const char *id);

/* How long each area was held on each side in the last RECENCY_SIDE_DAYS. */
bool recency_sides(Store *store, RecencyNow now, int64_t held_ms[AREA_COUNT][SIDE_COUNT]);

/* Fills `times`, one for each move of the plan. A session counts once, whether it was finished or left, and the session
 * that is being recorded does not count. Moves are the same if they use the same shared move; a move that uses none is
 * known by its name. Counting stops at `most`, so this is fast even with the records of many years. False with all zero
 * if the records cannot be read. */
bool recency_times_done(Store *store, const Plan *plan, int32_t most, int32_t *times);

/* Weeks in a row with at least `least` sessions (progress/overview.h). False if the records cannot be read. */
bool recency_streak(Store *store, RecencyNow now, int32_t least, Streak *streak);

/* Which week it is since the first session of the records began: 1 in its first seven days, and while there is none
 * yet. 0 if the records cannot be read. */
int32_t recency_week(Store *store, int64_t now_s);

/* For the modules in store/ only, inside a transaction: as recency_areas and recency_streak. */
bool recency_areas_inside(Store *store, RecencyNow now, int32_t days[AREA_COUNT]);
bool recency_streak_inside(Store *store, RecencyNow now, int32_t least, Streak *streak);

#endif
