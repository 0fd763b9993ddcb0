/* SPDX-License-Identifier: MIT */
/* Puts the picked moves into the order in which they are done, with as few changes of stance as can be. */
#ifndef COMPOSE_ARRANGE_H
#define COMPOSE_ARRANGE_H

#include "compose/pick_list.h"

/* When a pick is done, lower first: the rank of its kind of work; where movement goes first, also where it is the
 * work. */
int32_t arrange_rank(const PickList *list, const GoalRules *rules, const Pick *pick);

/* Sorts the list: by kind of work, then by place; within that, picks of one stance are neighbours, and those of the
 * areas that come first in `ranks` (by Area, lower first) are done first. A list that settles goes by stance before
 * kind of work; in one that rises, each kind of work goes from lying to standing, and what is brisk is last. */
void arrange(PickList *list, const GoalRules *rules, const uint8_t *ranks);

/* How often the stance or the place changes, in a list that is in order. */
int32_t arrange_changes(const PickList *list);

/* Whether a pick of as many rounds would be repeated together with this one: nobody gets up and down for a round. */
bool arrange_is_together(const PickList *list, const GoalRules *rules, const Pick *one, const Pick *other);

/* How many picks, starting at index `first`, are repeated together round after round; 1 for a pick that is done
 * once. */
size_t arrange_run(const PickList *list, size_t first, const GoalRules *rules);

#endif
