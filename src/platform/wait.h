/* SPDX-License-Identifier: MIT */
/* Where the program sleeps: until a key, a signal, a file that changed, or a moment on the clock, and never for less. */
#ifndef PLATFORM_WAIT_H
#define PLATFORM_WAIT_H

#include <stdbool.h>
#include <stdint.h>

enum { WAIT_INPUT = 1, WAIT_SIGNAL = 2, WAIT_FILES = 4, WAIT_STOPPED = 8 };

typedef struct WaitTimer {
    int timer;        /* a timerfd; -1 where there is none, or none was needed yet */
    int64_t armed_ns; /* what it is set to; 0: not set */
    int64_t ended_ns; /* when the last sleep ended; 0: none was */
    long switches;    /* how often this process had given the processor away by then */
} WaitTimer;

void wait_init(WaitTimer *waiter);
void wait_release(WaitTimer *waiter);

/* Sleeps until one of them or until `due_ns` (of the clock that stops in sleep; 0: look only, -1: no such moment).
 * `input` and `files` are descriptors to read keys and changes of files from; -1: none. Returns WAIT_ bits; none when it
 * is time; WAIT_STOPPED beside WAIT_SIGNAL where this process was stopped meanwhile, which a SIGCONT alone does not
 * say. */
unsigned wait_for_any(WaitTimer *waiter, int input, int files, int64_t due_ns);

#endif
