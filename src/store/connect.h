/* SPDX-License-Identifier: MIT */
/* Opening the file of the records: for writing, else for reading, else not at all; and putting it aside where it is
 * damaged beyond doubt. What was wrong is noted in the store. */
#ifndef STORE_CONNECT_H
#define STORE_CONNECT_H

#include <stdbool.h>

#include "store/sql.h"

/* How long the work that follows may wait for other programs in all. SQLite's own limit is one for each lock, and where the
 * log cannot be had it sleeps for up to ten seconds unasked. There is one such count in the process, as there is one that
 * waits. */
void connect_wait_at_most(sqlite3 *db, int ms);

/* Opens store->path. False where it cannot be now; the mode says whether it may be tried again. */
bool connect_open(Store *store);
void connect_close(Store *store);

/* Whether another file, or none, stands at the path by now. */
bool connect_was_moved(const Store *store);

/* After connect_open has failed for want of room: what is there can be read all the same. For one piece of work, then it is
 * closed, so that writing is tried again. */
bool connect_open_to_read(Store *store);

/* Closes a file that seems to be damaged, and puts it aside where that is beyond doubt. False where it is stuck, or sound
 * for all that can be seen. */
bool connect_put_aside(Store *store);

/* Whether a file is damaged beyond doubt. One error of a disk looks the same to SQLite as damage, and sound records must
 * never be put aside for it. */
typedef enum Verdict {
    VERDICT_SOUND,
    VERDICT_DAMAGED, /* all of it can be read, and SQLite's own check says so after a fresh opening */
    VERDICT_UNKNOWN, /* it cannot be read at this moment */
} Verdict;

/* Looks at the file and the log beside it and changes nothing. *why, where it is unknown, is the reason, to free(). No
 * connection of this process may be open to it: its locks would go. */
Verdict connect_judge(const char *path, char **why);

#endif
