/* SPDX-License-Identifier: MIT */
/* Layout is arithmetic: rectangles cut from rectangles. A rectangle never has a negative size. */
#ifndef UI_WIDGETS_RECT_H
#define UI_WIDGETS_RECT_H

typedef struct Rect {
    int x, y, width, height;
} Rect;

Rect rect_inset(Rect rect, int columns, int rows); /* from every side */
Rect rect_cut_top(Rect *rest, int rows);           /* what is cut off; *rest is what stays */
Rect rect_cut_bottom(Rect *rest, int rows);
Rect rect_cut_left(Rect *rest, int columns);
Rect rect_cut_right(Rect *rest, int columns);
Rect rect_centre(Rect outer, int width, int height);

#endif
