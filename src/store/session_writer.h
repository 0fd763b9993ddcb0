/* SPDX-License-Identifier: MIT */
/* The session that is being followed: what its rows say already, so that only what changed since is written, and enough
 * to write all of it where the records were locked, full or damaged before. */
#ifndef STORE_SESSION_WRITER_H
#define STORE_SESSION_WRITER_H

#include <stdbool.h>
#include <stdint.h>

#include "session/session.h"
#include "store/state.h"

/* What to write beside what changed. */
typedef struct RunningWork {
    const Session *session;
    int64_t now_s;
    bool is_whole;       /* every row of what was done, and the time worked; else what a kill must not take */
    bool has_new_plan;
    const char *state;   /* NULL: as it is */
} RunningWork;

/* A StoreWork over a RunningWork. After its transaction running_note says that it is kept. */
bool running_write(Store *store, void *running_work);
void running_note(Store *store, const RunningWork *work);

/* Keeps the place alone, where nothing else has changed since the last write. False where that is not enough. */
bool running_keep_place(Store *store, const Session *session, int64_t now_s);

/* Where a write to the records failed: keeps the place beside them, unless it would not fit to their plan, or hide what
 * was held before it: then the place from which that can be told stays. */
void running_keep_bookmark(Store *store, const RunningWork *work);

/* A session that nobody follows is one that was left: the place that a kill left in its file, what is held of the move
 * of the moment and the time worked go to their rows. For use inside a StoreWork; when that is kept, the file is old. */
bool running_settle(Store *store, int64_t session);

/* Does that for those that run by their rows and that nobody follows, the newest first. */
void running_catch_up(Store *store);

/* Of so many moves no row is there. */
void running_forget_rows(Running *running, size_t move_count);

/* What was read from the rows is what they say. */
void running_note_read(Running *running, const Session *session);

void running_release(Running *running);

#endif
