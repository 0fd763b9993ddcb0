/* SPDX-License-Identifier: MIT */
/* Where a running session sleeps: until a key, a signal, a change of files, the voice, another program, or a point in
 * time. It does not poll at intervals. */
#ifndef PLATFORM_WAIT_H
#define PLATFORM_WAIT_H

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { WAIT_INPUT = 1, WAIT_SIGNAL = 2, WAIT_FILES = 4, WAIT_VOICE = 8, WAIT_STOPPED = 16, WAIT_OTHERS = 32 };

typedef struct WaitTimer {
    int timer;        /* a timerfd; -1: none, or not needed yet */
    int64_t armed_ns; /* when it fires; 0: not set */
    int64_t ended_ns; /* when the last sleep ended; 0: no sleep yet */
    long switches;    /* voluntary context switches of this process until then */
} WaitTimer;

void wait_init(WaitTimer *waiter);
void wait_release(WaitTimer *waiter);

enum { WAIT_OTHERS_MOST = 20 }; /* room for all of CONTROL_SOURCES_MOST */

/* What to wait for beside signals: descriptors that become readable; -1: none. `others` are waited for as they say, and
 * are borrowed. */
typedef struct WaitSources {
    int input, files, voice;
    const struct pollfd *others;
    size_t other_count; /* at most WAIT_OTHERS_MOST */
} WaitSources;

/* Sleeps until a signal or one of the sources comes, or until `due_ns` (awake_ns of platform/clock). due_ns 0: only
 * checks, without sleeping; -1: no time limit. Returns WAIT_ bits, or 0 when the time has come (on systems without
 * timerfd also after 60 s). WAIT_STOPPED is added to WAIT_SIGNAL if this process was stopped meanwhile; a SIGCONT
 * alone does not prove that. */
unsigned wait_for_any(WaitTimer *waiter, WaitSources from, int64_t due_ns);

#endif
