/* SPDX-License-Identifier: MIT */
/* Whether two routines mean the same, however they are written. */
#ifndef ROUTINE_COMPARE_H
#define ROUTINE_COMPARE_H

#include <stdbool.h>

#include "routine/model.h"

/* Everything but ids, paths, places in the file, and what names shared moves (`use`, `instead`). */
bool compare_routines(const Routine *a, const Routine *b);

#endif
