/* SPDX-License-Identifier: MIT */
/* A folder of shared moves. A routine needs a few of many: a move is cut out of its file and parsed alone where the
 * file is written the plain way; only where that cannot be told is a whole file parsed. */
#ifndef ROUTINE_MOVE_FOLDER_H
#define ROUTINE_MOVE_FOLDER_H

#include "routine/library_entry.h"
#include "yaml/node.h"

typedef struct MoveFolder MoveFolder;

/* The moves of a folder, which is not looked at before a move or a file of it is asked for; an empty one where there
 * is no such folder. */
MoveFolder *move_folder_new(const char *folder, bool is_mine);
void move_folder_free(MoveFolder *shelf);

const char *move_folder_folder(const MoveFolder *shelf);
bool move_folder_is_mine(const MoveFolder *shelf);
size_t move_folder_file_count(MoveFolder *shelf);
LibraryEntry *move_folder_file(const MoveFolder *shelf, size_t index);

/* A shared move as a map node, or NULL; it lives until move_folder_refresh finds a change. */
const Node *move_folder_find(MoveFolder *shelf, const char *id);

/* Calls for the id of each shared move in one file, as it stands there. */
void move_folder_each_id(MoveFolder *shelf, size_t index, void (*each)(void *context, const Node *key), void *context);

/* Reports ids of one of its files, checked at this moment, that stand in a file before it. */
void move_folder_check_ids(MoveFolder *shelf, LibraryEntry *entry);

/* Looks at the folder and its files again, if it was looked at. True where any came, went, or has another text: all that
 * was read is forgotten then, and nodes that were found are gone. */
bool move_folder_refresh(MoveFolder *shelf);

#endif
