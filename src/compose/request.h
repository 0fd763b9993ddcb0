/* SPDX-License-Identifier: MIT */
/* What a routine is put together from, and what it shall be. */
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
    int place;                 /* a Place, or -1: any, with as few changes as possible */
    WordList places;           /* of Place: with -1, only these; empty: all */
    bool tools_are_known;      /* false: any tool is at hand */
    TextList tools;            /* at hand; moves without tools always fit */
    int32_t minutes;           /* taken as the nearest there may be; 0: ten */
    Goal goal;                 /* GOAL_NONE: not said */
    WordList health;           /* of Health: moves that say not_with one of them are left out */
    const int32_t *days_since; /* by area, when it was last worked; -1: never; NULL: not known */
    const char *title;         /* NULL: worked out from the wish */
} ComposeRequest;

#endif
