/* SPDX-License-Identifier: MIT */
/* What the home screen remembers. */
#ifndef UI_SCREENS_HOME_STATE_H
#define UI_SCREENS_HOME_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/body/body_walk.h"
#include "ui/screen.h"
#include "ui/screens/finder.h"

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

#endif
