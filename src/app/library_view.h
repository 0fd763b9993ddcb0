/* SPDX-License-Identifier: MIT */
/* What screens want to know of the library besides its files: what was read of it so far, the tools that it names, and
 * from the records when each thing was done last. */
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

/* Reading the routines while nobody asks for anything, a little each time. How much is a matter of bytes, not of time, so
 * that it is the same on every machine and in every test. Zeroed it has read nothing. */
typedef struct Loader {
    size_t next;      /* of the library */
    int64_t shown_ns; /* when what was read was last worth a look */
    bool *was_read;   /* by index in the library, when it began again; NULL: nothing was */
    Arena arena;
    ModelTool *tools; /* the first `tool_count` sorted, each once; behind them what came since */
    size_t tool_count, count, capacity;
} Loader;

void loader_release(Loader *loader);

bool loader_is_done(const Loader *loader, const Library *library);

/* Reads some files. True where what was read is worth a look: at the end, and else now and then. */
bool loader_read_some(Loader *loader, Library *library, Moment now);

/* Begins again, for a library that has changed: the tools are those of the settings and of what is read already. */
void loader_restart(Loader *loader, const Library *library, const Settings *settings);

void loader_add_settings(Loader *loader, const Settings *settings);

/* All tools that were named so far, sorted. Borrowed until more are read. */
ModelTools loader_tools(Loader *loader);

/* When each area and each routine was done last, and which side had less. Zeroed, nothing is known. */
typedef struct LastDone {
    bool has_areas, has_sides;
    int32_t area_days[AREA_COUNT];
    bool has_routines;
    RecencyList routines;
    int32_t *entry_days; /* the same by index in the library; NULL: not known */
    int64_t held_ms[AREA_COUNT][SIDE_COUNT];
} LastDone;

void last_done_release(LastDone *last_done);

/* Asks the records anew. */
void last_done_read(LastDone *last_done, Store *store, const Library *library);

/* Puts what is known of routines in the order of the library, which has changed. */
void last_done_match(LastDone *last_done, const Library *library);

/* The side that is behind in the areas of what was chosen: the left where neither is, or nothing is known. */
Side last_done_side_behind(const LastDone *last_done, const Selection *selection);

#endif
