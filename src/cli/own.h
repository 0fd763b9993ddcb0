/* SPDX-License-Identifier: MIT */
/* A person's own folder of routines. */
#ifndef CLI_OWN_H
#define CLI_OWN_H

#include "routine/library.h"

/* Keeps a text as a routine of one's own, by that id or, where the id is taken, by the same with -2 and so on. Returns
 * the path, to free(); NULL after having told why not. */
char *own_save(Library *library, const char *id, const char *text);

#endif
