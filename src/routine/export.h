/* SPDX-License-Identifier: MIT */
/* A routine as one file that needs no other: written anew in the order of the format, its shared moves in the places
 * where they are used, comments saying where each came from. Comments at a key or an item, in the routine and in its
 * shared moves, come along. A file that needs no other already is given as it is. */
#ifndef ROUTINE_EXPORT_H
#define ROUTINE_EXPORT_H

#include "routine/library.h"

/* The text, to free(). It was read back and means the same routine, but for `use` and `instead`, which would need other
 * files. NULL with *problem, one line to free(), where the entry's file cannot be read or has errors. */
char *export_routine(Library *library, LibraryEntry *entry, char **problem);

#endif
