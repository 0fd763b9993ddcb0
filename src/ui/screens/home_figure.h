/* SPDX-License-Identifier: MIT */
/* The body on the home screen: front and back, or a list of its areas, and the legend. */
#ifndef UI_SCREENS_HOME_FIGURE_H
#define UI_SCREENS_HOME_FIGURE_H

#include "ui/screens/home_layout.h"

void home_figure_draw(Canvas *canvas, const HomeLayout *layout, const HomeState *state, const Model *model);

/* The region at a place in the window; false where there is none. */
bool home_figure_at(const HomeLayout *layout, HomeState *state, int x, int y, BodySpot *spot);

/* Where areas are listed and another is about to be chosen: the list moves no further than it has to. */
void home_figure_follow(const HomeLayout *layout, HomeState *state, Area area);

#endif
