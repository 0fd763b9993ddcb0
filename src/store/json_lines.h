/* SPDX-License-Identifier: MIT */
/* Records as the lines of JSON that `knead export` writes and a journal has: one for each session, each deleted
 * session, each pause and each event of a programme. For the modules in store/ only, inside a transaction. */
#ifndef STORE_JSON_LINES_H
#define STORE_JSON_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Store Store; /* store/store.h */

typedef enum JsonLines {
    JSON_LINES_ALL,
    JSON_LINES_WAITING, /* of what changed and is not in the journal yet */
    JSON_LINES_COUNT
} JsonLines;

/* Takes one line, with its newline. False: it cannot be written, and no more are given. */
typedef bool JsonLinesTake(const char *line, size_t length, void *argument);

/* Gives the lines: sessions, the oldest first, without a running one; then what was deleted; then pauses; then
 * events. Adds to *count how many were taken. False if the records cannot be read (store->failure), or if a line was
 * not taken. */
bool json_lines_give(Store *store, JsonLines which, JsonLinesTake *take, void *argument, int64_t *count);

#endif
