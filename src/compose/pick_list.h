/* SPDX-License-Identifier: MIT */
/* The moves that were picked for a routine: how often, where, in which stance and for how long each is done. */
#ifndef COMPOSE_PICK_LIST_H
#define COMPOSE_PICK_LIST_H

#include "compose/candidates.h"

enum {
    PICK_LIMIT = 64,     /* moves in a routine: an hour has fewer */
    PICK_PLACES = 3,     /* most places in a routine */
    PICK_BETWEEN_S = 10, /* rest between two rounds */
    PICK_ROUNDS = 2,
    PICK_WARM_UP_PART = 4, /* the warm-up is at most one part of so many */
};

typedef struct Pick {
    const Candidate *candidate;
    int area;  /* Area that it was picked for */
    Work work; /* what it is picked as: for an easy area, movement is the deep work */
    int stop;  /* index into PickList.places */
    Stance stance;
    int32_t rounds;    /* how often it is done; neighbours with as many rounds are repeated together */
    int32_t least_s;   /* what the hold is at least: that of the candidate, or a dose */
    int32_t hold_s;    /* on each side */
    int32_t prepare_s; /* longer if the move before it is done at another place */
} Pick;

typedef struct PickList {
    Pick items[PICK_LIMIT]; /* in the order in which they are done */
    size_t count;
    int places[PICK_PLACES]; /* in the order of the routine */
    int place_count;
    StanceSet stances[PICK_PLACES]; /* those that there were at each place when moves were picked */
    uint32_t areas;                 /* bits of Area: the areas that the picked moves work on */
    Lengths lengths, warm;          /* of the whole list; of its warm-up */
    int32_t liking;                 /* how well the moves suit the goal, higher is better */
    int32_t seconds;                /* total length */
    WordList order;                 /* the areas that may be worked, those that are asked for first */
    uint32_t asked;                 /* bits of those that are asked for; the others belong with them */
    EasyAreas easy;
    uint32_t possible;     /* bits of the areas that some suitable move works on */
    uint32_t reachable;    /* those of them with a suitable move at one of the places, without going back */
    size_t fitting;        /* number of moves that suit the request and its areas */
    bool rises;            /* it goes from lying to standing, and ends briskly */
    bool is_still;         /* no movement is picked before or after the work, which may leave time for more of it */
    bool moves_first;      /* movement goes before all else, where it is the work too */
    bool settles;          /* it goes from sitting to lying, and ends with a breath */
    bool is_friction_full; /* moves or rounds were left out because of the limit on cross-friction */
    bool is_warm_up_full;  /* the warm-up could be longer, but is a quarter of the time already */
} PickList;

/* The pick of that candidate, or NULL. */
const Pick *pick_list_find(const PickList *list, const Candidate *candidate);

/* The lengths of one round of a pick. */
Lengths pick_list_lengths(const Pick *pick);

/* How many picks are of that work for that area; breathing is for all areas. */
size_t pick_list_count(const PickList *list, Work work, int area);

/* Whether it presses anywhere. */
bool pick_list_presses(const Pick *pick);

/* Bits of the areas that are pressed, first of all, by one of the picks. */
uint32_t pick_list_pressed(const PickList *list);

/* How long the warm-up may be beside work that takes so long. */
int32_t pick_list_warm_limit(const Picking *picking, const PickList *list, int32_t work_s);

/* The usual and the greatest length of the list, when its warm-up is no longer than it may be. */
int32_t pick_list_usual_s(const Picking *picking, const PickList *list);
int32_t pick_list_most_s(const Picking *picking, const PickList *list);

#endif
