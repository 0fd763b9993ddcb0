/* SPDX-License-Identifier: MIT */
/* Draws the figure in quadrant blocks, or in half blocks where a terminal has no others. Neighbouring areas have
 * different greys. An area that was worked has the colour of when that was. */
#ifndef UI_BODY_BODY_DRAW_H
#define UI_BODY_BODY_DRAW_H

#include <stdint.h>

#include "ui/body/body.h"

/* Draws the largest figure that fits, at the top of the rectangle and centred. The areas in `lit` are highlighted, on
 * that side or, for SIDE_NONE, on both. Returns the rectangle that the figure takes. */
Rect body_draw(Canvas *canvas, Rect rect, BodyView view, BodyAreas lit, Side side);

/* The same, with every area that was worked coloured by when that was: `steps` has a LastWorked for each Area. */
Rect body_draw_steps(Canvas *canvas, Rect rect, BodyView view, BodyAreas lit, const uint8_t steps[AREA_COUNT]);

#endif
