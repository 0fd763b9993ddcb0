/* SPDX-License-Identifier: MIT */
/* A person's own folder of routines: the folder of `--routines`, else the one below $XDG_CONFIG_HOME. */
#ifndef APP_OWN_H
#define APP_OWN_H

#include <stdbool.h>
#include <stddef.h>

#include "routine/library.h"

/* Whether a text is an id; where not, *problem says what one is, and proposes one. */
bool own_is_id(const char *text, char **problem);

/* The path that a routine of that id has, or would have, there; to free(). NULL with *problem where nobody says where
 * the folder is. */
char *own_path(const Library *library, const char *id, char **problem);

/* Whether a file there has that id already, or a routine that would be hidden behind one. */
bool own_is_taken(const Library *library, const char *id);

/* Writes a file that was not there, and its folder; whole or not at all, and never over another (errno EEXIST). */
bool own_create(const char *path, const char *text, size_t length);

/* "cannot write PATH: why; what to do", for the errno of a failed write. To free(). */
char *own_trouble(const char *path, int why);

/* Keeps a text as a routine of one's own, by that id or, where the id is taken, by the same with -2 and so on; makes the
 * folder. Returns the path, to free(); NULL with *problem, one line to free(). */
char *own_save(const Library *library, const char *id, const char *text, char **problem);

#endif
