/* SPDX-License-Identifier: MIT */
/* The shared moves that a routine can see: shelves in order, the first one winning by id. */
#ifndef ROUTINE_MOVE_LIBRARY_H
#define ROUTINE_MOVE_LIBRARY_H

#include "routine/model.h"
#include "routine/move_folder.h"

typedef struct MoveLibrary {
    Arena arena;
    MoveFolder **shelves; /* borrowed; the array is the sight's */
    size_t count, capacity;
    Words ids;
    bool has_ids;
} MoveLibrary;

void move_library_add(MoveLibrary *sight, MoveFolder *shelf);
void move_library_release(MoveLibrary *sight);

/* All ids, sorted, each once; read when they are first asked for. */
const Words *move_library_ids(MoveLibrary *sight);

/* What is known of ids is asked for anew. */
void move_library_forget(MoveLibrary *sight);

/* Whether the one of that id that is seen is the person's own. */
bool move_library_is_mine(const MoveLibrary *sight, const char *id);

/* The sight as routine_parse wants it; borrows it. */
MoveLookup move_library_lookup(MoveLibrary *sight);

#endif
