/* SPDX-License-Identifier: MIT */
/* `knead show` of a programme: for people, as JSON, or as one file that needs no other. */
#ifndef CLI_SHOW_PROGRAMME_H
#define CLI_SHOW_PROGRAMME_H

#include "cli/option.h"
#include "routine/library.h"

/* The programme of an id, or of the path of a file; NULL: it is none. A routine of that id comes first. */
LibraryEntry *show_programme_find(Library *library, const char *name);

/* Prints it, or its errors; returns the exit status. */
int show_programme_print(Library *library, LibraryEntry *entry, const Options *options);

#endif
