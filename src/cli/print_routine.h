/* SPDX-License-Identifier: MIT */
/* A routine as a person wants to read it before doing it: moves, sides, times, tools, places, what to take care of. A
 * shared move in the same way. */
#ifndef CLI_PRINT_ROUTINE_H
#define CLI_PRINT_ROUTINE_H

#include "routine/library.h"
#include "session/plan.h"
#include "settings/settings.h"

/* `plan` is the routine's plan, as long as the session will be. Where one of several tools will do, the one that the
 * settings say is at hand comes first; `settings` may be NULL. */
void print_routine(const Routine *routine, const Plan *plan, const Settings *settings);

/* The shared move with this id: how to get into it, what to do, how it feels, and in which routines of the library it
 * is, which have to be loaded. `settings` as above. */
void print_routine_move(const Library *library, const char *id, const Move *move, const Settings *settings);

/* The level of a plan, where it is not standard. */
void print_routine_level(const Plan *plan);

/* What limits it for the person's health, where something does. */
void print_routine_limits(const Plan *plan);

#endif
