/* SPDX-License-Identifier: MIT */
/* In how many past sessions each move of a plan was done: a move that is familiar needs fewer words. */
#ifndef STORE_TIMES_DONE_H
#define STORE_TIMES_DONE_H

#include <stdbool.h>
#include <stdint.h>

#include "session/plan.h"

typedef struct Store Store; /* store.h */

enum { TIMES_DONE_LEAST_S = 5 }; /* a move held for less on each side was not done */

/* Fills `times`, one for each move of the plan. A session counts once, whether it was finished or left, and the session
 * that is being recorded does not count. Moves are the same if they use the same shared move; a move that uses none is
 * known by its name. Counting stops at `most`, so this is fast even with the records of many years. False with all zero
 * if the records cannot be read. */
bool times_done_read(Store *store, const Plan *plan, int32_t most, int32_t *times);

#endif
