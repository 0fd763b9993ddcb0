/* SPDX-License-Identifier: MIT */
/* The records: what knead remembers of sessions, in one SQLite file. The file survives a kill at any moment, and
 * several kneads can use it at once. If it is locked, read-only, full or damaged, the store says so in one line and the
 * session goes on. Nothing is ever overwritten: a damaged file is renamed, with the time in its new name. Only this
 * folder uses SQLite. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Store Store;

/* Opens the records at `path` (copied; NULL: none is known). Creates the folder, the file and the tables if they are
 * missing, and brings older tables up to date. Never returns NULL: if something fails, the store is off or can only be
 * read, and store_problem says why. `now_s` is the time (seconds since 1970) for the new name of a damaged file. */
Store *store_open(const char *path, int64_t now_s);

/* A store that records nothing: for rehearsals (--speed), and until the records are opened. */
Store *store_open_null(void);

/* Closes and frees the store, and releases the locks of its sessions. NULL is allowed. */
void store_close(Store *store);

/* Whether the records can be written; whether they can at least be read. */
bool store_can_write(const Store *store);
bool store_can_read(const Store *store);

/* The next problem that was not reported yet, as one line: what, where and what to do; NULL if there is none. Each kind
 * of problem is reported once. Borrowed until store_close. */
const char *store_problem(Store *store);

/* The same, worded for commands that only read the records: it does not mention a running session. */
const char *store_problem_for_reader(Store *store);

/* Why the records could not be read the last time, whether that was reported or not; NULL if they could. Worded as in
 * store_problem_for_reader. Borrowed. */
const char *store_unread(const Store *store);

/* Things that the person is told only once, such as the advice at the first start. Each has a name. */

#define TOLD_ADVICE "advice"

/* Whether store_note_told was called with this name, in this run or an earlier one. False also if the records cannot be
 * read. */
bool store_was_told(Store *store, const char *name);
bool store_note_told(Store *store, const char *name, int64_t now_s);

#endif
