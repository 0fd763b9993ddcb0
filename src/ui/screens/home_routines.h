/* SPDX-License-Identifier: MIT */
/* The column of routines on the home screen, and the heading above it. */
#ifndef UI_SCREENS_HOME_ROUTINES_H
#define UI_SCREENS_HOME_ROUTINES_H

#include "ui/screens/home_layout.h"
#include "ui/screens/home_rank.h"

void home_routines_draw(Canvas *canvas, const HomeLayout *layout, const HomeState *state, const Model *model,
                        const HomeRank *rank);

/* The row at a place in the window, or -1. */
int home_routines_at(const HomeLayout *layout, const HomeState *state, const HomeRank *rank, int x, int y);

#endif
