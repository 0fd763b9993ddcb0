/* SPDX-License-Identifier: MIT */
/* YAML as a tree of nodes with their places in the text. Scalars stay text: the caller decides what `1:30` or `no`
 * means. */
#ifndef YAML_NODE_H
#define YAML_NODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diagnostic.h"

typedef enum NodeKind { NODE_SCALAR, NODE_LIST, NODE_MAP } NodeKind;

typedef struct Node Node;

/* An entry of a list (key NULL) or of a map. Merge keys are already resolved: entries merged in by `<<` follow the
 * map's own, without those whose key the map has itself. Aliases share entries, so entries are never changed. */
typedef struct Entry {
    const Node *key, *value;
    const struct Entry *next;
} Entry;

struct Node {
    NodeKind kind;
    Mark mark;        /* where it is written; for an alias, the place of the alias */
    bool is_plain;    /* scalar without quotes, block indicator or tag */
    const char *text; /* scalar: `length` bytes and a final zero byte; may contain zero bytes */
    size_t length;
    Mark first_key; /* map: the place of its first written key, `<<` included */
    const Entry *entries;
    size_t count;
};

/* The place of a map's first key. The place of the map itself if it has no keys, or if it is an alias, whose keys are
 * further up in the file. */
Mark node_first_key(const Node *map);

/* The value of a key in a map, or NULL. If `key_mark` is not NULL, it gets the place of the key. */
const Node *node_find(const Node *map, const char *key, Mark *key_mark);

/* Whether two nodes have the same content, in whatever style they are written. NULL stands for nothing and equals only
 * NULL. */
bool node_is_same(const Node *one, const Node *other);

/* The kind as a message names it: "a list", "a map", "text". */
const char *node_kind_name(const Node *node);

#endif
