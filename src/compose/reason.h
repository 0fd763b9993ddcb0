/* SPDX-License-Identifier: MIT */
/* Why a move is in a routine that was put together, in a sentence. */
#ifndef COMPOSE_REASON_H
#define COMPOSE_REASON_H

#include "base/text.h"
#include "compose/composition.h"

void reason_say(Text *into, const Composition *composition, size_t index);

/* Whether no pick before it is of that work for that area; an area of -1 is any. */
bool reason_is_first(const PickList *list, size_t index, Work work, int area);

#endif
