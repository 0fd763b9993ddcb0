/* SPDX-License-Identifier: MIT */
/* Where things are on the home screen: worked out from the size of the window alone, so that a click finds what was
 * drawn. */
#ifndef UI_SCREENS_HOME_LAYOUT_H
#define UI_SCREENS_HOME_LAYOUT_H

#include "ui/screens/home_chips.h"
#include "ui/screens/home_state.h"
#include "ui/widgets/panes.h"

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
