/* SPDX-License-Identifier: MIT */
/* The input of compose/compose.h (the moves and the request), and notes about the routine that came out. */
#ifndef COMPOSE_REQUEST_H
#define COMPOSE_REQUEST_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/filter.h"
#include "routine/model.h"

enum { COMPOSE_LEAST_MINUTES = 3, COMPOSE_MOST_MINUTES = 60 };

/* Sets of areas are bits. */
#define AREA_BIT(area) (UINT32_C(1) << (area))

typedef uint64_t ComplaintSet; /* bits, as of compose/complaints.h */

/* A shared move that may be picked. */
typedef struct ComposeMove {
    const char *id;
    const Move *move;
} ComposeMove;

/* Which areas of a request are easy: movement and stretches do the work there. */
typedef struct EasyAreas {
    uint32_t calm;      /* bits of Area: nobody is made to sweat for these */
    uint32_t unpressed; /* bits of those of them that were not asked for: nor does anything press them */
} EasyAreas;

typedef struct ComposeRequest {
    WordList areas;                 /* of Area, in the order wanted; empty: the neglected areas, or some of all */
    size_t named;                   /* for compose itself: how many of them, at the front, a person named */
    EasyAreas easy;                 /* for compose itself */
    ComplaintSet complaints;        /* for compose itself: those that are named */
    uint32_t said_areas;            /* for compose itself: bits of the areas that the words say */
    uint32_t about;                 /* for compose itself: bits of the areas that these are about first of all */
    uint32_t focus;                 /* for compose itself: bits of the only areas that are worked; 0: any */
    TextList words;                 /* as the person says it: "stiff neck"; what is known by them is picked first */
    const Routine *const *routines; /* where words are looked up that no move knows; NULL in it: not loaded */
    size_t routine_count;
    WordList places;           /* of Place: only these; empty: all */
    bool tools_are_known;      /* false: all tools count as at hand */
    bool tools_are_named;      /* they were said for this routine, so they are wanted in it */
    TextList tools;            /* at hand; moves without tools always fit */
    int32_t minutes;           /* brought into the range 3 to 60; 0: ten */
    Goal goal;                 /* GOAL_NONE: no goal */
    PersonHealth health;       /* moves that it rules out are left out */
    const int32_t *days_since; /* by area: days since it was last worked on; -1: never; NULL: not known */
} ComposeRequest;

typedef struct ComposeWhy {
    const char *use, *why;
} ComposeWhy;

/* What the comments in the text say. A zeroed struct is empty. All of it is in its arena, which the caller releases. */
typedef struct ComposeNotes {
    Arena arena;
    int32_t minutes;  /* minutes asked for */
    TextList said;    /* the comment at the head, one text for each paragraph */
    ComposeWhy *whys; /* one for each move, in the order in which they are done */
    size_t count;
    bool is_word_wrong;         /* nothing was composed: nothing knows one of the words, or it is one for a doctor */
    WordList impossible;        /* areas that no move suits */
    WordList no_time, no_place; /* areas left out: for lack of time; because their moves are at other places */
} ComposeNotes;

#endif
