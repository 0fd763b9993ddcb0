/* SPDX-License-Identifier: MIT */
/* What a tool is good for, as blocks of a page. */
#ifndef UI_SCREENS_TOOL_PAGE_H
#define UI_SCREENS_TOOL_PAGE_H

#include "ui/widgets/page.h"

void tool_page_add(Page *page, const char *tool);

#endif
