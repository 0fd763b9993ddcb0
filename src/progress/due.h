/* SPDX-License-Identifier: MIT */
/* What is due today, and why: a few routines whose areas have had the longest rest, or where a side is behind. That it
 * hurt last time is no reason. */
#ifndef PROGRESS_DUE_H
#define PROGRESS_DUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "routine/names.h"

enum {
    DUE_MOST = 5,
    /* Instead of the days since something was done. */
    DUE_NEVER = -1,
    DUE_NOT_KNOWN = -2,
};

/* A routine that suits the person now: place, tools, minutes, health. */
typedef struct DueCandidate {
    size_t index;          /* the caller's name for it; the lower one is first where all else is equal */
    const uint8_t *shares; /* by Area, as in RoutineSummary */
    int32_t seconds;       /* how long it is */
    int32_t days;          /* since it was done, or DUE_NEVER */
    bool is_favourite;
} DueCandidate;

typedef struct DueFacts {
    const int32_t *area_days;             /* since each Area was worked, or as above; NULL: nothing is known */
    const int64_t (*held_ms)[SIDE_COUNT]; /* by Area, of the last weeks; NULL: not known */
    bool is_away;                         /* then nothing is due */
} DueFacts;

typedef enum DueWhy {
    DUE_RESTED, /* its main area was worked `amount` days ago */
    DUE_SIDE,   /* in its main area `side` is `amount` seconds behind */
    DUE_NEW     /* nothing of it was ever worked; it takes `amount` seconds */
} DueWhy;

typedef struct Due {
    size_t index; /* of the candidate */
    int area;     /* that it is due for */
    DueWhy why;
    Side side;
    int32_t amount;
} Due;

typedef struct DueList {
    Due items[DUE_MOST]; /* best first; each for another area */
    size_t count;
} DueList;

/* Whether a routine may be due on a day of the week (0 Monday): one whose id ends in the name of a day, such as
 * daily-five-monday, is due on that day only. */
bool due_suits_day(const char *id, int32_t weekday);

/* Collects candidates one by one, so that a large library needs no list of them. All zero before due_begin. */
typedef struct DueSearch {
    int32_t weights[AREA_COUNT];
    Due area_due[AREA_COUNT]; /* what is due for each area, without its routine */
    struct DueBest {
        int32_t wait; /* 0: none */
        DueCandidate candidate;
    } best[AREA_COUNT], fresh[AREA_COUNT];
    bool is_new[AREA_COUNT];
} DueSearch;

void due_begin(DueSearch *search, const DueFacts *facts);
void due_offer(DueSearch *search, const DueCandidate *candidate);

/* The list, best first. Routines of which nothing was ever worked come in only where fewer than three others are
 * due. */
DueList due_end(const DueSearch *search);

/* "today", "yesterday", "9 days ago", "3 weeks ago", "never yet"; adds nothing for DUE_NOT_KNOWN. */
void due_ago(Text *into, int32_t days);

/* The reason: "hamstrings: 9 days ago", "calves: left is 6 min behind", "not done yet: a first try of 8 min"; brief:
 * "hamstrings: 9 days ago", "calves: left 6 min behind", "a first try of 8 min". */
void due_reason(Text *into, const Due *due, bool is_brief);

#endif
