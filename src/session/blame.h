/* SPDX-License-Identifier: MIT */
/* Whether a move suits a wish, and where none does, what is in the way and what would fit. */
#ifndef SESSION_BLAME_H
#define SESSION_BLAME_H

#include "session/compose_wish.h"
#include "session/shape.h"

/* What of a wish may be left out of account. */
enum {
    BLAME_PLACE = 1 << 0,
    BLAME_TOOLS = 1 << 1,
    BLAME_GOAL = 1 << 2,
    BLAME_HEALTH = 1 << 3,
};

/* Whether the move suits all of the wish but its areas and what `leaving_out` says, and a routine with it would load
 * without a warning. */
bool blame_suits(const Move *move, const ComposeWish *wish, uint32_t leaving_out);

/* Whether it works on one of the areas. */
bool blame_is_for(const Move *move, const WordList *areas);

/* The sentence for a wish that no move suits; to free(). */
char *blame_all(const ComposeMove *moves, size_t count, const ComposeWish *wish, const WordList *areas);

#endif
