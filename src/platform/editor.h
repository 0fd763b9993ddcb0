/* SPDX-License-Identifier: MIT */
/* Opens a file in the user's editor, at a line: $VISUAL, else $EDITOR, else vi. No shell is involved. */
#ifndef PLATFORM_EDITOR_H
#define PLATFORM_EDITOR_H

#include <stdbool.h>
#include <stdint.h>

/* The argument list to start the editor with, ended by NULL. The line is passed if it is above 0 and the editor is
 * known. The variable is split at blanks, as in `vim -u NONE`, except inside quotes; a value that is the path of an
 * executable counts as one word even if it has blanks. Editors that return at once get their option to wait. */
char **editor_command(const char *path, int32_t line);
void editor_free_command(char **command); /* NULL is fine */

/* The message that the editor did not work, with its name and what to do; for the caller to free(). */
char *editor_trouble(void);

/* Runs the editor on this terminal and waits until it ends. SIGHUP or SIGTERM meanwhile goes to the editor first, and
 * is raised in this process once the editor has ended. False if the editor could not be started (errno says why) or
 * ended with an error (errno is 0). */
bool editor_run(char *const *command);

#endif
