/* SPDX-License-Identifier: MIT */
/* A report as a picture of one page, A4 upright, in SVG. What does not fit is counted. */
#ifndef REPORT_REPORT_SVG_H
#define REPORT_REPORT_SVG_H

#include "report/findings.h"

/* How every such picture begins. */
extern const char report_svg_mark[];

void report_svg(Text *into, const Report *report);

#endif
