/* SPDX-License-Identifier: MIT */
/* The position of a move as the screens show it: which one, how far it has moved by now, and its picture with its title
 * below. */
#ifndef UI_SCREENS_SHOWN_POSITION_H
#define UI_SCREENS_SHOWN_POSITION_H

#include "ui/body/posture.h"
#include "ui/screen.h"

/* Below this it is not worth its place, in columns and rows; the title is in it. */
enum { SHOWN_POSITION_WIDTH = 24, SHOWN_POSITION_ROWS = 8 };

/* The position of a move that is held on that side, still. `ids` and `tool_at` are those of the move, or of a phase.
 * False if it has none, or the positions were not read. */
bool shown_position(Posture *posture, const Model *model, const PlanMove *move, const TextList *ids, ToolPlace tool_at,
                    Side side);

/* The same for the current moment of a session: with two positions it moves with the pass, else with the breath, unless
 * the settings say that it stands still. It moves in steps of a quarter of a second, and stands as the clock does.
 * False on a rest, and where shown_position is. */
bool shown_position_now(Posture *posture, const Model *model);

/* How far the body is on the way to the second position in that moment: 0 to 1000. 0 where nothing is paced. */
int32_t shown_position_thousandths(const Session *session);

/* The titles of the positions: "On the floor, calf on the ball", or "Standing; heels up". Nothing if there are none. */
void shown_position_add_title(Text *into, const Model *model, const TextList *ids);

/* Draws it as large as it fits, with its title in up to three rows below. Returns the rows taken: 0, and nothing is
 * drawn, where there is no room or the terminal has no blocks. */
int shown_position_draw(Canvas *canvas, Rect rect, const Posture *posture, bool with_title);

/* Draws a move of a plan that nobody follows at the moment, and its second position below the first if there is
 * room for both; the titles are in the page beside. Returns the rows taken. */
int shown_position_draw_move(Canvas *canvas, Rect rect, const Model *model, const Plan *plan, int32_t move, Side side);

#endif
