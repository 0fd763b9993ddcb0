/* SPDX-License-Identifier: MIT */
/* Compares the health words in the user's settings with the health words that moves are not for (`not_with`). */
#ifndef SETTINGS_HEALTH_H
#define SETTINGS_HEALTH_H

#include "base/text.h"
#include "routine/model.h"
#include "settings/settings.h"

typedef enum HealthFit {
    HEALTH_FITS,         /* no health word of the user rules it out */
    HEALTH_FITS_IN_PART, /* some of its moves are ruled out */
    HEALTH_RULES_OUT
} HealthFit;

/* What a health word means, in one plain line. */
const char *health_meaning(Health health);

/* Whether the user's health words rule it out. The reason is appended to `into` (may be NULL): "not with varicose
 * veins", "2 of 7 moves left out: disc, heart". */
HealthFit health_of_move(const Settings *settings, const Move *move, Text *into);
HealthFit health_of_routine(const Settings *settings, const Routine *routine, Text *into);

#endif
