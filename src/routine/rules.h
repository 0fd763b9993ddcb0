/* SPDX-License-Identifier: MIT */
/* The rules that a valid routine is checked against: warnings about what may be bad for the body, and the limits on its
 * size (doc/routine-format.md, "What is wrong with a file"). */
#ifndef ROUTINE_RULES_H
#define ROUTINE_RULES_H

#include "routine/fields.h"
#include "routine/model.h"

typedef struct SharedMove SharedMove;
typedef struct OneSided OneSided;

/* State while a routine is read, passed from move to move. */
typedef struct Reading {
    Walk walk;
    const DefinitionLookup *moves; /* NULL: there are none */
    bool checks_instead;           /* whether the moves that `instead` names must be among them */
    const DefaultsFields *defaults;
    Goal goal;
    SharedMove *shared;             /* the shared moves used so far */
    OneSided *one_sided;            /* moves for one side only, the newest first */
    uint32_t areas_of[SIDES_COUNT]; /* by Sides of the moves: the areas they work on, as bits of Area */
    int32_t hold_count;             /* as written, repeats not unrolled */
    const Move *hurried;            /* the first move for which the default `prepare` is too short, or NULL */
} Reading;

struct OneSided {
    const Move *move;
    Mark mark;
    const OneSided *next;
};

/* Where to report a problem with a key: at the key or its value in the map; if the value comes from elsewhere (a shared
 * move), at the place that refers to it. */
typedef struct ProblemPlace {
    const Node *map; /* NULL: everything comes from elsewhere */
    Mark otherwise;  /* used for what is not in `map`: the map's first key, or the value of `use` */
} ProblemPlace;

/* The first key of the map, where a missing key is reported. */
Mark problem_place_first(const ProblemPlace *spot);

bool problem_place_has(const ProblemPlace *spot, const char *key);
Mark problem_place_value(const ProblemPlace *spot, const char *key);
Mark problem_place_key(const ProblemPlace *spot, const char *key);

enum {
    HOLD_LONG_S = 3 * 60,   /* a longer hold gets a warning */
    BREATH_LONG_S = 5 * 60, /* the same for a breath */
    HOLD_WARM_UP_S = 60,    /* the same in a warm-up */
};

/* Whether a hold with this pressure on these areas gets a warning. */
bool rules_is_too_hard(const WordList *areas, Pressure pressure);

/* Warns of a move's pressure, of its hold lengths and of a preparation that is too short. Notes which sides it works
 * on, for rules_check_sides. */
void rules_check_move(Reading *reading, const MoveFields *fields, const Move *move, const ProblemPlace *spot);

/* Warns of pressure in the defaults, and of a `prepare` there that is too short for some move. Call when all moves are
 * read. */
void rules_check_defaults(const Reading *reading, const Node *map);

/* Warns of moves on one side that have no counterpart on the other. Call when all moves are read. */
void rules_check_sides(const Reading *reading);

/* Warns of rests with no move after them. */
void rules_check_end(DiagnosticList *diags, const Item *items, size_t count);

/* Checks the limits on size and length, reported at the key `moves`. Sets .seconds and .move_count. */
void rules_check_length(DiagnosticList *diags, Routine *routine, Mark mark);

#endif
