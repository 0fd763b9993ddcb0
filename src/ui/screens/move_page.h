/* SPDX-License-Identifier: MIT */
/* All about one move, put on a page: how to get into it, what to do, how it should feel, where not to press. */
#ifndef UI_SCREENS_MOVE_PAGE_H
#define UI_SCREENS_MOVE_PAGE_H

#include "ui/screen_model.h"
#include "ui/widgets/page.h"

/* `side`: the side of the moment, SIDE_NONE for both as planned. Settings say which tools are at hand, and are named. */
void move_page_add(Page *page, const Plan *plan, int32_t move, Side side, const Settings *settings);

/* A shared move by itself, as it stands in its file; with settings, what they speak against it first. */
void move_page_add_shared(Page *page, const Move *move, const Settings *settings);

/* The side that a move does first; SIDE_NONE where it has none. */
Side move_page_first_side(const Plan *plan, int32_t move);

#endif
