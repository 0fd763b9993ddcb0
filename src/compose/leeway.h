/* SPDX-License-Identifier: MIT */
/* How much shorter or longer the holds of a move may be, in a routine of some shape. */
#ifndef COMPOSE_LEEWAY_H
#define COMPOSE_LEEWAY_H

#include "base/arena.h"
#include "compose/shape.h"

enum { LEEWAY_ROUND_S = 5 }; /* holds that are counted in seconds are written in fives */

/* Of one hold, in whole units: a second, a pass, a breath. */
typedef struct Leeway {
    int32_t unit_s, least_s, usual_s, most_s;
} Leeway;

/* One for each phase, in the arena. A move of several is left as it is, unless `phases_too`: to change one, all must be
 * written anew. NULL where some hold cannot be as short as the shape wants it. */
Leeway *leeway_of(Arena *arena, const Move *move, const Shape *shape, bool phases_too);

/* Makes a hold last that long on each side, in its own way of counting. */
void leeway_set_hold(Hold *hold, int32_t seconds, int32_t unit_s);

#endif
