/* SPDX-License-Identifier: MIT */
/* The one place where the time is asked: moments on the clock that stops in sleep and the one that does not, and from
 * them how much of a session has passed. A gap of more than 2 s between the two clocks, or a stop signal, is a pause at
 * the moment it began (design, "Rules of a session"). */
#ifndef PLATFORM_CLOCK_H
#define PLATFORM_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Moment {
    int64_t awake_ns; /* CLOCK_MONOTONIC; CLOCK_UPTIME and the like where that is the one that stops in sleep */
    int64_t real_ns;  /* CLOCK_BOOTTIME and the like: goes on in sleep; the same clock where there is no other */
} Moment;

Moment clock_now(void);
int64_t clock_unix_s(void);                   /* seconds since 1970 */
int32_t clock_utc_offset_min(int64_t unix_s); /* local time from UTC, then */
int64_t clock_of_day_s(int64_t unix_s);       /* local seconds since midnight */

/* Turns moments into session time without drift: every beat is worked out from the first, nothing is summed up. */
typedef struct Pulse {
    Moment base, last;
    int64_t given_ms; /* since base */
    int32_t speed;    /* 1 to 1000 */
} Pulse;

void pulse_start(Pulse *pulse, Moment now, int32_t speed);

/* Session milliseconds since the last beat. After a gap (asleep for over 2 s) the pulse starts anew: *gap_ms is its
 * length and what is returned is what passed before it began. */
int64_t pulse_beat(Pulse *pulse, Moment now, int64_t *gap_ms);

/* The moment (awake_ns) at which `ms` of session time will have passed since the last beat. */
int64_t pulse_due_ns(const Pulse *pulse, int64_t ms);

#endif
