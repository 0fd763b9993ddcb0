/* SPDX-License-Identifier: MIT */
/* A report as one page of HTML that needs nothing else: no scripts, no other files. For a phone, a desk and paper. */
#ifndef REPORT_REPORT_HTML_H
#define REPORT_REPORT_HTML_H

#include "report/findings.h"

/* How every such page begins. */
extern const char report_html_mark[];

void report_html(Text *into, const Report *report);

#endif
