/* SPDX-License-Identifier: MIT */
/* One session on its way: its state, its time and its place in the records. */
#ifndef APP_ACTIVE_SESSION_H
#define APP_ACTIVE_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "platform/clock.h"
#include "session/advance.h"
#include "store/session_writer.h"

/* What is still to be written, the least first. */
typedef enum Keep { KEEP_NOTHING, KEEP_PLACE, KEEP_SYNCED, KEEP_END, KEEP_CUT_OFF } Keep;

/* What has become of its end in the records. */
typedef enum EndKept {
    END_UNTRIED,
    END_LATE, /* it could not be written yet */
    END_KEPT,
    END_LOST /* nothing can be written */
} EndKept;

/* Zeroed there is none. */
typedef struct ActiveSession {
    bool is_open;
    Session session;
    EventList fresh; /* what the last call brought */
    Pulse pulse;
    bool has_pulse; /* time runs from the first beat on */
    int64_t id;     /* in the records; 0: not there */
    Keep keep;
    EndKept end;
    int64_t kept_s; /* worked seconds when its place was last kept */
} ActiveSession;

void active_session_open(ActiveSession *active, const Plan *plan);

/* Goes on with a session from the records, paused. NULL with *problem to free(); else its plan, the caller's. */
Plan *active_session_resume(ActiveSession *active, Store *store, int64_t id, char **problem);

void active_session_move(ActiveSession *to,
                         ActiveSession *from);    /* `to`, which is closed, goes on as `from` was, and that is closed */
void active_session_close(ActiveSession *active); /* keeps its storage for the next one */
void active_session_release(ActiveSession *active);

bool active_session_is_playing(const ActiveSession *active); /* runs or is paused */

bool active_session_apply(ActiveSession *active, SessionCommand command, int32_t value);

/* Lets time pass up to `now`; returns the milliseconds that the computer was asleep, else 0. */
int64_t active_session_beat(ActiveSession *active, Moment now, int32_t speed);

/* When something that is shown changes next; a breath or a pass moves on each `pacer_ms`. 0 at once, -1 never. */
int64_t active_session_due_ns(const ActiveSession *active, int32_t pacer_ms);

/* Leaves it, for a signal or a closed terminal: to be gone on with, however little was done. */
void active_session_cut_off(ActiveSession *active);

/* Writes what is to be written, if anything; an end that could not be, with the next call again. */
void active_session_keep(ActiveSession *active, Store *store);

#endif
