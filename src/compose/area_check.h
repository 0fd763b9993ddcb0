/* SPDX-License-Identifier: MIT */
/* The movement to try before and after a composed routine, to feel the difference. */
#ifndef COMPOSE_AREA_CHECK_H
#define COMPOSE_AREA_CHECK_H

#include "routine/filter.h"

/* The movement for an area: one that needs no tool and does no harm. Where a health word of the person is against it, a
 * gentler one; where they do not stand anyway, one that is done sitting or lying. A fixed text. */
const char *area_check_of(int area, const PersonHealth *health, bool stands);

/* Whether the usual one of an area is done at a wall. */
bool area_check_needs_wall(int area);

#endif
