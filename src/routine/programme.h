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
    ProgrammeDay days[DAY_WEEK];
} ProgrammeWeek;

/* A routine that stands in the programme's own file, as the text of a file of its own. */
typedef struct ProgrammeRoutine {
    const char *id, *text;
} ProgrammeRoutine;

typedef struct Programme {
    Arena arena;
    const char *id, *title;
    const char *whom, *summary; /* for whom it is; NULL: not set */
    bool has_check;
    Check check; /* measured in the first session of each week, instead of that of the routine; only if has_check */
    TextList cautions;
    SourceList sources;
    ProgrammeWeek *weeks;
    size_t count;
    ProgrammeRoutine *routines; /* found before all others of their ids */
    size_t routine_count;
} Programme;

/* What a programme may name. */
typedef struct ProgrammeLookup {
    const DefinitionLookup *moves; /* for the routines in its file; NULL: there are no shared moves */
    const Words *routines;         /* the ids of all routines; NULL: names are not checked */
} ProgrammeLookup;

/* Parses a programme. NULL if there is any error; problems go to `diags`, in file order. Free with programme_free.
 * Whether something can be composed for its wishes is not checked here. */
Programme *programme_parse(const char *text, size_t length, const char *id, const ProgrammeLookup *lookup,
                           DiagnosticList *diags);
void programme_free(Programme *programme);

/* Whether a text is meant as a programme: one of its lines begins with `weeks:`. */
bool programme_is_meant(const char *text, size_t length);

/* The text of a routine that stands in the programme's own file; NULL: it is not there. Borrowed. */
const char *programme_routine_text(const Programme *programme, const char *id);

/* The day in words: "rest", "first-five", "compose hips, 15 min". */
void programme_add_day(Text *into, const ProgrammeDay *day);

#endif
