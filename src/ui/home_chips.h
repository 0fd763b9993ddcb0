/* SPDX-License-Identifier: MIT */
/* Where one is, what one has at hand and how long: chips to switch on and off, and the minutes on a scale. */
#ifndef UI_HOME_CHIPS_H
#define UI_HOME_CHIPS_H

#include "ui/home.h"
#include "ui/screen.h"

/* Lines that they take in a column; when not `is_tall`, one for each of the three rows. */
int home_chips_rows(const Model *model, int width, bool is_tall);

void home_chips_draw(Canvas *canvas, Rect rect, const HomeState *state, const Model *model);

/* Arrows, space and Enter while they have the focus. Sets *is_out where up leads out of them. */
Request home_chips_key(HomeState *state, const Model *model, Rect rect, Action action, int32_t key, bool *is_out);

/* A click: the chip has the focus and is switched. */
Request home_chips_click(HomeState *state, const Model *model, Rect rect, int x, int y);

#endif
