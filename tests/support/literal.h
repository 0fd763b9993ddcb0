/* SPDX-License-Identifier: MIT */
/* What a YAML text says, by libyaml's own documents and nothing of the program's. Believes that the text is right, and
 * so is small. */
#ifndef SUPPORT_LITERAL_H
#define SUPPORT_LITERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <yaml.h>

typedef struct Literal Literal;

/* A node in its document; node NULL: nothing is said. */
typedef struct At {
    yaml_document_t *in;
    const yaml_node_t *node;
} At;

/* NULL where libyaml cannot read it. */
Literal *literal_new(const char *text, size_t length);
void literal_free(Literal *literal);

At literal_root(Literal *literal);
bool literal_is_map(At at);
const char *literal_text(At at); /* of a scalar, else NULL */

/* A list's entries; a lone value is a list of one. */
size_t literal_count(At at);
At literal_item(At at, size_t n);

/* A map's own key before those that it merges. */
At literal_key(At map, const char *key);

/* The n-th key of a map as it stands there, NULL behind the last one. */
const char *literal_key_name(At map, size_t n);

/* "90", "90s", "1m30s", "1:30". */
int32_t literal_seconds_in(const char *text);
int32_t literal_seconds(At at, int32_t unsaid);
int32_t literal_number(At at, int32_t unsaid);

#endif
