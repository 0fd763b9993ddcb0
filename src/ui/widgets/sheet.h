/* SPDX-License-Identifier: MIT */
/* A column of drawn things that may be taller than its room: it is drawn whole, on a canvas of its own, and the rows in
 * sight are copied. */
#ifndef UI_WIDGETS_SHEET_H
#define UI_WIDGETS_SHEET_H

#include "ui/widgets/canvas.h"

typedef struct Sheet {
    Canvas canvas; /* what to draw on; its rows begin at 0 */
    Canvas *onto;
    Rect room;
    int top; /* the first row in sight */
} Sheet;

/* Begins a sheet of so many rows, as wide as the room. `onto` must not be drawn on until sheet_close. */
void sheet_open(Sheet *sheet, Canvas *onto, Rect room, int rows, int top);

/* Copies what is in sight, the cursor too. At the edge of the room arrows say that there is more above or below. */
void sheet_close(Sheet *sheet);

/* The last row that can be the first in sight. */
int sheet_top_most(int rows, int height);

#endif
