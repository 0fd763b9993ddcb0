/* SPDX-License-Identifier: MIT */
#include "platform/clock.h"

#include <time.h>

#include "base/day.h"

enum { GAP_LIMIT_MS = 2000 };

static const int64_t second_ns = 1000000000, millisecond_ns = 1000000;

#if defined(__APPLE__)
enum { AWAKE_CLOCK = CLOCK_UPTIME_RAW, REAL_CLOCK = CLOCK_MONOTONIC_RAW };
#elif defined(__linux__)
enum { AWAKE_CLOCK = CLOCK_MONOTONIC, REAL_CLOCK = CLOCK_BOOTTIME };
#elif defined(CLOCK_UPTIME)
enum { AWAKE_CLOCK = CLOCK_UPTIME, REAL_CLOCK = CLOCK_MONOTONIC };
#else
enum { AWAKE_CLOCK = CLOCK_MONOTONIC, REAL_CLOCK = CLOCK_MONOTONIC };
#endif

static int64_t read_ns(clockid_t clock)
{
    struct timespec now = {0};
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * second_ns + now.tv_nsec;
}

Moment clock_now(void)
{
    const int64_t awake_ns = read_ns(AWAKE_CLOCK);
    return (Moment){.awake_ns = awake_ns, .real_ns = REAL_CLOCK == AWAKE_CLOCK ? awake_ns : read_ns(REAL_CLOCK)};
}

int64_t clock_unix_s(void)
{
    return (int64_t)time(NULL);
}

int32_t clock_utc_offset_min(int64_t unix_s)
{
    const time_t time = (time_t)unix_s;
    struct tm local;
    if (!localtime_r(&time, &local))
        return 0;
    const int64_t days = day_from_civil((CivilDay){local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
    const int64_t local_min = (days * 24 + local.tm_hour) * 60 + local.tm_min;
    return (int32_t)(local_min - unix_s / 60);
}

int64_t clock_of_day_s(int64_t unix_s)
{
    const int64_t day_s = 24 * 60 * 60;
    return (unix_s + (int64_t)clock_utc_offset_min(unix_s) * 60) % day_s;
}

int32_t clock_local_day(int64_t unix_s)
{
    return day_of(unix_s, clock_utc_offset_min(unix_s));
}

void pulse_start(Pulse *pulse, Moment now, int32_t speed)
{
    *pulse = (Pulse){.base = now, .last = now, .speed = speed > 0 ? speed : 1};
}

int64_t pulse_beat(Pulse *pulse, Moment now, int64_t *gap_ms)
{
    const int64_t awake_ns = now.awake_ns - pulse->last.awake_ns;
    const int64_t real_ns = now.real_ns - pulse->last.real_ns;
    const int64_t slept_ms = (real_ns - awake_ns) / millisecond_ns;
    const int64_t whole_ms = (now.awake_ns - pulse->base.awake_ns) / millisecond_ns * pulse->speed +
                             (now.awake_ns - pulse->base.awake_ns) % millisecond_ns * pulse->speed / millisecond_ns;
    const int64_t passed_ms = whole_ms > pulse->given_ms ? whole_ms - pulse->given_ms : 0;
    *gap_ms = slept_ms > GAP_LIMIT_MS ? slept_ms : 0;
    if (*gap_ms > 0) {
        pulse_start(pulse, now, pulse->speed);
    } else {
        pulse->given_ms += passed_ms;
        pulse->last = now;
    }
    return passed_ms;
}

int64_t pulse_due_ns(const Pulse *pulse, int64_t ms)
{
    const int64_t whole_ms = pulse->given_ms + ms;
    const int64_t rest = whole_ms % pulse->speed;
    return pulse->base.awake_ns + whole_ms / pulse->speed * millisecond_ns +
           (rest * millisecond_ns + pulse->speed - 1) / pulse->speed;
}
