/* SPDX-License-Identifier: MIT */
/* Whether a move suits a wish, and what of the wish is in the way of others. */
#ifndef COMPOSE_MATCH_H
#define COMPOSE_MATCH_H

#include "compose/request.h"
#include "compose/shape.h"

/* What of a wish may be left out of account. */
enum {
    MATCH_IGNORE_HEALTH = 1 << 0,
    MATCH_IGNORE_PLACE = 1 << 1,
    MATCH_IGNORE_TOOLS = 1 << 2,
    MATCH_IGNORE_GOAL = 1 << 3,
};

/* Moves that would suit all of a wish but that. */
typedef struct BlameMore {
    size_t health, elsewhere, with_tools, with_goals, other_areas;
} BlameMore;

/* Whether the move suits all of the wish but its areas and what `leaving_out` says, and a routine with it would load
 * without a warning. Without the goal: whether it suits another one, or none. */
bool match_suits(const Move *move, const ComposeRequest *request, uint32_t leaving_out);

BlameMore match_more(const ComposeMove *moves, size_t count, const ComposeRequest *request);

/* The sentence for a wish that no move suits; to free(). */
char *match_explain_none(const ComposeMove *moves, size_t count, const ComposeRequest *request);

#endif
