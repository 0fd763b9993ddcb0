/* SPDX-License-Identifier: MIT */
/* The safety text, put on a page. */
#ifndef UI_SAFETY_PAGE_H
#define UI_SAFETY_PAGE_H

#include "ui/page.h"
#include "ui/safety.h"

void safety_page_add(Page *page, const SafetyPart *part);       /* with its heading */
void safety_page_add_lines(Page *page, const SafetyPart *part); /* without */

#endif
