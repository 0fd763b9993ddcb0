/* SPDX-License-Identifier: MIT */
/* How long one piece of work may wait for other programs in all. SQLite's own limit is one for each lock, and where the
 * log cannot be had it sleeps for up to ten seconds unasked. */
#ifndef STORE_PATIENCE_H
#define STORE_PATIENCE_H

#include <sqlite3.h>

/* The name to open files under, so that their sleeps are counted; NULL, SQLite's own, where there is no way to. */
const char *patience_system(void);

/* From here on so long. There is one such count in the process, as there is one that waits. */
void patience_give(sqlite3 *db, int ms);

#endif
