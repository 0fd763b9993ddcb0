/* SPDX-License-Identifier: MIT */
/* A routine before it starts, put on a page: what to take care of, what it needs, its moves,
 * then what it is and where it is from. */
#ifndef UI_SCREENS_PLAN_PAGE_H
#define UI_SCREENS_PLAN_PAGE_H

#include "session/plan.h"
#include "settings/settings.h"
#include "ui/widgets/page.h"

/* A block that is a move has its index as `item`. Of the tools, those are named that the settings say are at hand. */
void plan_page_add(Page *page, const Plan *plan, const Settings *settings);

/* Whether some target is lowered; whether some move is done in the place of the one that is written. */
bool plan_page_is_lowered(const Plan *plan);
bool plan_page_is_swapped(const Plan *plan);

#endif
