/* SPDX-License-Identifier: MIT */
/* The commands that run a session: `play`, `resume`, and `knead` alone. */
#ifndef CLI_CMD_PLAY_H
#define CLI_CMD_PLAY_H

#include "cli/context.h"

/* Plays a routine that is already loaded, like `play`, but at its own length: --minutes is ignored. Frees the library
 * and returns the exit status. */
int cmd_play_entry(const Context *context, Library *library, LibraryEntry *entry);

#endif
