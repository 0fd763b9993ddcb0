/* SPDX-License-Identifier: MIT */
#include "routine/problem_place.h"

Mark problem_place_first(const ProblemPlace *spot)
{
    return spot->map ? node_first_key(spot->map) : spot->otherwise;
}

bool problem_place_has(const ProblemPlace *spot, const char *key)
{
    return spot->map && node_find(spot->map, key, NULL) != NULL;
}

Mark problem_place_value(const ProblemPlace *spot, const char *key)
{
    const Node *value = spot->map ? node_find(spot->map, key, NULL) : NULL;
    return value ? value->mark : spot->otherwise;
}

Mark problem_place_key(const ProblemPlace *spot, const char *key)
{
    Mark mark = spot->otherwise;
    return spot->map && node_find(spot->map, key, &mark) ? mark : spot->otherwise;
}
