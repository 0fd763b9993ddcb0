/* SPDX-License-Identifier: MIT */
/* What is to be done, put on a page: a routine before it starts, or one of its moves, or a shared move. The screen about
 * a move is here too. */
#ifndef UI_SCREENS_PLAN_PAGE_H
#define UI_SCREENS_PLAN_PAGE_H

#include "ui/screen.h"

/* Settings say which tools are at hand, and are named. */

/* What to take care of, what it needs, its moves, then what it is and where it is from. A block that is a move has its
 * index as `item`. */
void plan_page_add(Page *page, const Plan *plan, const Settings *settings);

/* How to get into a move, what to do, how it should feel, where not to press. `side`: the side of the moment, SIDE_NONE
 * for both as planned. */
void plan_page_add_move(Page *page, const Plan *plan, int32_t move, Side side, const Settings *settings);

/* A shared move by itself, as it stands in its file; what the settings speak against it first. */
void plan_page_add_shared_move(Page *page, const Move *move, const Settings *settings);

/* Whether some target is lowered; whether some move is done in the place of the one that is written. */
bool plan_page_is_lowered(const Plan *plan);
bool plan_page_is_swapped(const Plan *plan);

#endif
