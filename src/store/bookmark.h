/* SPDX-License-Identifier: MIT */
/* The place of a running session between two writes to the records: a few numbers in a small file beside them, written
 * each second by one system call without lock or sync, which a kill cannot take. What is there goes into the records
 * with the next real write, or, after a kill, when they are opened next. */
#ifndef STORE_BOOKMARK_H
#define STORE_BOOKMARK_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Bookmark {
    int64_t step, into_ms, length_ms, worked_ms;
    int64_t position, side, held_ms; /* of the move of the moment; position is -1 on a rest */
    int64_t kept_s;
    int64_t stopped; /* 1: it hurt there, and the clock stands */
} Bookmark;

/* The open file of the session that is followed. Zeroed is not a valid one: bookmark_file_init. */
typedef struct BookmarkFile {
    char *path; /* owned; NULL: none */
    int file;
} BookmarkFile;

void bookmark_file_init(BookmarkFile *marks);

/* Opens the file of a session beside the records, or makes it; what a kill left there stays until it is cleared. Without
 * it, every second goes to the records themselves. */
void bookmark_file_open(BookmarkFile *marks, const char *records, int64_t session);

/* Takes the file away: what it held is in the records. */
void bookmark_file_drop(BookmarkFile *marks);

/* Lets go of the file and leaves it for the next start. */
void bookmark_file_close(BookmarkFile *marks);

bool bookmark_write(const BookmarkFile *marks, const Bookmark *mark);

/* After a write to the records: what the file held is old. */
void bookmark_clear(const BookmarkFile *marks);

/* What the file of a session holds; false where there is none, or it is torn. */
bool bookmark_read(const char *records, int64_t session, Bookmark *mark);

/* The same, where that is not before `place`, which the records have. */
bool bookmark_read_later(const char *records, int64_t session, Bookmark *place);

void bookmark_remove(const char *records, int64_t session);

#endif
