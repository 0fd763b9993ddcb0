/* SPDX-License-Identifier: MIT */
/* Moves that are done as strokes alone: quicker, lighter and shorter than in the shared moves before a run; and for the
 * sake of health, where the rest of a move is too much. */
#ifndef COMPOSE_QUICK_H
#define COMPOSE_QUICK_H

#include "base/text.h"
#include "compose/request.h"

/* The same moves, in the arena; those that have strokes are quick ones: 40 s at most in strokes of 2 s, at 4
 * of 10 at most, in one phase. All else of them is borrowed. */
const ComposeMove *quick_moves(Arena *arena, const ComposeMove *moves, size_t count);

/* The same moves, in the arena; of those that are too much for the health in all but their first strokes these alone
 * are left, of 36 s at least. All else is borrowed. */
const ComposeMove *quick_strokes_alone(Arena *arena, const ComposeMove *moves, size_t count,
                                       const PersonHealth *health);

/* Whether a move is one that was made quick, or strokes alone. */
bool quick_is(const Move *move);

/* Appends the keys that make the shared move so, each on a line. The hold, in seconds, is a whole number of strokes;
 * the pressure is no higher than `hardest`. */
void quick_write(Text *into, int indent, const Move *move, int32_t hold_s, int32_t hardest);

#endif
