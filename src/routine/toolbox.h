/* SPDX-License-Identifier: MIT */
/* The tools that moves know: any id is a tool, so a name that no move has was probably meant to be another. */
#ifndef ROUTINE_TOOLBOX_H
#define ROUTINE_TOOLBOX_H

#include "routine/library.h"

/* Sorted, each once, in the arena: the tools of all shared moves and, where one of `wanted` is not among them, those of
 * all routines as well, which are read for it. */
Words toolbox_words(Library *library, const TextList *wanted, Arena *arena);

/* The tool that was probably meant, or NULL. */
const char *toolbox_nearest(const Words *tools, const char *text);

#endif
