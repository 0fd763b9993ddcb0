/* SPDX-License-Identifier: MIT */
/* One session on its way: its state, its time and its place in the records. */
#ifndef APP_ACTIVE_SESSION_H
#define APP_ACTIVE_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "platform/clock.h"
#include "session/session.h"
#include "store/checkpoint.h"

/* What is still to be written, the least first. */
typedef enum Keep { KEEP_NOTHING, KEEP_PLACE, KEEP_SYNCED, KEEP_END, KEEP_CUT_OFF } Keep;

/* What has become of its end in the records. */
typedef enum EndKept {
    END_UNTRIED,
    END_LATE, /* it could not be written yet */
    END_KEPT,
    END_LOST  /* nothing can be written */
} EndKept;

/* Zeroed there is none. */
typedef struct Sitting {
    bool is_open;
    Session session;
    EventList fresh;        /* what the last call brought */
    Pulse pulse;
    bool has_pulse;         /* time runs from the first beat on */
    int64_t id;             /* in the records; 0: not there */
    Keep keep;
    EndKept end;
    int64_t kept_s;         /* worked seconds when its place was last kept */
} Sitting;

void sitting_open(Sitting *sitting, const Plan *plan);

/* Goes on with a session from the records, paused. NULL with *problem to free(); else its plan, the caller's. */
Plan *sitting_resume(Sitting *sitting, Store *store, int64_t id, char **problem);

void sitting_move(Sitting *to, Sitting *from); /* `to`, which is closed, goes on as `from` was, and that is closed */
void sitting_close(Sitting *sitting); /* keeps its storage for the next one */
void sitting_release(Sitting *sitting);

bool sitting_is_playing(const Sitting *sitting); /* runs or is paused */
bool sitting_is_over(const Sitting *sitting);    /* finished or left */

bool sitting_apply(Sitting *sitting, SessionCommand command, int32_t value);

/* Lets time pass up to `now`; returns the milliseconds that the computer was asleep, else 0. */
int64_t sitting_beat(Sitting *sitting, Moment now, int32_t speed);

/* When something that is shown changes next; a breath or a pass moves on each `pacer_ms`. 0 at once, -1 never. */
int64_t sitting_due_ns(const Sitting *sitting, int32_t pacer_ms);

/* Leaves it, for a signal or a closed terminal: to be gone on with, however little was done. */
void sitting_cut_off(Sitting *sitting);

/* Writes what is to be written, if anything; an end that could not be, with the next call again. */
void sitting_keep(Sitting *sitting, Store *store);

#endif
