/* SPDX-License-Identifier: MIT */
#include "app/loader.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"

enum {
    BYTES_AT_ONCE = 32 * 1024, /* about a millisecond of work */
    BYTES_LEAST = 1024,        /* what opening a file weighs, whatever is in it */
    TOOLS_AT_ONCE = 64,        /* kept unsorted */
};

static const int64_t between_looks_ns = 300000000;

void loader_release(Loader *loader)
{
    arena_release(&loader->arena);
    free(loader->tools);
    *loader = (Loader){0};
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void settle(Loader *loader)
{
    size_t kept = 0;
    if (loader->count > 0)
        qsort(loader->tools, loader->count, sizeof *loader->tools, compare);
    for (size_t i = 0; i < loader->count; i++) {
        if (kept == 0 || strcmp(loader->tools[kept - 1], loader->tools[i]) != 0)
            loader->tools[kept++] = loader->tools[i];
    }
    loader->tool_count = loader->count = kept;
}

static void add_tools(Loader *loader, const TextList *tools)
{
    for (size_t i = 0; i < tools->count; i++) {
        const char *tool = tools->items[i];
        if (loader->tool_count > 0 &&
            bsearch(&tool, loader->tools, loader->tool_count, sizeof *loader->tools, compare))
            continue;
        loader->tools = memory_grow(loader->tools, &loader->capacity, loader->count + 1, sizeof *loader->tools);
        loader->tools[loader->count++] = arena_copy(&loader->arena, tool);
    }
    if (loader->count - loader->tool_count >= TOOLS_AT_ONCE)
        settle(loader);
}

static void add_entry(Loader *loader, const LibraryEntry *entry)
{
    for (size_t i = 0; entry->routine && i < entry->routine->tools.count; i++)
        add_tools(loader, &entry->routine->tools.items[i].any_of);
}

TextList loader_tools(Loader *loader)
{
    if (loader->count > loader->tool_count)
        settle(loader);
    return (TextList){loader->tools, loader->tool_count};
}

void loader_restart(Loader *loader, const Library *library, const Settings *settings)
{
    const int64_t shown_ns = loader->shown_ns;
    loader_release(loader);
    loader->shown_ns = shown_ns;
    loader_add_settings(loader, settings);
    for (size_t i = 0; i < library_count(library); i++)
        add_entry(loader, library_at(library, i));
}

void loader_add_settings(Loader *loader, const Settings *settings)
{
    add_tools(loader, &settings->tools);
}

bool loader_is_done(const Loader *loader, const Library *library)
{
    return loader->next >= library_count(library);
}

bool loader_read_some(Loader *loader, Library *library, Moment now)
{
    for (size_t bytes = 0; bytes < BYTES_AT_ONCE && !loader_is_done(loader, library);) {
        LibraryEntry *entry = library_at(library, loader->next++);
        const bool is_new = entry->state == ENTRY_FOUND || entry->state == ENTRY_HEADED;
        library_load(library, entry);
        add_entry(loader, entry);
        bytes += is_new ? MAX_OF(entry->source_length, (size_t)BYTES_LEAST) : 0;
    }
    const bool is_look = loader_is_done(loader, library) || now.awake_ns - loader->shown_ns >= between_looks_ns;
    if (is_look)
        loader->shown_ns = now.awake_ns;
    return is_look;
}
