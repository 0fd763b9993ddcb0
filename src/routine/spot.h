/* SPDX-License-Identifier: MIT */
/* Where a problem with a key is shown: at the map's own key or value, or, for what was taken from elsewhere, at the
 * place that took it. */
#ifndef ROUTINE_SPOT_H
#define ROUTINE_SPOT_H

#include "yaml/node.h"

typedef struct Spot {
    const Node *map; /* NULL: all of it was taken from elsewhere */
    Mark otherwise;  /* the map's first key, or the value of `use` */
} Spot;

/* The first key of a spot, where a missing one is reported. */
Mark spot_first(const Spot *spot);

bool spot_has(const Spot *spot, const char *key);
Mark spot_value(const Spot *spot, const char *key);
Mark spot_key(const Spot *spot, const char *key);

#endif
