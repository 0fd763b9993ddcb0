/* SPDX-License-Identifier: MIT */
/* How a body can be for a move at a place, as far as getting from one move to the next is concerned. */
#ifndef COMPOSE_STANCE_H
#define COMPOSE_STANCE_H

#include "routine/model.h"

/* From standing to lying: the way down is easier than the way up. */
typedef enum Stance {
    STANCE_STANDING,
    STANCE_CHAIR,
    STANCE_SITTING, /* on the floor or in bed */
    STANCE_KNEELING,
    STANCE_FRONT,
    STANCE_SIDE,
    STANCE_BACK,
    STANCE_COUNT
} Stance;

/* Places from standing to lying. */
extern const uint8_t stance_way_down[PLACE_COUNT];

/* Bits of Stance. */
typedef uint8_t StanceSet;
#define STANCE_BIT(stance) ((StanceSet)(1u << (stance)))
enum { STANCES_ALL = (1u << STANCE_COUNT) - 1 };

/* The stances in which a move may be done at a place, a Place that it may be done at; at least one. They are told by
 * the names of its positions. */
StanceSet stance_at(const Move *move, int place);

/* The one in which its set-up and picture show it first, where that is one that lies; else none. */
StanceSet stance_shown(const Move *move);

/* Those at all of its places together. */
StanceSet stance_anywhere(const Move *move);

#endif
