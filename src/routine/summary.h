/* SPDX-License-Identifier: MIT */
/* Facts about a routine for searching, computed once when it is loaded. */
#ifndef ROUTINE_SUMMARY_H
#define ROUTINE_SUMMARY_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/model.h"

typedef struct RoutineSummary {
    char *words;                /* all searchable text in lower case, with the everyday names of its areas; owned */
    uint8_t shares[AREA_COUNT]; /* percent of the moves' time for each area; at least 1 if any */
} RoutineSummary;

void summary_make(RoutineSummary *summary, const Routine *routine);
void summary_release(RoutineSummary *summary); /* frees, and zeroes the struct */

/* Whether all words occur in it. The words must be in lower case. */
bool summary_has(const RoutineSummary *summary, const TextList *words);

#endif
