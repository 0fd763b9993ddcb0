/* SPDX-License-Identifier: MIT */
/* The keys of the routine format as field tables, and the structs that they fill. The structs hold what the file says,
 * before shared moves, defaults and rules are applied. */
#ifndef ROUTINE_FIELDS_H
#define ROUTINE_FIELDS_H

#include <stdint.h>

#include "routine/field_value.h"
#include "routine/model.h"
#include "routine/position_value.h"
#include "yaml/schema.h"

typedef struct MoveFields {
    uint32_t set;
    const char *use, *name;
    WordList areas, where, not_with;
    ToolList tools;
    uint8_t sides, first; /* `first` as in first_words */
    DoseFields dose;
    PhaseList phases;
    int32_t prepare_s, switch_s, priority, least_s;
    TextList instead, avoid, keywords, cautions;
    SetUpList setups;
    MOVE_TEXTS(MOVE_TEXT_MEMBER)
} MoveFields;

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
    const char *title, *summary, *pair;
    Check check;
    uint8_t goal;
    TextList cautions, keywords;
    SourceList sources;
    DefaultsFields defaults;
    const Node *moves;
} RoutineFields;

/* A file of shared moves, or of positions. */
typedef struct DefinitionsFileFields {
    int32_t version;
    const Node *map;
} DefinitionsFileFields;

typedef struct ProgrammeFields {
    int32_t version;
    const char *title, *whom, *summary;
    Check check;
    TextList cautions;
    SourceList sources;
    const Node *weeks, *routines;
} ProgrammeFields;

typedef struct WeekFields {
    const char *title;
    uint8_t level;
    const Node *days;
} WeekFields;

typedef struct WishFields {
    uint32_t set; /* bit 0: `tools` is there; `goal` is only set with bit 1 */
    TextList words;
    int32_t minutes;
    WordList places;
    TextList tools;
    uint8_t goal;
} WishFields;

enum { SET_WISH_TOOLS = 1, SET_WISH_GOAL = 2 };

extern const FieldTable programme_table, week_table, wish_table;        /* a programme */
extern const FieldTable routine_table, defaults_table, source_table;    /* a routine */
extern const FieldTable check_table;                                    /* its check with a unit */
extern const FieldTable move_table, phase_table, cue_table, hold_table; /* a move; hold_table: left and right */
extern const FieldTable rest_table, repeat_table;                       /* items that are not moves */
extern const FieldTable moves_file_table;                               /* a file of shared moves */
extern const FieldTable positions_file_table, position_table;           /* a file of positions; one of them */
extern const FieldTable arms_table, legs_table, prop_table;             /* its limbs, and what is around */

/* The words of `first`, in the order of Side after SIDE_NONE. */
extern const Words first_words;

/* The words of `better`: an index is Check.more_is_better. */
extern const Words better_words;

#endif
