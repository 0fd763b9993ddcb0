/* SPDX-License-Identifier: MIT */
/* The menu of the history: this week and the last, the parts of the body with their sides, the sessions one by one. */
#ifndef PLAIN_HISTORY_MENU_H
#define PLAIN_HISTORY_MENU_H

#include "plain/console.h"

void history_menu_open(Console *console);

#endif
