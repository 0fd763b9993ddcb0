/* SPDX-License-Identifier: MIT */
/* Builds a tree of nodes from parser events in the order of the text. Takes care of nesting, anchors and aliases, merge
 * keys, repeated keys and the limits. Knows nothing of YAML syntax. The nodes are in node.h. */
#ifndef YAML_TREE_H
#define YAML_TREE_H

#include "yaml/name_table.h"
#include "yaml/node.h"

enum { TREE_DEPTH_LIMIT = 32, TREE_COUNT_LIMIT = 100000 };

/* Nodes and bytes of text in a subtree, counting each use of an alias. */
typedef struct NodeCost {
    uint32_t nodes, bytes;
} NodeCost;

typedef struct Anchor Anchor;

/* A list or map that has begun but not ended. */
typedef struct OpenNode {
    Node *node;
    Entry *last;
    const Node *key;   /* the key whose value comes next; NULL: a key comes next */
    const Node *merge; /* the value of `<<` */
    Anchor *anchor;
    NodeCost before;
    uint32_t height;
    uint32_t owner; /* owner number of the map's keys in `names`; 0 while the map is small */
} OpenNode;

typedef struct Tree {
    Arena *arena;
    DiagnosticList *diags;
    const Node *root;
    OpenNode frames[TREE_DEPTH_LIMIT];
    size_t depth;
    NodeCost cost;
    NameTable names; /* anchors, under owner 0, and the keys of large maps */
    uint32_t owners;
} Tree;

void tree_init(Tree *tree, Arena *arena, DiagnosticList *diags);
void tree_release(Tree *tree); /* the nodes stay, in the arena */

/* Each adds the next event. If that is not allowed here, reports why and returns false. `anchor` is the node's anchor,
 * or NULL; for tree_alias, the anchor that the alias names. */
bool tree_scalar(Tree *tree, Node *node, const char *anchor);
bool tree_open(Tree *tree, NodeKind kind, Mark mark, const char *anchor);
bool tree_close(Tree *tree, Mark end);
bool tree_alias(Tree *tree, const char *anchor, Mark mark);

#endif
