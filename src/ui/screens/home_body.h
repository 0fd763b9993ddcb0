/* SPDX-License-Identifier: MIT */
/* The body on the home screen: front and back, or a list of its areas, and the legend. */
#ifndef UI_SCREENS_HOME_BODY_H
#define UI_SCREENS_HOME_BODY_H

#include <stdbool.h>

#include "ui/screens/home.h"

void home_body_draw(Canvas *canvas, const HomeLayout *layout, const HomeState *state, const Model *model);

/* Finds the spot at cell x, y of the window; false if there is none. */
bool home_body_at(const HomeLayout *layout, HomeState *state, int x, int y, BodySpot *spot);

/* Scrolls the list of areas so that an area is in sight. */
void home_body_follow_area(const HomeLayout *layout, HomeState *state, Area area);

#endif
