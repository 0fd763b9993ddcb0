/* SPDX-License-Identifier: MIT */
/* Whether a move suits a request, and what of the request keeps others out. */
#ifndef COMPOSE_MATCH_H
#define COMPOSE_MATCH_H

#include "compose/request.h"

/* What of a request stands in the way of a move. MATCH_NEVER: it is never picked, whatever is asked for. */
enum { MATCH_HEALTH = 1, MATCH_PLACE = 2, MATCH_TOOLS = 4, MATCH_GOAL = 8, MATCH_AREA = 16, MATCH_NEVER = 32 };

/* The bits of what stands in the way; 0 where the move suits, and a routine with it would load without a warning. */
uint32_t match_obstacles(const Move *move, const ComposeRequest *request);

/* How many moves are kept out by exactly these obstacles. */
size_t match_count(const ComposeMove *moves, size_t count, const ComposeRequest *request, uint32_t obstacles);

/* The sentence for a request that no move suits: what is in the way, and what would fit; to free(). */
char *match_explain_none(const ComposeMove *moves, size_t count, const ComposeRequest *request);

#endif
