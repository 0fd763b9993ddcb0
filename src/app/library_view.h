/* SPDX-License-Identifier: MIT */
/* What screens show of the library besides its files: what was read of it so far, the tools that it names, and when
 * each thing was last done, from the records. */
#ifndef APP_LIBRARY_VIEW_H
#define APP_LIBRARY_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/selection.h"
#include "base/arena.h"
#include "platform/clock.h"
#include "routine/library.h"
#include "settings/settings.h"
#include "store/recency.h"
#include "ui/screen.h"

/* Reads the routines in idle moments, a little each time. How much is counted in bytes, not in time, so that it is the
 * same on every machine and in every test. All zero: nothing was read. */
typedef struct Loader {
    size_t next;      /* index in the library of the next one to read */
    bool has_moves;   /* the tools of all shared moves were read, after the routines */
    int64_t shown_ns; /* when loader_read_some last returned true */
    bool *was_read;   /* by index in the library, at the last restart; NULL: nothing was */
    Arena arena;
    ModelTool *tools; /* the first `tool_count` are sorted, each once; new ones follow, unsorted */
    size_t tool_count, count, capacity;
} Loader;

void loader_release(Loader *loader);

bool loader_is_done(const Loader *loader, const Library *library);

/* Reads some files, and after the last one the tools of all shared moves. True when the screen should be drawn again:
 * now and then, and at the end. */
bool loader_read_some(Loader *loader, Library *library, Moment now);

/* Starts again after the library has changed, with the tools of the settings and of the routines that are already
 * loaded. */
void loader_restart(Loader *loader, const Library *library, const Settings *settings);

void loader_add_settings(Loader *loader, const Settings *settings);

/* All tools named so far, sorted by name. Borrowed until more are read. */
ModelTools loader_tools(Loader *loader);

/* When each area and each routine was last done, how long each side was held, and weeks in a row. All zero: nothing is
 * known. */
typedef struct LastDone {
    bool has_areas, has_sides, has_streak;
    int32_t area_days[AREA_COUNT];
    bool has_routines;
    RecencyList routines;
    int32_t *entry_days; /* the same days by index in the library; NULL: not known */
    int64_t held_ms[AREA_COUNT][SIDE_COUNT];
    Streak streak;
} LastDone;

void last_done_release(LastDone *last_done);

/* Reads everything from the records again. `per_week`: sessions that a week needs for weeks in a row. */
void last_done_read(LastDone *last_done, Store *store, const Library *library, int32_t per_week);

/* Counts the weeks in a row again, for another `per_week`. */
void last_done_count_weeks(LastDone *last_done, Store *store, int32_t per_week);

/* Fills entry_days again, after the library has changed. */
void last_done_match(LastDone *last_done, const Library *library);

/* By how much a side of each area was held longer, for PlanOptions. Returns how many there are. */
size_t last_done_leads(const LastDone *last_done, SideLead leads[AREA_COUNT]);

#endif
