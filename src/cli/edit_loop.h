/* SPDX-License-Identifier: MIT */
/* A manuscript, its author and a terminal: the editor, what is wrong afterwards, and the question what to do then. */
#ifndef CLI_EDIT_LOOP_H
#define CLI_EDIT_LOOP_H

#include <stdbool.h>

#include "app/edit_file.h"
#include "cli/command.h"

/* Whether there is a terminal for an editor and a question. */
bool edit_loop_has_terminal(void);

/* Opens the editor, again and again where that is asked for, until the file is right, kept as it is or thrown away.
 * Tells all of it; returns the exit status. */
int edit_loop_run(const Call *call, Library *library, EditFile *edit_file);

#endif
