/* SPDX-License-Identifier: MIT */
#include "routine/move_uses.h"

#include <stdbool.h>

#include "routine/timeline.h"

typedef struct Sought {
    const char *id;
} Sought;

/* Goes on until the move is found. */
static bool is_other(void *context, const TimelineItem *stop)
{
    const Sought *sought = context;
    return !stop->move || !text_same(stop->move->use, sought->id);
}

static bool has_move(const LibraryEntry *entry, const char *id)
{
    return entry->routine && !timeline_walk(entry->routine, NULL, is_other, &(Sought){id});
}

size_t move_uses_count(const Library *library, const char *id)
{
    size_t count = 0;
    for (size_t i = 0; i < library_count(library); i++)
        count += has_move(library_at(library, i), id);
    return count;
}

static bool is_all_read(const Library *library)
{
    for (size_t i = 0; i < library_count(library); i++) {
        const EntryState state = library_at(library, i)->state;
        if (state != ENTRY_LOADED && state != ENTRY_BROKEN)
            return false;
    }
    return true;
}

void move_uses_add(Text *into, const Library *library, const char *id)
{
    const char *before = "In: ";
    if (!is_all_read(library))
        return;
    for (size_t i = 0; i < library_count(library); i++) {
        const LibraryEntry *entry = library_at(library, i);
        if (!has_move(entry, id))
            continue;
        text_print(into, "%s%s", before, entry->routine->title);
        before = "; ";
    }
    if (*before != ';')
        text_add(into, "For composing and swapping");
}
