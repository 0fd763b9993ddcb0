/* SPDX-License-Identifier: MIT */
/* What a routine is put together from, what it shall be, and what is said of the one that came of it. */
#ifndef COMPOSE_REQUEST_H
#define COMPOSE_REQUEST_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/model.h"

enum { COMPOSE_LEAST_MINUTES = 3, COMPOSE_MOST_MINUTES = 60 };

/* A shared move that may be picked. */
typedef struct ComposeMove {
    const char *id;
    const Move *move;
} ComposeMove;

typedef struct ComposeRequest {
    WordList areas;            /* of Area, in the order of the wish; empty: those that are behind, or a bit of all */
    WordList places;           /* of Place: only these, with as few changes as possible; empty: all */
    bool tools_are_known;      /* false: any tool is at hand */
    TextList tools;            /* at hand; moves without tools always fit */
    int32_t minutes;           /* taken as the nearest there may be; 0: ten */
    Goal goal;                 /* GOAL_NONE: not said */
    WordList health;           /* of Health: moves that say not_with one of them are left out */
    const int32_t *days_since; /* by area, when it was last worked; -1: never; NULL: not known */
} ComposeRequest;

typedef struct ComposeWhy {
    const char *use, *why;
} ComposeWhy;

/* What stands in the comments of the text. Zeroed, nothing; all of it is in its arena, for the caller to release. */
typedef struct ComposeNotes {
    Arena arena;
    int32_t minutes;  /* that were asked for */
    TextList said;    /* at the head, a paragraph each */
    ComposeWhy *whys; /* of each move, once, in the order in which they are done */
    size_t count;
    WordList impossible;        /* areas that no move suits */
    WordList no_time, no_place; /* areas that are left out for want of time; because their moves are elsewhere */
} ComposeNotes;

#endif
