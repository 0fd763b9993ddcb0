/* SPDX-License-Identifier: MIT */
/* A shared move in the place of another, in the text of a routine: everything else stays as it is written. Where all that
 * the item says beside the id fits the new move, the id alone is another. Else what it had becomes a comment above it, so
 * that nothing its author wrote is lost, and what fits (how long, which sides, what stays when time is short) is written
 * again. */
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
