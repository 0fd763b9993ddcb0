/* SPDX-License-Identifier: MIT */
/* The position of the body that a step of a plan gets into, for those who are told of it. */
#ifndef SESSION_STEP_POSITION_H
#define SESSION_STEP_POSITION_H

#include <stdbool.h>
#include <stddef.h>

#include "routine/position.h"
#include "session/plan.h"

/* Positions that were read, in any order; all zero: none. Borrowed. */
typedef struct PositionList {
    const Position *const *items;
    size_t count;
} PositionList;

/* The title of the first of these positions. NULL: there are none, or it was not read. */
const char *step_position_of(PositionList known, const TextList *ids);

/* The title of the position in which a hold begins, also for what leads to it. NULL: a rest, or no position of it was
 * read. */
const char *step_position_title(const Plan *plan, const Step *step, PositionList known);

/* Whether the body was not in that position in the step before. */
bool step_position_is_new(const Plan *plan, const Step *step);

#endif
