/* SPDX-License-Identifier: MIT */
/* Where one is, what one has at hand and how long: chips to switch on and off, and the minutes on a scale. */
#ifndef UI_SCREENS_HOME_CHIPS_H
#define UI_SCREENS_HOME_CHIPS_H

#include "ui/screen.h"
#include "ui/screens/home_state.h"

enum { HOME_CHIPS_MOST = 48 };

typedef struct HomeChip {
    HomeChipRow row;
    int value;       /* a Place; an index in model.tools, or MODEL_NO_TOOL; of the minutes nothing */
    int x, y, cells; /* from the corner of where they stand */
    bool is_on;
} HomeChip;

typedef struct HomeChips {
    HomeChip items[HOME_CHIPS_MOST];
    int count, lines;
} HomeChips;

/* Lays them out in a column, on as many lines as it takes up to `height`; on more than that there would be, one for
 * each of the three rows. */
void home_chips_lay(HomeChips *chips, const Model *model, int width, int height);

void home_chips_draw(Canvas *canvas, Rect rect, const HomeChips *chips, const HomeState *state, const Model *model);

/* Arrows, space and Enter while they have the focus. Sets *is_out where up leads out of them. */
Request home_chips_key(HomeState *state, const HomeChips *chips, const Model *model, Action action, int32_t key,
                       bool *is_out);

/* A click so far from their corner: the chip has the focus and is switched. */
Request home_chips_click(HomeState *state, const HomeChips *chips, const Model *model, int x, int y);

#endif
