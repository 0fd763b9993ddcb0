/* SPDX-License-Identifier: MIT */
/* Parses a YAML document into a tree of bounded size. This is the only module that uses libyaml. Limits are checked at
 * each event of the parser, so a hostile file costs no more than a normal one: 1 MiB, 32 levels, 100,000 nodes counting
 * each use of an alias (doc/routine-format.md, "What is wrong with a file"). */
#ifndef YAML_DOCUMENT_H
#define YAML_DOCUMENT_H

#include <stddef.h>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/file.h"
#include "yaml/node.h"

enum { DOCUMENT_LIMIT = 1 << 20 }; /* bytes */

/* The root of the document in `text`; the whole tree is in the arena. NULL if it cannot be parsed; `diags` then has the
 * problems (not UTF-8, not YAML, over a limit, an empty file, a second document, an alias inside its own anchor, an
 * unusual tag). A key that appears twice in a map is reported at its second place, but the tree is still returned. */
const Node *document_parse(Arena *arena, const char *text, size_t length, DiagnosticList *diags);

/* The same for a text that may be empty or hold only comments: then true with *root NULL. False if it cannot be parsed,
 * with the problems in `diags`. */
bool document_read(Arena *arena, const char *text, size_t length, DiagnosticList *diags, const Node **root);

/* Reads the text of a file, at most DOCUMENT_LIMIT. *source, to free(), is NULL if there is no such file. False if it
 * cannot be read, with the problem in `diags`. *stamp is the file's from before that. */
bool document_load(const char *path, DiagnosticList *diags, char **source, size_t *length, FileStamp *stamp);

#endif
