/* SPDX-License-Identifier: MIT */
/* Draws the figure in quadrant blocks, or in half blocks where a terminal has no others. Neighbouring areas have
 * different greys. An area that was worked has the colour of when that was. */
#ifndef UI_BODY_BODY_DRAW_H
#define UI_BODY_BODY_DRAW_H

#include <stdint.h>

#include "ui/body/body.h"
#include "ui/widgets/heat.h"

/* Draws the largest figure that fits, at the top of the rectangle and centred. The areas in `lit` are highlighted, on
 * that side or, for SIDE_NONE, on both. Returns the rectangle that the figure takes. */
Rect body_draw(Canvas *canvas, Rect rect, BodyView view, BodyAreas lit, Side side);

/* The same, with every area that was worked coloured by when that was: `steps` has a LastWorked for each Area. */
Rect body_draw_steps(Canvas *canvas, Rect rect, BodyView view, BodyAreas lit, const uint8_t steps[AREA_COUNT]);

/* How much was done for each area on each side; SIDE_NONE is what is seen in the middle of the figure. */
typedef struct BodyHeat {
    uint8_t of[AREA_COUNT][SIDE_COUNT]; /* a Heat, or BODY_HURT */
} BodyHeat;

enum { BODY_HURT = HEAT_COUNT }; /* instead of a Heat: it hurt there */

/* From the time that each was held, by Area and Side in it, as its share of the longest. What was held without a side
 * counts for both. An area that was held at all has at least the step `least`. */
void body_heat_set(BodyHeat *heat, const int64_t *held_ms, Heat least);

/* Draws the front and the back beside each other, centred at the top of the rectangle; where there is no room for both,
 * the one that shows more of what was done. Returns the rectangle that they take. */
Rect body_heat_draw(const BodyHeat *heat, Canvas *canvas, Rect rect);

#endif
