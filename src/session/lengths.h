/* SPDX-License-Identifier: MIT */
/* How long each move of a routine that is put together is held, so that the whole of it lasts the time. */
#ifndef SESSION_LENGTHS_H
#define SESSION_LENGTHS_H

#include "session/pick.h"

/* Makes a move of each pick, in the arena. Returns the seconds of it all. */
int32_t lengths_fit(Arena *arena, PickList *list, const Shape *shape, int32_t minutes);

#endif
