/* SPDX-License-Identifier: MIT */
/* Opens the database file of the records: for reading and writing if possible, otherwise for reading only, otherwise
 * not at all. Also renames a file that is certainly damaged. Every failure is noted in the store (store/problem.h). */
#ifndef STORE_CONNECT_H
#define STORE_CONNECT_H

#include <stdbool.h>

#include "store/sql.h"

/* Limits how long the calls that follow may wait for other programs, in total. SQLite's own timeout applies to each
 * lock separately, and SQLite may sleep for up to ten seconds more when it cannot get the write-ahead log. The rest of
 * the time is kept in one variable of the process, since only one thread waits. */
void connect_wait_at_most(sqlite3 *db, int ms);

/* Opens the file at store->path and creates it if it is missing. False if it cannot be opened now; a later call may try
 * again unless store->mode is STORE_OFF. */
bool connect_open(Store *store);
void connect_close(Store *store);

/* True if the path no longer leads to the open file: the file was moved, deleted or replaced. */
bool connect_was_moved(const Store *store);

/* Call this after connect_open has failed because the disk is full: opens the file for reading only. The caller closes
 * it again after one piece of work, so that the next one tries to write. */
bool connect_open_to_read(Store *store);

/* Closes a file that seems to be damaged, checks it, and renames it if it is certainly damaged. True if the caller may
 * open the path again: the file was renamed, or had been moved before. False if the rename failed, the damage is not
 * certain, or another knead is doing this now. */
bool connect_put_aside(Store *store);

/* Whether a file is damaged. To SQLite a single read error of the disk looks like damage, and sound records must never
 * be renamed because of one. */
typedef enum Verdict {
    VERDICT_SOUND,
    VERDICT_DAMAGED, /* the whole file can be read, and SQLite's own check finds damage after a fresh opening */
    VERDICT_UNKNOWN, /* it cannot be read now */
} Verdict;

/* Checks the file and its write-ahead log without changing them. *why is the reason, to free(), for VERDICT_UNKNOWN;
 * otherwise NULL. This process must have no connection open to the file: closing it here would drop that connection's
 * locks. */
Verdict connect_judge(const char *path, char **why);

#endif
