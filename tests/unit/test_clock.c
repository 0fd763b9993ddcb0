/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <time.h>

#include "base/macros.h"
#include "platform/clock.h"

Suite *suite_clock(void);

static const int64_t second_ns = 1000000000, millisecond_ns = 1000000;

static Moment at_ns(int64_t ns)
{
    return (Moment){.awake_ns = 77 * second_ns + ns, .real_ns = 99 * second_ns + ns};
}

/* A number that looks random and is the same in every run. */
static int64_t next(uint64_t *seed, int64_t limit)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return (int64_t)(*seed >> 33) % limit;
}

static const int32_t speeds[] = {1, 3, 7, 60, 300, 1000};

START_TEST(pulse_never_drifts)
{
    const int32_t speed = speeds[_i];
    Pulse pulse;
    pulse_start(&pulse, at_ns(0), speed);
    uint64_t seed = 1;
    int64_t ns = 0, given_ms = 0, gaps_ms = 0, gap_ms;
    for (int beat = 0; beat < 1000000; beat++) {
        ns += next(&seed, 3 * millisecond_ns);
        given_ms += pulse_beat(&pulse, at_ns(ns), &gap_ms);
        gaps_ms += gap_ms;
    }
    ck_assert_int_eq(gaps_ms, 0);
    ck_assert_int_eq(given_ms, ns * speed / millisecond_ns);
}
END_TEST

START_TEST(due_is_the_first_moment)
{
    const int32_t speed = speeds[_i];
    Pulse pulse;
    pulse_start(&pulse, at_ns(0), speed);
    uint64_t seed = 2;
    int64_t gap_ms, ns = 0;
    for (int beat = 0; beat < 10000; beat++) {
        ns += next(&seed, second_ns);
        pulse_beat(&pulse, at_ns(ns), &gap_ms);
        const int64_t wait_ms = 1 + next(&seed, 5000);
        const Moment due = {.awake_ns = pulse_due_ns(&pulse, wait_ms), .real_ns = at_ns(ns).real_ns};
        const Moment before = {.awake_ns = due.awake_ns - 1, .real_ns = due.real_ns};
        Pulse early = pulse, late = pulse;
        ck_assert_int_lt(pulse_beat(&early, before, &gap_ms), wait_ms);
        ck_assert_int_ge(pulse_beat(&late, due, &gap_ms), wait_ms);
    }
}
END_TEST

START_TEST(sleep_is_a_gap_and_never_passes)
{
    Pulse pulse;
    pulse_start(&pulse, at_ns(0), 1);
    int64_t gap_ms;
    Moment now = at_ns(300 * millisecond_ns);
    now.real_ns += 5 * second_ns;
    ck_assert_int_eq(pulse_beat(&pulse, now, &gap_ms), 300);
    ck_assert_int_eq(gap_ms, 5000);
    now.awake_ns += second_ns;
    now.real_ns += second_ns;
    ck_assert_int_eq(pulse_beat(&pulse, now, &gap_ms), 1000);
    ck_assert_int_eq(gap_ms, 0);
}
END_TEST

START_TEST(short_sleep_is_no_gap)
{
    Pulse pulse;
    pulse_start(&pulse, at_ns(0), 1);
    int64_t gap_ms;
    Moment now = at_ns(second_ns);
    now.real_ns += 2 * second_ns;
    ck_assert_int_eq(pulse_beat(&pulse, now, &gap_ms), 1000);
    ck_assert_int_eq(gap_ms, 0);
}
END_TEST

START_TEST(time_goes_forward)
{
    const Moment first = clock_now(), second = clock_now();
    ck_assert_int_ge(second.awake_ns, first.awake_ns);
    ck_assert_int_ge(second.real_ns, first.real_ns);
}
END_TEST

static const struct {
    const char *zone;
    int64_t unix_s;
    int32_t offset_min;
    int64_t of_day_s;
} zones[] = {
    {"UTC0", 0, 0, 0},
    {"UTC0", 1700000000, 0, 80000},       /* 22:13:20 */
    {"AAA-5:45", 1700000000, 345, 14300}, /* the next day, 03:58:20 */
    {"BBB3:30", 1704070800, -210, 77400}, /* 01:00 on New Year's Day is 21:30 of the old year */
    {"CCC-14", 1709164800, 840, 50400},   /* on the way to a leap day */
};

START_TEST(local_time)
{
    setenv("TZ", zones[_i].zone, 1);
    tzset();
    ck_assert_int_eq(clock_utc_offset_min(zones[_i].unix_s), zones[_i].offset_min);
    ck_assert_int_eq(clock_of_day_s(zones[_i].unix_s), zones[_i].of_day_s);
    setenv("TZ", "UTC", 1);
    tzset();
}
END_TEST

Suite *suite_clock(void)
{
    Suite *suite = suite_create("clock");
    TCase *tcase = tcase_create("clock");
    tcase_add_loop_test(tcase, pulse_never_drifts, 0, ARRAY_LEN(speeds));
    tcase_add_loop_test(tcase, due_is_the_first_moment, 0, ARRAY_LEN(speeds));
    tcase_add_test(tcase, sleep_is_a_gap_and_never_passes);
    tcase_add_test(tcase, short_sleep_is_no_gap);
    tcase_add_test(tcase, time_goes_forward);
    tcase_add_loop_test(tcase, local_time, 0, ARRAY_LEN(zones));
    suite_add_tcase(suite, tcase);
    return suite;
}
