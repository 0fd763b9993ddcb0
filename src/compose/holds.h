/* SPDX-License-Identifier: MIT */
/* Shares the time of a composed routine among the holds of its moves. */
#ifndef COMPOSE_HOLDS_H
#define COMPOSE_HOLDS_H

#include "compose/pick_list.h"

/* Whether it is part of the warm-up. Under the rules of the goal warm-up nothing is, as all of it is one. */
bool holds_is_warm_up(const Pick *pick, const GoalRules *rules);

/* Sets the holds and the length of the list, so that all holds are as far on their ways from their least to their most.
 * The list gets at most limit_s, unless it is longer with its shortest holds, and its warm-up at most warm_limit_s. */
void holds_set(PickList *list, const GoalRules *rules, int32_t limit_s, int32_t warm_limit_s);

#endif
