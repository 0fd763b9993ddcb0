/* SPDX-License-Identifier: MIT */
/* The check for bodies and the limits: what a routine may say, but a person should think about
 * (doc/routine-format.md, "What is wrong with a file"). */
#ifndef ROUTINE_RULES_H
#define ROUTINE_RULES_H

#include "routine/fields.h"
#include "routine/model.h"

typedef struct SharedMove SharedMove;
typedef struct OneSided OneSided;

/* What reading a routine carries from move to move. */
typedef struct Reading {
    Walk walk;
    const MoveLookup *moves; /* NULL: there are none */
    bool checks_instead;     /* whether the moves that `instead` names must be among them */
    const DefaultsFields *defaults;
    Goal goal;
    SharedMove *shared;             /* those used so far */
    OneSided *one_sided;            /* moves on the left or right alone, the newest first */
    uint32_t areas_of[SIDES_COUNT]; /* bits of Area that moves with those sides work */
    int32_t hold_count;             /* as written, repeats not unrolled */
} Reading;

struct OneSided {
    const Move *move;
    Mark mark;
    const OneSided *next;
};

/* Where a problem with a key is shown: at the map's own key or value, or, for what was taken from elsewhere, at the place
 * that took it. */
typedef struct ProblemPlace {
    const Node *map; /* NULL: all of it was taken from elsewhere */
    Mark otherwise;  /* the map's first key, or the value of `use` */
} ProblemPlace;

/* The first key of a spot, where a missing one is reported. */
Mark problem_place_first(const ProblemPlace *spot);

bool problem_place_has(const ProblemPlace *spot, const char *key);
Mark problem_place_value(const ProblemPlace *spot, const char *key);
Mark problem_place_key(const ProblemPlace *spot, const char *key);

enum {
    HOLD_LONG_S = 3 * 60, /* one hold over it is warned of */
    HOLD_WARM_UP_S = 60,  /* the same in a warm-up */
};

/* Whether a hold of that pressure on those areas is warned of. */
bool rules_is_too_hard(const WordList *areas, Pressure pressure);

/* Warns of a move's pressure and of the length of its holds, and notes which sides it works. */
void rules_check_move(Reading *reading, const MoveFields *fields, const Move *move, const ProblemPlace *spot);

/* Warns of pressure in the defaults. */
void rules_check_defaults(DiagnosticList *diags, const DefaultsFields *defaults, const Node *map);

/* Warns of moves on one side that no move on the other side answers. Once all moves are read. */
void rules_check_sides(const Reading *reading);

/* Warns of rests that nothing follows. */
void rules_check_end(DiagnosticList *diags, const Item *items, size_t count);

/* The limits of a routine and its length, reported at its key `moves`; works out .seconds and .move_count. */
void rules_check_length(DiagnosticList *diags, Routine *routine, Mark mark);

#endif
