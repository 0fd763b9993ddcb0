/* SPDX-License-Identifier: MIT */
/* How far the moves of a session have come, as one bar. */
#ifndef UI_SCREENS_MOVE_BAR_H
#define UI_SCREENS_MOVE_BAR_H

#include "session/session.h"
#include "ui/widgets/canvas.h"

/* One segment for each move, as wide as it is long, its sides side by side: done, now and to come; from where it was
 * skipped (x) or hurt (!) on, that. Moves that were left out before the start stand at their place, skipped. */
void move_bar_draw(Canvas *canvas, Rect line, const Session *session);

#endif
