/* SPDX-License-Identifier: MIT */
/* Turns a move as it is written into a complete one. The item's own keys come first, then those of its shared move,
 * then the routine's defaults. */
#ifndef ROUTINE_MOVE_H
#define ROUTINE_MOVE_H

#include "routine/fields.h"
#include "routine/model.h"
#include "routine/rules.h"

extern const DefaultsFields defaults_unsaid;

/* How the message begins that a shared move is not there. */
extern const char move_unknown[];

/* Reads an item's map as a move. Never NULL: problems are reported, and what is wrong is left at its default. */
Move *move_read(Reading *reading, const Node *map);

/* Checks a shared move in its own file; reports problems. */
void move_check_shared(Reading *reading, const Node *map);

#endif
