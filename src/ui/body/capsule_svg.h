/* SPDX-License-Identifier: MIT */
/* One tapered capsule in SVG: two circles and the lines that touch both. */
#ifndef UI_BODY_CAPSULE_SVG_H
#define UI_BODY_CAPSULE_SVG_H

#include "base/text.h"

typedef struct Capsule {
    float x1, y1, r1, x2, y2, r2; /* y counts down */
} Capsule;

/* Adds a path, or a circle where one end lies inside the other. Its numbers are tenths, without a point. */
void capsule_svg(Text *into, Capsule capsule);

#endif
