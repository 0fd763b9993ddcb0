/* SPDX-License-Identifier: MIT */
/* A routine's items in the order in which they are done: repeats unrolled, rests between moves put in, the rest that
 * would come last left out (doc/routine-format.md, "What is worked out"). The rules, the fitting and the plan all
 * stand on this one walk. */
#ifndef ROUTINE_TIMELINE_H
#define ROUTINE_TIMELINE_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/model.h"

enum { TIMELINE_STEP_LIMIT = 5000, TIMELINE_SECONDS_LIMIT = 12 * 60 * 60 };

typedef struct TimelineItem {
    const Move *move; /* NULL on a rest */
    int32_t turn;     /* which move this is, from 0, counted as done; on a rest that of the move before it, or -1 */
    int32_t rest_s;
    const char *say; /* a rest's words or NULL */
    Mark mark;
} TimelineItem;

/* Is called for each stop; false ends the walk. */
typedef bool TimelineVisitor(void *context, const TimelineItem *stop);

/* Whether the move of that turn is left out (its rests go with it); NULL leaves out none. */
typedef bool TimelineFilter(void *context, const Move *move, int32_t turn);

/* False where a visitor ended it. */
bool timeline_walk(const Routine *routine, TimelineFilter *leave_out, TimelineVisitor *visit, void *context);

/* Whether there is a move anywhere among the items. */
bool timeline_has_move(const Item *items, size_t count);

/* The seconds of a move as it stands, set-up and switch included, for `sides`, which is the move's own or one of them.
 */
int32_t timeline_move_seconds(const Routine *routine, const Move *move, Sides sides);

/* All of a routine as it is written. */
typedef struct TimelineTotal {
    int64_t seconds, steps;
    int32_t moves;
} TimelineTotal;

/* How long its session is, and how many steps and moves it has; counts no further than just past either limit. */
TimelineTotal timeline_total(const Routine *routine);

/* The second of a hold of `hold_s` at which a cue is said. A checked list gives rising seconds below hold_s. */
int32_t timeline_cue_at(const CueList *cues, size_t index, int32_t hold_s);

#endif
