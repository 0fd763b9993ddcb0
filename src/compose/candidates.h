/* SPDX-License-Identifier: MIT */
/* What a routine is picked from: the moves that suit a request, and the areas that are worked, as the recipes say. */
#ifndef COMPOSE_CANDIDATES_H
#define COMPOSE_CANDIDATES_H

#include "compose/goal_rules.h"
#include "compose/request.h"
#include "compose/stance.h"
#include "compose/wanted.h"

typedef struct Lengths {
    int32_t least_s, usual_s, most_s;
} Lengths;

/* A move that suits the request. */
typedef struct Candidate {
    const char *id;
    const Move *move;
    Work work;
    Technique technique;            /* the one that takes most of its time */
    uint32_t areas;                 /* bits of Area: the areas of the list that it works on */
    int32_t wanted;                 /* by how many of the person's words it is known */
    bool is_held_back;              /* for the sake of health, as others work its area */
    bool uses_named;                /* a tool that was said for this routine */
    bool is_brisk;                  /* it warms up, and is too fast for all else */
    bool is_last_resort;            /* it needs a tool that few people have, and nobody said so; or it is brisk */
    StanceSet stances[PLACE_COUNT]; /* how it is done at each place; 0: not there */
    HoldRange hold;
    Lengths lengths;    /* in all, with both sides and preparation */
    int32_t friction_s; /* most seconds of cross-friction on a side */
} Candidate;

/* What every list for a request is made from. */
typedef struct Picking {
    const ComposeRequest *request;
    const GoalRules *rules;
    const Wanted *wanted;
    Candidate *candidates;
    size_t count;
    WordList asked, more; /* the areas asked for, in the order of their turns; those for which there may be time */
    WordList all;         /* all of these */
    EasyAreas easy;
    uint8_t ranks[AREA_COUNT]; /* by Area: what is done first */
    uint32_t asked_bits;       /* of `asked` */
    uint32_t also_bits;        /* of those in `more` that the request is for too, though there may be no time */
    int32_t target_s;          /* how long the routine should be; at least as long as the shortest candidate */
} Picking;

/* Fills *picking, all of it in the arena, or borrowed from the arguments. False if no move suits. */
bool candidates_gather(Picking *picking, Arena *arena, const ComposeMove *moves, size_t count,
                       const ComposeRequest *request, const Wanted *wanted, int32_t minutes);

/* Adds `times` as much to the lengths, and so many seconds. */
void candidates_add_lengths(Lengths *sum, const Lengths *more, int32_t times, int32_t also_s);

/* How many sides a move is done on, one after the other: 1 or 2. */
int32_t candidates_sides(const Move *move);

#endif
