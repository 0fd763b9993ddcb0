/* SPDX-License-Identifier: MIT */
/* Every routine that can be found, from all folders, the first one winning by id (doc/command-line.md, "Files").
 * Scanning only reads names; a file is read when it is asked for, and one that is broken stands in the list with its
 * problems. */
#ifndef ROUTINE_LIBRARY_H
#define ROUTINE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"
#include "base/text.h"
#include "routine/library_entry.h"
#include "routine/model.h"
#include "routine/move_library.h"

typedef struct Library Library;

/* An empty library. With `routines_dir` (`--routines DIR`) that folder alone; else the person's, the system's and the
 * installed one; `program_dir` is where the program lies, so that one that is not installed finds the source tree's
 * routines. Both may be NULL. Reads nothing yet. */
Library *library_new(const char *routines_dir, const char *program_dir);
void library_free(Library *library);

/* Finds the files by name, sorted by id. False where a folder that was asked for by name cannot be read; *problem is
 * then a sentence to free(). Warns in the entry's diags of a file whose name is no id. */
bool library_scan(Library *library, char **problem);

bool library_is_scanned(const Library *library); /* until then there are no entries */
size_t library_count(const Library *library);
LibraryEntry *library_at(const Library *library, size_t index); /* borrowed */

/* Reads and checks the whole file, once; the entry is ENTRY_LOADED or ENTRY_BROKEN then. */
void library_load(Library *library, LibraryEntry *entry);

/* Reads the file again, for one that was edited. */
void library_reload(Library *library, LibraryEntry *entry);

/* Looks at folders and files again: those that came are found, those that went are gone from the list, and one whose
 * time, size or file number is another is read anew when it is next asked for; where shared moves changed, so are all
 * routines. Entries that are borrowed stay valid until library_free, whether they are still listed or not; indices may be
 * other ones. True where anything changed; *moves_changed (may be NULL) where shared moves did. */
bool library_refresh(Library *library, bool *moves_changed);

/* The entry that stands under the id of one that is borrowed now: another one where a file came in an earlier folder, or
 * went from it; itself where there is none, and for what has no id in the folders. */
LibraryEntry *library_now(const Library *library, LibraryEntry *entry);

/* The routine of an id, or of a path (anything with a `/` or ending in .yaml or .yml; the `moves` folder beside it is
 * then found too), loaded. A path in a folder named `moves` is a file of shared moves: .routine stays NULL. NULL where
 * there is none; *problem is then one line to free(), with the nearest id. */
LibraryEntry *library_find(Library *library, const char *name, char **problem);

/* A text from standard input, checked as a routine beside the library's shared moves. The entry is the library's. */
LibraryEntry *library_take_text(Library *library, const char *name, char *text, size_t length);

/* What another text would mean in the place of an entry's, with the shared moves that it sees; see routine_parse. */
Routine *library_parse(const Library *library, const LibraryEntry *entry, const char *text, size_t length,
                       DiagnosticList *diags);

/* Where a shared move that an entry sees (NULL: whoever is in the folders) is written; false where there is none. */
bool library_find_move(const Library *library, const LibraryEntry *entry, const char *id, MoveSource *source);

/* The folders that are searched, in order, and the files of shared moves that were found. */
size_t library_folder_count(const Library *library);
const char *library_folder(const Library *library, size_t index);
bool library_has_mine(const Library *library); /* the first of them is the person's own */

/* Calls for each folder in which a change matters, there or not: those, the moves folder of each, and those of files that
 * were named by their path. Some may come twice. */
void library_each_folder(const Library *library, void (*each)(void *context, const char *folder), void *context);

size_t library_move_file_count(Library *library);
LibraryEntry *library_move_file(Library *library, size_t index); /* loaded; .routine stays NULL */

/* The ids of all shared moves, sorted; whether one is the person's own; and one of them read alone (see routine_move). */
const Words *library_move_ids(Library *library);
bool library_move_is_mine(Library *library, const char *id);
Move *library_move(Library *library, Arena *arena, const char *id, DiagnosticList *diags);

/* The tools that moves know, sorted, each once, in the arena: any id is a tool, so a name that no move has was probably
 * meant to be another. Those of all shared moves and, where one of `wanted` is not among them, of all routines as well,
 * which are read for it. */
Words library_tools(Library *library, const TextList *wanted, Arena *arena);

#endif
