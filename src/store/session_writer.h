/* SPDX-License-Identifier: MIT */
/* The session that is being followed: what its rows say already, so that only what changed since is written, and enough
 * to write all of it where the records were locked, full or damaged before. */
#ifndef STORE_SESSION_WRITER_H
#define STORE_SESSION_WRITER_H

#include <stdbool.h>
#include <stdint.h>

#include "session/session.h"
#include "store/handle.h"

/* What to write beside what changed. */
typedef struct SessionWrite {
    const Session *session;
    int64_t now_s;
    bool is_whole; /* every row of what was done, and the time worked; else what a kill must not take */
    bool has_new_plan;
    const char *state; /* NULL: as it is */
} SessionWrite;

/* A TransactionWork over a SessionWrite. After its transaction session_writer_note says that it is kept. */
bool session_writer_write(Store *store, void *running_work);
void session_writer_note(Store *store, const SessionWrite *work);

/* Keeps the place alone, where nothing else has changed since the last write. False where that is not enough. */
bool session_writer_keep_place(Store *store, const Session *session, int64_t now_s);

/* Where a write to the records failed: keeps the place beside them, unless it would not fit to their plan, or hide what
 * was held before it: then the place from which that can be told stays. */
void session_writer_keep_bookmark(Store *store, const SessionWrite *work);

/* A session that nobody follows is one that was left: the place that a kill left in its file, what is held of the move
 * of the moment and the time worked go to their rows. For use inside a TransactionWork; when that is kept, the file is old. */
bool session_writer_settle(Store *store, int64_t session);

/* Does that for those that run by their rows and that nobody follows, the newest first. */
void session_writer_catch_up(Store *store);

/* Of so many moves no row is there. */
void session_writer_forget_rows(Running *running, size_t move_count);

/* What was read from the rows is what they say. */
void session_writer_note_read(Running *running, const Session *session);

void session_writer_release(Running *running);

#endif
