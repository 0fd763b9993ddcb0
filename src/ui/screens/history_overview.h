/* SPDX-License-Identifier: MIT */
/* The overview of the history: sums, calendar, areas, body, what helped most, checks over time. In a wide window in two
 * columns; what has no room is scrolled to. */
#ifndef UI_SCREENS_HISTORY_OVERVIEW_H
#define UI_SCREENS_HISTORY_OVERVIEW_H

#include "ui/screen.h"

/* All zero: today is marked, nothing is scrolled. */
typedef struct HistoryPlace {
    int32_t days_back; /* the marked day of the calendar: 0 is today */
    int top;           /* the first row in sight */
} HistoryPlace;

/* Arrows move the marked day, and below the last day of a week they scroll. False, and nothing has changed, if the
 * action means nothing here. */
bool history_overview_move(HistoryPlace *place, const Model *model, Action action);

void history_overview_draw(const HistoryPlace *place, const Model *model, Canvas *canvas, Rect rect);

/* What will be here once there is something. */
void history_overview_draw_empty(const Model *model, Canvas *canvas, Rect rect);

#endif
