/* SPDX-License-Identifier: MIT */
#include "support/literal.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct Literal {
    yaml_document_t document;
};

static const At nothing;

Literal *literal_new(const char *text, size_t length)
{
    yaml_parser_t parser;
    Literal *literal = memory_new(sizeof(*literal));
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
    bool is_read = yaml_parser_load(&parser, &literal->document);
    yaml_parser_delete(&parser);
    if (is_read)
        return literal;
    free(literal);
    return NULL;
}

void literal_free(Literal *literal)
{
    if (literal)
        yaml_document_delete(&literal->document);
    free(literal);
}

At literal_root(Literal *literal)
{
    yaml_document_t *document = &literal->document;
    return (At){document, yaml_document_get_root_node(document)};
}

static At node_at(At from, int index)
{
    return (At){from.in, yaml_document_get_node(from.in, index)};
}

bool literal_is_map(At at)
{
    return at.node && at.node->type == YAML_MAPPING_NODE;
}

static bool is_list(At at)
{
    return at.node && at.node->type == YAML_SEQUENCE_NODE;
}

const char *literal_text(At at)
{
    return at.node && at.node->type == YAML_SCALAR_NODE ? (const char *)at.node->data.scalar.value : NULL;
}

size_t literal_count(At at)
{
    return is_list(at) ? (size_t)(at.node->data.sequence.items.top - at.node->data.sequence.items.start)
           : at.node   ? 1
                       : 0;
}

/* A lone value is a list of one. */
At literal_item(At at, size_t n)
{
    return is_list(at) ? node_at(at, at.node->data.sequence.items.start[n]) : at;
}

static At look_plainly(At map, const char *key)
{
    if (literal_is_map(map))
        for (const yaml_node_pair_t *pair = map.node->data.mapping.pairs.start; pair < map.node->data.mapping.pairs.top;
             pair++) {
            const char *name = literal_text(node_at(map, pair->key));
            if (name && strcmp(name, key) == 0)
                return node_at(map, pair->value);
        }
    return nothing;
}

/* The map's own key before those that it merges. */
At literal_key(At map, const char *key)
{
    At found = look_plainly(map, key), merged = look_plainly(map, "<<");
    for (size_t i = 0; !found.node && i < literal_count(merged); i++)
        found = literal_key(literal_item(merged, i), key);
    return found;
}

const char *literal_key_name(At map, size_t n)
{
    size_t count = literal_is_map(map) ? (size_t)(map.node->data.mapping.pairs.top - map.node->data.mapping.pairs.start)
                                       : 0;
    return n < count ? literal_text(node_at(map, map.node->data.mapping.pairs.start[n].key)) : NULL;
}

int32_t literal_seconds_in(const char *text)
{
    char *rest;
    long first = strtol(text, &rest, 10);
    bool is_minutes = *rest == 'm' || *rest == ':';
    return (int32_t)(is_minutes ? first * 60 + strtol(rest + 1, NULL, 10) : first);
}

int32_t literal_seconds(At at, int32_t unsaid)
{
    return literal_text(at) ? literal_seconds_in(literal_text(at)) : unsaid;
}

int32_t literal_number(At at, int32_t unsaid)
{
    return literal_text(at) ? (int32_t)strtol(literal_text(at), NULL, 10) : unsaid;
}
