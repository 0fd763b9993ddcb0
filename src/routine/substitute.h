/* SPDX-License-Identifier: MIT */
/* A shared move in the place of another, in the text of a routine: everything else stays as it is written. Where all that
 * the item says beside the id fits the new move, the id alone is another. Else what it had becomes a comment above it, so
 * that nothing its author wrote is lost, and what fits (how long, which sides, what stays when time is short) is written
 * again. */
#ifndef ROUTINE_SUBSTITUTE_H
#define ROUTINE_SUBSTITUTE_H

#include "routine/library.h"

/* `written` is a move of `of`, the routine that the text was read as, or its copy line by line; `shared` the other as it
 * is read alone, its `use` being its id. The text, to free(), was read back: *now is what it means, to routine_free().
 * NULL where the item is not written so plainly that it can be changed. `entry` says which shared moves are found. */
char *substitute_write(const Library *library, const LibraryEntry *entry, const char *text, size_t length,
                       const Routine *of, const Move *written, const Move *shared, Routine **now);

/* The move of another routine that stands where one stands in this one; NULL where none does. */
const Move *substitute_find(const Routine *of, const Move *written, const Routine *other);

#endif
