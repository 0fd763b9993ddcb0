/* SPDX-License-Identifier: MIT */
#include "ui/screens/safety_page.h"

void safety_page_add_lines(Page *page, const SafetyPart *part)
{
    for (size_t i = 0; i < part->count; i++)
        page_add_point(page, NULL, part->lines[i]);
}

void safety_page_add(Page *page, const SafetyPart *part)
{
    Block *heading = page_add(page, NULL, part->heading);
    heading->style = style_bold(part->role);
    heading->has_gap = true;
    safety_page_add_lines(page, part);
}
