/* SPDX-License-Identifier: MIT */
/* A position: how a body can be, as a dozen numbers (doc/routine-format.md, "Positions"). Lengths are hundredths of a
 * person's height, in tenths of those; angles are degrees, in tenths: 0 to the right, 90 up. A position is written for
 * the right side. */
#ifndef ROUTINE_POSITION_H
#define ROUTINE_POSITION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/words.h"

typedef enum PositionView { VIEW_SIDE, VIEW_FRONT, VIEW_BACK, VIEW_COUNT } PositionView;

/* What is around. x and y in tenths of hundredths; those that a kind does not have are 0. */
typedef enum PropKind { PROP_WALL, PROP_DESK, PROP_CHAIR, PROP_BED, PROP_DOORWAY, PROP_BLOCK, PROP_COUNT } PropKind;
typedef struct Prop {
    PropKind kind;
    int32_t x,
        y; /* wall: x. desk, block, chair: as they are written. bed: y. doorway: the x of one post, of the other */
} Prop;

enum { LIMB_PARTS = 3 }; /* upper arm, forearm, hand; thigh, shin, foot */
enum { LIMB_WORKED, LIMB_OTHER, LIMB_COUNT };

typedef struct Position {
    const char *id, *title;
    PositionView view;
    int32_t pelvis_x, pelvis_y;
    int32_t spine[2], head[2]; /* lower, upper; the same twice where one angle was written */
    int32_t arms[LIMB_COUNT][LIMB_PARTS], legs[LIMB_COUNT][LIMB_PARTS];
    Prop *props;
    size_t prop_count;
} Position;

/* clang-format off */
/* `tool_at`: the part of the worked side at which the first tool is, and on which side of the part. */
typedef enum BodyPart {
    PART_SOLE, PART_HEEL, PART_CALF, PART_SHIN, PART_OUTER_SHIN, PART_KNEE, PART_HAMSTRING, PART_THIGH,
    PART_OUTER_THIGH, PART_INNER_THIGH, PART_HIP, PART_GLUTE, PART_LOWER_BACK, PART_UPPER_BACK, PART_SHOULDER,
    PART_ARMPIT, PART_CHEST, PART_BELLY, PART_NECK, PART_SKULL, PART_JAW, PART_UPPER_ARM, PART_FOREARM, PART_PALM,
    PART_COUNT, PART_NONE = PART_COUNT
} BodyPart;
typedef enum PartFace {
    FACE_BELOW, FACE_ABOVE, FACE_BEHIND, FACE_FRONT, FACE_INSIDE, FACE_OUTSIDE, FACE_COUNT
} PartFace;
/* clang-format on */
typedef struct ToolPlace {
    BodyPart part; /* PART_NONE: not said */
    PartFace face;
} ToolPlace;

extern const Words position_view_words; /* side front back: an index is a PositionView */
extern const Words prop_words;          /* an index is a PropKind */
extern const Words body_part_words;     /* an index is a BodyPart */
extern const Words part_face_words;     /* an index is a PartFace */

/* Fills `into` with what lies `thousandths` of the way between two positions that have the same view and props: pelvis
 * and angles are mixed as numbers. Its texts and props are those of `from`, borrowed. */
void position_mix(Position *into, const Position *from, const Position *to, int32_t thousandths);

/* Whether two positions can be mixed: they have the same view and the same props. */
bool position_is_mixable(const Position *one, const Position *other);

#endif
