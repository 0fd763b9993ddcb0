/* SPDX-License-Identifier: MIT */
/* Records a session while it runs, so that kill -9 costs a second of it at most. At each change of move, side or step all
 * that is new goes into the database, safe against a power cut. Each second between, its position alone goes into a small
 * file beside the database, the bookmark: one system call, without lock or sync. One that was left stays to be gone on
 * with (store/unfinished.h); what was done of it is in the history all the same. */
#ifndef STORE_SESSION_WRITER_H
#define STORE_SESSION_WRITER_H

#include <stdbool.h>
#include <stdint.h>

#include "session/session.h"

typedef struct Store Store; /* store/store.h */

/* Begins to record: its row and its plan, synced. `offset_min` is the local time's distance from UTC. Returns its number,
 * above 0, and holds it against other kneads; 0 where nothing can be recorded. */
int64_t session_writer_begin(Store *store, const Session *session, int64_t now_s, int32_t offset_min);

/* Writes what is new. `synced` at a change of move, side or step. False where it could not (the store says why); the next
 * call tries again. An `id` of 0 does nothing. */
bool session_writer_keep(Store *store, int64_t id, const Session *session, int64_t now_s, bool synced);

/* The plan was made anew while it runs. */
bool session_writer_replan(Store *store, int64_t id, const Session *session);

/* The session has ended: one that is finished can no longer be gone on with. Synced; gives up the hold. False where it
 * could not be written: it is held still, and the same call tries again. The first waits for other programs, those after
 * it only after session_writer_be_patient. */
bool session_writer_end(Store *store, int64_t id, const Session *session, int64_t now_s);
void session_writer_be_patient(Store *store);

/* The same for one that a signal or a closed terminal ended: it can be gone on with even where nothing was held yet,
 * while one that its person left so early leaves nothing behind. */
bool session_writer_cut_off(Store *store, int64_t id, const Session *session, int64_t now_s);

/* The end of it is tried no more, and that is a problem. */
void session_writer_give_up(Store *store, int64_t id);

/* What follows is for the modules of the store alone. */

/* Where a session is. */
typedef struct Bookmark {
    int64_t step, into_ms, length_ms, worked_ms;
    int64_t position, side, held_ms; /* of the move of the moment; position is -1 on a rest */
    int64_t kept_s;
    int64_t stopped; /* 1: it hurt there, and the clock stands */
} Bookmark;

/* Puts what the bookmark of a session beside `records` says in the place of *mark, unless that is later, or there is no
 * bookmark, or it is torn. True where it did. */
bool bookmark_read(const char *records, int64_t session, Bookmark *mark);
void bookmark_remove(const char *records, int64_t session);

typedef struct Running Running; /* store/sql.h */

/* A session and its end, if it has one. */
typedef struct SessionWrite {
    Running *running;
    const Session *session;
    int64_t now_s;
    const char *state; /* NULL: as it is */
    bool has_ended;    /* where nothing was done in it, it goes */
    bool is_over;      /* nobody will go on with it: its plan and its position go */
} SessionWrite;

/* A TransactionWork over a SessionWrite: all that the database does not have yet. */
bool session_writer_write(Store *store, void *session_write);

/* Takes over the session that store->running names, which was read back as it was recorded. */
void session_writer_go_on(Store *store, const Session *session);

/* Notes that the database has these rows of what was done. */
void session_writer_note_rows(Running *running, const Session *session);

/* Frees what it owns and makes it none; the second gives up the session that is followed too, its bookmark stays. */
void session_writer_release(Running *running);
void session_writer_let_go(Store *store);

#endif
