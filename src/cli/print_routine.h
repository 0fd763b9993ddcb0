/* SPDX-License-Identifier: MIT */
/* A routine as a person wants to read it before doing it: moves, sides, times, tools, places, what to take care of. */
#ifndef CLI_PRINT_ROUTINE_H
#define CLI_PRINT_ROUTINE_H

#include "session/plan.h"
#include "settings/settings.h"

/* `plan` is the routine's, as long as it will be. Of tools that do alike, those come first that the settings (NULL: nobody
 * is asked) say are at hand. */
void print_routine(const Routine *routine, const Plan *plan, const Settings *settings);

#endif
