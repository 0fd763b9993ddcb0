/* SPDX-License-Identifier: MIT */
#include "ui/screens/suggestion.h"

#include "base/macros.h"
#include "routine/wording.h"
#include "ui/screen.h"

enum {
    RESTED_DAYS = 2,    /* what was worked yesterday or today is not due */
    NEVER_COUNTS = 14,  /* never worked weighs like so many days ... */
    SUGGESTED_DAYS = 60 /* ... and longer than this weighs no more */
};

static int32_t weight_of(int32_t days)
{
    if (days == MODEL_NEVER)
        return NEVER_COUNTS;
    return days < RESTED_DAYS ? 0 : MIN_OF(days, (int32_t)SUGGESTED_DAYS);
}

Suggestion suggestion_of(const RoutineSummary *summary, const int32_t *area_days)
{
    Suggestion due = {.area = -1, .days = MODEL_NOT_KNOWN};
    int32_t most = 0, shares = 0;
    for (int area = 0; area_days && area < AREA_COUNT; area++) {
        int32_t wait = summary->shares[area] * weight_of(area_days[area]);
        shares += summary->shares[area];
        due.wait += wait;
        if (wait > most) {
            most = wait;
            due.area = area;
            due.days = area_days[area];
        }
    }
    /* A move counts in full for each of its areas, so the shares of one with many come to more than all. */
    if (shares > 0)
        due.wait = due.wait * 10 / shares;
    return due;
}

void suggestion_ago(Text *into, int32_t days)
{
    if (days == MODEL_NEVER)
        text_add(into, "never yet");
    else if (days == 0 || days == 1)
        text_add(into, days == 0 ? "today" : "yesterday");
    else if (days >= 61)
        text_print(into, "%d months ago", (int)(days / 30));
    else if (days >= 21)
        text_print(into, "%d weeks ago", (int)(days / 7));
    else if (days > 0)
        text_print(into, "%d days ago", (int)days);
}

void suggestion_reason(Text *into, const Suggestion *due)
{
    if (due->area < 0)
        return;
    wording_id(into, area_name(due->area));
    text_add(into, ": ");
    suggestion_ago(into, due->days);
}
