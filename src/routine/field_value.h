/* SPDX-License-Identifier: MIT */
/* Readers for the kinds of values that only routines have (doc/routine-format.md, "Values"), and the structs they fill.
 * A reader for a map uses the table of its field. */
#ifndef ROUTINE_FIELD_VALUE_H
#define ROUTINE_FIELD_VALUE_H

#include <stdint.h>

#include "routine/model.h"
#include "routine/position.h"
#include "yaml/schema.h"

enum { ONE_HOUR_S = 60 * 60 };

enum { AUTO_S = -1 }; /* `auto`: the length of a preparation or switch depends on the set-up text, see timeline.h */

/* Bits of `set`: the keys of which it matters whether they were written. */
enum {
    SET_NAME = 1 << 0,
    SET_AREAS = 1 << 1,
    SET_SIDES = 1 << 2,
    SET_FIRST = 1 << 3,
    SET_HOLD = 1 << 4,
    SET_PASSES = 1 << 5,
    SET_PACE = 1 << 6,
    SET_BREATHS = 1 << 7,
    SET_PHASES = 1 << 8,
    SET_PRESSURE = 1 << 9,
    SET_BREATHE = 1 << 10,
    SET_CUES = 1 << 11,
    SET_PREPARE = 1 << 12,
    SET_SWITCH = 1 << 13,
    SET_POSITION = 1 << 14,
    SET_TOOL_AT = 1 << 15,
    SET_LENGTHS = SET_HOLD | SET_PASSES | SET_BREATHS | SET_PHASES, /* the keys that give the length of a hold */
};

/* The length, pressure, technique and position of a hold: the keys that a move and a phase have in common. */
typedef struct DoseFields {
    Hold hold;
    int32_t passes, pace_s, breaths;
    Pressure pressure;
    Breath breathe;
    CueList cues;
    uint8_t technique;
    TextList positions;
    ToolPlace tool_at;
} DoseFields;

typedef struct PhaseFields {
    uint32_t set;
    const char *name, *setup;
    int32_t prepare_s;
    DoseFields dose;
    const Node *node;
} PhaseFields;

typedef struct PhaseList {
    PhaseFields *items;
    size_t count;
} PhaseList;

typedef struct DefaultsFields {
    uint32_t set;
    int32_t prepare_s, switch_s, rest_s;
    uint8_t sides, first;
    Pressure pressure;
    Breath breathe;
} DefaultsFields;

typedef struct CheckFields {
    const char *say;
    uint8_t unit, better; /* indexes in number_unit_words and better_words */
} CheckFields;

typedef struct HoldSides {
    int32_t left_s, right_s;
} HoldSides;

/* clang-format off */
typedef struct CueTime { CueWhen when; int32_t seconds; Mark mark; } CueTime;
/* clang-format on */

typedef struct CueFields {
    CueTime at;
    const char *say;
} CueFields;

FieldReader field_value_version;     /* int32_t */
FieldReader field_value_set_up_time; /* int32_t: a duration, or AUTO_S */
FieldReader field_value_pressure;    /* Pressure */
FieldReader field_value_breath;      /* Breath */
FieldReader field_value_hold;        /* Hold: a duration, a range, or left and right */
FieldReader field_value_phase_hold;  /* Hold: a duration or a range */
FieldReader field_value_tools;       /* ToolList */
FieldReader field_value_setups;      /* SetUpList: one text, or a map from tool to text */
FieldReader field_value_keywords;    /* TextList: at most 20, each at most Field.max bytes */
FieldReader field_value_sources;     /* SourceList */
FieldReader field_value_url;         /* const char * */
FieldReader field_value_check;       /* Check: a text, or a map of `say`, `unit` and `better` */
FieldReader field_value_defaults;    /* DefaultsFields */
FieldReader field_value_phases;      /* PhaseList */
FieldReader field_value_node;        /* const Node *: kept as it is, to be read later */

/* A part of a scalar, with its own place. In the arena. */
Node field_value_part(Walk *walk, const Node *value, size_t start, size_t length);

FieldReader field_value_cues;     /* CueList: texts only, or maps of `at` and `say` only; or a single one */
FieldReader field_value_cue_time; /* CueTime: a duration, `-5s` (before the end), or `half` */

#endif
