/* SPDX-License-Identifier: MIT */
/* The tools that moves know: any id is a tool, so a name that no move has was probably meant to be another. */
#ifndef ROUTINE_KNOWN_TOOLS_H
#define ROUTINE_KNOWN_TOOLS_H

#include "routine/library.h"

/* Sorted, each once, in the arena: the tools of all shared moves and, where one of `wanted` is not among them, those of
 * all routines as well, which are read for it. */
Words known_tools_words(Library *library, const TextList *wanted, Arena *arena);

/* The tool that was probably meant, or NULL. */
const char *known_tools_nearest(const Words *tools, const char *text);

#endif
