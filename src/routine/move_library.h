/* SPDX-License-Identifier: MIT */
/* The shared moves of all folders; for each id the first folder that has it wins. A folder is listed, and a file read,
 * only when a move that may be in it is asked for. */
#ifndef ROUTINE_MOVE_LIBRARY_H
#define ROUTINE_MOVE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/words.h"
#include "routine/library_entry.h"
#include "yaml/emit.h"

typedef struct MoveLibrary MoveLibrary;
typedef struct MoveFolder MoveFolder; /* a folder `moves` in a folder of routines */

/* Where a shared move is written. Valid until move_library_refresh finds a change. */
typedef struct MoveSource {
    LibraryEntry *file;
    Mark key;        /* place of its id in the text */
    const Node *map; /* the move */
    EmitSource text; /* the text of the file */
} MoveSource;

/* The shared moves that a routine can use: first those in the `moves` folder beside its file (NULL: none), then those
 * of the usual folders. */
typedef struct MoveView {
    MoveLibrary *library;
    MoveFolder *beside;
} MoveView;

MoveLibrary *move_library_new(void);
void move_library_free(MoveLibrary *library);

/* Adds the `moves` folder of a usual folder of routines; `routines` is the path of the latter. */
void move_library_add(MoveLibrary *library, const char *routines, bool is_mine);

/* The `moves` folder beside routines that were named by path. It is a usual folder, or one that only those routines
 * use. */
MoveFolder *move_library_beside(MoveLibrary *library, const char *routines);

/* False where there is no shared move of that id. */
bool move_library_find(const MoveView *view, const char *id, MoveSource *source);

/* All ids in a view, sorted, each once. Valid until the next call with another view, or until a change. */
const Words *move_library_ids(const MoveView *view);

/* The view as a MoveLookup for routine_parse. Borrows the view. */
MoveLookup move_library_lookup(MoveView *view);

/* The files of the usual folders, in search order. */
size_t move_library_file_count(MoveLibrary *library);
LibraryEntry *move_library_file(MoveLibrary *library, size_t index);

/* Reports ids of `entry`, a file of this folder that is being checked, that an earlier file of the folder has too. */
void move_library_check_ids(MoveFolder *folder, LibraryEntry *entry);

/* Checks folders and files for changes, if they were used already. True if any file came, went or changed; then
 * everything that was read is forgotten. */
bool move_library_refresh(MoveLibrary *library);

/* Calls `each` with the path of every folder, existing or not. */
void move_library_each_folder(const MoveLibrary *library, void (*each)(void *context, const char *folder),
                              void *context);

#endif
