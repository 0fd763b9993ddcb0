/* SPDX-License-Identifier: MIT */
/* Changes a key of config.yaml: rewrites only the lines of that key; comments and the rest of the file stay. */
#ifndef SETTINGS_SETTINGS_CHANGE_H
#define SETTINGS_SETTINGS_CHANGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"

/* Returns the text of a settings file with one key changed, for the caller to free(). If the key is there, its lines
 * are replaced; else it is added at the end, with a comment that explains it. `value` is YAML on one line; NULL removes
 * the key. `text` NULL or empty: starts a new file. NULL if the value is invalid or the text cannot be changed safely;
 * `diags` say why. */
char *settings_change(const char *text, size_t length, const char *key, const char *value, DiagnosticList *diags);

/* The same on a file, which is changed whole or not at all; creates its folder if needed. False with *problem, one line
 * to free(). */
bool settings_change_file(const char *path, const char *key, const char *value, char **problem);

#endif
