/* SPDX-License-Identifier: MIT */
/* A programme: weeks of days, each a routine, a wish for compose, or rest (doc/routine-format.md, "Programmes"). */
#ifndef ROUTINE_PROGRAMME_H
#define ROUTINE_PROGRAMME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/diagnostic.h"
#include "routine/model.h"
#include "routine/names.h"

enum { PROGRAMME_WEEKS_MOST = 26 };

typedef enum ProgrammeDayKind { PROGRAMME_REST, PROGRAMME_ROUTINE, PROGRAMME_WISH } ProgrammeDayKind;

/* What compose is asked for. Whatever is not said is as in the settings. */
typedef struct ProgrammeWish {
    TextList words;  /* "hips", "stiff neck": as with `knead compose --for` */
    int32_t minutes; /* 0: not said */
    WordList places; /* of Place; empty: not said */
    TextList tools;
    bool tools_are_said; /* `tools: []` asks for none */
    uint8_t goal;        /* Goal; GOAL_NONE: not said */
} ProgrammeWish;

typedef struct ProgrammeDay {
    ProgrammeDayKind kind;
    const char *routine; /* PROGRAMME_ROUTINE: its id */
    ProgrammeWish wish;  /* PROGRAMME_WISH */
    const char *content; /* the id, or the wish in words; "" for rest. Two days with the same content are the same */
    Mark mark;           /* of the day in the file */
} ProgrammeDay;

typedef struct ProgrammeWeek {
    const char *title; /* NULL: not set */
    Level level;
    bool has_check; /* the check is measured in the first session of the week */
    ProgrammeDay days[DAY_WEEK];
} ProgrammeWeek;

typedef struct Programme {
    Arena arena;
    const char *id, *title, *whom; /* whom: for whom it is; NULL: not set */
    TextList cautions;
    SourceList sources;
    ProgrammeWeek *weeks;
    size_t count;
} Programme;

#endif
