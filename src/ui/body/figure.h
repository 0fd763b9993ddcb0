/* SPDX-License-Identifier: MIT */
/* A body as shapes: where its joints are is known (skeleton.h); how thick its parts are, and which of them belong to an
 * area, is known here alone. */
#ifndef UI_BODY_FIGURE_H
#define UI_BODY_FIGURE_H

#include <stdbool.h>

#include "ui/body/posture_shape.h"
#include "ui/body/skeleton.h"

/* Adds what is behind everything else: from the side, the far arm and leg. */
void figure_add_behind(PostureShapes *into, const Skeleton *body, BodyAreas areas);

/* Adds the rest, with what is worked lit; is_both: on both sides. */
void figure_add(PostureShapes *into, const Skeleton *body, BodyAreas areas, bool is_both);

/* Adds a hand once more, in front of what it holds. */
void figure_add_hand(PostureShapes *into, const Skeleton *body, int limb, BodyAreas areas);

#endif
