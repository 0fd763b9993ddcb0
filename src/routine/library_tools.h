/* SPDX-License-Identifier: MIT */
/* The tools that the moves of a library use, by name. */
#ifndef ROUTINE_LIBRARY_TOOLS_H
#define ROUTINE_LIBRARY_TOOLS_H

#include "base/arena.h"
#include "base/words.h"
#include "routine/library.h"

/* The names of all tools that moves use, sorted, each once, in the arena. Any id can name a tool, so a name that no
 * move uses is probably a mistake. Covers all shared moves; if one of `wanted` is not among their tools, loads all
 * routines and adds theirs too. */
Words library_tools(Library *library, const TextList *wanted, Arena *arena);

#endif
