/* SPDX-License-Identifier: MIT */
#include "platform/wait.h"

#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/timerfd.h>
#endif

#include "base/macros.h"
#include "platform/clock.h"
#include "platform/signals.h"

enum { FIRST_OTHER = 5 };

void wait_init(WaitTimer *waiter)
{
    *waiter = (WaitTimer){.timer = -1};
}

void wait_release(WaitTimer *waiter)
{
    if (waiter->timer >= 0)
        close(waiter->timer);
    wait_init(waiter);
}

/* Setting a timer again also takes back that it has fired, so it needs no reading. False where there is none. */
static bool set_timer(WaitTimer *waiter, int64_t due_ns)
{
#if defined(__linux__)
    const int64_t second_ns = 1000000000;
    const int64_t moment_ns = MAX_OF(due_ns, (int64_t)0);
    if (waiter->timer < 0 && moment_ns == 0)
        return true;
    if (waiter->timer < 0)
        waiter->timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
    if (waiter->timer < 0)
        return false;
    if (moment_ns == waiter->armed_ns)
        return true;
    const struct itimerspec at = {.it_value = {.tv_sec = moment_ns / second_ns, .tv_nsec = moment_ns % second_ns}};
    waiter->armed_ns = moment_ns;
    return timerfd_settime(waiter->timer, TFD_TIMER_ABSTIME, &at, NULL) == 0;
#else
    (void)waiter, (void)due_ns;
    return false;
#endif
}

static int timeout_ms(int64_t due_ns)
{
    const int64_t millisecond_ns = 1000000, most_ms = 60000;
    const int64_t left_ns = due_ns - clock_now().awake_ns;
    return left_ns <= 0 ? 0 : (int)MIN_OF((left_ns + millisecond_ns - 1) / millisecond_ns, most_ms);
}

/* How often this process gave the processor away of its own will: each sleep does, and each stop. 0 for ever on a
 * system that does not count. */
static long count_switches(void)
{
    struct rusage usage = {0};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nvcsw;
}

/* Whether there was a stop in the sleep that is over, or in the work before it, where that is what cut the sleep off.
 * Work that waited for a disk cannot be told from work that was stopped. */
static unsigned stopped_bit(WaitTimer *waiter, long before_sleep)
{
    const int64_t long_ns = 1500000000, now_ns = clock_now().awake_ns;
    const long now = count_switches();
    const long of_sleep = now - before_sleep, of_work = before_sleep - waiter->switches;
    const bool is_late = waiter->ended_ns > 0 && now_ns - waiter->ended_ns > long_ns;
    waiter->ended_ns = now_ns;
    waiter->switches = now;
    return of_sleep > 1 || (of_sleep == 0 && (of_work > 0 || is_late)) ? WAIT_STOPPED : 0U;
}

unsigned wait_for_any(WaitTimer *waiter, WaitSources from, int64_t due_ns)
{
    int timeout = due_ns == 0 ? 0 : -1;
    if (due_ns != 0 && !set_timer(waiter, due_ns))
        timeout = due_ns > 0 ? timeout_ms(due_ns) : -1;
    struct pollfd sources[FIRST_OTHER + WAIT_OTHERS_MOST] = {
        {.fd = signals_descriptor(), .events = POLLIN},
        {.fd = from.input, .events = POLLIN}, /* poll passes over a negative one */
        {.fd = from.files, .events = POLLIN},
        {.fd = from.voice, .events = POLLIN},
        {.fd = waiter->timer, .events = POLLIN},
    };
    if (due_ns == 0)
        sources[4].fd = -1;
    const long before_sleep = count_switches();
    for (size_t i = 0; i < from.other_count; i++)
        sources[FIRST_OTHER + i] = from.others[i];
    const int count = poll(sources, (nfds_t)(FIRST_OTHER + from.other_count), timeout);
    const unsigned stopped = stopped_bit(waiter, before_sleep);
    if (count < 0)
        return WAIT_SIGNAL |
               stopped; /* it broke the wait off; whoever now thought that it is time would count a stop as worked */
    unsigned others = 0;
    for (size_t i = 0; i < from.other_count; i++)
        others |= sources[FIRST_OTHER + i].revents ? WAIT_OTHERS : 0U;
    return others | (sources[1].revents ? WAIT_INPUT : 0U) | (sources[0].revents ? WAIT_SIGNAL | stopped : 0U) |
           (sources[2].revents ? WAIT_FILES : 0U) | (sources[3].revents ? WAIT_VOICE : 0U);
}
