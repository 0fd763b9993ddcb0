/* SPDX-License-Identifier: MIT */
/* A routine written anew from its tree, each shared move written out, in the order of the format: for what is not
 * written so plainly that it can be changed line by line. Comments directly above a key or an item stay. */
#ifndef ROUTINE_REWRITE_H
#define ROUTINE_REWRITE_H

#include "base/text.h"
#include "routine/lines.h"
#include "routine/model.h"
#include "routine/move_source.h"

/* The keys of one item, as lines in column `column`. False where a shared move is not there any more. */
bool rewrite_item(Text *into, size_t column, const Node *map, const Item *item, MoveSourceList *origins);

/* Those lines behind a dash in column `indent`; comments before the first key go above it. */
void rewrite_dash(Text *into, size_t indent, size_t column, const Text *block);

/* The whole routine. `lines` are those that the tree was read from. */
bool rewrite_routine(Text *into, const LineList *lines, const Node *root, const Routine *routine,
                     MoveSourceList *origins);

#endif
