/* SPDX-License-Identifier: MIT */
/* The figure of a person, front or back, rasterised from the table of capsules to any size and drawn in half blocks.
 * Both views are as in a mirror: the person's left is on the left, where the arrow of the side points too. */
#ifndef UI_BODY_BODY_H
#define UI_BODY_BODY_H

#include <stdint.h>

#include "ui/body/body_shapes.h"
#include "ui/widgets/canvas.h"

typedef uint32_t BodyAreas; /* a bit for each Area */

enum { BODY_NO_AREA = -1 };

typedef struct BodyDot {
    int8_t area;  /* an Area, or BODY_NO_AREA */
    uint8_t side; /* a Side; SIDE_NONE in the middle column */
} BodyDot;

/* Columns that a figure of so many dots in height takes; always odd, so that the legs part in the middle. */
int body_width(int height);

/* Fills width * height dots, row by row. Dots are square: two rows of them make one row of cells. */
void body_raster(BodyView view, int width, int height, BodyDot *dots);

/* The same, worked out once for a canvas; borrowed until something else is drawn. */
const BodyDot *body_dots(Canvas *canvas, BodyView view, int width, int height);

/* The view in which these areas show more of themselves; the front where it makes no difference. */
BodyView body_view_of(BodyAreas areas);

/* Rows of cells that the largest figure in such a rectangle takes. */
int body_rows(int width, int height);

/* Draws the figure as large as the rectangle allows, at its top, in the middle; what is lit is marked on that side, or
 * on both for SIDE_NONE. Returns the rectangle that it took. */
Rect body_draw(Canvas *canvas, Rect rect, BodyView view, BodyAreas lit, Side side);

/* The same with every area painted as long ago as it was worked; `steps` is a Recency for each. */
Rect body_draw_steps(Canvas *canvas, Rect rect, BodyView view, BodyAreas lit, const uint8_t steps[AREA_COUNT]);

#endif
