/* SPDX-License-Identifier: MIT */
/* A routine as one file that needs no other: its shared moves written out where they are used, comments saying where
 * each came from, and all that its author wrote kept, comments too. */
#ifndef ROUTINE_EXPORT_H
#define ROUTINE_EXPORT_H

#include "routine/library.h"

/* The text, to free(). It was read back and means the same routine, but for `use` and `instead`, which would need other
 * files. NULL with *problem, one line to free(), where the entry's file cannot be read or has errors. */
char *export_routine(Library *library, LibraryEntry *entry, char **problem);

#endif
