/* SPDX-License-Identifier: MIT */
/* The shared moves of all folders, the first folder winning by id. A folder is not looked at and a file not read before
 * somebody asks for a move that may be in it. */
#ifndef ROUTINE_MOVE_LIBRARY_H
#define ROUTINE_MOVE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/words.h"
#include "routine/library_entry.h"
#include "yaml/emit.h"

typedef struct MoveLibrary MoveLibrary;
typedef struct MoveFolder MoveFolder; /* the folder `moves` beside routines */

/* Where a shared move is written. It lives until move_library_refresh finds a change. */
typedef struct MoveSource {
    LibraryEntry *file;
    Mark key;        /* of its id in the text */
    const Node *map; /* the move */
    EmitSource text; /* the file's */
} MoveSource;

/* What a text sees: the moves beside its file first (NULL: there are none), then those of the usual folders. */
typedef struct MoveView {
    MoveLibrary *library;
    MoveFolder *beside;
} MoveView;

MoveLibrary *move_library_new(void);
void move_library_free(MoveLibrary *library);

/* Adds the folder beside the routines of a usual folder. */
void move_library_add(MoveLibrary *library, const char *routines, bool is_mine);

/* The folder beside routines that were named by a path: a usual one, or one that only they see. */
MoveFolder *move_library_beside(MoveLibrary *library, const char *routines);

/* False where there is no shared move of that id. */
bool move_library_find(const MoveView *view, const char *id, MoveSource *source);

/* All ids that are seen, sorted, each once; until the next call with another view, or a change. */
const Words *move_library_ids(const MoveView *view);

/* The view as routine_parse wants it; borrows it. */
MoveLookup move_library_lookup(MoveView *view);

/* The files of the usual folders, in order. */
size_t move_library_file_count(MoveLibrary *library);
LibraryEntry *move_library_file(MoveLibrary *library, size_t index);

/* Reports ids of one of a folder's files, checked at this moment, that stand in a file before it. */
void move_library_check_ids(MoveFolder *folder, LibraryEntry *entry);

/* Looks at folders and files again, as far as they were looked at. True where any came, went, or has another text: all
 * that was read is forgotten then. */
bool move_library_refresh(MoveLibrary *library);

/* Calls for the path of each folder, there or not. */
void move_library_each_folder(const MoveLibrary *library, void (*each)(void *context, const char *folder),
                              void *context);

#endif
