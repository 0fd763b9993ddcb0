/* SPDX-License-Identifier: MIT */
/* YAML as a tree with positions. Scalars stay text: what `1:30` or `no` means is the caller's to say. */
#ifndef YAML_NODE_H
#define YAML_NODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diagnostic.h"

typedef enum NodeKind { NODE_SCALAR, NODE_LIST, NODE_MAP } NodeKind;

typedef struct Node Node;

/* An entry of a list (key NULL) or of a map. Merge keys are already carried out: entries of `<<` stand behind the
 * map's own, those that the map says itself left out. Entries are shared where an alias is used: never changed. */
typedef struct Entry {
    const Node *key, *value;
    const struct Entry *next;
} Entry;

struct Node {
    NodeKind kind;
    Mark mark;        /* where it is written; for an alias, where the alias stands */
    bool is_plain;    /* scalar without quotes or block sign */
    const char *text; /* scalar: ends in a zero byte; may hold others only before `length` */
    size_t length;
    Mark first_key; /* map: of the key that is written first, `<<` too */
    const Entry *entries;
    size_t count;
};

/* Where a map's first key stands; the map's own place where it has none, or is an alias, whose keys stand further up. */
Mark node_first_key(const Node *map);

/* The value of a map's key, or NULL; *key_mark, where wanted, is the key's place. */
const Node *node_find(const Node *map, const char *key, Mark *key_mark);

/* Whether two nodes say the same, however they are written. NULL is nothing. */
bool node_is_same(const Node *one, const Node *other);

/* "a list", "a map", "text": for messages. */
const char *node_kind_name(const Node *node);

#endif
