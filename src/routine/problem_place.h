/* SPDX-License-Identifier: MIT */
/* Where a problem with a key is shown: at the map's own key or value, or, for what was taken from elsewhere, at the
 * place that took it. */
#ifndef ROUTINE_PROBLEM_PLACE_H
#define ROUTINE_PROBLEM_PLACE_H

#include "yaml/node.h"

typedef struct ProblemPlace {
    const Node *map; /* NULL: all of it was taken from elsewhere */
    Mark otherwise;  /* the map's first key, or the value of `use` */
} ProblemPlace;

/* The first key of a spot, where a missing one is reported. */
Mark problem_place_first(const ProblemPlace *spot);

bool problem_place_has(const ProblemPlace *spot, const char *key);
Mark problem_place_value(const ProblemPlace *spot, const char *key);
Mark problem_place_key(const ProblemPlace *spot, const char *key);

#endif
