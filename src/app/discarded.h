/* SPDX-License-Identifier: MIT */
/* What is thrown away is put aside, below $XDG_DATA_HOME/knead/thrown-away: each text in a file of its own, named for
 * what it was and when it went, and never over another. */
#ifndef APP_DISCARDED_H
#define APP_DISCARDED_H

#include <stddef.h>

/* Puts a text aside, on the disk before it returns. The path, to free(); NULL with *why, half a line to free(). */
char *discarded_put(const char *id, const char *text, size_t length, char **why);

#endif
