/* SPDX-License-Identifier: MIT */
/* What a person has said of their health, held against what moves say they are not for. */
#ifndef SETTINGS_HEALTH_H
#define SETTINGS_HEALTH_H

#include "base/text.h"
#include "routine/model.h"
#include "settings/settings.h"

typedef enum HealthFit {
    HEALTH_FITS,         /* nothing stands against it */
    HEALTH_FITS_IN_PART, /* some of its moves are left out */
    HEALTH_RULES_OUT
} HealthFit;

/* What a health word stands for, in one plain line. */
const char *health_meaning(Health health);

/* Whether the words of a person rule it out; the reason goes to `into` (may be NULL): "not with varicose veins",
 * "2 of 7 moves left out: disc, heart". */
HealthFit health_of_move(const Settings *settings, const Move *move, Text *into);
HealthFit health_of_routine(const Settings *settings, const Routine *routine, Text *into);

#endif
