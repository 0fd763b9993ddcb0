/* SPDX-License-Identifier: MIT */
#include "yaml/tree.h"

#include <string.h>

/* A map of more keys is searched by the table. The bytes are text, each use of an alias counted: four times what fits
 * in a file. */
enum { SMALL_MAP = 12, BYTES_LIMIT = 4 * (1 << 20) };

struct Anchor {
    const Node *node;
    NodeCost cost;
    uint32_t height; /* levels that it is deep */
    bool is_open;    /* what it names has not ended yet */
};

void tree_init(Tree *tree, Arena *arena, DiagnosticList *diags)
{
    *tree = (Tree){.arena = arena, .diags = diags};
}

void tree_release(Tree *tree)
{
    name_table_release(&tree->names);
}

static bool fail(Tree *tree, Mark mark, const char *message, const char *hint)
{
    diagnostic_error(tree->diags, mark, "%s", message);
    if (hint)
        diagnostic_hint(tree->diags, "%s", hint);
    return false;
}

static bool is_same_text(const Node *a, const Node *b)
{
    return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

static const Node *find_key(const Tree *tree, const OpenNode *frame, const Node *key)
{
    if (frame->owner)
        return name_table_find(&tree->names, frame->owner, key->text, key->length);
    for (const Entry *entry = frame->node->entries; entry; entry = entry->next)
        if (is_same_text(entry->key, key))
            return entry->key;
    return NULL;
}

static void put_key(Tree *tree, const OpenNode *frame, const Node *key)
{
    name_table_put(&tree->names, frame->owner, key->text, key->length, key);
}

static void hang(Tree *tree, OpenNode *frame, const Node *key, const Node *value)
{
    Entry *entry = arena_take(tree->arena, sizeof(*entry));
    entry->key = key;
    entry->value = value;
    if (frame->last)
        frame->last->next = entry;
    else
        frame->node->entries = entry;
    frame->last = entry;
    frame->node->count++;
    if (!key)
        return;
    if (frame->owner) {
        put_key(tree, frame, key);
    } else if (frame->node->count > SMALL_MAP) {
        frame->owner = ++tree->owners;
        for (const Entry *own = frame->node->entries; own; own = own->next)
            put_key(tree, frame, own->key);
    }
}

static bool is_merge_key(const Node *key)
{
    return key->is_plain && key->length == 2 && memcmp(key->text, "<<", 2) == 0;
}

static bool take_key(Tree *tree, OpenNode *frame, const Node *key)
{
    if (key->kind != NODE_SCALAR) {
        diagnostic_error(tree->diags, key->mark, "a key must be text, found %s", node_kind_name(key));
        diagnostic_hint(tree->diags, "write 'key: value'");
        return false;
    }
    frame->key = key;
    if (!frame->node->entries && !frame->merge)
        frame->node->first_key = key->mark;
    const Node *first = is_merge_key(key) && frame->merge ? frame->merge : find_key(tree, frame, key);
    if (first) {
        diagnostic_error(tree->diags, key->mark, "the key '%.60s' appears twice in one map, first on line %lu",
                         key->text, (unsigned long)first->mark.line);
        diagnostic_hint(tree->diags, "keep one, with everything that belongs to it");
    }
    return true;
}

/* Puts a node where it belongs: at the root, in a list, or in a map as a key or a value by turns. */
static bool place(Tree *tree, const Node *node)
{
    if (tree->depth == 0) {
        tree->root = node;
        return true;
    }
    OpenNode *frame = &tree->frames[tree->depth - 1];
    if (frame->node->kind == NODE_MAP && !frame->key)
        return take_key(tree, frame, node);
    if (frame->key && is_merge_key(frame->key))
        frame->merge = node;
    else
        hang(tree, frame, frame->key, node);
    frame->key = NULL;
    return true;
}

static bool charge(Tree *tree, NodeCost more, Mark mark)
{
    tree->cost.nodes += more.nodes;
    tree->cost.bytes += more.bytes;
    if (tree->cost.nodes > TREE_COUNT_LIMIT)
        return fail(tree, mark, "more than 100,000 values, counting each use of an alias", "split the file");
    if (tree->cost.bytes > BYTES_LIMIT)
        return fail(tree, mark, "more than 4 MiB of text, counting each use of an alias", "split the file");
    return true;
}

/* A name may be given again: from there on it means the newer one. */
static Anchor *name_anchor(Tree *tree, const char *name, const Node *node)
{
    if (!name)
        return NULL;
    size_t length = strlen(name);
    Anchor *anchor = arena_take(tree->arena, sizeof(*anchor));
    *anchor = (Anchor){.node = node, .cost = {1, (uint32_t)node->length}, .is_open = node->kind != NODE_SCALAR};
    name_table_put(&tree->names, 0, arena_copy_span(tree->arena, name, length), length, anchor);
    return anchor;
}

bool tree_scalar(Tree *tree, Node *node, const char *anchor)
{
    if (anchor)
        name_anchor(tree, anchor, node);
    return charge(tree, (NodeCost){1, (uint32_t)node->length}, node->mark) && place(tree, node);
}

bool tree_open(Tree *tree, NodeKind kind, Mark mark, const char *anchor)
{
    if (tree->depth == TREE_DEPTH_LIMIT)
        return fail(tree, mark, "nested deeper than 32 levels", "use fewer levels");
    Node *node = arena_take(tree->arena, sizeof(*node));
    node->kind = kind;
    node->mark = mark;
    NodeCost before = tree->cost;
    if (!charge(tree, (NodeCost){1, 0}, mark) || !place(tree, node))
        return false;
    OpenNode *frame = &tree->frames[tree->depth++];
    *frame = (OpenNode){.node = node, .before = before, .anchor = name_anchor(tree, anchor, node)};
    return true;
}

static bool is_merging(const Tree *tree)
{
    const OpenNode *frame = tree->depth > 0 ? &tree->frames[tree->depth - 1] : NULL;
    return frame && frame->key && is_merge_key(frame->key);
}

/* Adds what a map does not say itself. */
static void merge_map(Tree *tree, OpenNode *frame, const Node *source)
{
    for (const Entry *entry = source->entries; entry; entry = entry->next)
        if (!find_key(tree, frame, entry->key))
            hang(tree, frame, entry->key, entry->value);
}

static bool merge(Tree *tree, OpenNode *frame)
{
    const Node *source = frame->merge;
    if (source->kind == NODE_MAP) {
        merge_map(tree, frame, source);
        return true;
    }
    for (const Entry *entry = source->entries; entry; entry = entry->next) {
        if (entry->value->kind != NODE_MAP) {
            source = entry->value;
            break;
        }
        merge_map(tree, frame, entry->value);
    }
    if (source == frame->merge && source->kind == NODE_LIST)
        return true;
    diagnostic_error(tree->diags, source->mark, "'<<' must be a map or a list of maps, found %s",
                     node_kind_name(source));
    diagnostic_hint(tree->diags, "give a map an anchor and merge it with '<<: *anchor'");
    return false;
}

static void raise_height(Tree *tree, uint32_t height)
{
    if (tree->depth > 0) {
        OpenNode *frame = &tree->frames[tree->depth - 1];
        frame->height = MAX_OF(frame->height, height);
    }
}

bool tree_close(Tree *tree, Mark end)
{
    OpenNode *frame = &tree->frames[tree->depth - 1];
    if (frame->merge && !merge(tree, frame))
        return false;
    Mark *mark = &frame->node->mark;
    if (mark->line == end.line && end.column > mark->column)
        mark->length = end.column - mark->column + 1;
    if (frame->anchor) {
        frame->anchor->cost.nodes = tree->cost.nodes - frame->before.nodes;
        frame->anchor->cost.bytes = tree->cost.bytes - frame->before.bytes;
        frame->anchor->height = frame->height + 1;
        frame->anchor->is_open = false;
    }
    tree->depth--;
    raise_height(tree, frame->height + 1);
    return true;
}

bool tree_alias(Tree *tree, const char *name, Mark mark)
{
    const Anchor *anchor = name_table_find(&tree->names, 0, name, strlen(name));
    if (!anchor) {
        diagnostic_error(tree->diags, mark, "no anchor '&%.60s' above this alias", name);
        diagnostic_hint(tree->diags, "put text that starts with * in quotes");
        return false;
    }
    if (anchor->is_open)
        return fail(tree, mark, "an alias inside its own anchor", "it would never end: write out its parts");
    /* What is merged lies beside the map's own entries, not below them. */
    uint32_t height = anchor->height - (anchor->height > 0 && is_merging(tree) ? 1 : 0);
    if (tree->depth + height > TREE_DEPTH_LIMIT)
        return fail(tree, mark, "nested deeper than 32 levels, aliases followed", "use fewer levels");
    if (!charge(tree, anchor->cost, mark))
        return false;
    Node *node = arena_take(tree->arena, sizeof(*node));
    *node = *anchor->node;
    node->mark = mark;
    raise_height(tree, height);
    return place(tree, node);
}
