/* SPDX-License-Identifier: MIT */
#include "session/suggestion.h"

#include <stdlib.h>

#include "base/macros.h"

static int32_t weight_of(int32_t days)
{
    if (days == SUGGESTION_NEVER)
        return SUGGESTION_NEVER_COUNTS;
    return days < SUGGESTION_RESTED_DAYS ? 0 : MIN_OF(days, (int32_t)SUGGESTION_DAYS_MOST);
}

Suggestion suggestion_of(const RoutineSummary *summary, const int32_t *area_days)
{
    Suggestion due = {.area = -1, .days = SUGGESTION_NOT_KNOWN};
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

static int by_wait(const void *left, const void *right)
{
    const Suggestion *a = left, *b = right;
    if (a->wait != b->wait)
        return a->wait < b->wait ? 1 : -1;
    return a->index < b->index ? -1 : a->index > b->index;
}

size_t suggestion_rank(Suggestion *dues, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (dues[i].wait > 0)
            dues[kept++] = dues[i];
    }
    if (kept > 0)
        qsort(dues, kept, sizeof(*dues), by_wait);
    return kept;
}

void suggestion_ago(Text *into, int32_t days)
{
    if (days == SUGGESTION_NEVER)
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
    for (const char *name = area_name(due->area); *name; name++)
        text_add_char(into, *name == '-' ? ' ' : *name);
    text_add(into, ": ");
    suggestion_ago(into, due->days);
}
