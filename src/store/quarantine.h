/* SPDX-License-Identifier: MIT */
/* Puts a damaged file away under a name that says when, with the two files that SQLite keeps beside it, so that it can
 * still be looked into. Never replaces a file that is there. */
#ifndef STORE_QUARANTINE_H
#define STORE_QUARANTINE_H

#include <stdint.h>

/* The new name, to free(); NULL with errno where it cannot be renamed. `now_s`: seconds since 1970. */
char *quarantine_put(const char *path, int64_t now_s);

/* Whether a file of records is damaged beyond doubt. One error of a disk looks the same to SQLite as damage, and sound
 * records must never be put aside for it. */

typedef enum Verdict {
    VERDICT_SOUND,
    VERDICT_DAMAGED, /* all of it can be read, and SQLite's own check says so after a fresh opening */
    VERDICT_UNKNOWN, /* it cannot be read at this moment */
} Verdict;

/* Looks at the file and the log beside it and changes nothing. *why, where it is unknown, is the reason, to free(). No
 * connection of this process may be open to it: its locks would go. */
Verdict quarantine_of(const char *path, char **why);

#endif
