/* SPDX-License-Identifier: MIT */
#include "routine/spot.h"

Mark spot_first(const Spot *spot)
{
    return spot->map ? node_first_key(spot->map) : spot->otherwise;
}

bool spot_has(const Spot *spot, const char *key)
{
    return spot->map && node_find(spot->map, key, NULL) != NULL;
}

Mark spot_value(const Spot *spot, const char *key)
{
    const Node *value = spot->map ? node_find(spot->map, key, NULL) : NULL;
    return value ? value->mark : spot->otherwise;
}

Mark spot_key(const Spot *spot, const char *key)
{
    Mark mark = spot->otherwise;
    return spot->map && node_find(spot->map, key, &mark) ? mark : spot->otherwise;
}
