/* SPDX-License-Identifier: MIT */
/* A plan as its author wants to see it: every second at which something happens, move by move, and what it adds up to.
 */
#ifndef CLI_PRINT_TIMELINE_H
#define CLI_PRINT_TIMELINE_H

#include "session/plan.h"

/* `full` is the same plan without --minutes, or NULL. */
void print_timeline(const Plan *plan, const Plan *full);

#endif
