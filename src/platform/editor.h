/* SPDX-License-Identifier: MIT */
/* The person's own editor, on a file at a line: $VISUAL, else $EDITOR, else vi, run without any shell. */
#ifndef PLATFORM_EDITOR_H
#define PLATFORM_EDITOR_H

#include <stdbool.h>
#include <stdint.h>

/* Its argument list, NULL-ended; the line only where it is above 0 and the editor's way of saying it is known. The
 * variable's words are parted at blanks, as in `vim -u NONE`; a path with blanks is one word, and so is what stands in
 * quotes. One that would come back at once is told to wait. */
char **editor_command(const char *path, int32_t line);
void editor_free_command(char **command); /* NULL is fine */

/* That it did not work, by its name, and what to do; to free(). */
char *editor_trouble(void);

/* Runs it on this terminal and waits for its end. A hang-up or a SIGTERM meanwhile is passed on to it, and is ours once
 * it has ended. False where it could not be started (errno says why) or says that it failed (errno is 0). */
bool editor_run(char *const *command);

#endif
