/* SPDX-License-Identifier: MIT */
/* Puts a damaged file away under a name that says when, with the two files that SQLite keeps beside it, so that it can
 * still be looked into. Never replaces a file that is there. */
#ifndef STORE_ASIDE_H
#define STORE_ASIDE_H

#include <stdint.h>

/* The new name, to free(); NULL with errno where it cannot be renamed. `now_s`: seconds since 1970. */
char *aside_put(const char *path, int64_t now_s);

#endif
