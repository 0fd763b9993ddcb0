/* SPDX-License-Identifier: MIT */
/* Every routine that can be found, from all folders, the first one winning by id (command-line, "Where things are").
 * Scanning only reads names; a file is read when it is asked for, and one that is broken stands in the list with its
 * problems. */
#ifndef ROUTINE_LIBRARY_H
#define ROUTINE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/text.h"
#include "routine/entry.h"
#include "routine/model.h"

typedef struct Library Library;

/* An empty library. With `routines_dir` (`--routines DIR`) that folder alone; else the person's, the system's and the
 * installed one; `program_dir` is where the program lies, so that one that is not installed finds the source tree's
 * routines. Both may be NULL. Reads nothing yet. */
Library *library_new(const char *routines_dir, const char *program_dir);
void library_free(Library *library);

/* Finds the files by name, sorted by id. False where a folder that was asked for by name cannot be read; *problem is
 * then a sentence to free(). Warns in the entry's diags of a file whose name is no id. */
bool library_scan(Library *library, char **problem);

size_t library_count(const Library *library);
LibraryEntry *library_at(const Library *library, size_t index);       /* borrowed */

/* Only the title, from the head of the file: for a list that must be on the screen at once. */
void library_head(Library *library, LibraryEntry *entry);

/* Reads and checks the whole file, once; the entry is ENTRY_LOADED or ENTRY_BROKEN then. */
void library_load(Library *library, LibraryEntry *entry);

/* Reads the file again, for one that was edited. */
void library_reload(Library *library, LibraryEntry *entry);

/* The routine of an id, or of a path (anything with a `/` or ending in .yaml or .yml; the `moves` folder beside it is
 * then found too), loaded. A path in a folder named `moves` is a file of shared moves: .routine stays NULL. NULL where
 * there is none; *problem is then one line to free(), with the nearest id. */
LibraryEntry *library_find(Library *library, const char *name, char **problem);

/* A text from standard input, checked as a routine beside the library's shared moves. The entry is the library's. */
LibraryEntry *library_take_text(Library *library, const char *name, char *text, size_t length);

/* The folders that are searched, in order, and the files of shared moves that were found. */
size_t library_folder_count(const Library *library);
const char *library_folder(const Library *library, size_t index);
size_t library_move_file_count(Library *library);
LibraryEntry *library_move_file(Library *library, size_t index);      /* loaded; .routine stays NULL */

/* The ids of all shared moves, sorted, and one of them read alone (see routine_move). */
const Words *library_move_ids(Library *library);
Move *library_move(Library *library, Arena *arena, const char *id, DiagList *diags);

#endif
