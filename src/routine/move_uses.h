/* SPDX-License-Identifier: MIT */
/* Where a shared move is used: which routines of the library have it. */
#ifndef ROUTINE_MOVE_USES_H
#define ROUTINE_MOVE_USES_H

#include <stddef.h>

#include "base/text.h"
#include "routine/library.h"

/* How many routines have the shared move, of those that are loaded. */
size_t move_uses_count(const Library *library, const char *id);

/* Adds in which routines it is, by their titles: "In: Legs in Bed; Easy Knees"; or "For composing and swapping" where
 * it is in none. Adds nothing as long as some routine was not read yet. */
void move_uses_add(Text *into, const Library *library, const char *id);

#endif
