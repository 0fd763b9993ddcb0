/* SPDX-License-Identifier: MIT */
/* Menus that lead to a routine: what is due, by a part of the body, by words, favourites, composed. Each opens the page
 * of what is chosen, and returns when the person goes back or a session is over. */
#ifndef PLAIN_FIND_MENU_H
#define PLAIN_FIND_MENU_H

#include "plain/console.h"

void find_menu_due(Console *console); /* the one that is due first; says so where nothing is */
void find_menu_parts(Console *console);
void find_menu_words(Console *console);
void find_menu_favourites(Console *console); /* and what was done last */
void find_menu_compose(Console *console);

/* What is said where nothing is due, or not known to be. */
const char *find_menu_nothing_due(const Model *model);

#endif
