/* SPDX-License-Identifier: MIT */
/* Pauses of days or weeks that count neither for nor against weeks in a row, and in which nothing is due. */
#ifndef STORE_AWAY_H
#define STORE_AWAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "progress/overview.h"

typedef struct Store Store; /* store/store.h */

/* Starts a pause from `first` to `last`, both included (local days, base/day.h). One that runs on `first` is replaced:
 * it ends the day before. */
bool away_start(Store *store, int32_t first, int32_t last);

/* Ends the pause that runs today: its last day is yesterday. *was_away is false if there was none. */
bool away_end(Store *store, int32_t today, bool *was_away);

/* All pauses, the newest first. *away is a new array, to free(). False if the records cannot be read. */
bool away_read(Store *store, AwayDays **away, size_t *count);

/* For the modules in store/ only, inside a transaction: the same. */
bool away_read_inside(Store *store, AwayDays **away, size_t *count);

#endif
