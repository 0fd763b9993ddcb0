/* SPDX-License-Identifier: MIT */
/* Picks the moves of a composed routine, at which of its places each is done, and for how long. What the recipes of the
 * areas ask for comes first, then more for these areas, then for those that belong with them, and only then is a move
 * repeated. */
#ifndef COMPOSE_PICK_H
#define COMPOSE_PICK_H

#include "compose/pick_list.h"

/* Returns the list, in the arena, that suits the request best and comes nearest to `minutes`. Moves that are wanted are
 * picked before others. More minutes never give a shorter list. NULL if no move suits. The list has at least the
 * shortest suitable move, even if that is longer than `minutes`. The areas of the request are those of `wanted`. */
PickList *pick_best(Arena *arena, const ComposeMove *moves, size_t count, const ComposeRequest *request,
                    const Wanted *wanted, int32_t minutes);

#endif
