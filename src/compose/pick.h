/* SPDX-License-Identifier: MIT */
/* Which moves a routine that is put together is made of, at which of the places it goes to. */
#ifndef COMPOSE_PICK_H
#define COMPOSE_PICK_H

#include "compose/leeway.h"

enum {
    PICK_LIMIT = 64,     /* moves in a routine: an hour has fewer */
    PICK_LEGS = 3,       /* places that it goes to */
    PICK_PREPARE_S = 10, /* to set up a move that does not say its own */
    PICK_WAY_S = 5,      /* more where one goes to another place first */
    PICK_SWITCH_S = 5,
    PICK_BETWEEN_S = 10, /* between two rounds */
    PICK_ROUNDS = 2,
};

/* A move that suits the wish. */
typedef struct Candidate {
    const char *id;
    const Move *move;
    Work work;
    Technique technique;              /* that takes most of its time */
    uint32_t areas;                   /* bits of Area: the wished ones that it works on */
    Leeway *holds;                    /* one for each phase */
    int32_t least_s, usual_s, most_s; /* both sides and the set-up */
    int32_t friction_s;               /* across the fibres on a side, at most */
} Candidate;

typedef struct CandidateList {
    Candidate *items;
    size_t count;
} CandidateList;

/* The places in the order in which it goes to them. */
typedef struct Journey {
    int places[PICK_LEGS];
    int count;
} Journey;

typedef struct Pick {
    const Candidate *candidate;
    int area;       /* the wished one that it was picked for */
    int leg;        /* of the journey */
    int32_t rounds; /* how often it is done, in a row with its neighbours that have as many */
    Move *move;     /* as it will be done; its lengths are set by length_fit */
} Pick;

typedef struct PickList {
    Journey journey;
    Pick items[PICK_LIMIT]; /* in the order in which they are done */
    size_t count;
    uint32_t areas;                   /* bits of Area: those that something was picked for */
    int32_t least_s, usual_s, most_s; /* of it all */
    int32_t liking;                   /* how well it suits the shape */
} PickList;

/* What keeps a candidate out of a list. */
typedef enum PickBar {
    PICK_NO_PLACE, /* no place of the journey, or one would have to turn back for it */
    PICK_ENOUGH,   /* each area that it is for has as much work of its kind as it gets */
    PICK_NO_TIME,
    PICK_FRICTION, /* a side would get too much across the fibres */
    PICK_BAR_COUNT
} PickBar;

/* Picks until the time is full or nothing more may be had; areas in the order of their turns. Empty where even the
 * shortest move is too long. */
void pick_moves(PickList *list, const CandidateList *candidates, const WordList *areas, const Journey *journey,
                const Shape *shape, int32_t target_s);

/* For a candidate that was not picked. */
PickBar pick_bar(const PickList *list, const Candidate *candidate, const Shape *shape, int32_t target_s);

/* NULL where it was not. */
const Pick *pick_find(const PickList *list, const Candidate *candidate);

/* Whether one more round of the move leaves cross-friction below its limit on each part of the body. */
bool pick_is_gentle(const PickList *list, const Candidate *candidate);

/* How many picks from that one on are done together, round after round; 1 where it is done once. */
size_t pick_run(const PickList *list, size_t first, const Shape *shape);

/* How much longer its set-up takes where the one before it is done at another place. */
int32_t pick_way_s(const PickList *list, size_t index);

/* How long it takes to set up the move: what it says itself, or the usual. */
int32_t pick_prepare_s(const Move *move);

bool pick_is_for(const Move *move, int area);

/* Whether the move can be done there; a place of -1 is any. */
bool pick_allows(const Move *move, int place);

#endif
