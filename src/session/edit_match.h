/* SPDX-License-Identifier: MIT */
/* Which move of a plan stands for which of the one that was made from the same routine before it was edited: moves may
 * have been put in, taken out, moved and renamed, in all rounds of a repeat at once. No move stands for two. */
#ifndef SESSION_EDIT_MATCH_H
#define SESSION_EDIT_MATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "session/session.h"

/* Where a move of the plan before is. One that is no more is where another stands in its stead; else where what came
 * after it begins, at the latest after the last move. */
typedef struct MatchedMove {
    int32_t move;
    bool is_there, is_replaced;
} MatchedMove;

typedef struct EditMatch {
    const Plan *before, *now;
    MatchedMove *places; /* by move of the plan before; owned */
} EditMatch;

/* Whether they count as the same move: the same shared one, or else of the same name. */
bool edit_match_is_same_move(const DoneMove *one, const PlanMove *other);

/* As many moves as can be keep their order; what is left over and stands elsewhere was moved. One that stands between
 * the same neighbours, was written in place and works on the same areas, has another name now. */
EditMatch edit_match_plans(const Plan *before, const Plan *now);
void edit_match_release(EditMatch *alignment);

MatchedMove edit_match_move(const EditMatch *alignment, int32_t move);

#endif
