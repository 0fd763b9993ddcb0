/* SPDX-License-Identifier: MIT */
/* The record of a session: what was done (move, side, time held, how it felt), when, and what was said of it. It does
 * not refer to routine files, which may change. store/ reads and writes it, screens and commands show it. */
#ifndef PROGRESS_RECORD_H
#define PROGRESS_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "routine/model.h"
#include "routine/names.h"
#include "session/measure.h"
#include "session/session.h"

/* How one hold felt, beside its target. */
typedef struct FeltRecord {
    const char *move, *phase; /* phase: NULL where the move has none */
    Side side;
    Pressure target; /* is_set false: it had none */
    int32_t felt;    /* 0 to 10 */
} FeltRecord;

/* One move on one side. */
typedef struct MoveRecord {
    int32_t position;       /* of the move in the session, from 0 */
    const char *name, *use; /* use: id of the shared move; NULL if it was not one */
    const char *areas;      /* names, separated by spaces */
    Side side;
    int32_t planned_s; /* of its holds; -1: not known */
    int64_t held_ms;
    int32_t felt, felt_most; /* pressure felt last, and most: 0 to 10; -1: not said */
    bool hurt;
    bool skipped; /* some of it was skipped by key */
} MoveRecord;

typedef enum RecordState { RECORD_FINISHED, RECORD_LEFT, RECORD_RUNNING } RecordState;

typedef struct SessionRecord {
    int64_t id;                   /* in this database only */
    const char *uid;              /* 32 hexadecimal digits; the same in every copy of the records */
    int32_t revision;             /* 1 and up; the highest one is the newest */
    const char *machine;          /* that made this revision */
    int64_t started_s;            /* seconds since 1970 */
    int32_t offset_min;           /* UTC offset of local time at the start */
    const char *title, *routines; /* routines: ids, separated by spaces */
    Level level;
    int32_t planned_s, worked_s;
    RecordState state;
    bool hurt; /* some of it did; also known where the moves were not read */
    Measure measure;
    const char *check; /* what was measured; NULL: how it feels */
    const char *note;  /* NULL: none */
    /* Moves that were left out, "A, B"; NULL: none. declined: their question was answered with no; ruled_out: for a
     * health word, "A (clot)"; dropped: for lack of time. */
    const char *declined, *ruled_out, *dropped;
    MoveRecord *moves; /* by position and side */
    size_t count;
    FeltRecord *felts; /* in the order in which they were said */
    size_t felt_count;
} SessionRecord;

/* Copies a record with all its texts and arrays into the arena. */
void record_copy(SessionRecord *copy, const SessionRecord *record, Arena *arena);

/* Whether anything was held in it, or hurt. */
bool record_is_worth_keeping(const SessionRecord *record);

/* The record of a session in memory, as far as it went: each move of its plan on each of its sides, whether or not it
 * was reached, and what was done of moves that are no longer in the plan. What only the records know (id, uid,
 * revision, machine, start, note) is not set. It borrows the texts of the session and its plan; the rest is in the
 * arena. */
void record_of_session(SessionRecord *record, Arena *arena, const Session *session);

#endif
