/* SPDX-License-Identifier: MIT */
/* The positions of the body that the plan names, for the screens and for what is said. They are read when there is
 * another plan, not for each frame, and never before the first frame is on the screen. */
#ifndef APP_PLAN_POSITIONS_H
#define APP_PLAN_POSITIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/selection.h"
#include "base/arena.h"
#include "routine/library.h"
#include "ui/screen.h"

/* All zero: nothing was read. */
typedef struct PlanPositions {
    Arena arena;
    const Position **items; /* each once */
    size_t count, capacity;
    uint64_t plan_number; /* of the Selection when they were read */
} PlanPositions;

void plan_positions_release(PlanPositions *positions); /* leaves an empty one */

/* Whether they are those of the selection's plan, or it has no plan. */
bool plan_positions_are_read(const PlanPositions *positions, const Selection *selection);

/* Reads them. An id that is not found, or a position with errors, is left out. */
void plan_positions_read(PlanPositions *positions, const Selection *selection, const Library *library);

PositionList plan_positions_model(const PlanPositions *positions); /* borrowed until they are read again */

#endif
