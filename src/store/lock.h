/* SPDX-License-Identifier: MIT */
/* Which session is followed by which running knead: a lock on one byte of a file beside the records, the session's
 * number being the byte. The kernel gives it up when the process ends, however it ends. */
#ifndef STORE_LOCK_H
#define STORE_LOCK_H

#include <stdbool.h>
#include <stdint.h>

enum { CLAIM_ASIDE = 0 }; /* the byte that is held while a damaged file is put aside */

typedef struct Claims {
    char *path; /* of the lock file; owned */
    int file;   /* -1 until it is needed */
} Claims;

void claim_init(Claims *claims, const char *records);
void claim_release(Claims *claims); /* gives everything back */

/* False only where another knead holds that byte: where there are no locks at all, records are still kept. */
bool claim_take(Claims *claims, int64_t byte);
void claim_give_back(Claims *claims, int64_t byte);

/* Whether another knead holds it. */
bool claim_is_taken(Claims *claims, int64_t byte);

#endif
