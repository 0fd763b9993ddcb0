/* SPDX-License-Identifier: MIT */
/* Where shared moves are written: the file and, in it, the lines, as a routine sees them. For what takes them out of
 * their files; who only wants to know what they mean asks a MoveFolder. */
#ifndef ROUTINE_MOVE_SOURCE_H
#define ROUTINE_MOVE_SOURCE_H

#include "routine/library.h"
#include "yaml/emit.h"

typedef struct MoveSource {
    const char *file; /* "moves/calves.yaml" */
    const char *path;
    bool is_mine;    /* from the person's own folder, or from beside a file that they named */
    Mark key;        /* of its id in the text */
    const Node *map; /* the move */
    EmitSource text; /* the file's */
} MoveSource;

typedef struct MoveSourceList MoveSourceList;

/* The files that a routine's shared moves come from; `entry` NULL: those of the library's folders alone. Reads none yet.
 */
MoveSourceList *move_source_open(const Library *library, const LibraryEntry *entry);
void move_source_close(MoveSourceList *list);

/* NULL where there is no shared move of that id. Lives as long as the list. */
const MoveSource *move_source_find(MoveSourceList *list, const char *id);

/* The same for routine_parse, without a list of ids; borrows the list. */
MoveLookup move_source_lookup(MoveSourceList *list);

#endif
