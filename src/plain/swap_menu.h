/* SPDX-License-Identifier: MIT */
/* Another move in the place of one: which move, which other one and why, and for how long. */
#ifndef PLAIN_SWAP_MENU_H
#define PLAIN_SWAP_MENU_H

#include "plain/console.h"

/* For the plan of the routine that is looked at, which there must be. */
void swap_menu_open(Console *console);

/* Whether something is swapped that could be kept in a file; writes it there, and says where. */
bool swap_menu_can_keep(const Model *model);
void swap_menu_keep(Console *console);

#endif
