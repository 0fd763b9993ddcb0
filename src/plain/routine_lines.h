/* SPDX-License-Identifier: MIT */
/* The page of a routine, and its moves, as lines to be heard before the start. */
#ifndef PLAIN_ROUTINE_LINES_H
#define PLAIN_ROUTINE_LINES_H

#include "plain/console.h"

/* Says all that is to be known before the start; why there is no plan, where there is none. */
void routine_lines_say(Console *console);

/* The title, how long it is, how many moves it has. */
void routine_lines_say_length(Console *console);

/* The level that holds, why, and what it does. */
void routine_lines_say_level(Console *console);

/* Appends a move of the plan: its name, its sides in their order, how long it takes. */
void routine_lines_add_move(Text *into, const Plan *plan, int32_t move);

/* Says what is known about a move of the plan. */
void routine_lines_say_move(Console *console, int32_t move);

#endif
