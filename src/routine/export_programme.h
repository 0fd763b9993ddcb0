/* SPDX-License-Identifier: MIT */
/* Writes a programme as one file that needs no other: its text, and below it the routines that it names, each as
 * routine/export.h writes it. */
#ifndef ROUTINE_EXPORT_PROGRAMME_H
#define ROUTINE_EXPORT_PROGRAMME_H

#include "routine/library.h"

/* The text, for the caller to free(). It has been read back to check that it is a programme by itself. NULL with
 * *problem, one line to free(), if the file of the entry, or of one of its routines, cannot be read or has errors. */
char *export_programme(Library *library, LibraryEntry *entry, char **problem);

#endif
