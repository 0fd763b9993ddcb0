/* SPDX-License-Identifier: MIT */
/* Marks a session as open in a running knead, with a file lock. The lock file lies beside the records. The lock of a
 * session is on one byte of it; the byte's offset is the session's number. The kernel drops the lock when the process
 * ends, even after a kill. */
#ifndef STORE_LOCK_H
#define STORE_LOCK_H

#include <stdbool.h>
#include <stdint.h>

enum { LOCK_QUARANTINE = 0 }; /* the byte that is locked while a damaged file is renamed */

typedef struct SessionLocks {
    char *path; /* of the lock file; owned */
    int file;   /* descriptor; -1 until the first lock */
} SessionLocks;

void lock_init(SessionLocks *locks, const char *records);
void lock_release(SessionLocks *locks); /* drops all locks and frees the path */

/* Locks a byte. False only if another knead holds it. If locking does not work at all, it returns true, so that
 * sessions are recorded anyway. */
bool lock_take(SessionLocks *locks, int64_t byte);
void lock_give_back(SessionLocks *locks, int64_t byte);

/* Whether another knead (not this one) holds that byte. */
bool lock_is_taken(SessionLocks *locks, int64_t byte);

#endif
