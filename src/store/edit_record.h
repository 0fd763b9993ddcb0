/* SPDX-License-Identifier: MIT */
/* Corrects sessions in the records, and deletes them. Each change makes a new revision, so that an import on another
 * machine takes it over. A session that is running cannot be changed. */
#ifndef STORE_EDIT_RECORD_H
#define STORE_EDIT_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "progress/record.h"
#include "session/measure.h"

typedef struct Store Store; /* store/store.h */

enum { NOTE_BYTES_MOST = 1000 };

/* Sets the numbers before and after, or the note (NULL or empty: none; a longer one is cut). All return false if there
 * is no such session, or if the records cannot be written (store_problem says why). */
bool edit_record_numbers(Store *store, int64_t id, int32_t before_tenths, int32_t after_tenths);
bool edit_record_note(Store *store, int64_t id, const char *note);

/* Deletes the session with all that was done in it. *undo is then what edit_record_undo needs, to free(). */
bool edit_record_delete(Store *store, int64_t id, char **undo);

/* Brings a deleted session back. *id is its number, which may be another one than before. */
bool edit_record_undo(Store *store, const char *undo, int64_t *id);

/* The rest is for the modules in store/ only, inside a transaction. */

/* Deletes the rows of a session and notes that it was deleted. */
bool edit_record_drop(Store *store, int64_t id);

/* Writes a session with the revision and machine of the record: over the one with the number *id; 0: as a new one, and
 * *id is then its number. What is needed to resume one that was left stays, unless it is finished now. */
bool edit_record_put(Store *store, const SessionRecord *record, int64_t *id);

#endif
