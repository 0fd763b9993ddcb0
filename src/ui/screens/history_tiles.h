/* SPDX-License-Identifier: MIT */
/* What was done this week, last week and this month, and how many weeks there are in a row: beside each other, or in a
 * narrow window below each other. */
#ifndef UI_SCREENS_HISTORY_TILES_H
#define UI_SCREENS_HISTORY_TILES_H

#include "progress/overview.h"
#include "ui/widgets/canvas.h"

int history_tiles_rows(const Overview *overview, int width);
void history_tiles_draw(const Overview *overview, Canvas *canvas, Rect rect);

#endif
