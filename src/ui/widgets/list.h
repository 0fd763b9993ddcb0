/* SPDX-License-Identifier: MIT */
/* Which of many rows is chosen, and which are in sight. A screen on which rows are clicked keeps the first that was in
 * sight: what a click leaves in sight stays where it is. For others, and where a click opens at once, it follows from the
 * chosen row alone. */
#ifndef UI_WIDGETS_LIST_H
#define UI_WIDGETS_LIST_H

#include <stdbool.h>

#include "ui/widgets/action.h"
#include "ui/widgets/rect.h"

enum { LIST_PAGE = 10, LIST_MARGIN = 2 };

/* Moves *position (0 to count - 1) as the action says; false, and nothing has changed, where it is no such action. */
bool list_move(int *position, Action action, int count);

/* The first row in sight where `rows` are: the chosen one stands about a third from the top. */
int list_top(int position, int count, int rows);

/* The same where `top` was the first in sight: that, or the nearest to it that shows the chosen row `margin` rows from
 * the edge, as far as there is room for that. */
int list_keep(int top, int position, int count, int rows, int margin);

/* The row that lies at a cell, each `height` cells high, the first in sight being `top`; -1 where none does. */
int list_at(Rect rect, int height, int top, int count, int x, int y);

#endif
