/* SPDX-License-Identifier: MIT */
/* Continues a running session with a new plan after its files were edited. A move is recognised by its `use`, or else
 * by its name; among moves with the same one, the first matches the first, the second the second, and so on. */
#ifndef SESSION_REPLAN_H
#define SESSION_REPLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "session/session.h"

/* Where a move of the old plan is in the new one. If the move is gone, `move` is the index of what is in its place now;
 * at most the number of moves. */
typedef struct MatchedMove {
    int32_t move;
    bool is_there;
    bool is_renamed; /* the move is there, but has another name */
} MatchedMove;

/* Switches the session to `plan`, which is borrowed; the old plan is no longer needed afterwards. The session continues
 * at the same move, side, phase and time; if that no longer exists, at what comes next. Done rows follow their moves.
 * Those of a removed move stay in the session, and are used again if the move comes back. */
void replan_session(Session *session, const Plan *plan);

/* Finds each of `count` old moves among the new ones; no new move is matched twice. Returns an array with an item for
 * each old move, to free(). */
MatchedMove *replan_match(const PlanMove *before, size_t count, const PlanMove *now, size_t now_count);

#endif
