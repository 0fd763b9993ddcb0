/* SPDX-License-Identifier: MIT */
/* Records a session while it runs; even kill -9 loses at most one second of it. At each change of move, side or step,
 * everything new is written to the database and synced, safe against a power cut. In the seconds between, only the
 * position is written, to a small file beside the database, the bookmark: one system call, no lock, no sync. A session
 * that was left can be resumed later (store/unfinished.h); what was done of it is in the history in any case. */
#ifndef STORE_SESSION_WRITER_H
#define STORE_SESSION_WRITER_H

#include <stdbool.h>
#include <stdint.h>

#include "session/session.h"

typedef struct Store Store; /* store/store.h */

/* Starts recording: writes the session's row and its plan, synced. `offset_min` is the UTC offset of local time.
 * Returns the session's number, above 0, and locks it against other kneads until the session ends; 0 if nothing can be
 * recorded. */
int64_t session_writer_begin(Store *store, const Session *session, int64_t now_s, int32_t offset_min);

/* Writes what is new. Pass `synced` at a change of move, side or step. False if it failed (store_problem says why); the
 * next call tries again. If `id` is not the session that is being recorded (such as 0), does nothing and returns
 * false. */
bool session_writer_keep(Store *store, int64_t id, const Session *session, int64_t now_s, bool synced);

/* The session has a new plan: writes the session again in full. False if it failed; the next session_writer_keep tries
 * again. */
bool session_writer_replan(Store *store, int64_t id, const Session *session);

/* Writes the end of the session, synced, and releases its lock. A finished session cannot be resumed any more; one in
 * which nothing was done is deleted. False if it could not be written: the lock stays, and the same call tries again.
 * The first call waits up to 1 s for other programs; later ones wait as long only after session_writer_be_patient. */
bool session_writer_end(Store *store, int64_t id, const Session *session, int64_t now_s);
void session_writer_be_patient(Store *store);

/* The same for a session that a signal or a closed terminal ended. It can be resumed even if nothing was done yet; one
 * that the person leaves so early is deleted. */
bool session_writer_cut_off(Store *store, int64_t id, const Session *session, int64_t now_s);

/* Stops trying to write the end: notes PROBLEM_UNKEPT and releases the lock. */
void session_writer_give_up(Store *store, int64_t id);

/* The rest is for the modules in store/ only. */

/* The position of a session, as the bookmark file has it. kept_s is in seconds since 1970. */
typedef struct Bookmark {
    int64_t step, into_ms, length_ms, worked_ms;
    int64_t position, side, held_ms; /* of the current move; position: its index in the plan, -1 on a rest */
    int64_t kept_s;
    int64_t stopped; /* 1: the session is stopped because it hurt */
} Bookmark;

/* Reads the bookmark file of a session; `records` is the path of the database. Replaces *mark and returns true, unless
 * there is no bookmark, it is damaged, or it is older than *mark. */
bool bookmark_read(const char *records, int64_t session, Bookmark *mark);
void bookmark_remove(const char *records, int64_t session);

/* A number for a session that comes from elsewhere: as those that begin here, it rises with time. Inside a transaction.
 * 0: there is none. */
int64_t session_writer_free_number(Store *store, int64_t started_s, const char *uid);

typedef struct Running Running; /* store/sql.h */

/* What session_writer_write writes: a session and, if it has ended, its end. */
typedef struct SessionWrite {
    Running *running;
    const Session *session;
    int64_t now_s;
    const char *state; /* NULL: unchanged */
    bool has_ended;    /* if nothing was done in it, delete it */
    bool is_over;      /* it will not be resumed: delete its plan and position */
} SessionWrite;

/* A TransactionWork; the argument is a SessionWrite. Writes everything that the database does not have yet. */
bool session_writer_write(Store *store, void *session_write);

/* Goes on recording the session in store->running, which was just read from the records. */
void session_writer_go_on(Store *store, const Session *session);

/* Remembers that the database now has these rows of what was done. */
void session_writer_note_rows(Running *running, const Session *session);

/* session_writer_release frees what `running` owns and empties it. session_writer_let_go also releases the lock of the
 * session; its bookmark file stays. */
void session_writer_release(Running *running);
void session_writer_let_go(Store *store);

#endif
