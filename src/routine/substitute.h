/* SPDX-License-Identifier: MIT */
/* Replaces a move by a shared move in the text of a routine. The rest of the text is not touched. If all other keys
 * of the item fit the new move, only the id changes. Otherwise the old keys become a comment above the item, so that
 * nothing its author wrote is lost, and those that fit (how long, which sides, priority) are written again below it. */
#ifndef ROUTINE_SUBSTITUTE_H
#define ROUTINE_SUBSTITUTE_H

#include "routine/library.h"

/* Replaces the move `written` by the shared move `shared`. `of` is the routine parsed from the text, or from a text
 * with the same lines, and `written` is a move of it. shared->use is the new id. `entry` decides which shared moves are
 * found. Returns the new text, to free(); it has been parsed again, and *now is the result, for routine_free(). NULL if
 * the item is written in a way that cannot be changed safely. */
char *substitute_write(const Library *library, const LibraryEntry *entry, const char *text, size_t length,
                       const Routine *of, const Move *written, const Move *shared, Routine **now);

/* The move of `other` at the same position as `written` in `of`; NULL if there is none. */
const Move *substitute_find(const Routine *of, const Move *written, const Routine *other);

#endif
