/* SPDX-License-Identifier: MIT */
/* Which moves a routine that is put together is made of, at which of the places it goes to, and for how long. */
#ifndef COMPOSE_PICK_H
#define COMPOSE_PICK_H

#include "compose/goal_rules.h"
#include "compose/request.h"

enum {
    PICK_LIMIT = 64,     /* moves in a routine: an hour has fewer */
    PICK_PLACES = 3,     /* that it goes to */
    PICK_PREPARE_S = 10, /* to set up a move that does not say its own */
    PICK_SWITCH_S = 5,
    PICK_BETWEEN_S = 10, /* between two rounds */
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
    Technique technique; /* that takes most of its time */
    uint32_t areas;      /* bits of Area: those asked for that it works on */
    HoldRange hold;
    Lengths lengths;    /* of both sides and the set-up */
    int32_t friction_s; /* across the fibres on a side, at most */
} Candidate;

typedef struct Pick {
    const Candidate *candidate;
    int area;          /* that it was picked for */
    int stop;          /* an index into the places of the list */
    int32_t rounds;    /* how often it is done, in a row with its neighbours that have as many */
    int32_t hold_s;    /* on each side */
    int32_t prepare_s; /* longer where the one before it is done at another place */
} Pick;

typedef struct PickList {
    Pick items[PICK_LIMIT]; /* in the order in which they are done */
    size_t count;
    int places[PICK_PLACES]; /* in the order in which it goes to them */
    int place_count;
    uint32_t areas;        /* bits of Area: those that something was picked for */
    Lengths lengths;       /* of it all */
    int32_t liking;        /* how well it suits the shape */
    int32_t seconds;       /* as long as it is */
    WordList order;        /* the areas that were asked for, in the order of their turns */
    uint32_t possible;     /* bits of those that some move suits */
    uint32_t reachable;    /* bits of those that some move suits at one of the places, without turning back */
    size_t fitting;        /* moves that suit the request and its areas */
    bool is_friction_full; /* cross-friction at its limit kept moves or rounds out */
} PickList;

/* The list, in the arena, that suits the request best and comes nearest to its minutes; for more minutes it is never
 * shorter. NULL where no move suits. The least it may hold is the shortest move, even where that is too long. */
PickList *pick_best(Arena *arena, const ComposeMove *moves, size_t count, const ComposeRequest *request,
                    int32_t minutes);

/* How many picks from that one on are done together, round after round; 1 where it is done once. */
size_t pick_run(const PickList *list, size_t first, const GoalRules *shape);

#endif
