/* SPDX-License-Identifier: MIT */
/* Records as the lines of JSON that `knead export` writes and a journal has: one for each session, each deleted session,
 * each pause and each event of a programme. For the modules in store/ only, inside a transaction. */
#ifndef STORE_RECORD_LINES_H
#define STORE_RECORD_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Store Store; /* store/store.h */

typedef enum RecordLines {
    RECORD_LINES_ALL,
    RECORD_LINES_WAITING, /* of what changed and is not in the journal yet */
    RECORD_LINES_COUNT
} RecordLines;

/* Takes one line, with its newline. False: it cannot be written, and no more are given. */
typedef bool RecordLinesTake(const char *line, size_t length, void *argument);

/* Gives the lines: sessions, the oldest first, without a running one; then what was deleted; then pauses; then
 * events. Adds to
 * *count how many were taken. False if the records cannot be read (store->failure), or if a line was not taken. */
bool record_lines_give(Store *store, RecordLines which, RecordLinesTake *take, void *argument, int64_t *count);

#endif
