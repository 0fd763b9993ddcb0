/* SPDX-License-Identifier: MIT */
/* How an edit is taken up: a session goes over to a plan that was made anew from the edited files. A move is known by
 * its `use`, or else by its name; one that stands several times, by how often it stood before. */
#ifndef SESSION_REPLAN_H
#define SESSION_REPLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "session/session.h"

/* Where a move of the plan before is now; where it is gone, what stands in its place, at most behind the last. */
typedef struct MatchedMove {
    int32_t move;
    bool is_there;
    bool is_renamed; /* it is there, under another name */
} MatchedMove;

/* Goes on at the same move, side, phase and time into it; where that is no more, at what comes next. Borrows the plan;
 * the old one is no longer needed. What was done goes with its moves; that of a move that is gone stays in the session,
 * and goes back to it when it is there again. */
void replan_session(Session *session, const Plan *plan);

/* Finds each of `count` moves among `now`; none stands for two. By index before; to free(). */
MatchedMove *replan_match(const PlanMove *before, size_t count, const PlanMove *now, size_t now_count);

#endif
