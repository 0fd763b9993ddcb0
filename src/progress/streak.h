/* SPDX-License-Identifier: MIT */
/* Weeks in a row, in words that count what was done and never what was not. */
#ifndef PROGRESS_STREAK_H
#define PROGRESS_STREAK_H

#include "base/text.h"
#include "progress/overview.h"

/* "3 weeks in a row, 1 of 2 this week"; "away until 9 Mar"; nothing where there is nothing to count. `is_brief`: the
 * first part of it alone. */
void streak_add(Text *into, const Streak *streak, bool is_brief);

#endif
