/* SPDX-License-Identifier: MIT */
/* What an item takes from its shared move, written out: the move's own lines where they can be told, comments too. */
#ifndef ROUTINE_INHERIT_H
#define ROUTINE_INHERIT_H

#include "base/text.h"
#include "routine/lines.h"
#include "routine/model.h"
#include "routine/move_source.h"

typedef struct Inherit {
    const Node *map;  /* the item */
    const Move *move; /* what it means */
    const MoveSource *origin;
    LineList lines; /* the shared move's */
    bool has_lines; /* each of its keys begins one of them */
    size_t column;  /* of its keys, from 0 */
} Inherit;

void inherit_init(Inherit *inherit, const Node *map, const Move *move, const MoveSource *origin);
void inherit_release(Inherit *inherit);

/* Lines in column `indent`: a comment that says where the move comes from, and those that stand above it there. */
void inherit_say_origin(const Inherit *inherit, Text *into, size_t indent);

/* One key that the item does not replace, as lines in column `indent`; nothing where there is none to take. */
void inherit_add(const Inherit *inherit, Text *into, size_t indent, const char *key);

/* All of them, in the order of the format. */
void inherit_add_all(const Inherit *inherit, Text *into, size_t indent);

/* In place of `instead`: a comment that names the moves, which are in other files. */
void inherit_say_instead(Text *into, size_t indent, const Node *value);

#endif
