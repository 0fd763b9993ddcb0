/* SPDX-License-Identifier: MIT */
/* How long one piece of work may wait for other programs in all. SQLite's own limit is one for each lock, and where the
 * log cannot be had it sleeps for up to ten seconds unasked. */
#ifndef STORE_WAIT_LIMIT_H
#define STORE_WAIT_LIMIT_H

#include <sqlite3.h>

/* The name to open files under, so that their sleeps are counted; NULL, SQLite's own, where there is no way to. */
const char *wait_limit_system(void);

/* From here on so long. There is one such count in the process, as there is one that waits. */
void wait_limit_set(sqlite3 *db, int ms);

#endif
