/* SPDX-License-Identifier: MIT */
/* What is asked of a routine again and again while people look for one, worked out once when it is read. */
#ifndef ROUTINE_SUMMARY_H
#define ROUTINE_SUMMARY_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/model.h"

typedef struct Gist {
    char *words;                 /* all that it is found by in small letters, with everyday names of its areas; owned */
    uint8_t shares[AREA_COUNT];  /* hundredths of its moves' time that are for an area; at least 1 where any is */
} Gist;

void gist_make(Gist *gist, const Routine *routine);
void gist_release(Gist *gist);   /* zeroed again */

/* Whether every word is found; they come in small letters. */
bool gist_has(const Gist *gist, const TextList *words);

/* The area that people call so ("calf", "lower b"), by the start of one of its names; -1 where none is. */
int gist_area(const char *name);

#endif
