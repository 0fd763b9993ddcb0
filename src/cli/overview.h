/* SPDX-License-Identifier: MIT */
/* A routine as a person wants to read it before doing it: moves, sides, times, tools, places, what to take care of. */
#ifndef CLI_OVERVIEW_H
#define CLI_OVERVIEW_H

#include "session/plan.h"

/* `plan` is the routine's, as long as it will be. */
void overview_print(const Routine *routine, const Plan *plan);

#endif
