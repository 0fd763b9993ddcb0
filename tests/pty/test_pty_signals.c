/* SPDX-License-Identifier: MIT */
/* Every way out gives the terminal back and keeps the session. */
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/macros.h"
#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_pty_signals(void);

static const char *const modes[] = {NULL, "--plain"};

static Pty *play(const char *option)
{
    const char *const command[] = {"play", "calf-hamstring-smash", "--yes", option, NULL};
    Pty *pty = pty_start(NULL, command);
    pty_wait_for(pty, "Calf on a ball");
    return pty;
}

static const int ends[] = {
    SIGINT,  SIGTERM,   SIGHUP,    SIGQUIT, SIGABRT, SIGUSR1, SIGUSR2,
    SIGALRM, SIGVTALRM, SIGPROF,   SIGXCPU, SIGTRAP, SIGSYS,
#if !defined(__SANITIZE_ADDRESS__) /* which ends in its own way after these */
    SIGSEGV, SIGBUS,    SIGFPE,    SIGILL,
#endif
#if defined(__linux__)
    SIGIO,   SIGPWR,    SIGSTKFLT, 40, /* the last is one of those for programs' own use */
#endif
};

START_TEST(signal_gives_back)
{
    const int number = ends[_i % (int)ARRAY_LEN(ends)];
    Pty *pty = play(modes[_i / (int)ARRAY_LEN(ends)]);
    pty_signal(pty, number);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + number);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

static bool takes_keys(Pty *pty, void *context)
{
    (void)context;
    return pty_takes_keys(pty);
}

START_TEST(typed_signal_gives_back)
{
    static const struct {
        const char *key;
        int status;
    } typed[] = {{PTY_CTRL_C, 128 + SIGINT}, {PTY_CTRL_BACKSLASH, 128 + SIGQUIT}};
    Pty *pty = play(modes[_i / 2]);
    pty_send(pty, typed[_i % 2].key);
    ck_assert_int_eq(pty_wait_exit(pty), typed[_i % 2].status);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

START_TEST(stop_and_back)
{
    Pty *pty = play(modes[_i]);
    pty_send(pty, PTY_CTRL_Z);
    pty_wait_stopped(pty);
    pty_check_given_back(pty);
    pty_continue(pty);
    pty_wait_for(pty, "by Ctrl-Z");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

START_TEST(stop_without_warning_is_a_pause)
{
    Pty *pty = play(modes[_i]);
    pty_signal(pty, SIGSTOP);
    pty_wait_stopped(pty);
    pty_continue(pty);
    pty_wait_for(pty, "from outside");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

/* Where the system tells nothing of its processes, this waits for nothing. */
static void wait_until_asleep(Pty *pty)
{
    char path[64], state = '\0';
    snprintf(path, sizeof path, "/proc/%ld/stat", (long)pty_pid(pty));
    for (FILE *file; state != 'S' && (file = fopen(path, "r")) != NULL; fclose(file))
        ck_assert_int_eq(fscanf(file, "%*d (%*[^)]) %c", &state), 1);
}

/* A SIGCONT may come from anybody. Only where it comes to work that waits for a disk or a terminal it is taken for one
 * after a stop. */
START_TEST(going_on_without_a_stop_is_no_pause)
{
    Pty *pty = play(modes[_i]);
    pty_send(pty, "l"); /* the answer comes after the first records */
    pty_wait_for(pty, "Push into the other");
    for (int i = 0; i < 20; i++) {
        wait_until_asleep(pty);
        pty_signal(pty, SIGCONT);
    }
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    size_t length;
    ck_assert_ptr_null(strstr(pty_raw(pty, &length), "from outside"));
    pty_end(pty);
}
END_TEST

/* Ctrl-Z, bg, fg: a shell that has its job running already says nothing more to it. */
START_TEST(keys_come_back_with_the_foreground)
{
    Pty *pty = play("--plain");
    pty_send(pty, PTY_CTRL_Z);
    pty_wait_stopped(pty);
    pty_set_foreground(pty, false);
    pty_continue(pty);
    pty_wait_for(pty, "Resum");
    ck_assert(!pty_takes_keys(pty));
    pty_set_foreground(pty, true);
    pty_wait_until(pty, "it takes keys", takes_keys, NULL);
    pty_send(pty, "q");
    pty_wait_for(pty, "Stopped after");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

START_TEST(closed_terminal_ends_it)
{
    Pty *pty = play(modes[_i]);
    pty_hang_up(pty);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + SIGHUP);
    pty_end(pty);
}
END_TEST

/* Killed in the second move's hold on the left, or ended by a signal: it goes on there. */
START_TEST(resumes_where_it_was)
{
    static const int numbers[] = {SIGKILL, SIGTERM};
    Pty *pty = play(NULL);
    pty_send(pty, "N");
    pty_wait_for(pty, "Calf, side to side");
    pty_send(pty, "n");
    pty_wait_for(pty, "2 of 15");
    pty_send(pty, " ");
    pty_wait_for(pty, "PAUSED");
    pty_send(pty, "i"); /* the answer to a key comes after the records of the one before */
    pty_wait_gone(pty, "hurts");
    pty_signal(pty, numbers[_i]);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + numbers[_i]);
    pty_end(pty);

    static const char *const resume[] = {"resume", NULL};
    Pty *again = pty_start(NULL, resume);
    pty_wait_for(again, "Calf, side to side");
    pty_wait_for(again, "LEFT");
    pty_wait_for(again, "2 of 15");
    pty_send(again, "q");
    ck_assert_int_eq(pty_wait_exit(again), 0);
    pty_end(again);
}
END_TEST

/* In the preparation nothing is held yet. A window that closes there takes the session away no more than later. */
START_TEST(resumes_in_the_preparation)
{
    static const int numbers[] = {SIGTERM, SIGHUP, SIGINT};
    const char *mode = modes[_i / (int)ARRAY_LEN(numbers)];
    Pty *pty = play(mode);
    pty_signal(pty, numbers[_i % (int)ARRAY_LEN(numbers)]);
    if (mode)
        pty_wait_for(pty, "Stopped after 0 of 6 moves");
    ck_assert_int_eq(pty_wait_exit(pty), 128 + numbers[_i % (int)ARRAY_LEN(numbers)]);
    pty_end(pty);

    static const char *const resume[] = {"resume", NULL};
    Pty *again = pty_start(NULL, resume);
    pty_wait_for(again, "PAUSED");
    pty_wait_for(again, "Calf on a ball");
    pty_send(again, "q");
    ck_assert_int_eq(pty_wait_exit(again), 0);
    pty_end(again);
}
END_TEST

Suite *suite_pty_signals(void)
{
    Suite *suite = suite_create("pty_signals");
    TCase *tcase = tcase_create("pty_signals");
    /* Records of its own for each test, so that none finds what another left. */
    tcase_add_checked_fixture(tcase, scratch_make_usual_home, scratch_remove);
    tcase_add_loop_test(tcase, signal_gives_back, 0, 2 * ARRAY_LEN(ends));
    tcase_add_loop_test(tcase, typed_signal_gives_back, 0, 4);
    tcase_add_loop_test(tcase, stop_and_back, 0, ARRAY_LEN(modes));
    tcase_add_loop_test(tcase, stop_without_warning_is_a_pause, 0, ARRAY_LEN(modes));
    tcase_add_loop_test(tcase, going_on_without_a_stop_is_no_pause, 0, ARRAY_LEN(modes));
    tcase_add_test(tcase, keys_come_back_with_the_foreground);
    tcase_add_loop_test(tcase, resumes_in_the_preparation, 0, 3 * ARRAY_LEN(modes));
    tcase_add_loop_test(tcase, closed_terminal_ends_it, 0, ARRAY_LEN(modes));
    tcase_add_loop_test(tcase, resumes_where_it_was, 0, 2);
    suite_add_tcase(suite, tcase);
    return suite;
}
