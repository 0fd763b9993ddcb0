/* SPDX-License-Identifier: MIT */
/* Following a routine: `play`, `resume`, and `knead` alone. */
#ifndef CLI_CMD_PLAY_H
#define CLI_CMD_PLAY_H

#include "cli/context.h"

/* Follows a routine that was loaded, as `play` does but as long as it is. Frees the library; returns the exit status. */
int cmd_play_entry(const Context *context, Library *library, LibraryEntry *entry);

#endif
