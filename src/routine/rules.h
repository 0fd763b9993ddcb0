/* SPDX-License-Identifier: MIT */
/* The check for bodies and the limits: what a routine may say, but a person should think about
 * (doc/routine-format.md, "What is wrong with a file"). */
#ifndef ROUTINE_RULES_H
#define ROUTINE_RULES_H

#include "routine/fields.h"
#include "routine/model.h"
#include "routine/problem_place.h"
#include "routine/reading.h"

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
