/* SPDX-License-Identifier: MIT */
/* What the sessions did for a person: the routines that helped most, by the numbers before and after, and each check
 * over time. Nothing is said of sessions without numbers. */
#ifndef UI_SCREENS_HISTORY_GAINS_H
#define UI_SCREENS_HISTORY_GAINS_H

#include "progress/overview.h"
#include "ui/widgets/canvas.h"

/* Without any numbers it says how they are given. */
int history_gains_rows(const Overview *overview, int width);
void history_gains_draw(const Overview *overview, Canvas *canvas, Rect rect);

/* Rows are 0 where there is nothing to show. */
int history_gains_check_rows(const Overview *overview, int width);
void history_gains_check_draw(const Overview *overview, Canvas *canvas, Rect rect);

#endif
