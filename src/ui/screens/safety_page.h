/* SPDX-License-Identifier: MIT */
/* The safety text, put on a page. */
#ifndef UI_SCREENS_SAFETY_PAGE_H
#define UI_SCREENS_SAFETY_PAGE_H

#include "ui/screens/safety.h"
#include "ui/widgets/page.h"

void safety_page_add(Page *page, const SafetyPart *part);       /* with its heading */
void safety_page_add_lines(Page *page, const SafetyPart *part); /* without */

#endif
