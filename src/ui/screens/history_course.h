/* SPDX-License-Identifier: MIT */
/* The programme that is followed, a row for each week: a sign for each of its days, and how many of them are done. */
#ifndef UI_SCREENS_HISTORY_COURSE_H
#define UI_SCREENS_HISTORY_COURSE_H

#include "ui/screen.h"

int history_course_rows(const ModelCourse *now, int width); /* 0: nothing is followed */
void history_course_draw(const ModelCourse *now, Canvas *canvas, Rect rect);

#endif
