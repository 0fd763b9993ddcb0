/* SPDX-License-Identifier: MIT */
/* Lists: which row is chosen, and which rows are visible. A screen whose rows can be clicked keeps its first visible
 * row (list_keep), so that rows do not move after a click. On other screens, and where a click opens a row at once, the
 * first visible row follows from the chosen row alone (list_top). */
#ifndef UI_WIDGETS_LIST_H
#define UI_WIDGETS_LIST_H

#include <stdbool.h>

#include "ui/widgets/action.h"
#include "ui/widgets/rect.h"

enum { LIST_PAGE = 10, LIST_MARGIN = 2 };

/* Moves *position (0 to count - 1) as the action says. False, and nothing has changed, for any other action. */
bool list_move(int *position, Action action, int count);

/* The first visible row, if `rows` rows are visible: the chosen row is about a third from the top. */
int list_top(int position, int count, int rows);

/* The same, if `top` was the first visible row before: stays there, or scrolls only as far as needed to show the chosen
 * row with `margin` rows to the edge (fewer if `rows` is small). */
int list_keep(int top, int position, int count, int rows, int margin);

/* The row at cell x, y; each row is `height` cells high, and `top` is the first visible one. -1 if there is none. */
int list_at(Rect rect, int height, int top, int count, int x, int y);

#endif
