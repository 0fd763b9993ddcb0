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
    free(loader->was_read);
    free(loader->tools);
    *loader = (Loader){0};
}

static int compare(const void *a, const void *b)
{
    return strcmp(((const ModelTool *)a)->name, ((const ModelTool *)b)->name);
}

static void settle(Loader *loader)
{
    size_t kept = 0;
    if (loader->count > 0)
        qsort(loader->tools, loader->count, sizeof *loader->tools, compare);
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
static void add_tools(Loader *loader, const TextList *tools, int32_t uses)
{
    for (size_t i = 0; i < tools->count; i++) {
        const ModelTool tool = {tools->items[i], uses};
        ModelTool *known = NULL;
        if (loader->tool_count > 0)
            known = bsearch(&tool, loader->tools, loader->tool_count, sizeof *loader->tools, compare);
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
    for (size_t i = 0; entry->routine && i < entry->routine->tools.count; i++)
        add_tools(loader, &entry->routine->tools.items[i].any_of, 1);
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
    add_tools(loader, &settings->tools.names, 0);
}

bool loader_is_done(const Loader *loader, const Library *library)
{
    return loader->next >= library_count(library);
}

bool loader_read_some(Loader *loader, Library *library, Moment now)
{
    for (size_t bytes = 0; bytes < BYTES_AT_ONCE && !loader_is_done(loader, library);) {
        const size_t index = loader->next++;
        LibraryEntry *entry = library_at(library, index);
        const bool is_new = entry->state == ENTRY_FOUND || entry->state == ENTRY_HEADED;
        library_load(library, entry);
        if (!loader->was_read || !loader->was_read[index])
            add_entry(loader, entry);
        bytes += is_new ? MAX_OF(entry->source_length, (size_t)BYTES_LEAST) : 0;
    }
    const bool is_look = loader_is_done(loader, library) || now.awake_ns - loader->shown_ns >= between_looks_ns;
    if (is_look)
        loader->shown_ns = now.awake_ns;
    return is_look;
}
