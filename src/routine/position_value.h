/* SPDX-License-Identifier: MIT */
/* Readers for the values of positions, and of the keys of moves that name them (doc/routine-format.md, "Positions"),
 * and the structs they fill. */
#ifndef ROUTINE_POSITION_VALUE_H
#define ROUTINE_POSITION_VALUE_H

#include <stdint.h>

#include "routine/position.h"
#include "yaml/schema.h"

enum { ANGLE_MOST = 360, LENGTH_MOST = 200, DECIMAL = 10 }; /* degrees; hundredths; what is kept are tenths of those */

/* Bits of `set` of PositionFields: the keys that a position needs, unless it has them from another one. */
enum {
    SET_PELVIS = 1 << 0,
    SET_SPINE = 1 << 1,
    SET_HEAD = 1 << 2,
    SET_ARMS = 1 << 3,
    SET_LEGS = 1 << 4,
    SET_BODY = SET_PELVIS | SET_SPINE | SET_HEAD | SET_ARMS | SET_LEGS,
};

typedef struct LimbFields {
    int32_t worked[LIMB_PARTS], other[LIMB_PARTS];
} LimbFields;

typedef struct PropFields {
    uint32_t set; /* bits of PropKind */
    int32_t at[PROP_COUNT][2];
} PropFields;

typedef struct PropList {
    Prop *items;
    size_t count;
} PropList;

typedef struct PositionFields {
    uint32_t set;
    const char *use, *title;
    uint8_t view;
    int32_t pelvis[2], spine[2], head[2];
    LimbFields arms, legs;
    PropList props;
} PositionFields;

FieldReader position_value_ids;     /* TextList: an id, or two */
FieldReader position_value_tool_at; /* ToolPlace */

/* Numbers and angles with at most one decimal, as tenths; Field.min and max are the range, in wholes. */
FieldReader position_value_length; /* int32_t */
FieldReader position_value_point;  /* int32_t[2]: [x, y] */
FieldReader position_value_bend;   /* int32_t[2]: an angle, or [lower, upper] */
FieldReader position_value_arm;    /* int32_t[LIMB_PARTS]: two angles or three */
FieldReader position_value_leg;    /* int32_t[LIMB_PARTS]: three angles */
FieldReader position_value_limbs;  /* LimbFields: a map */
FieldReader position_value_props;  /* PropList: maps with one key each */

#endif
