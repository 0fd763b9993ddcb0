/* SPDX-License-Identifier: MIT */
/* Big digits and words, to be read from across the room: a table of small pictures whose dots grow with the room there
 * is. One row of bold text where there is no room for them. */
#ifndef UI_WIDGETS_DIGITS_H
#define UI_WIDGETS_DIGITS_H

#include "ui/widgets/canvas.h"

enum { DIGITS_LEAST_ROWS = 5 };

/* How large the dots are: columns, and half rows. Both 0: a plain line of text. */
typedef struct DotSize {
    int columns, half_rows;
} DotSize;

/* The largest size in which `text` (digits, colons, A to Z, < and > as arrows) fits; the dots stay about square. */
DotSize digits_fit(Look look, const char *text, int columns, int rows);

/* Narrow dots, the smallest that still read as big: five rows. */
DotSize digits_small(void);

int digits_width(const char *text, DotSize size);
int digits_height(DotSize size);

/* From the upper left corner. */
void digits_draw(Canvas *canvas, int x, int y, DotSize size, Style style, const char *text);

#endif
