/* SPDX-License-Identifier: MIT */
/* A report as plain text, a paragraph a line. */
#ifndef REPORT_REPORT_TEXT_H
#define REPORT_REPORT_TEXT_H

#include "report/findings.h"

void report_text(Text *into, const Report *report);

#endif
