/* SPDX-License-Identifier: MIT */
/* The pictures of a report in SVG: the calendar, the body, a check over time. Each is without a frame, so that a page
 * of HTML and a page of SVG both have it. Their colours are the classes of picture_styles. */
#ifndef REPORT_PICTURES_H
#define REPORT_PICTURES_H

#include "base/text.h"
#include "progress/overview.h"

enum {
    CALENDAR_WEEKS = 13, /* in one block */
    CALENDAR_WIDTH = 342,
    CALENDAR_HEIGHT = 190,
    BODIES_WIDTH = 300,
    BODIES_HEIGHT = 330,
    CHART_WIDTH = 342,
    CHART_HEIGHT = 100
};

/* Rules of CSS, for a light ground or a dark one. */
void picture_styles(Text *into, bool is_dark);

/* The days of at most CALENDAR_WEEKS weeks, a column each: squares that are larger for more time, and the minutes. */
void picture_calendar(Text *into, const Overview *overview, size_t first_week);

/* Front and back, by the time that each area was held. */
void picture_bodies(Text *into, const Overview *overview);

/* A series of at least two numbers: its line, with the first, the last and the best number. */
void picture_chart(Text *into, const CheckSeries *series);

#endif
