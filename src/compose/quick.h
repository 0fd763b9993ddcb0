/* SPDX-License-Identifier: MIT */
/* Strokes as they are before a run: quicker, lighter and shorter than in the shared moves, and nothing held. */
#ifndef COMPOSE_QUICK_H
#define COMPOSE_QUICK_H

#include "base/text.h"
#include "compose/request.h"

/* The same moves, in the arena; those that are mostly firm strokes are quick ones: 40 s at most in strokes of 2 s, at 4
 * of 10 at most, in one phase. All else of them is borrowed. */
const ComposeMove *quick_moves(Arena *arena, const ComposeMove *moves, size_t count);

/* Whether a move is one that was made quick. */
bool quick_is(const Move *move);

/* Appends the keys that make the shared move so, each on a line. The hold, in seconds, is a whole number of strokes;
 * the pressure is no higher than `hardest`. */
void quick_write(Text *into, int indent, const Move *move, int32_t hold_s, int32_t hardest);

#endif
