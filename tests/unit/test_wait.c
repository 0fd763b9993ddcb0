/* SPDX-License-Identifier: MIT */
/* What ends a sleep is told for what it is. */
#include <check.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include "platform/clock.h"
#include "platform/signals.h"
#include "platform/wait.h"

Suite *suite_wait(void);

static WaitTimer waiter;

static void set_up(void)
{
    wait_init(&waiter);
    ck_assert(signals_start());
}

static void tear_down(void)
{
    signals_stop();
    wait_release(&waiter);
}

static void go_on(int number)
{
    (void)number;
    raise(SIGCONT);
}

/* After a stop the time that it took must not look like time that has come: it is a pause. */
START_TEST(signal_that_breaks_the_wait_off_is_told)
{
    struct sigaction action = {.sa_handler = go_on};
    sigemptyset(&action.sa_mask);
    sigaction(SIGALRM, &action, NULL);
    const struct itimerval soon = {.it_value = {.tv_usec = 20000}};
    ck_assert_int_eq(setitimer(ITIMER_REAL, &soon, NULL), 0);
    ck_assert_uint_eq(wait_for_any(&waiter, (WaitSources){.input = -1, .files = -1, .voice = -1}, -1), WAIT_SIGNAL);
    ck_assert_int_eq(signals_next(), SIGCONT);
    ck_assert_int_eq(signals_next(), 0);
}
END_TEST

START_TEST(moment_and_input_are_told)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_uint_eq(wait_for_any(&waiter, (WaitSources){.input = ends[0], .files = -1, .voice = -1}, 0), 0);
    ck_assert_uint_eq(wait_for_any(&waiter, (WaitSources){.input = ends[0], .files = -1, .voice = -1},
                                   clock_now().awake_ns + 1000000),
                      0);
    ck_assert_int_eq(write(ends[1], "x", 1), 1);
    ck_assert_uint_eq(wait_for_any(&waiter, (WaitSources){.input = ends[0], .files = -1, .voice = -1}, -1), WAIT_INPUT);
    raise(SIGWINCH);
    ck_assert_uint_eq(wait_for_any(&waiter, (WaitSources){.input = ends[0], .files = -1, .voice = -1}, -1),
                      WAIT_INPUT | WAIT_SIGNAL);
    close(ends[0]);
    close(ends[1]);
}
END_TEST

Suite *suite_wait(void)
{
    Suite *suite = suite_create("wait");
    TCase *tcase = tcase_create("waiter");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, signal_that_breaks_the_wait_off_is_told);
    tcase_add_test(tcase, moment_and_input_are_told);
    suite_add_tcase(suite, tcase);
    return suite;
}
