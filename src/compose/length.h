/* SPDX-License-Identifier: MIT */
/* How long each move of a routine that is put together is held, so that the whole of it lasts the time. */
#ifndef COMPOSE_LENGTH_H
#define COMPOSE_LENGTH_H

#include "compose/pick.h"

/* Makes a move of each pick, in the arena. Returns the seconds of it all: the most it may take where that is less than
 * the minutes, the least where that is more, else the minutes but for what the steps of its holds leave over. */
int32_t length_fit(Arena *arena, PickList *list, int32_t minutes);

/* Whether no hold could be longer, even if all phases were written anew. */
bool lengths_are_most(Arena *arena, const PickList *list, const Shape *shape);

#endif
