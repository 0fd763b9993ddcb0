/* SPDX-License-Identifier: MIT */
/* What a person has said of their health, held against what moves say they are not for. */
#ifndef SETTINGS_CARE_H
#define SETTINGS_CARE_H

#include "base/text.h"
#include "routine/model.h"
#include "settings/settings.h"

typedef enum Care {
    CARE_FREE,    /* nothing stands against it */
    CARE_IN_PART, /* some of its moves are left out */
    CARE_RULED_OUT
} Care;

/* What a health word stands for, in one plain line. */
const char *care_meaning(Health health);

/* Whether the words of a person rule it out; the reason goes to `into` (may be NULL): "not with varicose veins",
 * "2 of 7 moves left out: disc, heart". */
Care care_of_move(const Settings *settings, const Move *move, Text *into);
Care care_of_routine(const Settings *settings, const Routine *routine, Text *into);

#endif
