/* SPDX-License-Identifier: MIT */
/* What may be asked of a plan: minutes, sides, what is left out, swaps. */
#ifndef SESSION_PLAN_OPTIONS_H
#define SESSION_PLAN_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "routine/filter.h"
#include "routine/model.h"

/* Replaces one move of the routines by another, before the session starts. */
typedef struct PlanSwap {
    int32_t turn;     /* which move, from 0: index in Plan.turns */
    const Move *move; /* borrowed by plan_build only */
} PlanSwap;

/* By how much one side of an area has had more time than the other. */
typedef struct SideLead {
    Area area;
    int32_t left_s; /* seconds that the left has had more; negative: the right */
} SideLead;

/* Why a session has its level. */
typedef enum LevelReason {
    LEVEL_AS_USUAL,  /* nothing says otherwise */
    LEVEL_FOR_NEW,   /* the person is new to it */
    LEVEL_SET,       /* the settings say so */
    LEVEL_FOR_START, /* it was chosen for this session */
    LEVEL_REASON_COUNT
} LevelReason;

/* How a move is done: as its set-up says, or with its text for lighter or deeper besides. */
typedef enum Variant { VARIANT_PLAIN, VARIANT_LIGHTER, VARIANT_DEEPER, VARIANT_COUNT } Variant;

typedef struct PlanOptions {
    int32_t minutes;       /* 0: full length; else shortened to fit, all routines together */
    int32_t from_move;     /* start at this move, counted from 1; 0: from the start */
    Side side;             /* SIDE_NONE: as written; else only this side (moves without sides stay) */
    Side first;            /* SIDE_NONE: as written; else the side that moves with both sides start on */
    const SideLead *leads; /* such a move starts on the side that has had less in its areas; where both had as much, or
                            * it is not known, as `first` says */
    size_t lead_count;
    Level level; /* how hard it asks one to press; all zero: standard */
    LevelReason level_reason;
    PersonHealth health; /* moves that it rules out are left out */
    bool has_caps;       /* pressure is limited for the person (session/caps.h); else it is as written */
    bool is_first_week;  /* of the person's sessions */
    TextList tools;      /* those at hand, for the set-up that is told; empty: not known */
    TextList declined;   /* questions answered with no: moves that ask them are left out */
    const PlanSwap *swaps;
    size_t swap_count;
} PlanOptions;

#endif
