/* SPDX-License-Identifier: MIT */
/* A plan before its steps are laid out: every move in its turn, repeats unrolled, with how long each of its holds will
 * be. Choosing a side, starting later and fitting to minutes all change the draft; the steps are then made from it. */
#ifndef SESSION_PLAN_DRAFT_H
#define SESSION_PLAN_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "routine/model.h"
#include "session/plan_options.h"

/* One phase of a move. Seconds by Side; 0 on a side that is not done. */
typedef struct PlanDraftHold {
    int32_t unit_s;             /* it grows and shrinks by whole ones: a second, a pass, a breath */
    int32_t full_s[SIDE_COUNT]; /* as written */
    int32_t least_s[SIDE_COUNT];
    int32_t seconds[SIDE_COUNT]; /* as it will be */
} PlanDraftHold;

/* Why a move is left out; its rests go with it. */
typedef enum PlanDraftOut {
    OUT_NOT, /* it stays */
    OUT_NOT_ASKED,
    OUT_FOR_HEALTH,
    OUT_FOR_QUESTION,
    OUT_FOR_TIME,
} PlanDraftOut;

typedef struct PlanDraftMove {
    const Move *move; /* borrowed from the routine */
    Sides sides;      /* as it will be done */
    Side first;       /* the side that it begins on, where it has both */
    PlanDraftOut out;
    int health;           /* the Health word that it is not to be done with, or -1 */
    PlanDraftHold *holds; /* one for each phase of the move */
} PlanDraftMove;

typedef struct PlanDraftPart {
    const Routine *routine;
    size_t first_move, move_count;
} PlanDraftPart;

typedef struct PlanDraft {
    Arena arena;
    PlanDraftPart *parts;
    size_t part_count;
    PlanDraftMove *moves; /* left out or not */
    size_t move_count;
} PlanDraft;

/* What comes next: a move, or a rest (move NULL). */
typedef struct PlanDraftStop {
    const PlanDraftPart *part;
    PlanDraftMove *move;
    int32_t rest_s;
    const char *say; /* a rest's words, or NULL */
} PlanDraftStop;

typedef bool PlanDraftVisitor(void *context, const PlanDraftStop *stop);

void plan_draft_init(PlanDraft *draft, const Routine *const *routines, size_t count);
void plan_draft_release(PlanDraft *draft);

/* Puts in the swaps, sets the sides, and leaves out what the options do; the minutes are plan_draft_fit's. */
void plan_draft_choose(PlanDraft *draft, const PlanOptions *options);

/* Fits what is left to minutes (doc/routine-format.md, "What is worked out"): moves that may go are dropped, then all
 * holds are shortened by one factor, none under its least. 0 where it fits now; else the fewest whole minutes that it
 * can be fitted to, and the draft is spoilt. */
int32_t plan_draft_fit(PlanDraft *draft, int32_t minutes);

bool plan_draft_has_moves(const PlanDraft *draft);

/* Calls the visitor for everything that is not left out, in order; false where it ended the walk. */
bool plan_draft_walk(const PlanDraft *draft, PlanDraftVisitor *visit, void *context);

/* The length of all that is not left out. (Of a routine as it is written: timeline_total.) */
int64_t plan_draft_seconds(const PlanDraft *draft);

/* The sides of a move in the order in which they are done; returns how many, 1 or 2. */
size_t plan_draft_sides(const PlanDraftMove *move, Side order[2]);

/* How long one move is, its set-ups and holds. */
int32_t plan_draft_move_seconds(const PlanDraftPart *part, const PlanDraftMove *move);

/* The set-up before a side of a move: `turn` 0 is the prepare step, 1 the switch. */
int32_t plan_draft_set_up_s(const PlanDraftPart *part, const PlanDraftMove *move, size_t turn);

#endif
