/* SPDX-License-Identifier: MIT */
#include "progress/streak.h"

#include "base/day.h"

static void add_this_week(Text *into, const Streak *streak)
{
    if (streak->this_week < streak->least)
        text_print(into, "%d of %d this week", (int)streak->this_week, (int)streak->least);
    else
        text_print(into, "%d this week", (int)streak->this_week);
}

/* The running week is named once it has a session. One that stands alone is no row of weeks yet. */
void streak_add(Text *into, const Streak *streak, bool is_brief)
{
    if (streak->is_away) {
        const CivilDay until = day_civil(streak->away_until);
        text_print(into, "away until %d %s", (int)until.day, day_month_name(until.month));
        return;
    }
    const bool has_row = streak->weeks > (streak->this_week >= streak->least ? 1 : 0);
    if (has_row)
        text_print(into, "%d week%s in a row", (int)streak->weeks, streak->weeks == 1 ? "" : "s");
    if (streak->this_week == 0 || (is_brief && has_row))
        return;
    text_add(into, has_row ? ", " : "");
    add_this_week(into, streak);
}
