/* SPDX-License-Identifier: MIT */
/* Gauges of the player: pressure, breath, passes, and progress through the moves. Whatever a colour shows, words or
 * glyphs show too. */
#ifndef UI_SCREENS_GAUGE_H
#define UI_SCREENS_GAUGE_H

#include "session/session.h"
#include "ui/widgets/canvas.h"

/* The pressure scale from 0 to 10, with the target marked and in words. In a second row, if there is one: a mark at
 * `felt` (SESSION_NOT_FELT: none), and why the target is lower today (`lowered`, or NULL). */
void gauge_pressure(Canvas *canvas, Rect rect, Pressure target, int32_t felt, const char *lowered);

/* The current part of the breath as a word, a bar that fills and empties, and in how many seconds which part
 * follows. */
void gauge_breath(Canvas *canvas, Rect line, Breath breath, BreathPart part, int64_t into_ms, int64_t of_ms);

/* Strokes: a marker that moves to one end in one pass and back in the next. Presses and the like: a bar for each. And
 * the count in words. `pass` counts from 1. */
void gauge_passes(Canvas *canvas, Rect line, const Step *step, int32_t pass, int64_t into_ms);

/* Progress: one segment for each move, as wide as the move is long, with its two sides next to each other: done,
 * current, to come. If a side was skipped or hurt, its segment shows x or ! from there on. Moves that were left out
 * before the start are shown in their place, as skipped. */
void gauge_moves(Canvas *canvas, Rect line, const Session *session);

#endif
