/* SPDX-License-Identifier: MIT */
/* One session as it is shown after it and in the history: what was held of what was planned, left and right, how it
 * felt, what was left out, the numbers before and after, the note; and the body with what was worked. */
#ifndef UI_SCREENS_RECORD_PAGE_H
#define UI_SCREENS_RECORD_PAGE_H

#include "progress/record.h"
#include "ui/widgets/canvas.h"
#include "ui/widgets/page.h"

/* Adds all that is known of the session. Without moves, as in a list of sessions, what is known of the whole. */
void record_page_add(Page *page, const SessionRecord *record);

/* Draws the body, front and back, with the areas that were worked on their side, and where it hurt. Returns the room
 * that it takes; its height is 0 if nothing was drawn, as where no area is known. */
Rect record_page_draw_body(Canvas *canvas, Rect rect, const SessionRecord *record);

/* Draws the page and the body beside it, or the page alone where there is no room for both. `focus` is as in
 * ui/widgets/page.h; record_page_room is where the page lies then, for page_step and page_follow. */
void record_page_draw(const Page *page, Canvas *canvas, Rect rect, const SessionRecord *record, int focus);
Rect record_page_room(Rect rect, const SessionRecord *record);

/* Appends the numbers before and after with an arrow between, "6 -> 3.5 cm"; "before 6" or "after 3" where one is
 * missing. Nothing where both are. */
void record_page_measure(Text *into, const Measure *measure);

/* Appends by how much it got better: "3 better", "1.5 cm worse", "no change". Only where measure_is_whole. */
void record_page_gain(Text *into, CheckUnit unit, double gain_tenths);

#endif
