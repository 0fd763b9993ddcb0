/* SPDX-License-Identifier: MIT */
/* A tree of nodes while it grows, in the order of the text: what belongs where, anchors and aliases, merge keys, keys
 * that stand twice, and the limits. Knows nothing of how YAML is written; see node.h. */
#ifndef YAML_TREE_H
#define YAML_TREE_H

#include "yaml/name_table.h"
#include "yaml/node.h"

enum { TREE_DEPTH_LIMIT = 32, TREE_COUNT_LIMIT = 100000 };

/* What a node and all below it amount to, each use of an alias counted. */
typedef struct NodeCost {
    uint32_t nodes, bytes;
} NodeCost;

typedef struct Anchor Anchor;

/* A list or map whose end has not come yet. */
typedef struct OpenNode {
    Node *node;
    Entry *last;
    const Node *key;   /* the key that waits for its value */
    const Node *merge; /* the value of `<<` */
    Anchor *anchor;
    NodeCost before;
    uint32_t height;
    uint32_t owner; /* of the map's keys in the table; 0 while it is small */
} OpenNode;

typedef struct Tree {
    Arena *arena;
    DiagnosticList *diags;
    const Node *root;
    OpenNode frames[TREE_DEPTH_LIMIT];
    size_t depth;
    NodeCost cost;
    NameTable names; /* anchors, whose owner is 0, and the keys of large maps */
    uint32_t owners;
} Tree;

void tree_init(Tree *tree, Arena *arena, DiagnosticList *diags);
void tree_release(Tree *tree); /* the nodes stay: they are the arena's */

/* Each takes what comes next in the text; false after having reported that it cannot be. `anchor` may be NULL. */
bool tree_scalar(Tree *tree, Node *node, const char *anchor);
bool tree_open(Tree *tree, NodeKind kind, Mark mark, const char *anchor);
bool tree_close(Tree *tree, Mark end);
bool tree_alias(Tree *tree, const char *anchor, Mark mark);

#endif
