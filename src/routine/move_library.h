/* SPDX-License-Identifier: MIT */
/* The shared moves that a routine can see: shelves in order, the first one winning by id. */
#ifndef ROUTINE_MOVE_LIBRARY_H
#define ROUTINE_MOVE_LIBRARY_H

#include "routine/model.h"
#include "routine/move_folder.h"

typedef struct Sight {
    Arena arena;
    Shelf **shelves; /* borrowed; the array is the sight's */
    size_t count, capacity;
    Words ids;
    bool has_ids;
} Sight;

void sight_add(Sight *sight, Shelf *shelf);
void sight_release(Sight *sight);

/* All ids, sorted, each once; read when they are first asked for. */
const Words *sight_ids(Sight *sight);

/* What is known of ids is asked for anew. */
void sight_forget(Sight *sight);

/* Whether the one of that id that is seen is the person's own. */
bool sight_is_mine(const Sight *sight, const char *id);

/* The sight as routine_parse wants it; borrows it. */
MoveSource sight_source(Sight *sight);

#endif
