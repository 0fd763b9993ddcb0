/* SPDX-License-Identifier: MIT */
/* The home screen: what it remembers, and where things are on it, worked out from the size of the window alone, so that a
 * click finds what was drawn. */
#ifndef UI_SCREENS_HOME_H
#define UI_SCREENS_HOME_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/body/body.h"
#include "ui/screen.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/text_input.h"

typedef enum HomeFocus { HOME_BODY, HOME_ROUTINES, HOME_CHIPS, HOME_FOCUS_COUNT } HomeFocus;
typedef enum HomeChipRow { HOME_PLACES, HOME_TOOLS, HOME_MINUTES, HOME_CHIP_ROWS } HomeChipRow;

typedef struct HomeState {
    BodySpot spot;
    BodyGround ground;
    int area_top; /* the first area in sight, where they are listed */
    HomeFocus focus;
    uint32_t chosen; /* index in the library and 1; 0: the first row */
    HomeChipRow chip_row;
    int chip; /* a Place; an index in model.tools, or MODEL_NO_TOOL */
    bool is_today;
    BodySpot before_today; /* where one was when it was asked for */
    Finder finder;
} HomeState;

/* Chips to switch on and off, and the minutes on a scale, laid out. */
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

void home_chips_draw(Canvas *canvas, Rect rect, const HomeChips *chips, const HomeState *state, const Model *model);

/* Arrows, space and Enter while they have the focus. Sets *is_out where up leads out of them. */
Request home_chips_key(HomeState *state, const HomeChips *chips, const Model *model, Action action, int32_t key,
                       bool *is_out);

/* A click so far from their corner: the chip has the focus and is switched. */
Request home_chips_click(HomeState *state, const HomeChips *chips, const Model *model, int x, int y);

/* A height of 0: not there. Either the figures are, or the list of areas, or in the smallest window neither. */
typedef struct HomeLayout {
    Panes panes;
    Rect front, back, legend, areas;
    Rect left; /* the line of the session that was left */
    Rect heading, rows, chips;
    HomeChips laid_chips;
    int row_height;
} HomeLayout;

HomeLayout home_layout_cut(const HomeState *state, const Model *model, int width, int height);

/* Whether a list of areas, whole or one line of it, stands in the place of the figures. */
bool home_layout_is_list(const Model *model);

#endif
