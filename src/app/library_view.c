/* SPDX-License-Identifier: MIT */
#include "app/library_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/library_tools.h"

enum {
    BYTES_AT_ONCE = 32 * 1024, /* about a millisecond of work */
    BYTES_LEAST = 1024,        /* what opening a file weighs, whatever is in it */
    TOOLS_AT_ONCE = 64,        /* kept unsorted */
    SECOND_MS = 1000,
};

static const int64_t between_looks_ns = 300000000;

void loader_release(Loader *loader)
{
    arena_release(&loader->arena);
    free(loader->was_read);
    free(loader->tools);
    *loader = (Loader){0};
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const ModelTool *)a)->name, ((const ModelTool *)b)->name);
}

static void settle(Loader *loader)
{
    size_t kept = 0;
    if (loader->count > 0)
        qsort(loader->tools, loader->count, sizeof *loader->tools, by_name);
    for (size_t i = 0; i < loader->count; i++) {
        const ModelTool tool = loader->tools[i];
        if (kept > 0 && strcmp(loader->tools[kept - 1].name, tool.name) == 0)
            loader->tools[kept - 1].uses += tool.uses;
        else
            loader->tools[kept++] = tool;
    }
    loader->tool_count = loader->count = kept;
}

/* Each is good for so many needs. */
static void add_tools(Loader *loader, const char *const *names, size_t count, int32_t uses)
{
    for (size_t i = 0; i < count; i++) {
        const ModelTool tool = {names[i], uses};
        ModelTool *known = NULL;
        if (loader->tool_count > 0)
            known = bsearch(&tool, loader->tools, loader->tool_count, sizeof *loader->tools, by_name);
        if (known) {
            known->uses += uses;
            continue;
        }
        loader->tools = memory_grow(loader->tools, &loader->capacity, loader->count + 1, sizeof *loader->tools);
        loader->tools[loader->count++] = (ModelTool){arena_copy(&loader->arena, tool.name), uses};
    }
    if (loader->count - loader->tool_count >= TOOLS_AT_ONCE)
        settle(loader);
}

static void add_entry(Loader *loader, const LibraryEntry *entry)
{
    for (size_t i = 0; entry->routine && i < entry->routine->tools.count; i++) {
        const TextList *any_of = &entry->routine->tools.items[i].any_of;
        add_tools(loader, any_of->items, any_of->count, 1);
    }
}

/* Those that no routine needs too: a move may be swapped for one that uses them, or be put into a routine that is
 * composed. */
static void add_moves(Loader *loader, Library *library)
{
    Arena arena = {0};
    const Words names = library_tools(library, &(TextList){0}, &arena);
    add_tools(loader, names.items, names.count, 0);
    loader->has_moves = true;
    arena_release(&arena);
}

ModelTools loader_tools(Loader *loader)
{
    if (loader->count > loader->tool_count)
        settle(loader);
    return (ModelTools){loader->tools, loader->tool_count};
}

void loader_restart(Loader *loader, const Library *library, const Settings *settings)
{
    const int64_t shown_ns = loader->shown_ns;
    loader_release(loader);
    loader->shown_ns = shown_ns;
    loader_add_settings(loader, settings);
    loader->was_read = memory_resize(NULL, library_count(library) + 1, sizeof *loader->was_read);
    for (size_t i = 0; i < library_count(library); i++) {
        const LibraryEntry *entry = library_at(library, i);
        loader->was_read[i] = entry->routine != NULL;
        add_entry(loader, entry);
    }
}

void loader_add_settings(Loader *loader, const Settings *settings)
{
    const TextList *names = &settings->tools.names;
    add_tools(loader, names->items, names->count, 0);
}

bool loader_is_done(const Loader *loader, const Library *library)
{
    return loader->has_moves && loader->next >= library_count(library);
}

bool loader_read_some(Loader *loader, Library *library, Moment now)
{
    const size_t count = library_count(library);
    for (size_t bytes = 0; bytes < BYTES_AT_ONCE && loader->next < count;) {
        const size_t index = loader->next++;
        LibraryEntry *entry = library_at(library, index);
        const bool is_new = entry->state == ENTRY_FOUND || entry->state == ENTRY_HEADED;
        library_load(library, entry);
        if (!loader->was_read || !loader->was_read[index])
            add_entry(loader, entry);
        bytes += is_new ? MAX_OF(entry->source_length, (size_t)BYTES_LEAST) : 0;
    }
    if (loader->next >= count && !loader->has_moves)
        add_moves(loader, library);
    const bool is_look = loader_is_done(loader, library) || now.awake_ns - loader->shown_ns >= between_looks_ns;
    if (is_look)
        loader->shown_ns = now.awake_ns;
    return is_look;
}

void last_done_release(LastDone *last_done)
{
    recency_release(&last_done->routines);
    free(last_done->entry_days);
    *last_done = (LastDone){0};
}

void last_done_match(LastDone *last_done, const Library *library)
{
    if (!last_done->has_routines)
        return;
    const size_t count = library_count(library);
    last_done->entry_days = memory_resize(last_done->entry_days, count + 1, sizeof *last_done->entry_days);
    for (size_t i = 0; i < count; i++)
        last_done->entry_days[i] = recency_find(&last_done->routines, library_at(library, i)->id);
}

static RecencyNow now(void)
{
    const int64_t now_s = clock_unix_s();
    return (RecencyNow){.unix_s = now_s, .offset_min = clock_utc_offset_min(now_s)};
}

void last_done_read(LastDone *last_done, Store *store, const Library *library, int32_t per_week)
{
    last_done_release(last_done);
    last_done->has_areas = recency_areas(store, now(), last_done->area_days);
    last_done->has_sides = recency_sides(store, now(), last_done->held_ms);
    last_done->has_routines = recency_routines(store, now(), &last_done->routines);
    last_done_count_weeks(last_done, store, per_week);
    last_done_match(last_done, library);
}

void last_done_count_weeks(LastDone *last_done, Store *store, int32_t per_week)
{
    last_done->has_streak = recency_streak(store, now(), per_week, &last_done->streak);
}

size_t last_done_leads(const LastDone *last_done, SideLead leads[AREA_COUNT])
{
    size_t count = 0;
    for (int area = 0; area < AREA_COUNT && last_done->has_sides; area++) {
        const int64_t *held_ms = last_done->held_ms[area];
        const int64_t left_s = (held_ms[SIDE_LEFT] - held_ms[SIDE_RIGHT]) / SECOND_MS;
        const int64_t most = INT32_MAX;
        if (left_s != 0)
            leads[count++] = (SideLead){(Area)area, (int32_t)MAX_OF(MIN_OF(left_s, most), -most)};
    }
    return count;
}
