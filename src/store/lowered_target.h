/* SPDX-License-Identifier: MIT */
/* What is remembered of hurt: an area where a move was ended because it hurt gets a lower target until this is cleared
 * (design, "Rules of a session"). */
#ifndef STORE_LOWERED_TARGET_H
#define STORE_LOWERED_TARGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "routine/names.h"

typedef struct Store Store; /* store.h */

enum { LOWERED_TARGET_POINTS = 2 };

typedef struct LoweredTarget {
    bool is_set;
    int64_t since_s; /* seconds since 1970, of the newest */
    Side side;
    char move[81]; /* the name of the move in which it hurt */
} LoweredTarget;

/* One that is set; a name that is too long is cut. */
LoweredTarget lowered_target_of(Side side, const char *move, int64_t now_s);

/* By area. False, and nothing is set, where the records cannot be read. */
bool lowered_target_read(Store *store, LoweredTarget lowered[AREA_COUNT]);
bool lowered_target_note(Store *store, Area area, Side side, const char *move, int64_t now_s);
bool lowered_target_clear(Store *store, Area area);

/* Whether there are any that could not be written yet; for the modules of the records alone, as are the next two. */
bool lowered_target_is_waiting(const Store *store);

/* They go along with the next write; then they are forgotten. The first is a TransactionWork. */
bool lowered_target_write_waiting(Store *store, void *nothing);
void lowered_target_forget_waiting(Store *store);

#endif
