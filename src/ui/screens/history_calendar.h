/* SPDX-License-Identifier: MIT */
/* The calendar of the history: a column for each week, Monday first, with a step of colour for the minutes of each day,
 * and below it what was done on the marked day. */
#ifndef UI_SCREENS_HISTORY_CALENDAR_H
#define UI_SCREENS_HISTORY_CALENDAR_H

#include "ui/screen.h"

/* `days_back` is the marked day: 0 is today. */

int history_calendar_rows(const Overview *overview, int width);
void history_calendar_draw(const ModelHistory *history, Canvas *canvas, Rect rect, int32_t days_back);

/* Moves the mark as the action says. False, and it stays, if there is no such day, or for any other action. */
bool history_calendar_move(const Overview *overview, int32_t *days_back, Action action);

#endif
