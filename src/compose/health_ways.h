/* SPDX-License-Identifier: MIT */
/* Moves that a composed routine has done another way for the sake of health, as a table: in pregnancy, what is shown
 * lying flat is done sitting or on the side. */
#ifndef COMPOSE_HEALTH_WAYS_H
#define COMPOSE_HEALTH_WAYS_H

#include "compose/stance.h"
#include "routine/filter.h"

/* It is fixed. */
typedef struct HealthWay {
    const char *id;       /* of the shared move */
    uint32_t places;      /* bits of Place */
    StanceSet stances;    /* in place of those of the move */
    const char *setup;    /* in place of its own */
    const char *position; /* likewise, as it is written in a file */
} HealthWay;

/* The way in which a person with that health does the move at a place; NULL: as it is. */
const HealthWay *health_way_of(const PersonHealth *health, const char *id, int place);

#endif
