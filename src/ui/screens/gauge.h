/* SPDX-License-Identifier: MIT */
/* Gauges of the player: how hard, how to breathe, where a pass is, how far the moves have come. Each says in words and glyphs what it shows
 * in colour. */
#ifndef UI_SCREENS_GAUGE_H
#define UI_SCREENS_GAUGE_H

#include "session/session.h"
#include "ui/widgets/canvas.h"

/* The scale from 0 to 10 with the target on it and its words. In a second row, where there is one, the mark of what was
 * felt, and why the target is lower today (`lowered`, or NULL). */
void gauge_pressure(Canvas *canvas, Rect rect, Pressure target, int32_t felt, const char *lowered);

/* The word, a bar that fills and empties, and what follows in how many seconds. */
void gauge_breath(Canvas *canvas, Rect line, Breath breath, BreathPart part, int64_t into_ms, int64_t of_ms);

/* A pass from one end to the other and back, and the count in words. */
void gauge_passes(Canvas *canvas, Rect line, const Step *step, int32_t pass, int64_t into_ms);

/* One segment for each move, as wide as it is long, its sides side by side: done, now and to come; from where it was
 * skipped (x) or hurt (!) on, that. Moves that were left out before the start stand at their place, skipped. */
void gauge_moves(Canvas *canvas, Rect line, const Session *session);

#endif
