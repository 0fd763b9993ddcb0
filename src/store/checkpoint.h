/* SPDX-License-Identifier: MIT */
/* A session while it runs, kept so that kill -9 costs at most a second: its row in the records, its plan, its place and
 * what was done so far. A place is kept each second safe against a kill, at each change of step safe against a power
 * cut. A session that is left stays to go on with; what was done of it is in the history all the same. */
#ifndef STORE_CHECKPOINT_H
#define STORE_CHECKPOINT_H

#include <stdbool.h>
#include <stdint.h>

#include "session/session.h"
#include "store/store.h"

/* Begins a session's records: its row and its plan, synced. `offset_min` is the local time's distance from UTC. Returns
 * its number, above 0, and holds it against other kneads; 0 where nothing can be kept. */
int64_t checkpoint_begin(Store *store, const Session *session, int64_t now_s, int32_t offset_min);

/* Keeps the place and what was done. `synced` at a change of move, side or step. False where it could not (the store
 * says why); the next call tries again. An `id` of 0 does nothing. */
bool checkpoint_keep(Store *store, int64_t id, const Session *session, int64_t now_s, bool synced);

/* The plan was made anew while it runs. */
bool checkpoint_replan(Store *store, int64_t id, const Session *session);

/* The session has ended: finished ones can no longer be gone on with. Synced; gives up the hold. False where it could not
 * be written: it is held still, and the same call tries again. The first waits for other programs, those after it only
 * after checkpoint_be_patient. */
bool checkpoint_end(Store *store, int64_t id, const Session *session, int64_t now_s);
void checkpoint_be_patient(Store *store);

/* The same for one that a signal or a closed terminal ended: it can be gone on with even where nothing was held yet,
 * while one that its person left so early leaves nothing behind. */
bool checkpoint_cut_off(Store *store, int64_t id, const Session *session, int64_t now_s);

/* The end of it is tried no more, and that is a trouble. */
void checkpoint_give_up(Store *store, int64_t id);

/* Goes on with one that was left: the plan that was kept with it (the caller's) and `session` placed in it, paused,
 * or stopped where it hurt and nobody had gone on, with what was done. NULL where it is held by another knead or cannot be
 * read; *problem is one line to free(). */
Plan *checkpoint_resume(Store *store, int64_t id, Session *session, char **problem);

/* Keeps it as it is, in the history only; or throws it away, rows and all. */
bool checkpoint_settle(Store *store, int64_t id);
bool checkpoint_discard(Store *store, int64_t id);

#endif
