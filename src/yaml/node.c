/* SPDX-License-Identifier: MIT */
#include "yaml/node.h"

#include <string.h>

const Node *node_find(const Node *map, const char *key, Mark *key_mark)
{
    if (map->kind != NODE_MAP)
        return NULL;
    size_t length = strlen(key);
    for (const Entry *entry = map->entries; entry; entry = entry->next) {
        if (entry->key->length != length || memcmp(entry->key->text, key, length) != 0)
            continue;
        if (key_mark)
            *key_mark = entry->key->mark;
        return entry->value;
    }
    return NULL;
}

Mark node_first_key(const Node *map)
{
    if (map->kind != NODE_MAP || !map->entries)
        return map->mark;
    const Mark key = map->first_key;
    const bool is_inside = key.line > map->mark.line || (key.line == map->mark.line && key.column >= map->mark.column);
    return is_inside ? key : map->mark;
}

bool node_is_same(const Node *one, const Node *other)
{
    if (!one || !other)
        return one == other;
    if (one->kind != other->kind || one->count != other->count || one->length != other->length ||
        (one->kind == NODE_SCALAR && memcmp(one->text, other->text, one->length) != 0))
        return false;
    const Entry *entry = one->entries, *match = other->entries;
    for (; entry; entry = entry->next, match = match->next)
        if (!node_is_same(entry->key, match->key) || !node_is_same(entry->value, match->value))
            return false;
    return true;
}

const char *node_kind_name(const Node *node)
{
    static const char *const names[] = {"text", "a list", "a map"};
    return names[node->kind];
}
