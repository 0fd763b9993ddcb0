/* SPDX-License-Identifier: MIT */
/* Stands between knead and the clocks (LD_PRELOAD): it sees only the time that whoever makes the pictures says, and a
 * wait ends with what it waited for or when that time has come. See held_clock.h. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include "pictures/held_clock.h"

static const int64_t second_ns = 1000000000, millisecond_ns = 1000000;

static int64_t seen_ns; /* what the program was told last: what it makes its timeouts from */
static long wait_count;

/* The same name with what the compiler has it checked by. */
int __poll_chk(struct pollfd *sources, nfds_t count, int timeout_ms, size_t size);

static int real_poll(struct pollfd *sources, nfds_t count, int timeout_ms)
{
    static int (*real)(struct pollfd *, nfds_t, int);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "poll");
    return real(sources, count, timeout_ms);
}

static HeldClock *held(void)
{
    static HeldClock *clock;
    if (clock)
        return clock;
    const char *path = getenv("HELD_CLOCK");
    const int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    void *shared = file >= 0 ? mmap(NULL, sizeof *clock, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) : MAP_FAILED;
    if (shared == MAP_FAILED)
        abort();
    close(file);
    clock = shared;
    return clock;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    seen_ns = atomic_load(&held()->now_ns);
    const int64_t from_s = clock == CLOCK_REALTIME ? HELD_CLOCK_UNIX_S : 0;
    *now = (struct timespec){.tv_sec = (time_t)(from_s + seen_ns / second_ns), .tv_nsec = (long)(seen_ns % second_ns)};
    return 0;
}

time_t time(time_t *where)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (where)
        *where = now.tv_sec;
    return now.tv_sec;
}

/* A timer would go by the system's clock. Without one, knead gives poll a timeout. */
int timerfd_create(clockid_t clock, int flags)
{
    (void)clock, (void)flags;
    errno = ENOSYS;
    return -1;
}

/* By these a program sees whether it was stopped while it waited: each wait counts as one sleep, however often this one
 * looks. */
int getrusage(__rusage_who_t who, struct rusage *usage)
{
    (void)who;
    *usage = (struct rusage){.ru_nvcsw = wait_count};
    return 0;
}

int poll(struct pollfd *sources, nfds_t count, int timeout_ms)
{
    HeldClock *clock = held();
    const int64_t due_ns = timeout_ms < 0 ? INT64_MAX : seen_ns + timeout_ms * millisecond_ns;
    wait_count++;
    for (;;) {
        const unsigned asked = atomic_load(&clock->asked);
        const int64_t now_ns = atomic_load(&clock->now_ns);
        const int ready = real_poll(sources, count, 0);
        if (ready != 0 || timeout_ms == 0 || now_ns >= due_ns)
            return ready;
        atomic_store(&clock->rested, asked);
        real_poll(sources, count, 1);
    }
}

int __poll_chk(struct pollfd *sources, nfds_t count, int timeout_ms, size_t size)
{
    (void)size;
    return poll(sources, count, timeout_ms);
}
