/* SPDX-License-Identifier: MIT */
/* Writes a routine as one file that needs no other: in the order of the format, with its shared moves written out where
 * they are used and a comment saying where each came from. Comments at keys and items are kept, both from the routine
 * and from its shared moves. A file that already needs no other is returned unchanged. */
#ifndef ROUTINE_EXPORT_H
#define ROUTINE_EXPORT_H

#include "routine/library.h"

/* The text, for the caller to free(). It has been read back to check that it means the same routine, except for `use`,
 * `instead` and `pair`, which refer to other files. NULL with *problem, one line to free(), if the file of the entry
 * cannot be read or has errors. */
char *export_routine(Library *library, LibraryEntry *entry, char **problem);

#endif
