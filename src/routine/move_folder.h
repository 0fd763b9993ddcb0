/* SPDX-License-Identifier: MIT */
/* A folder of shared moves. A routine needs a few of many: a move is cut out of its file and parsed alone where the
 * file is written the plain way; only where that cannot be told is a whole file parsed. */
#ifndef ROUTINE_MOVE_FOLDER_H
#define ROUTINE_MOVE_FOLDER_H

#include "routine/entry.h"
#include "yaml/node.h"

typedef struct Shelf Shelf;

/* The shelf of a folder, which is not looked at before a move or a file of it is asked for; an empty one where there
 * is no such folder. */
Shelf *shelf_new(const char *folder, bool is_mine);
void shelf_free(Shelf *shelf);

const char *shelf_folder(const Shelf *shelf);
bool shelf_is_mine(const Shelf *shelf);
size_t shelf_file_count(Shelf *shelf);
LibraryEntry *shelf_file(const Shelf *shelf, size_t index);

/* A shared move as a map node, or NULL; it lives until shelf_refresh finds a change. */
const Node *shelf_find(Shelf *shelf, const char *id);

/* Calls for the id of each shared move in one file, as it stands there. */
void shelf_each_id(Shelf *shelf, size_t index, void (*each)(void *context, const Node *key), void *context);

/* Reports ids of one of its files, checked at this moment, that stand in a file before it. */
void shelf_check_ids(Shelf *shelf, LibraryEntry *entry);

/* Looks at the folder and its files again, if it was looked at. True where any came, went, or has another text: all that
 * was read is forgotten then, and nodes that were found are gone. */
bool shelf_refresh(Shelf *shelf);

#endif
