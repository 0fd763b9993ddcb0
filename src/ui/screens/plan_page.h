/* SPDX-License-Identifier: MIT */
/* A page with what is to be done: a routine before it starts, one of its moves, or a shared move. */
#ifndef UI_SCREENS_PLAN_PAGE_H
#define UI_SCREENS_PLAN_PAGE_H

#include "ui/screen.h"

/* Adds the whole plan: cautions, what it needs, its moves, then its description and sources. In the block of a move,
 * `item` is the index of the move. Of tools that do alike, here and below, the one is named that the settings say is at
 * hand. `measure` is the number that is asked for before the start, with what was said so far, in a block with the item
 * PLAN_PAGE_BEFORE; NULL: none is asked for. `held_ms`, by Area: for which side is behind; NULL: not known. */
enum { PLAN_PAGE_BEFORE = -2 };
void plan_page_add(Page *page, const Plan *plan, const Settings *settings, const Measure *measure,
                   const int64_t (*held_ms)[SIDE_COUNT]);

/* Adds one move: its position in words, how to get into it, what to do, how it should feel, where not to press. `side`:
 * the current side; SIDE_NONE: the session is not on this move. */
void plan_page_add_move(Page *page, const Plan *plan, int32_t move, Side side, const Model *model);

/* The side that a move does first; SIDE_NONE where it has none. */
Side plan_page_first_side(const Plan *plan, int32_t move);

/* Adds a shared move as it is written in its file; what the settings say against it comes near the top. */
void plan_page_add_shared_move(Page *page, const Move *move, const Settings *settings);

/* Whether some target is lowered; whether some move is swapped for another one. */
bool plan_page_is_lowered(const Plan *plan);
bool plan_page_is_swapped(const Plan *plan);

#endif
