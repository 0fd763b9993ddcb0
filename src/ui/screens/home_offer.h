/* SPDX-License-Identifier: MIT */
/* The line below the header of the home screen: the session that was left, else the programme that is followed, else
 * the routine that is due first and why. */
#ifndef UI_SCREENS_HOME_OFFER_H
#define UI_SCREENS_HOME_OFFER_H

#include <stdbool.h>

#include "ui/screens/home.h"

/* Whether a routine that is due stands in it, which can be opened. */
bool home_offer_is_due(const HomeLayout *layout, const HomeState *state, const Model *model);

/* Whether today's part of the programme stands in it, which can be opened. */
bool home_offer_is_part(const HomeLayout *layout, const Model *model);

void home_offer_draw(Canvas *canvas, const HomeLayout *layout, const HomeState *state, const Model *model);

#endif
