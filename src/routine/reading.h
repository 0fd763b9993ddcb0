/* SPDX-License-Identifier: MIT */
/* What is carried along while a routine is read: where problems go, what was said before, what rules ask after. */
#ifndef ROUTINE_READING_H
#define ROUTINE_READING_H

#include <stdint.h>

#include "routine/fields.h"
#include "routine/model.h"

typedef struct SharedMove SharedMove;
typedef struct OneSided OneSided;

/* What reading a routine carries from move to move. walk.context is the Reading itself. */
typedef struct Reading {
    Walk walk;
    const MoveLookup *moves; /* NULL: there are none */
    const DefaultsFields *defaults;
    Goal goal;
    SharedMove *shared;             /* those used so far */
    OneSided *one_sided;            /* moves on the left or right alone, the newest first */
    uint32_t areas_of[SIDES_COUNT]; /* bits of Area that moves with those sides work */
    int32_t hold_count;             /* as written, repeats not unrolled */
} Reading;

struct OneSided {
    const Move *move;
    Mark mark;
    const OneSided *next;
};

#endif
