/* SPDX-License-Identifier: MIT */
/* Values as YAML text in block style, as a person would write them: what was plain stays plain, a long text becomes a
 * paragraph, everything else goes in quotes where it could be taken for something it is not. Whatever is in a text, it
 * never breaks out of its place, and reading it again gives the same. */
#ifndef YAML_EMIT_H
#define YAML_EMIT_H

#include "base/text.h"
#include "yaml/node.h"

/* What follows "key:" or "-" on a line that starts in column `indent` (from 0): a blank and a text on the same line, or
 * the lines below it; the last newline too. */
void emit_value(Text *into, size_t indent, const Node *value);

/* A line or more: "  key: value". */
void emit_entry(Text *into, size_t indent, const Entry *entry);

/* A text on the rest of a line. `was_plain`: it stood without quotes before. */
void emit_scalar(Text *into, const char *text, size_t length, bool was_plain);

/* A comment in lines of 120 columns at most, whatever is in it. */
void emit_comment(Text *into, size_t indent, const char *comment);

#endif
