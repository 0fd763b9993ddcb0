/* SPDX-License-Identifier: MIT */
/* The figure as a table of tapered capsules, from (x1, y1) with radius r1 to (x2, y2) with radius r2. It is 100 high; x
 * counts from its middle, and a capsule off the middle stands on both sides. */
#ifndef UI_BODY_BODY_SHAPES_H
#define UI_BODY_BODY_SHAPES_H

#include <stddef.h>

#include "routine/names.h"

typedef enum BodyView { BODY_FRONT, BODY_BACK, BODY_VIEW_COUNT } BodyView;

typedef struct BodyShape {
    Area area;
    float x1, y1, r1, x2, y2, r2;
} BodyShape;

typedef struct BodyShapes {
    const BodyShape *items;
    size_t count;
} BodyShapes;

extern const BodyShapes body_shapes[BODY_VIEW_COUNT];

#endif
