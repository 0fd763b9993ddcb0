/* SPDX-License-Identifier: MIT */
/* A plan before its steps are made: all moves in order, repeats unrolled, with the length of each hold. Choosing a
 * side, starting later and fitting to the minutes all change the draft. The steps are then made from it. */
#ifndef SESSION_PLAN_DRAFT_H
#define SESSION_PLAN_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "routine/model.h"
#include "session/plan_options.h"

/* One phase of a move. Seconds for each Side; 0 for a side that is not done. */
typedef struct PlanDraftHold {
    int32_t unit_s;             /* step for changing its length: a second, a pass or a breath */
    int32_t full_s[SIDE_COUNT]; /* as written, or as long as the person's limits allow */
    int32_t least_s[SIDE_COUNT];
    int32_t seconds[SIDE_COUNT]; /* as planned */
} PlanDraftHold;

/* Why a move is left out. The rests after it are left out too. */
typedef enum PlanDraftOut {
    OUT_NOT, /* not left out */
    OUT_NOT_ASKED,
    OUT_FOR_HEALTH,
    OUT_FOR_QUESTION,
    OUT_FOR_TIME,
} PlanDraftOut;

typedef struct PlanDraftMove {
    const Move *move; /* borrowed from the routine */
    Sides sides;      /* the sides that will be done */
    Side first;       /* the side to start on, if both are done */
    PlanDraftOut out;
    int health;           /* the Health word that rules it out, or -1 */
    bool is_limited;      /* for this person, beyond what the level does */
    Variant variant;      /* the one to start with */
    int32_t prepare_s;    /* as written, or longer where more is said in it */
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
    PlanDraftMove *moves; /* all, including those left out */
    size_t move_count;
} PlanDraft;

/* One item of a walk: a move, or a rest (move NULL). */
typedef struct PlanDraftStop {
    const PlanDraftPart *part;
    PlanDraftMove *move;
    int32_t rest_s;
    const char *say; /* the text of a rest, or NULL */
} PlanDraftStop;

typedef bool PlanDraftVisitor(void *context, const PlanDraftStop *stop);

void plan_draft_init(PlanDraft *draft, const Routine *const *routines, size_t count);
void plan_draft_release(PlanDraft *draft);

/* Applies all options but the minutes: swaps moves, sets the sides, leaves moves out. */
void plan_draft_choose(PlanDraft *draft, const PlanOptions *options);

/* Shortens the draft to the minutes available (doc/routine-format.md, "What is worked out"): first drops moves of
 * low priority, then shortens all holds by one factor, none below its least. Returns 0 if the draft fits now. Otherwise
 * returns the fewest whole minutes it could be fitted to; the draft is then unusable. */
int32_t plan_draft_fit(PlanDraft *draft, int32_t minutes);

/* How a lighter or deeper way is said, `text` being the move's own words for it: "Deeper: Lean more." In the arena. */
const char *plan_draft_lead(Arena *arena, Variant variant, const char *text);

/* What to do to set up: `setup` (NULL: none), and the variant to start with where that is not the plain one. NULL where
 * there is neither. Either `setup` itself, or in the arena. */
const char *plan_draft_set_up(Arena *arena, const PlanDraftMove *drafted, const char *setup);

bool plan_draft_has_moves(const PlanDraft *draft);

/* Calls the visitor for every move and rest that is not left out, in order. False if the visitor ended the walk. */
bool plan_draft_walk(const PlanDraft *draft, PlanDraftVisitor *visit, void *context);

/* The length in seconds of all that is not left out. (The length of a routine as written is timeline_total.) */
int64_t plan_draft_seconds(const PlanDraft *draft);

/* Sets `order` to the sides of a move in the order in which they are done (SIDE_NONE for a move without sides). Returns
 * how many, 1 or 2. */
size_t plan_draft_sides(const PlanDraftMove *move, Side order[2]);

/* The length of one move in seconds, with preparation and change of sides. */
int32_t plan_draft_move_seconds(const PlanDraftMove *move);

/* Seconds before a side of a move: `turn` 0 is the preparation before the first side, 1 the change to the second. */
int32_t plan_draft_set_up_s(const PlanDraftMove *move, size_t turn);

#endif
