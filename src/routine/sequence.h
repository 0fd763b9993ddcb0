/* SPDX-License-Identifier: MIT */
/* A routine's items in the order in which they are done: repeats unrolled, rests between moves put in, the rest that
 * would come last left out (doc/routine-format.md, "What is worked out"). The rules, the fitting and the plan all
 * stand on this one walk. */
#ifndef ROUTINE_SEQUENCE_H
#define ROUTINE_SEQUENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/model.h"

enum { SEQUENCE_STEP_LIMIT = 5000, SEQUENCE_SECONDS_LIMIT = 12 * 60 * 60 };

typedef struct SequenceItem {
    const Move *move; /* NULL on a rest */
    int32_t turn;     /* which move this is, from 0, counted as done; on a rest that of the move before it, or -1 */
    int32_t rest_s;
    const char *say; /* a rest's words or NULL */
    Mark mark;
} SequenceItem;

/* Is called for each stop; false ends the walk. */
typedef bool SequenceVisitor(void *context, const SequenceItem *stop);

/* Whether the move of that turn is left out (its rests go with it); NULL leaves out none. */
typedef bool SequenceFilter(void *context, const Move *move, int32_t turn);

/* False where a visitor ended it. */
bool sequence_walk(const Routine *routine, SequenceFilter *leave_out, SequenceVisitor *visit, void *context);

/* Whether there is a move anywhere among the items. */
bool sequence_has_move(const Item *items, size_t count);

/* The seconds of a move as it stands, set-up and switch included, for `sides`, which is the move's own or one of them.
 */
int32_t sequence_move_seconds(const Routine *routine, const Move *move, Sides sides);

/* All of a routine as it is written. */
typedef struct SequenceTotal {
    int64_t seconds, steps;
    int32_t moves;
} SequenceTotal;

/* How long its session is, and how many steps and moves it has; counts no further than just past either limit. */
SequenceTotal sequence_total(const Routine *routine);

/* The second of a hold of `hold_s` at which a cue is said. A checked list gives rising seconds below hold_s. */
int32_t sequence_cue_at(const CueList *cues, size_t index, int32_t hold_s);

#endif
