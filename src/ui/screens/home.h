/* SPDX-License-Identifier: MIT */
/* The home screen: its state, and the layout of its parts. The layout depends only on the state, the model and the size
 * of the window, so that a click finds what was drawn. */
#ifndef UI_SCREENS_HOME_H
#define UI_SCREENS_HOME_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/body/body.h"
#include "ui/screen.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/text_input.h"

typedef enum HomeFocus { HOME_BODY, HOME_ROUTINES, HOME_CHIPS, HOME_OFFER, HOME_FOCUS_COUNT } HomeFocus;

/* Which routines are listed, unless words are typed: those for the marked area, those that are due, or favourites and
 * what was done last. */
typedef enum HomeShelf { HOME_OF_AREA, HOME_DUE, HOME_FAVOURITES } HomeShelf;
typedef enum HomeChipRow { HOME_PLACES, HOME_TOOLS, HOME_MINUTES, HOME_CHIP_ROWS } HomeChipRow;

typedef struct HomeState {
    BodySpot spot;
    BodyGround ground;
    int area_top; /* the first visible area, when areas are listed */
    HomeFocus focus;
    uint32_t chosen; /* index in the library + 1; 0: the first row */
    HomeChipRow chip_row;
    int chip; /* as the value of a HomeChip */
    HomeShelf shelf;
    BodySpot before_shelf; /* the spot before another shelf than HOME_OF_AREA was turned to */
    Finder finder;
} HomeState;

/* The tool whose chip has the cursor; NULL: none has it. */
const char *home_marked_tool(const HomeState *state, const Model *model);

/* The layout of the chips: places and tools to switch on and off, and a scale for the minutes. */
enum { HOME_CHIPS_MOST = 48 };

typedef struct HomeChip {
    HomeChipRow row;
    int value; /* a Place or MODEL_ANY; an index in model.tools, MODEL_NO_TOOL or MODEL_ANY; not used for minutes */
    int x, y, cells; /* from the corner of the rectangle of the chips */
    bool is_on;
} HomeChip;

typedef struct HomeChips {
    HomeChip items[HOME_CHIPS_MOST];
    int count, lines;
} HomeChips;

void home_chips_draw(Canvas *canvas, Rect rect, const HomeChips *chips, const HomeState *state, const Model *model);

/* Handles arrows, page keys, space and Enter while the chips have the focus. Sets *is_out if Up leads out of them. */
Request home_chips_key(HomeState *state, const HomeChips *chips, const Model *model, Action action, int32_t key,
                       bool *is_out);

/* Handles a click at x, y, counted from the corner of the chips: the chip there gets the focus and is switched.
 * REQUEST_NONE if there is no chip. */
Request home_chips_click(HomeState *state, const HomeChips *chips, const Model *model, int x, int y);

/* Where the parts of the screen are; a height of 0: not shown. Either the figures are shown, or a list of areas, or, in
 * the smallest window, neither. */
typedef struct HomeLayout {
    Panes panes;
    Rect front, back, legend, areas;
    Rect offer; /* one line: the session that was left, or else what is due first */
    Rect heading, rows, chips;
    Rect preview; /* of the chosen routine: beside all that is above, or below the rows */
    HomeChips laid_chips;
    int row_height;
} HomeLayout;

HomeLayout home_layout_cut(const HomeState *state, const Model *model, int width, int height);

/* Whether a list of areas (or one line of it) is shown instead of the figures. */
bool home_layout_is_list(const Model *model);

#endif
