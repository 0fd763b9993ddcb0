/* SPDX-License-Identifier: MIT */
/* The journal: a file of this machine's own that gets a line for each change of the records (a session that ended, was
 * corrected or deleted, a pause, an event of a programme), so that Syncthing or git can carry it to other machines
 * (store/other_journals.h). Its lines are those of `knead export`. What is not written yet waits in the database: a
 * full disk, a missing folder or a kill loses nothing, it is written with the next change or at the next start. */
#ifndef STORE_JOURNAL_H
#define STORE_JOURNAL_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Store Store; /* store/store.h */

/* From now on changes also go to the file at `path`, as the settings have it (base/path.h, path_expand; NULL: none).
 * Writes what waits. A file that is new to these records, or lost some of its length, gets all records. If it cannot be
 * written, that is a problem of the store (store_problem), once. */
void journal_use(Store *store, const char *path);

/* Writes what waits, synced. Does nothing without a journal. What changes the records calls it when it is done. */
void journal_append(Store *store);

/* How many lines the file at `path` lacks; -1 if the records cannot be read. */
int64_t journal_waiting(Store *store, const char *path);

/* Why a line cannot be appended to the file at `path`; NULL: it can. Creates and changes nothing. */
const char *journal_obstacle(const char *path);

#endif
