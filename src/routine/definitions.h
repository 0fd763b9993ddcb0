/* SPDX-License-Identifier: MIT */
/* What routines share by its id, of one kind: the shared moves of all folders, or the positions. For each id the first
 * folder that has it wins. A folder is listed, and a file read, only when something that may be in it is asked for. */
#ifndef ROUTINE_DEFINITIONS_H
#define ROUTINE_DEFINITIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/words.h"
#include "routine/library_entry.h"
#include "yaml/emit.h"

typedef struct Definitions Definitions;
typedef struct DefinitionFolder DefinitionFolder; /* a folder `moves`, or `positions`, in a folder of routines */

/* Where a shared move or a position is written. Valid until definitions_refresh finds a change. */
typedef struct Definition {
    LibraryEntry *file;
    Mark key;        /* place of its id in the text */
    const Node *map; /* the move or position */
    EmitSource text; /* the text of the file */
} Definition;

/* What a routine can use: first what is in the folder beside its file (NULL: none), then what
 * is in the usual folders. */
typedef struct DefinitionView {
    Definitions *library;
    DefinitionFolder *beside;
} DefinitionView;

/* An empty library of one kind, which is not ENTRY_IS_ROUTINE. */
Definitions *definitions_new(EntryKind kind);
void definitions_free(Definitions *library);

/* Adds the folder that is in a usual folder of routines; `routines` is the path of the latter. */
void definitions_add(Definitions *library, const char *routines, bool is_mine);

/* The folder beside routines that were named by path. It is a usual folder, or one that only those routines
 * use. */
DefinitionFolder *definitions_beside(Definitions *library, const char *routines);

/* False where there is nothing of that id. */
bool definitions_find(const DefinitionView *view, const char *id, Definition *source);

/* All ids in a view, sorted, each once. Valid until the next call with another view, or until a change. */
const Words *definitions_ids(const DefinitionView *view);

/* The view as a DefinitionLookup, without positions. Borrows the view. */
DefinitionLookup definitions_lookup(DefinitionView *view);

/* The files of the usual folders, in search order. */
size_t definitions_file_count(Definitions *library);
LibraryEntry *definitions_file(Definitions *library, size_t index);

/* Reports ids of `entry`, a file of this folder that is being checked, that an earlier file of the folder has too. */
void definitions_check_ids(DefinitionFolder *folder, LibraryEntry *entry);

/* Checks folders and files for changes, if they were used already. True if any file came, went or changed; then
 * everything that was read is forgotten. */
bool definitions_refresh(Definitions *library);

/* Calls `each` with the path of every folder, existing or not; `only_used`: only of those that were looked at. */
void definitions_each_folder(const Definitions *library, bool only_used,
                             void (*each)(void *context, const char *folder), void *context);

#endif
