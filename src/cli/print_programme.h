/* SPDX-License-Identifier: MIT */
/* Programmes on standard output, for people. */
#ifndef CLI_PRINT_PROGRAMME_H
#define CLI_PRINT_PROGRAMME_H

#include <stdint.h>

#include "progress/course.h"
#include "routine/library.h"

/* All of them, a line each. `course` is the one that is followed, or NULL. */
void print_programme_list(Library *library, const Course *course);

/* Week by week. `course` NULL: as it is written. */
void print_programme(Library *library, const Programme *programme, const Course *course, int32_t today);

/* What there is to do: "Rest today, next on Thu 3 Dec: Feet on a Chair (week 1, day 3)." */
void print_programme_now(Library *library, const Course *course, int32_t today);

#endif
