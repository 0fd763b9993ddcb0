/* SPDX-License-Identifier: MIT */
/* Files that a command makes for a person: they replace only what knead made before. */
#ifndef CLI_MADE_FILE_H
#define CLI_MADE_FILE_H

#include "base/text.h"

/* Writes the text to a file, or to standard output for "-". A file that does not begin with `mark` is left as it is;
 * `kind` ("picture") says in the message what it is not. Returns the exit status. */
int made_file_write(const char *path, const char *mark, const char *kind, const Text *bytes);

#endif
