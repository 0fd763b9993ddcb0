/* SPDX-License-Identifier: MIT */
/* One move, from what is written to what is meant: its shared move below it, the routine's defaults below that. */
#ifndef ROUTINE_MOVE_H
#define ROUTINE_MOVE_H

#include "routine/fields.h"
#include "routine/model.h"
#include "routine/rules.h"

extern const DefaultsFields defaults_unsaid;

/* Reads an item's map as a move; never NULL, but only as good as the map: problems are in the diags. */
Move *move_read(Reading *reading, const Node *map);

/* Reads a shared move from its own file. */
void move_check_shared(Reading *reading, const Node *map);

/* How long a move takes that is done alone, with the usual time to change sides. */
int32_t move_seconds(const Move *move);

#endif
