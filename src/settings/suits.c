/* SPDX-License-Identifier: MIT */
#include "settings/suits.h"

#include <string.h>

#include "routine/filter.h"
#include "settings/health.h"

enum { SEVERAL_PLACES = 2, MINUTE_S = 60 }; /* places that were chosen, where a routine needs more than one */

static bool place_fits(const Settings *settings, const Routine *routine)
{
    if (settings->places.count == 0)
        return true;
    if (routine->places.count == 0)
        return settings->places.count >= SEVERAL_PLACES;
    for (size_t i = 0; i < routine->places.count; i++) {
        if (memchr(settings->places.items, routine->places.items[i], settings->places.count))
            return true;
    }
    return false;
}

Misfit suits_misfit(const Settings *settings, const Routine *routine)
{
    if (!place_fits(settings, routine))
        return MISFIT_PLACE;
    if (settings->tools.is_said && !filter_tools_cover(&settings->tools.names, &routine->tools))
        return MISFIT_TOOL;
    return settings->minutes > 0 && routine->seconds > settings->minutes * MINUTE_S ? MISFIT_LONGER : MISFIT_NONE;
}

bool suits_routine(const Settings *settings, const Routine *routine)
{
    return suits_misfit(settings, routine) == MISFIT_NONE &&
           (settings->health.words.count == 0 || health_of_routine(settings, routine, NULL) != HEALTH_RULES_OUT);
}
