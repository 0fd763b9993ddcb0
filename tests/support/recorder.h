/* SPDX-License-Identifier: MIT */
/* Stands in place of a voice and a player, in the session's own time: a text takes as long as speech_length_ms says. */
#ifndef SUPPORT_RECORDER_H
#define SUPPORT_RECORDER_H

#include "audio/narration.h"

typedef enum RecordKind {
    RECORD_SAID,    /* from begin to end */
    RECORD_CUT,     /* the same, but stopped at its end */
    RECORD_DROPPED, /* never said: it would have begun too late, or something else was spoken */
    RECORD_PLAYED,
} RecordKind;

typedef struct Record {
    RecordKind kind;
    int64_t from_ms, to_ms;
    char *text; /* what was said, or the name of the sound; owned */
} Record;

typedef struct RecordList {
    Record *items;
    size_t count, capacity;
} RecordList;

/* Follows a plan from its start to its end, with nobody pressing a key. */
RecordList record_plan(const Plan *plan, const Narrator *narrator);
void record_release(RecordList *list);

/* A line for each: "5.0 plays start", "5.6 says Hold eight seconds." To free(). */
char *record_lines(const RecordList *list);

#endif
