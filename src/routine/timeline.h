/* SPDX-License-Identifier: MIT */
/* The order in which a routine is done: repeats unrolled, rests between moves added, rests at the end left out
 * (doc/routine-format.md, "What is worked out"). The rules, the fitting and the plan all use this one walk. */
#ifndef ROUTINE_TIMELINE_H
#define ROUTINE_TIMELINE_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/model.h"

enum { TIMELINE_STEP_LIMIT = 5000, TIMELINE_SECONDS_LIMIT = 12 * 60 * 60 };

typedef struct TimelineItem {
    const Move *move; /* NULL on a rest */
    int32_t turn;     /* number of the move in this order, from 0; for a rest, that of the move before, or -1 */
    int32_t rest_s;
    const char *say; /* the text of a rest, or NULL */
    Mark mark;
} TimelineItem;

/* Called for each move or rest; returning false ends the walk. */
typedef bool TimelineVisitor(void *context, const TimelineItem *stop);

/* Returns true to leave out the move with this number, and the rests after it. NULL: leave out none. */
typedef bool TimelineFilter(void *context, const Move *move, int32_t turn);

/* Calls `visit` in order, except for moves that `leave_out` rejects. False if the visitor ended the walk. */
bool timeline_walk(const Routine *routine, TimelineFilter *leave_out, TimelineVisitor *visit, void *context);

/* Whether there is a move anywhere among the items. */
bool timeline_has_move(const Item *items, size_t count);

/* The length of `prepare: auto` for a set-up text (NULL: none): the time to hear it and to do it, in whole 5 s, at
 * most 60 s; and that of `switch: auto`, from the former (doc/routine-format.md, "How long auto is"). */
int32_t timeline_auto_prepare_s(const char *setup);
int32_t timeline_auto_of_move_s(const Move *move); /* of the longest of its set-ups */
int32_t timeline_auto_switch_s(int32_t auto_prepare_s);

/* The length of a move as written, in seconds, on all its sides, with preparations and the change of sides. */
int32_t timeline_move_seconds(const Move *move);

/* Totals of a routine as it is written. */
typedef struct TimelineTotal {
    int64_t seconds, steps;
    int32_t moves;
} TimelineTotal;

/* The length of the session and its numbers of steps and moves. Stops counting once a limit is exceeded. */
TimelineTotal timeline_total(const Routine *routine);

/* The second of a hold at which a cue is spoken, for a hold of `hold_s` seconds. In a checked routine these rise and
 * stay below hold_s. */
int32_t timeline_cue_at(const CueList *cues, size_t index, int32_t hold_s);

#endif
