/* SPDX-License-Identifier: MIT */
/* Reading the routines of the library while nobody asks for anything, a little each time, and the tools that they name.
 * How much is a matter of bytes, not of time, so that it is the same on every machine and in every test. */
#ifndef APP_LOADER_H
#define APP_LOADER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "platform/clock.h"
#include "routine/library.h"
#include "settings/settings.h"
#include "ui/screen_model.h"

/* Zeroed it has read nothing. */
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

#endif
