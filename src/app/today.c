/* SPDX-License-Identifier: MIT */
#include "app/today.h"

#include "base/day.h"
#include "platform/clock.h"
#include "routine/filter.h"
#include "settings/suits.h"

DueList today_find(const Library *library, const Settings *settings, const LastDone *last_done)
{
    const DueFacts facts = {.area_days = last_done->has_areas ? last_done->area_days : NULL,
                            .held_ms = last_done->has_sides ? last_done->held_ms : NULL,
                            .is_away = last_done->has_streak && last_done->streak.is_away};
    DueSearch search;
    const int64_t now_s = clock_unix_s();
    const int32_t weekday = day_weekday(clock_local_day(now_s));
    due_begin(&search, &facts);
    for (size_t i = 0; i < library_count(library); i++) {
        const LibraryEntry *entry = library_at(library, i);
        if (!entry->routine || !due_suits_day(entry->id, weekday) || !suits_routine(settings, entry->routine))
            continue;
        const DueCandidate candidate = {.index = i,
                                        .shares = entry->summary.shares,
                                        .seconds = entry->routine->seconds,
                                        .days = last_done->entry_days ? last_done->entry_days[i] : DUE_NEVER,
                                        .is_favourite = filter_has_text(&settings->favourites, entry->id)};
        due_offer(&search, &candidate);
    }
    return due_end(&search);
}
