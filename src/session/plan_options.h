/* SPDX-License-Identifier: MIT */
/* How a plan is asked for. */
#ifndef SESSION_PLAN_OPTIONS_H
#define SESSION_PLAN_OPTIONS_H

#include <stddef.h>
#include <stdint.h>

#include "routine/model.h"

/* Another move in the place of one, before the start. */
typedef struct PlanSwap {
    int32_t turn;     /* which move, from 0, counted as PlanOptions.from_move does */
    const Move *move; /* borrowed while the plan is built */
} PlanSwap;

typedef struct PlanOptions {
    int32_t minutes;   /* 0: as long as it is; else fitted, all routines together */
    int32_t from_move; /* 0 or 1: from the start; else that move first, counted from 1 */
    Side side;         /* SIDE_NONE: as written; else only that side (moves without sides stay) */
    Side first;        /* SIDE_NONE: as written; else the side that every move with both begins on */
    WordList health;   /* of Health: moves that say not_with one of them are left out */
    TextList declined; /* questions that were answered with no: moves that ask them are left out */
    const PlanSwap *swaps;
    size_t swap_count;
} PlanOptions;

#endif
