/* SPDX-License-Identifier: MIT */
/* Picks the moves of a composed routine, at which of its places each is done, and for how long. */
#ifndef COMPOSE_PICK_H
#define COMPOSE_PICK_H

#include "compose/goal_rules.h"
#include "compose/request.h"
#include "compose/wanted.h"

enum {
    PICK_LIMIT = 64,     /* moves in a routine: an hour has fewer */
    PICK_PLACES = 3,     /* most places in a routine */
    PICK_BETWEEN_S = 10, /* rest between two rounds */
    PICK_ROUNDS = 2,
};

typedef struct Lengths {
    int32_t least_s, usual_s, most_s;
} Lengths;

/* A move that suits the request. */
typedef struct Candidate {
    const char *id;
    const Move *move;
    Work work;
    Technique technique; /* the one that takes most of its time */
    uint32_t areas;      /* bits of Area: the requested areas that it works on */
    int32_t wanted;      /* by how many of the person's words it is known */
    HoldRange hold;
    Lengths lengths;    /* in all, with both sides and preparation */
    int32_t friction_s; /* most seconds of cross-friction on a side */
} Candidate;

typedef struct Pick {
    const Candidate *candidate;
    int area;          /* Area that it was picked for */
    int stop;          /* index into PickList.places */
    int32_t rounds;    /* how often it is done; neighbours with as many rounds are repeated together */
    int32_t hold_s;    /* on each side */
    int32_t prepare_s; /* longer if the move before it is done at another place */
} Pick;

typedef struct PickList {
    Pick items[PICK_LIMIT]; /* in the order in which they are done */
    size_t count;
    int places[PICK_PLACES]; /* in the order of the routine */
    int place_count;
    uint32_t areas;        /* bits of Area: the areas that the picked moves work on */
    Lengths lengths;       /* of the whole list */
    int32_t liking;        /* how well the moves suit the goal, higher is better */
    int32_t seconds;       /* total length */
    WordList order;        /* the requested areas, in the order in which they take turns */
    uint32_t possible;     /* bits of the areas that some suitable move works on */
    uint32_t reachable;    /* those of them with a suitable move at one of the places, without going back */
    size_t fitting;        /* number of moves that suit the request and its areas */
    bool is_friction_full; /* moves or rounds were left out because of the limit on cross-friction */
} PickList;

/* Returns the list, in the arena, that suits the request best and comes nearest to `minutes`. Moves that are wanted are
 * picked before others. More minutes never give a shorter list. NULL if no move suits. The list has at least the
 * shortest suitable move, even if that is longer than `minutes`. The areas of the request are those of `wanted`. */
PickList *pick_best(Arena *arena, const ComposeMove *moves, size_t count, const ComposeRequest *request,
                    const Wanted *wanted, int32_t minutes);

/* How many picks, starting at index `first`, are repeated together round after round; 1 for a pick that is done
 * once. */
size_t pick_run(const PickList *list, size_t first, const GoalRules *rules);

#endif
