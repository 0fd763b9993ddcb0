/* SPDX-License-Identifier: MIT */
/* The records: one SQLite file, safe against a kill at any moment and against two kneads at once; the only folder that
 * knows SQLite. Where the file is locked, read-only, full or damaged, the store says so in one line, the session goes
 * on, and nothing is overwritten: a damaged file is kept aside under a name that says when. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Store Store;

/* Opens the records at `path`, making folder, file and tables where they are not there, or brings older tables up to
 * date. Never NULL: where it cannot be, the store is off (or only read) and store_problem says why. `now_s` is the time
 * (seconds since 1970) used to name a damaged file that is put aside. */
Store *store_open(const char *path, int64_t now_s);

/* The twin that keeps nothing: for rehearsals, and until the records are opened. */
Store *store_open_null(void);

/* NULL is fine. Gives back every session that this store held. */
void store_close(Store *store);

/* Whether anything can be kept; whether anything can at least be read. */
bool store_can_write(const Store *store);
bool store_can_read(const Store *store);

/* The trouble that was met since this was last asked, as one line that says what, where and what to do, or NULL.
 * The same trouble is told once. Borrowed until the next call. */
const char *store_problem(Store *store);

/* The same for somebody who only looks at the records: it speaks of no session that goes on. */
const char *store_trouble_of_look(Store *store);

/* Why the records could not be read the last time, told already or not; NULL where they could be. For one who looks. */
const char *store_unread(const Store *store);

/* What was told once and need not be told again, such as the advice of the first start. */

#define TOLD_ADVICE "advice"

/* False too where the records cannot be read. */
bool store_was_told(Store *store, const char *name);
bool store_note_told(Store *store, const char *name, int64_t now_s);

#endif
