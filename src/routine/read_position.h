/* SPDX-License-Identifier: MIT */
/* Reads positions from the maps in which they are written, with the one that they start from (`use`). */
#ifndef ROUTINE_READ_POSITION_H
#define ROUTINE_READ_POSITION_H

#include "routine/model.h"
#include "routine/position.h"

/* Reads a position by its id. All of it is in the arena. NULL if there is none, or if it has errors. */
const Position *read_position_by_id(Arena *arena, const DefinitionLookup *positions, const char *id);

/* Checks a position in its own file; reports problems. `positions` NULL: it can use none. */
void read_position_check(Walk *walk, const DefinitionLookup *positions, const Node *map);

/* Checks the ids that a move or phase names, the value of its `position` (NULL: it has none): whether they are there,
 * and whether two of them can be mixed. Reports problems, but not those of a value that cannot be read. */
void read_position_check_named(Walk *walk, const DefinitionLookup *positions, const Node *named);

#endif
