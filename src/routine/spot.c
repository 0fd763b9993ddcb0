/* SPDX-License-Identifier: MIT */
#include "routine/spot.h"

Mark spot_first_key(const Node *map)
{
    if (map->kind != NODE_MAP || !map->entries)
        return map->mark;
    Mark key = map->entries->key->mark; /* before its map: it came in by a merge key, from an anchor further up */
    bool is_inside = key.line > map->mark.line || (key.line == map->mark.line && key.column >= map->mark.column);
    return is_inside ? key : map->mark;
}

Mark spot_first(const Spot *spot)
{
    return spot->map ? spot_first_key(spot->map) : spot->otherwise;
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
