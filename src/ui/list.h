/* SPDX-License-Identifier: MIT */
/* Which of many rows is chosen, and which are in sight. The place of the window follows from the chosen row alone, so
 * a screen needs to keep nothing but that. */
#ifndef UI_LIST_H
#define UI_LIST_H

#include <stdbool.h>

#include "ui/action.h"
#include "ui/rect.h"

enum { LIST_PAGE = 10 };

/* Moves *position (0 to count - 1) as the action says; false, and nothing has changed, where it is no such action. */
bool list_move(int *position, Action action, int count);

/* The first row in sight where `rows` are: the chosen one stands about a third from the top. */
int list_top(int position, int count, int rows);

/* The row that lies at a cell, each `height` cells high; -1 where none does. */
int list_at(Rect rect, int height, int position, int count, int x, int y);

#endif
