/* SPDX-License-Identifier: MIT */
/* What a position is drawn from: tapered capsules and boxes. Lengths are hundredths of a person's height; x grows to
 * the right, y upwards, and the floor is at 0. */
#ifndef UI_BODY_POSTURE_SHAPE_H
#define UI_BODY_POSTURE_SHAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/names.h"
#include "routine/position.h"
#include "ui/body/body.h"

/* What is shown. */
typedef struct Posture {
    const Position *from;
    const Position *to;  /* the second position, or NULL */
    int32_t thousandths; /* how far the body is on the way to the second: 0 to 1000 */
    ToolPlace tool_at;
    const char *tool; /* id of the tool at that place; NULL: none is drawn */
    BodyAreas lit;    /* what is worked: these areas of the trunk and of the worked limbs */
    Side side;        /* SIDE_LEFT mirrors it. SIDE_NONE: what is worked is on both sides */
} Posture;

/* What a shape is of. */
typedef enum PostureTone {
    POSTURE_NOTHING,
    POSTURE_FAR,  /* limbs on the far side */
    POSTURE_PROP, /* floor, wall, chair, ... */
    POSTURE_BODY, /* the trunk */
    POSTURE_HAIR,
    POSTURE_LEG, /* on the near side, and the head */
    POSTURE_ARM,
    POSTURE_LIT, /* what is worked */
    POSTURE_TOOL,
    POSTURE_TONE_COUNT
} PostureTone;

typedef enum BodySegment {
    SEGMENT_NONE, /* a prop or the tool */
    SEGMENT_HEAD,
    SEGMENT_JAW,
    SEGMENT_NECK,
    SEGMENT_CHEST,
    SEGMENT_WAIST,
    SEGMENT_PELVIS,
    SEGMENT_SHOULDER,
    SEGMENT_UPPER_ARM,
    SEGMENT_FOREARM,
    SEGMENT_HAND,
    SEGMENT_HIP, /* where the thigh begins */
    SEGMENT_THIGH,
    SEGMENT_SHIN,
    SEGMENT_FOOT,
    SEGMENT_COUNT
} BodySegment;

/* A capsule from one circle to another, or a box between its lower left and its upper right corner. */
typedef struct PostureShape {
    PostureTone tone;
    BodySegment segment;
    bool is_box;
    float x1, y1, r1;
    float x2, y2, r2;
    float held_x, held_y; /* of the tool: the direction to what holds it; 0, 0 to or from the eye */
} PostureShape;

/* Everything from one edge to the other. */
typedef struct PostureFrame {
    float left, bottom, right, top;
} PostureFrame;

enum { POSTURE_SHAPES_MOST = 128 };

typedef struct PostureShapes {
    PostureShape shapes[POSTURE_SHAPES_MOST]; /* the hindmost first */
    int count;
    /* Both are the same for all that lies between two positions, so that what moves keeps its place. */
    PostureFrame frame;
    PostureFrame focus; /* what is worked, the tool and all that moves; left > right: there is no such thing */
} PostureShapes;

/* Adds a shape in front of all that are there; one more than there is room for is left out. */
void posture_shape_add(PostureShapes *shapes, PostureShape shape);

#endif
