/* SPDX-License-Identifier: MIT */
/* The keys of the routine format as tables, one row for each, and the structs that they fill: what is written, before
 * shared moves, defaults and rules make a routine of it. */
#ifndef ROUTINE_FIELDS_H
#define ROUTINE_FIELDS_H

#include <stdint.h>

#include "routine/model.h"
#include "yaml/schema.h"

enum { ONE_HOUR_S = 60 * 60 };

/* Bits of `set`: the keys that rules ask after. */
enum {
    SET_USE = 1 << 0,
    SET_NAME = 1 << 1,
    SET_AREAS = 1 << 2,
    SET_SIDES = 1 << 3,
    SET_FIRST = 1 << 4,
    SET_HOLD = 1 << 5,
    SET_PASSES = 1 << 6,
    SET_PACE = 1 << 7,
    SET_BREATHS = 1 << 8,
    SET_PHASES = 1 << 9,
    SET_PRESSURE = 1 << 10,
    SET_BREATHE = 1 << 11,
    SET_CUES = 1 << 12,
    SET_TECHNIQUE = 1 << 13,
    SET_PREPARE = 1 << 14,
    SET_PRIORITY = 1 << 15,
    SET_LEAST = 1 << 16,
    SET_SWITCH = 1 << 17,
    SET_GOAL = 1 << 18,
    SET_LENGTHS = SET_HOLD | SET_PASSES | SET_BREATHS | SET_PHASES, /* the ways to say how long */
};

/* How long, how hard and how: what a move and a phase of one have in common. */
typedef struct DoseFields {
    Hold hold;
    int32_t passes, pace_s, breaths;
    Pressure pressure;
    Breath breathe;
    CueList cues;
    uint8_t technique;
} DoseFields;

typedef struct PhaseFields {
    uint32_t set;
    const char *name;
    DoseFields dose;
    const Node *node;
} PhaseFields;

typedef struct PhaseList {
    PhaseFields *items;
    size_t count;
} PhaseList;

typedef struct MoveFields {
    uint32_t set;
    const char *use, *name;
    WordList areas, where, not_with;
    ToolList tools;
    uint8_t sides, first; /* `first` as in first_words */
    DoseFields dose;
    PhaseList phases;
    int32_t prepare_s, priority, least_s;
    TextList instead, avoid;
    const char *setup, *feel, *lighter, *deeper, *confirm;
} MoveFields;

typedef struct DefaultsFields {
    uint32_t set;
    int32_t prepare_s, switch_s, rest_s;
    uint8_t sides, first;
    Pressure pressure;
    Breath breathe;
} DefaultsFields;

typedef struct RestFields {
    int32_t rest_s;
    const char *say;
} RestFields;

typedef struct RepeatFields {
    int32_t times, between_s;
    const Node *moves;
} RepeatFields;

typedef struct RoutineFields {
    uint32_t set;
    int32_t version;
    const char *title, *summary, *check;
    uint8_t goal;
    TextList cautions;
    SourceList sources;
    DefaultsFields defaults;
    const Node *moves;
} RoutineFields;

typedef struct MovesFileFields {
    int32_t version;
    const Node *moves;
} MovesFileFields;

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

extern const FieldTable routine_table, defaults_table, source_table;    /* a routine */
extern const FieldTable move_table, phase_table, cue_table, hold_table; /* a move; hold_table: left and right */
extern const FieldTable rest_table, repeat_table;                       /* the other items */
extern const FieldTable moves_file_table;                               /* a file of shared moves */

/* The words of `first`, in the order of Side after SIDE_NONE. */
extern const Words first_words;

#endif
