/* SPDX-License-Identifier: MIT */
/* What is asked of a routine again and again while people look for one, worked out once when it is read. */
#ifndef ROUTINE_SUMMARY_H
#define ROUTINE_SUMMARY_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/model.h"

typedef struct RoutineSummary {
    char *words;                /* all that it is found by in small letters, with everyday names of its areas; owned */
    uint8_t shares[AREA_COUNT]; /* hundredths of its moves' time that are for an area; at least 1 where any is */
} RoutineSummary;

void summary_make(RoutineSummary *summary, const Routine *routine);
void summary_release(RoutineSummary *summary); /* zeroed again */

/* Whether every word is found; they come in small letters. */
bool summary_has(const RoutineSummary *summary, const TextList *words);

#endif
