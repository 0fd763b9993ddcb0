/* SPDX-License-Identifier: MIT */
/* A position as shapes: a body of tapered capsules with what is around it and the tool, ready to be drawn in cells
 * (posture_draw.h) or as a picture (posture_svg.h). Lengths are hundredths of a person's height; x grows to the right,
 * y upwards, and the floor is at 0. */
#ifndef UI_BODY_POSTURE_H
#define UI_BODY_POSTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/model.h"
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
    PostureFrame frame; /* the same for all that lies between two positions, so that what moves keeps its place */
} PostureShapes;

/* Adds what a move works to a posture with its positions, place of the tool and side: its areas are lit, and the best
 * tool at hand is drawn. A second position that cannot be mixed with the first is left out. */
void posture_add_work(Posture *posture, const WordList *areas, const ToolList *tools, const TextList *at_hand);

void posture_shapes(const Posture *posture, PostureShapes *into);

/* Where a tool lies against the body: the point of the skin, and the direction away from it, of length 1; 0, 0 where
 * the face is turned to the eye or away from it. */
typedef struct PosturePlace {
    float x, y;
    float out_x, out_y;
} PosturePlace;

/* False if the place has no part. */
bool posture_place(const Position *position, ToolPlace place, PosturePlace *found);

/* The radius of a tool that nothing holds, as it is drawn; what lies between a body and a prop fills the gap. 0 for one
 * that is a prop, such as a chair. */
float posture_tool_radius(const char *tool);

#endif
