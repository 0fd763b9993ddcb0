/* SPDX-License-Identifier: MIT */
/* Where the joints of a body are in a position. The lengths of its parts are here alone. Lengths are hundredths of a
 * person's height; x grows to the right, y upwards. */
#ifndef UI_BODY_SKELETON_H
#define UI_BODY_SKELETON_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/position.h"

typedef struct Point {
    float x, y;
} Point;

/* A point `along` a direction from another one, and `aside` to the left of it. */
Point skeleton_point(Point from, Point direction, float along, float aside);

/* A number of a position. */
float skeleton_number(int32_t number);

typedef struct Limb {
    Point joints[LIMB_PARTS + 1]; /* shoulder, elbow, wrist, fingertips; hip, knee, ankle, toes */
    Point directions[LIMB_PARTS]; /* of length 1 */
    bool is_foot_aside;           /* a foot that is seen from the side, its sole to the right of its direction */
} Limb;

/* The front of the body is to the right of the directions of trunk and head in a view from the side; its worked side is
 * to the right of them in the others. A leg bends so that its front is to the left of its directions. */
typedef struct Skeleton {
    PositionView view;
    Point pelvis, waist, nape, throat, head; /* between the hips; ...; below the head; the middle of the head */
    Point lower, upper, neck, crown;         /* directions from each of them to the next, and upwards in the head */
    Limb arms[LIMB_COUNT], legs[LIMB_COUNT];
} Skeleton;

void skeleton_of(const Position *position, Skeleton *body);

#endif
