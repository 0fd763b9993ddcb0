/* SPDX-License-Identifier: MIT */
/* Where the time of the last 4 weeks went: a bar for each area, left and right, with the side that is behind; and the
 * body as a map of it. */
#ifndef UI_SCREENS_HISTORY_AREAS_H
#define UI_SCREENS_HISTORY_AREAS_H

#include "progress/overview.h"
#include "ui/widgets/canvas.h"

/* Rows are 0 where there is nothing to show. They do not depend on the width, which all parts of the overview have. */
int history_areas_rows(const Overview *overview, int width);
void history_areas_draw(const Overview *overview, Canvas *canvas, Rect rect);

int history_areas_body_rows(const Overview *overview, int width);
void history_areas_body_draw(const Overview *overview, Canvas *canvas, Rect rect);

#endif
