/* SPDX-License-Identifier: MIT */
/* Writes values as YAML text in block style, as a person would. A scalar that was plain stays plain, a long text
 * becomes a folded paragraph, and anything that could be misread is quoted. Whatever a text contains, reading it back
 * gives the same value. */
#ifndef YAML_EMIT_H
#define YAML_EMIT_H

#include "base/text.h"
#include "yaml/node.h"
#include "yaml/schema.h"

/* The text that the nodes were parsed from, to find the comments in it. */
typedef struct EmitSource {
    const char *text;
    size_t length;
} EmitSource;

/* Writes an entry, `key: value`, at column `indent` (from 0), on one line or several. With `source`, also writes the
 * comments directly above the keys and items inside the value, but not those of the entry itself. `source` may be
 * NULL. */
void emit_entry(Text *into, size_t indent, const Entry *entry, const EmitSource *source);

/* Writes the comments that belong to the key at `mark`, each on a line of its own: those directly above its line, and
 * the one at the end of its line. A blank line above them is kept. A list item starts after its dash; call with
 * `is_item` for the comments above the dash, and without it for the one at the end of the line. */
void emit_comments(Text *into, size_t indent, const EmitSource *source, Mark mark, bool is_item);

/* Writes a scalar on the rest of a line. `was_plain`: it had no quotes in the source. */
void emit_scalar(Text *into, const char *text, size_t length, bool was_plain);

/* Writes a comment, wrapped at 120 columns. Any text is allowed in it. */
void emit_comment(Text *into, size_t indent, const char *comment);

/* A list of words as YAML on one line: `[a, b]`. To free(). */
char *emit_word_list(const WordList *list, const Words *words);

#endif
