/* SPDX-License-Identifier: MIT */
/* Left and right: by how much a side is behind, in words. Which one is: overview_side_behind. */
#ifndef PROGRESS_BALANCE_H
#define PROGRESS_BALANCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "routine/names.h"

/* How far the sides are apart, in seconds. */
int32_t balance_seconds(const int64_t held_ms[SIDE_COUNT]);

/* "left is 6 min behind"; `is_long` false: "left 6 min behind". Rounded, at least a minute. */
void balance_add(Text *into, Side side, int32_t seconds, bool is_long);

/* " 6 min behind" */
void balance_add_minutes(Text *into, int32_t seconds);

#endif
