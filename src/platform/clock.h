/* SPDX-License-Identifier: MIT */
/* The clocks, and session time made from them. A Moment is a point in time on two clocks, one that stops while the
 * computer sleeps and one that does not. If the two clocks drift apart by more than 2 s, the computer slept: that is a
 * gap, and the session is paused from the moment it began. */
#ifndef PLATFORM_CLOCK_H
#define PLATFORM_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Moment {
    int64_t awake_ns; /* CLOCK_MONOTONIC, or whatever clock of this system stops during sleep */
    int64_t real_ns;  /* CLOCK_BOOTTIME or the like, which runs during sleep; else the same as awake_ns */
} Moment;

Moment clock_now(void);
int64_t clock_unix_s(void);                   /* seconds since 1970 */
int32_t clock_utc_offset_min(int64_t unix_s); /* offset of local time from UTC at that time */
int64_t clock_of_day_s(int64_t unix_s);       /* local seconds since midnight */
int32_t clock_local_day(int64_t unix_s);      /* the local date, as days since 1970 (base/day.h) */

/* Turns points in time into session time. Each beat is worked out from `base`, not added to the last one, so rounding
 * errors do not add up. */
typedef struct Pulse {
    Moment base, last;
    int64_t given_ms; /* session time returned since `base` */
    int32_t speed;    /* session seconds per real second, 1 to 1000 */
} Pulse;

void pulse_start(Pulse *pulse, Moment now, int32_t speed);

/* Session milliseconds since the last beat, without time asleep. If the computer slept for more than 2 s, *gap_ms is
 * the length of that sleep and the pulse restarts at `now`; otherwise *gap_ms is 0. */
int64_t pulse_beat(Pulse *pulse, Moment now, int64_t *gap_ms);

/* The time (awake_ns) at which `ms` of session time will have passed since the last beat. */
int64_t pulse_due_ns(const Pulse *pulse, int64_t ms);

#endif
