/* SPDX-License-Identifier: MIT */
/* What was asked for of a plan, carried over to the one that is made of the same routines when they have been edited. */
#ifndef SESSION_CARRY_H
#define SESSION_CARRY_H

#include <stddef.h>
#include <stdint.h>

#include "routine/model.h"
#include "session/steps.h"

/* Options for a plan of these routines, from those for the plan before. It begins where what was to be done begins now,
 * moved, renamed or taken out as some of it may be; what was swapped is swapped where it stands now, if it does at all.
 * The swaps are put into `swaps`, which has room for as many as there were. */
PlanOptions carry_options(const Plan *before, const PlanOptions *options, const Routine *const *routines, size_t count,
                          PlanSwap *swaps);

/* The turn that a swapped move has in the plan now, or -1: it is no more. */
int32_t carry_swap(const Plan *before, const Plan *now, int32_t turn);

#endif
