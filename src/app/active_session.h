/* SPDX-License-Identifier: MIT */
/* The current session: its state, its clock, and what still has to be written of it to the records. */
#ifndef APP_ACTIVE_SESSION_H
#define APP_ACTIVE_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "platform/clock.h"
#include "session/advance.h"
#include "store/session_writer.h"

/* What still has to be written, from the least to the most. */
typedef enum Keep { KEEP_NOTHING, KEEP_PLACE, KEEP_SYNCED, KEEP_END, KEEP_CUT_OFF } Keep;

/* Whether the end of the session is in the records. */
typedef enum EndKept {
    END_UNTRIED,
    END_LATE, /* it could not be written yet; tried again */
    END_KEPT,
    END_LOST /* nothing can be written */
} EndKept;

/* All zero: no session. */
typedef struct ActiveSession {
    bool is_open;
    Session session;
    EventList fresh; /* the events of the last call */
    Pulse pulse;
    bool has_pulse; /* the clock runs; it starts at the first beat */
    int32_t day;    /* the local day on which it began, or was gone on with */
    int64_t id;     /* in the records; 0: not there */
    Keep keep;
    EndKept end;
    int64_t kept_s;      /* worked seconds when its place was last kept */
    int32_t plain_move;  /* the move that is done the plain way now, counted from 1; 0: none */
    char *note;          /* what was written about it when it had ended; NULL: nothing; owned */
    int32_t *times_done; /* by move of the plan: in how many sessions before; NULL: not counted yet; owned */
} ActiveSession;

void active_session_open(ActiveSession *active, const Plan *plan);

/* Resumes a session from the records, paused or stopped. Returns its plan, which the caller owns; NULL if that fails,
 * with *problem to free(). */
Plan *active_session_resume(ActiveSession *active, Store *store, int64_t id, char **problem);

/* Moves a session. `to` must be closed before; `from` is closed afterwards. */
void active_session_move(ActiveSession *to, ActiveSession *from);

void active_session_close(ActiveSession *active); /* keeps the storage of the events for the next session */
void active_session_release(ActiveSession *active);

bool active_session_is_playing(const ActiveSession *active); /* neither finished nor left */

bool active_session_apply(ActiveSession *active, SessionCommand command, int32_t value);

/* Lets time pass up to `now`, `speed` times as fast as real time. Returns for how many milliseconds the computer was
 * asleep, 0 if it was not. */
int64_t active_session_beat(ActiveSession *active, Moment now, int32_t speed);

/* The moment (awake_ns) when something on the screen changes next; a breath or pass gauge moves every `pacer_ms` (0:
 * none is shown). 0: at once; -1: never. */
int64_t active_session_due_ns(const ActiveSession *active, int32_t pacer_ms);

/* Leaves the session because of a signal or a closed terminal. It can be resumed, even if nothing was done yet. */
void active_session_cut_off(ActiveSession *active);

/* Writes what has to be written, if anything. If the end cannot be written, the next call tries again. */
void active_session_keep(ActiveSession *active, Store *store);

#endif
