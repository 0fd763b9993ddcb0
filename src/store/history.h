/* SPDX-License-Identifier: MIT */
/* Reads past sessions from the records, one after another, so that memory does not grow with them. */
#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "progress/record.h"

typedef struct Store Store; /* store/store.h */

typedef struct HistoryFilter {
    int64_t since_s;    /* 0: all */
    int area;           /* an Area: only its moves, and sessions that have some; -1: any */
    const char *search; /* only sessions with this text in their date, title, routines, note or moves; NULL: any */
    int32_t newest;     /* at most so many, the newest; 0: all */
    bool is_brief;      /* without moves and without what was felt */
} HistoryFilter;

/* Called for each session that fits, the oldest first, without those in which nothing was held and nothing hurt. The
 * record is borrowed for the call. Returns false to stop. */
typedef bool HistoryVisit(const SessionRecord *record, void *argument);

/* Returns false if the records cannot be read (store_problem says why), or if a visit stopped it. */
bool history_each(Store *store, const HistoryFilter *filter, HistoryVisit *visit, void *argument);

typedef struct History {
    Arena arena;
    SessionRecord *sessions; /* the oldest first */
    size_t count;
} History;

/* The same as a list. Returns NULL if the records cannot be read; store_problem says why. Free the result with
 * history_free. */
History *history_read(Store *store, const HistoryFilter *filter);

/* Only the session with this number, or with this uid where `uid` is not NULL: a list of one, or of none. */
History *history_read_one(Store *store, int64_t id, const char *uid);

void history_free(History *history);

/* For the modules in store/ only, inside a transaction: every session that ended or was left, by its start and uid; or
 * only those that wait to be written to the journal. */
bool history_export_inside(Store *store, bool is_waiting, HistoryVisit *visit, void *argument);

#endif
