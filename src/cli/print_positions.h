/* SPDX-License-Identifier: MIT */
/* The positions of a plan's moves, drawn on the terminal. */
#ifndef CLI_PRINT_POSITIONS_H
#define CLI_PRINT_POSITIONS_H

#include "cli/plan_postures.h"
#include "ui/widgets/theme.h"

/* Prints each move with its sides, the titles of its positions, and the positions themselves, at most as wide as the
 * terminal. Without UTF-8 there are only titles, and off a terminal no colours. */
void print_positions(const Plan *plan, const PlanPostures *postures, const Theme *theme);

#endif
