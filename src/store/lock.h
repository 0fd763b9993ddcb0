/* SPDX-License-Identifier: MIT */
/* Which session is followed by which running knead: a lock on one byte of a file beside the records, the session's
 * number being the byte. The kernel gives it up when the process ends, however it ends. */
#ifndef STORE_LOCK_H
#define STORE_LOCK_H

#include <stdbool.h>
#include <stdint.h>

enum { LOCK_QUARANTINE = 0 }; /* the byte that is held while a damaged file is put aside */

typedef struct SessionLocks {
    char *path; /* of the lock file; owned */
    int file;   /* -1 until it is needed */
} SessionLocks;

void lock_init(SessionLocks *locks, const char *records);
void lock_release(SessionLocks *locks); /* gives everything back */

/* False only where another knead holds that byte: where there are no locks at all, records are still kept. */
bool lock_take(SessionLocks *locks, int64_t byte);
void lock_give_back(SessionLocks *locks, int64_t byte);

/* Whether another knead holds it. */
bool lock_is_taken(SessionLocks *locks, int64_t byte);

#endif
