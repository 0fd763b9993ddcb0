/* SPDX-License-Identifier: MIT */
/* The text of a YAML document as a bounded tree; the only place that knows libyaml. Events come in one by one and
 * every limit is checked as they come, so a hostile file costs no more than an honest one: 1 MiB, 32 levels, 100,000
 * nodes counting each use of an alias (doc/routine-format.md, "What is wrong with a file"). */
#ifndef YAML_DOCUMENT_H
#define YAML_DOCUMENT_H

#include <stddef.h>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "yaml/node.h"

enum { DOCUMENT_LIMIT = 1 << 20 }; /* bytes */

/* The root of the one document in `text`, all of it in the arena, or NULL: every problem is in `diags` then (not UTF-8,
 * not YAML, a limit, an empty file, a second document, an alias inside its own anchor, a tag that is not a plain one).
 * A key that stands twice is reported at its second place and the tree is returned all the same. */
const Node *document_parse(Arena *arena, const char *text, size_t length, DiagnosticList *diags);

/* The same for a text that may hold nothing but comments: true with NULL in *root then. False with `diags`. */
bool document_read(Arena *arena, const char *text, size_t length, DiagnosticList *diags, const Node **root);

#endif
