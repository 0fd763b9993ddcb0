/* SPDX-License-Identifier: MIT */
/* A settings file as a tree of nodes. Unlike a routine it may hold nothing but comments; and two can be compared, to
 * see that a change did what it should and nothing besides. */
#ifndef SETTINGS_SHEET_H
#define SETTINGS_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "yaml/node.h"

/* The root of a text, in the arena; NULL in *root where there is nothing in it. False with `diags` where it is no
 * YAML. */
bool sheet_parse(Arena *arena, const char *text, size_t length, DiagnosticList *diags, const Node **root);

/* Whether two nodes say the same, however they are written. NULL is nothing. */
bool sheet_is_same(const Node *a, const Node *b);

/* Whether two maps have the same keys in the same order, with the same values, `key` left out of both. */
bool sheet_is_same_but(const Node *a, const Node *b, const char *key);

/* Whether a map's entry is the one of that key. */
bool sheet_is_key(const Entry *entry, const char *key);

#endif
