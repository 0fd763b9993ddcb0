/* SPDX-License-Identifier: MIT */
/* Draws a position in quadrant blocks, or in half blocks where a terminal has no others. */
#ifndef UI_BODY_POSTURE_DRAW_H
#define UI_BODY_POSTURE_DRAW_H

#include "ui/body/posture.h"
#include "ui/widgets/canvas.h"

/* Below this a position cannot be recognised. */
enum { POSTURE_WIDTH_LEAST = 24, POSTURE_ROWS_LEAST = 8 };

/* How wide and high a position is where there are few rows, in hundredths of a person's height: of someone upright only
 * the part that matters is shown there. */
typedef struct PostureSize {
    float width, height;
} PostureSize;

PostureSize posture_draw_size(const Posture *posture);

/* Draws it as large as it fits, at the top of the rectangle and centred; with two positions the size is the same for
 * all between them. Returns the rectangle that it takes: an empty one, and nothing is drawn, in ASCII or where the
 * rectangle is too small. The caller then shows the position's title. */
Rect posture_draw(Canvas *canvas, Rect rect, const Posture *posture);

#endif
