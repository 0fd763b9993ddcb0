/* SPDX-License-Identifier: MIT */
/* Checks whether a move suits a request, and which parts of the request exclude moves. */
#ifndef COMPOSE_MATCH_H
#define COMPOSE_MATCH_H

#include "compose/request.h"

/* The parts of a request that can exclude a move. MATCH_NEVER: the move is never used, or only where it
 * is asked for. */
enum { MATCH_HEALTH = 1, MATCH_PLACE = 2, MATCH_TOOLS = 4, MATCH_GOAL = 8, MATCH_AREA = 16, MATCH_NEVER = 32 };

/* The MATCH_ bits of everything that excludes the move. 0: the move suits, and a routine with it loads without a
 * warning. */
uint32_t match_obstacles(const ComposeMove *shared, const ComposeRequest *request);

/* How many moves are excluded by exactly these MATCH_ bits. */
size_t match_count(const ComposeMove *moves, size_t count, const ComposeRequest *request, uint32_t obstacles);

/* The message for a request that no move suits: what is in the way, and what would fit; for the caller to free(). */
char *match_explain_none(const ComposeMove *moves, size_t count, const ComposeRequest *request);

#endif
