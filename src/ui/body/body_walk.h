/* SPDX-License-Identifier: MIT */
/* Walking over the figures with the arrows: front on the left, back on the right of it, as they are drawn. It does not
 * depend on the window, so that hands can learn the ways. */
#ifndef UI_BODY_BODY_WALK_H
#define UI_BODY_BODY_WALK_H

#include <stdbool.h>

#include "ui/body/body.h"

typedef enum BodyWay { BODY_UP, BODY_DOWN, BODY_LEFT, BODY_RIGHT, BODY_WAY_COUNT } BodyWay;

/* An area where it shows; SIDE_NONE for one across the middle. */
typedef struct BodySpot {
    BodyView view;
    Area area;
    Side side;
} BodySpot;

enum { BODY_GROUND_HEIGHT = 80, BODY_GROUND_WIDTH = 33 }; /* of each figure that is walked over, in dots */

/* Both figures, side by side, and which areas reach across the middle of each. Zeroed it is laid when first walked on. */
typedef struct BodyGround {
    bool is_laid;
    BodyDot dots[BODY_VIEW_COUNT][BODY_GROUND_HEIGHT][BODY_GROUND_WIDTH];
    BodyAreas across[BODY_VIEW_COUNT];
} BodyGround;

/* Where an area shows best. */
BodySpot body_spot_of(BodyGround *ground, Area area);

/* Goes to the nearest other area in that direction; false, and nothing has changed, where the figures end. */
bool body_walk(BodyGround *ground, BodySpot *spot, BodyWay way);

/* The middle of a spot, in dots of a figure of that size; false where it does not show. */
bool body_walk_middle(const BodyDot *dots, BodySpot spot, int width, int height, int *x, int *y);

#endif
