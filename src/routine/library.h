/* SPDX-License-Identifier: MIT */
/* All routines that can be found in the search folders; for each id the first folder that has it wins
 * (doc/command-line.md, "Files"). Scanning reads only file names. A file is read when it is asked for. A broken file
 * stays in the list, with its problems. */
#ifndef ROUTINE_LIBRARY_H
#define ROUTINE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"
#include "base/text.h"
#include "routine/definitions.h"
#include "routine/library_entry.h"
#include "routine/model.h"

typedef struct Library Library;

/* An empty library; reads nothing yet. With `routines_dir` (`--routines DIR`) only that folder is searched; otherwise
 * the user's folder, the system's and the installed one. `program_dir` is the folder of the program: if that was not
 * installed, the routines of the source tree are used. Both may be NULL. */
Library *library_new(const char *routines_dir, const char *program_dir);
void library_free(Library *library);

/* Finds the files and lists them by id. False if the folder given as `routines_dir` cannot be read; *problem is then a
 * sentence, to free(). */
bool library_scan(Library *library, char **problem);

bool library_is_scanned(const Library *library); /* before that the library has no entries */
size_t library_count(const Library *library);
LibraryEntry *library_at(const Library *library, size_t index); /* borrowed */

/* The routine that is listed under an id; NULL: none is. Reads nothing. Borrowed. */
LibraryEntry *library_listed(const Library *library, const char *id);

/* Reads and checks the whole file, unless that was done already. The entry is then ENTRY_LOADED or ENTRY_BROKEN. */
void library_load(Library *library, LibraryEntry *entry);

/* Reads the file again, after it was edited. */
void library_reload(Library *library, LibraryEntry *entry);

/* Checks folders and files for changes. New files are listed, files that disappeared are no longer listed, and a file
 * whose text has changed is read again when next asked for. If shared moves or positions changed, so are all routines.
 * Borrowed entries stay valid until library_free, listed or not, but indices may change. True if anything changed;
 * *moves_changed (may be NULL): shared moves or positions changed. */
bool library_refresh(Library *library, bool *moves_changed);

/* The entry listed now under the id of an older, borrowed entry. It is another entry if a file with that id came into
 * an earlier folder or went from it. Returns `entry` itself if no entry is listed under its id, or if `entry` is not
 * from the search folders. */
LibraryEntry *library_now(const Library *library, LibraryEntry *entry);

/* Finds and loads a routine by id or by path. A name with a `/`, or one that ends in .yaml or .yml, is a path; the
 * `moves` folder beside that file is then searched too. A path in a folder named `moves` or `positions` is such a file,
 * and .routine stays NULL. NULL if nothing is found; *problem is then one line to free(), with the nearest id. */
LibraryEntry *library_find(Library *library, const char *name, char **problem);

/* Checks a text from standard input as a routine, with the library's shared moves. Takes ownership of `text`, which
 * must come from malloc(). The entry belongs to the library. */
LibraryEntry *library_take_text(Library *library, const char *name, char *text, size_t length);

/* Parses another text as if it were the text of an entry, with the shared moves that the entry can use. See
 * routine_parse. */
Routine *library_parse(const Library *library, const LibraryEntry *entry, const char *text, size_t length,
                       DiagnosticList *diags);

Programme *library_parse_programme(Library *library, const LibraryEntry *entry, const char *text, size_t length,
                                   DiagnosticList *diags);

/* Finds where a shared move is written, among those that `entry` can use; NULL: those of the search folders. False if
 * there is no such move. */
bool library_find_move(const Library *library, const LibraryEntry *entry, const char *id, Definition *source);

/* The search folders, in order. */
size_t library_folder_count(const Library *library);
const char *library_folder(const Library *library, size_t index);
bool library_has_mine(const Library *library); /* the first one is the user's own */

/* Calls `each` for every folder in which a change matters, existing or not: the search folders, their `moves` and
 * `programmes` folders, their `positions` folders once those were used, and the folders of files that were named by
 * path. A folder may come more than once. */
void library_each_folder(const Library *library, void (*each)(void *context, const char *folder), void *context);

/* The programmes, by id, loaded. library_programme: NULL where none has that id. */
size_t library_programme_count(const Library *library);
LibraryEntry *library_programme_at(Library *library, size_t index);
LibraryEntry *library_programme(Library *library, const char *id);

/* The files of shared moves and of positions, loaded; their .routine stays NULL. */
size_t library_move_file_count(Library *library);
LibraryEntry *library_move_file(Library *library, size_t index);
size_t library_position_file_count(Library *library);
LibraryEntry *library_position_file(Library *library, size_t index);

/* From now on the positions that moves name are looked for when a file is read, and a wrong name is an error. Without
 * this no file of positions is read until library_position or library_position_file asks for one. */
void library_check_positions(Library *library);

/* The position of an id, among those that `entry` can use; NULL: those of the search folders. All of it is in the
 * arena. NULL if there is none, or if it has errors. */
const Position *library_position(const Library *library, const LibraryEntry *entry, const char *id, Arena *arena);

/* library_move_ids: the ids of all shared moves, sorted. library_move_is_mine: whether one is in the user's own folder.
 * library_move: one of them, read without a routine (see routine_move). */
const Words *library_move_ids(Library *library);
bool library_move_is_mine(Library *library, const char *id);
Move *library_move(Library *library, Arena *arena, const char *id, DiagnosticList *diags);

#endif
