/* SPDX-License-Identifier: MIT */
/* The positions of a plan's moves, ready to be drawn. */
#ifndef CLI_PLAN_POSTURES_H
#define CLI_PLAN_POSTURES_H

#include <stddef.h>

#include "base/arena.h"
#include "routine/library.h"
#include "session/plan.h"
#include "ui/body/posture.h"

typedef struct PlanPosture {
    const PlanMove *move; /* borrowed from the plan */
    Posture posture;      /* .from NULL: the move has none */
} PlanPosture;

typedef struct PlanPostures {
    PlanPosture *items; /* in the order of the moves; at least one for each */
    size_t count;
    Arena arena; /* holds the items and their positions */
} PlanPostures;

/* Finds, for each move, the positions of its holds on the side that is done first, each once. `postures` must be all
 * zero. `entry` is the routine that the plan is made of; the tool that is drawn is the best one of `at_hand`. */
void plan_postures_find(PlanPostures *postures, const Library *library, const LibraryEntry *entry, const Plan *plan,
                        const TextList *at_hand);
void plan_postures_release(PlanPostures *postures);

#endif
