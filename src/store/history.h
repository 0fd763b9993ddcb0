/* SPDX-License-Identifier: MIT */
/* Reads past sessions and their moves from the records. The rows say what was done (move, side, seconds, felt). They do
 * not refer to routine files, which may change. */
#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "routine/names.h"
#include "store/store.h"

typedef struct HistoryMove {
    const char *name, *use; /* use: id of the shared move; NULL if it was not one */
    const char *areas;      /* names, separated by spaces */
    Side side;
    int32_t seconds;         /* held */
    int32_t felt, felt_most; /* pressure felt last, and most: 0 to 10; -1: not said */
    bool hurt;
    bool skipped; /* some of it was skipped */
} HistoryMove;

typedef enum HistoryState { HISTORY_FINISHED, HISTORY_LEFT, HISTORY_RUNNING } HistoryState;

typedef struct HistorySession {
    int64_t id;
    const char *uid;              /* unique; the same in every copy of the records */
    int64_t started_s;            /* seconds since 1970 */
    int32_t offset_min;           /* UTC offset of local time at the start */
    const char *title, *routines; /* routines: ids, separated by spaces */
    int32_t planned_s, worked_s;
    HistoryState state;
    HistoryMove *moves;
    size_t count;
} HistorySession;

typedef struct HistoryFilter {
    int64_t since_s; /* 0: all */
    int area;        /* an Area: only its moves, and sessions that have some; -1: any */
} HistoryFilter;

typedef struct History {
    Arena arena;
    HistorySession *sessions; /* oldest first, without those in which nothing was held and nothing hurt */
    size_t count;
} History;

/* Returns NULL if the records cannot be read; store_problem says why. Free the result with history_free. */
History *history_read(Store *store, const HistoryFilter *filter);
void history_free(History *history);

#endif
