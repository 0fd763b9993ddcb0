/* SPDX-License-Identifier: MIT */
/* Lowered pressure targets. When a move is stopped because it hurts, the areas of the move get a lower target in later
 * plans, until the person clears it. */
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
    int64_t since_s; /* when it hurt last, in seconds since 1970 */
    Side side;
    char move[81]; /* the name of the move in which it hurt */
} LoweredTarget;

/* Makes a LoweredTarget that is set. A name of more than 80 bytes is cut. */
LoweredTarget lowered_target_of(Side side, const char *move, int64_t now_s);

/* Reads the lowered targets into `lowered`, indexed by Area; notes one; clears one. All return false if the records
 * cannot be read or written. A failed read sets nothing. A failed note is kept in memory, unless the records are
 * read-only or off, and written with the next write. */
bool lowered_target_read(Store *store, LoweredTarget lowered[AREA_COUNT]);
bool lowered_target_note(Store *store, Area area, Side side, const char *move, int64_t now_s);
bool lowered_target_clear(Store *store, Area area);

/* For the modules in store/ only, like the next two: whether some notes could not be written yet. */
bool lowered_target_is_waiting(const Store *store);

/* Writes these notes as part of a transaction (a TransactionWork without an argument). After the commit, call
 * lowered_target_forget_waiting. */
bool lowered_target_write_waiting(Store *store, void *nothing);
void lowered_target_forget_waiting(Store *store);

#endif
