/* SPDX-License-Identifier: MIT */
#include "app/last_done.h"

#include <stdlib.h>

#include "base/memory.h"
#include "platform/clock.h"

void last_done_release(LastDone *past)
{
    recency_release(&past->routines);
    free(past->entry_days);
    *past = (LastDone){0};
}

void last_done_match(LastDone *past, const Library *library)
{
    if (!past->has_routines)
        return;
    const size_t count = library_count(library);
    past->entry_days = memory_resize(past->entry_days, count + 1, sizeof *past->entry_days);
    for (size_t i = 0; i < count; i++)
        past->entry_days[i] = recency_find(&past->routines, library_at(library, i)->id);
}

void last_done_read(LastDone *past, Store *store, const Library *library)
{
    const int64_t now_s = clock_unix_s();
    const RecencyNow now = {.unix_s = now_s, .offset_min = clock_utc_offset_min(now_s)};
    last_done_release(past);
    past->has_areas = recency_areas(store, now, past->area_days);
    past->has_sides = recency_sides(store, now, past->held_ms);
    past->has_routines = recency_routines(store, now, &past->routines);
    last_done_match(past, library);
}

Side last_done_side_behind(const LastDone *past, const Selection *selection)
{
    bool is_counted[AREA_COUNT] = {false};
    int64_t held_ms[SIDE_COUNT] = {0};
    for (size_t i = 0; past->has_sides && i < selection->count; i++) {
        const Routine *routine = selection->entries[i]->routine;
        for (size_t k = 0; routine && k < routine->areas.count; k++) {
            const uint8_t area = routine->areas.items[k];
            held_ms[SIDE_LEFT] += is_counted[area] ? 0 : past->held_ms[area][SIDE_LEFT];
            held_ms[SIDE_RIGHT] += is_counted[area] ? 0 : past->held_ms[area][SIDE_RIGHT];
            is_counted[area] = true;
        }
    }
    return held_ms[SIDE_RIGHT] < held_ms[SIDE_LEFT] ? SIDE_RIGHT : SIDE_LEFT;
}
