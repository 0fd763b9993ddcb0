/* SPDX-License-Identifier: MIT */
/* Compares lists of picks: how good each is for the request. */
#ifndef COMPOSE_MERIT_H
#define COMPOSE_MERIT_H

#include "compose/pick_list.h"

/* Whether `one` suits the request better than `other`. Both are in order. */
bool merit_is_better(const Picking *picking, const PickList *one, const PickList *other);

#endif
