/* SPDX-License-Identifier: MIT */
/* What was done: sessions with their moves, read from the records. Rows say what was done (move, side, seconds, felt),
 * never a pointer to a file that may change. */
#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "routine/names.h"
#include "store/store.h"

typedef struct HistoryMove {
    const char *name, *use; /* use is NULL where it was no shared move */
    const char *areas;      /* words with a space between */
    Side side;
    int32_t seconds;         /* held */
    int32_t felt, felt_most; /* -1 where not said */
    bool hurt;
    bool skipped; /* passed over before its time */
} HistoryMove;

typedef enum HistoryState { HISTORY_FINISHED, HISTORY_LEFT, HISTORY_RUNNING } HistoryState;

typedef struct HistorySession {
    int64_t id;
    const char *uid;              /* the same wherever the records are copied to */
    int64_t started_s;            /* seconds since 1970 */
    int32_t offset_min;           /* local time then, from UTC */
    const char *title, *routines; /* ids with a space between */
    int32_t planned_s, worked_s;
    HistoryState state;
    HistoryMove *moves;
    size_t count;
} HistorySession;

typedef struct HistoryFilter {
    int64_t since_s; /* 0: all */
    int area;        /* an Area, or -1: any; keeps the session's moves of that area only */
} HistoryFilter;

typedef struct History {
    Arena arena;
    HistorySession *sessions; /* newest last; those in which nothing was held or hurt are left out,
                                  * with what was skipped in them */
    size_t count;
} History;

/* NULL where the records cannot be read (store_problem says why). The caller frees it. */
History *history_read(Store *store, const HistoryFilter *filter);
void history_free(History *history);

#endif
