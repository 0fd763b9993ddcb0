/* SPDX-License-Identifier: MIT */
/* Whether a routine suits what the settings say: the place, the tools and the minutes there are, and health. */
#ifndef SETTINGS_SUITS_H
#define SETTINGS_SUITS_H

#include <stdbool.h>

#include "routine/model.h"
#include "settings/settings.h"

/* The first of place, tools and minutes that a routine does not fit. */
typedef enum Misfit { MISFIT_NONE, MISFIT_PLACE, MISFIT_TOOL, MISFIT_LONGER } Misfit;

Misfit suits_misfit(const Settings *settings, const Routine *routine);

/* Whether it fits in all of them, and health does not rule it out. */
bool suits_routine(const Settings *settings, const Routine *routine);

#endif
