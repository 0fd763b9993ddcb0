/* SPDX-License-Identifier: MIT */
/* What was asked for of a plan, carried over to the one that is made of the same routines when they have been edited. */
#ifndef SESSION_CARRY_H
#define SESSION_CARRY_H

#include <stddef.h>

#include "routine/model.h"
#include "session/steps.h"

/* The move to begin with, counted as from_move is, in these routines: where what was to be done begins in them, moved,
 * renamed or taken out as some of it may be. */
int32_t carry_from_move(const Plan *before, int32_t from_move, const Routine *const *routines, size_t count);

#endif
