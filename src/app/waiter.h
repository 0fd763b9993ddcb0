/* SPDX-License-Identifier: MIT */
/* Where the program sleeps: until a key, a signal, or a moment on the clock, and never for less. */
#ifndef APP_WAITER_H
#define APP_WAITER_H

#include <stdint.h>

enum { WAITER_INPUT = 1, WAITER_SIGNAL = 2 };

typedef struct Waiter {
    int timer;          /* a timerfd; -1 where there is none, or none was needed yet */
    int64_t armed_ns;   /* what it is set to; 0: not set */
} Waiter;

void waiter_init(Waiter *waiter);
void waiter_release(Waiter *waiter);

/* Sleeps until one of the two or until `due_ns` (of the clock that stops in sleep; 0: look only, -1: no such moment).
 * `input` is a descriptor, or -1: no keys. Returns WAITER_ bits; none when it is time. */
unsigned waiter_wait(Waiter *waiter, int input, int64_t due_ns);

#endif
