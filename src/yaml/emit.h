/* SPDX-License-Identifier: MIT */
/* Values as YAML text in block style, as a person would write them: what was plain stays plain, a long text becomes a
 * paragraph, everything else goes in quotes where it could be taken for something it is not. Whatever is in a text, it
 * never breaks out of its place, and reading it again gives the same. */
#ifndef YAML_EMIT_H
#define YAML_EMIT_H

#include "base/text.h"
#include "yaml/node.h"

/* The text that nodes were read from, for the comments in it. */
typedef struct EmitSource {
    const char *text;
    size_t length;
} EmitSource;

/* A line or more in column `indent` (from 0): "  key: value". Comments directly above the keys and items of the value
 * come along where `source` is not NULL, those of the entry itself do not. */
void emit_entry(Text *into, size_t indent, const Entry *entry, const EmitSource *source);

/* The comments directly above the line that a key begins at `mark`, and the one at its end, each as a line of its own; a
 * blank line above them stays. An item begins behind its dash: the first key there has only the comment at the end. */
void emit_comments(Text *into, size_t indent, const EmitSource *source, Mark mark, bool is_item);

/* A text on the rest of a line. `was_plain`: it stood without quotes before. */
void emit_scalar(Text *into, const char *text, size_t length, bool was_plain);

/* A comment in lines of 120 columns at most, whatever is in it. */
void emit_comment(Text *into, size_t indent, const char *comment);

#endif
