/* SPDX-License-Identifier: MIT */
/* Compares lists of picks: how good each is for the request. */
#ifndef COMPOSE_MERIT_H
#define COMPOSE_MERIT_H

#include "compose/pick_list.h"

/* How many of the areas that were named are not worked at all, though some move works them. */
int32_t merit_lack_of_named(const Picking *picking, const PickList *list);

/* Whether `one` suits the request better than `other`. Both are in order. */
bool merit_is_better(const Picking *picking, const PickList *one, const PickList *other);

#endif
