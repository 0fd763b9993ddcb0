/* SPDX-License-Identifier: MIT */
/* A settings file's text with one key changed and every other byte kept, as far as that can be: see settings_change.
 * The outcome is parsed and compared before anybody gets it. */
#ifndef SETTINGS_CHANGE_H
#define SETTINGS_CHANGE_H

#include <stddef.h>

#include "base/diagnostic.h"
#include "yaml/schema.h"

/* The changed text, to free(); `value` is YAML on one line, NULL takes the key out. NULL with `diags` where the value
 * is none that the field takes, or the text cannot be changed safely. */
char *change_make(const char *text, size_t length, const Field *field, const char *value, DiagnosticList *diags);

#endif
