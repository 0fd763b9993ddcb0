/* SPDX-License-Identifier: MIT */
/* Whether a file of records is damaged beyond doubt. One error of a disk looks the same to SQLite as damage, and sound
 * records must never be put aside for it. */
#ifndef STORE_VERDICT_H
#define STORE_VERDICT_H

typedef enum Verdict {
    VERDICT_SOUND,
    VERDICT_DAMAGED, /* all of it can be read, and SQLite's own check says so after a fresh opening */
    VERDICT_UNKNOWN, /* it cannot be read at this moment */
} Verdict;

/* Looks at the file and the log beside it and changes nothing. *why, where it is unknown, is the reason, to free(). No
 * connection of this process may be open to it: its locks would go. */
Verdict verdict_of(const char *path, char **why);

#endif
