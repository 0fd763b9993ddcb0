/* SPDX-License-Identifier: MIT */
/* Programs that run beside this one: how they begin and end, what they are given, and what is left of them. */
#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "platform/child.h"
#include "support/scratch.h"

Suite *suite_child(void);

enum { DESCRIPTORS_MOST = 256, PIPE_HOLDS = 65536, STARTS = 1000 };

static Child child;

static void set_up(void)
{
    scratch_make();
    child_init(&child);
}

static void tear_down(void)
{
    child_stop(&child);
    scratch_remove();
}

/* In a shell, with a path in the scratch folder as $0. */
static void start(const char *script, const char *text)
{
    char *path = scratch_path("file");
    char *arguments[] = {memory_copy_text("sh"), memory_copy_text("-c"), memory_copy_text(script), path, NULL};
    ck_assert(child_start(&child, arguments, text));
    for (size_t i = 0; i < ARRAY_LEN(arguments); i++)
        free(arguments[i]);
}

static ChildState wait_for_end(void)
{
    ChildState state = CHILD_RUNS;
    while (state == CHILD_RUNS) {
        struct pollfd end = {.fd = child.end, .events = POLLIN};
        ck_assert_int_ge(poll(&end, 1, child.end >= 0 ? -1 : 1), 0);
        state = child_check(&child);
    }
    return state;
}

/* Waits for one to end, without reaping it; WNOHANG: does not wait. False where there is none at all. */
static bool has_children(int how)
{
    siginfo_t info;
    return waitid(P_ALL, 0, &info, WEXITED | WNOWAIT | how) == 0;
}

static void wait_until_reaped(void)
{
    while (has_children(0))
        child_check(&child);
}

static int count_descriptors(void)
{
    int count = 0;
    for (int i = 0; i < DESCRIPTORS_MOST; i++)
        count += fcntl(i, F_GETFD) >= 0;
    return count;
}

/* Check has some of its own, which are not what is tested. */
static void keep_descriptors_from_children(void)
{
    for (int i = STDERR_FILENO + 1; i < DESCRIPTORS_MOST; i++)
        fcntl(i, F_SETFD, FD_CLOEXEC);
}

START_TEST(end_is_told_once)
{
    static const struct {
        const char *script;
        ChildState state;
    } rows[] = {{"exit 0", CHILD_ENDED}, {"exit 3", CHILD_FAILED}, {"kill -KILL $$", CHILD_FAILED}};
    ck_assert_int_eq(child_check(&child), CHILD_NONE);
    start(rows[_i].script, NULL);
    ck_assert_int_eq(wait_for_end(), rows[_i].state);
    ck_assert_int_eq(child_check(&child), CHILD_NONE);
    ck_assert(!has_children(WNOHANG));
}
END_TEST

START_TEST(runs_until_it_ends)
{
    start("exec tail -f /dev/null", NULL);
    ck_assert_int_eq(child_check(&child), CHILD_RUNS);
    ck_assert_int_eq(child_check(&child), CHILD_RUNS);
}
END_TEST

START_TEST(what_is_not_there_is_not_started)
{
    scratch_put("plain", "not a program");
    char *plain = scratch_path("plain");
    const struct {
        char *name;
        int why;
    } rows[] = {{"no-such-program", ENOENT}, {"/no/such/program", ENOENT}, {plain, EACCES}};
    const int before = count_descriptors();
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        char *const arguments[] = {rows[i].name, NULL};
        ck_assert(!child_start(&child, arguments, "text"));
        ck_assert_int_eq(errno, rows[i].why);
        ck_assert(!child_is_there(rows[i].name));
        ck_assert_int_eq(child_check(&child), CHILD_NONE);
    }
    ck_assert_int_eq(count_descriptors(), before);
    ck_assert(!has_children(WNOHANG));
    free(plain);
}
END_TEST

START_TEST(program_is_looked_up_in_the_path)
{
    scratch_put("first/twice", "");
    scratch_put("second/twice", "#!/bin/sh\n");
    scratch_put("second/once", "#!/bin/sh\n");
    scratch_make_folder("first/folder");
    scratch_set_mode("second/twice", 0700);
    scratch_set_mode("second/once", 0700);
    char *once = scratch_path("second/once");
    static const struct {
        const char *name;
        bool is_there;
    } rows[] = {{"once", true}, {"twice", true}, {"folder", false}, {"", false}, {"nowhere", false}};
    char *path = memory_print("%s/first:%s/second", scratch_folder, scratch_folder);
    setenv("PATH", path, 1);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        ck_assert_msg(child_is_there(rows[i].name) == rows[i].is_there, "'%s'", rows[i].name);
    unsetenv("PATH");
    ck_assert(!child_is_there("once"));
    ck_assert(child_is_there(once));
    free(path);
    free(once);
}
END_TEST

START_TEST(text_arrives_whole)
{
    char *text = memory_new(PIPE_HOLDS);
    for (size_t i = 0; i < PIPE_HOLDS - 1; i++)
        text[i] = "\"$(x)`y` \\ '\n\xC3\xA4"[i % 16];
    text[PIPE_HOLDS - 1] = '\0';
    start("cat >\"$0\"", text);
    ck_assert_int_eq(wait_for_end(), CHILD_ENDED);
    scratch_expect("file", text);
    free(text);
}
END_TEST

/* A pipe holds less. */
START_TEST(text_that_nobody_reads_is_not_waited_for)
{
    char *text = memory_new(2 * PIPE_HOLDS);
    memset(text, 'x', 2 * PIPE_HOLDS - 1);
    text[2 * PIPE_HOLDS - 1] = '\0';
    start("exec tail -f /dev/null", text);
    ck_assert_int_eq(child_check(&child), CHILD_RUNS);
    start("exit 0", text);
    ck_assert_int_eq(wait_for_end(), CHILD_ENDED);
    free(text);
}
END_TEST

/* It goes nowhere: neither to the terminal, nor into a pipe that would fill. */
START_TEST(flood_of_output_stops_nothing)
{
    start("yes | head -c 1000000; yes | head -c 1000000 >&2; echo done >\"$0\"", NULL);
    ck_assert_int_eq(wait_for_end(), CHILD_ENDED);
    scratch_expect("file", "done\n");
    start("exec yes", NULL);
    ck_assert_int_eq(child_check(&child), CHILD_RUNS);
}
END_TEST

START_TEST(streams_lead_nowhere)
{
    start("test -z \"$(cat)\" && for i in 0 1 2; do test /dev/fd/$i -ef /dev/null || exit 1; done", NULL);
    ck_assert_int_eq(wait_for_end(), CHILD_ENDED);
}
END_TEST

/* A pipe that each of them holds ends when the last of them has. */
START_TEST(all_that_it_started_is_killed)
{
    int held[2];
    char bytes[2];
    ck_assert_int_eq(pipe(held), 0);
    fcntl(held[0], F_SETFD, FD_CLOEXEC);
    char *script = memory_print("(tail -f /dev/null; :) & (tail -f /dev/null; :) & echo x >&%d; %s", held[1],
                                _i == 0 ? "wait" : "exit 0");
    start(script, NULL);
    close(held[1]);
    ck_assert_int_eq(read(held[0], bytes, 2), 2);
    ck_assert_int_eq(child_check(&child), CHILD_RUNS); /* also where it has ended itself */
    child_stop(&child);
    ck_assert_int_eq(child_check(&child), CHILD_NONE);
    ck_assert_int_eq(read(held[0], bytes, 1), 0);
    wait_until_reaped();
    close(held[0]);
    free(script);
}
END_TEST

/* Three streams, and the pipe that ends with it; the last is of ls itself. */
START_TEST(no_descriptor_of_ours_is_open_there)
{
    Child other;
    child_init(&other);
    keep_descriptors_from_children();
    char *const arguments[] = {"tail", "-f", "/dev/null", NULL};
    ck_assert(child_start(&other, arguments, "text"));
    start("exec ls /dev/fd/ >\"$0\"", _i == 0 ? NULL : "text");
    ck_assert_int_eq(wait_for_end(), CHILD_ENDED);
    scratch_expect("file", "0\n1\n2\n3\n4\n");
    child_stop(&other);
}
END_TEST

START_TEST(signals_are_as_usual)
{
    static const char *const names[] = {"PIPE", "INT", "QUIT", "TERM", "HUP", "USR1", "ALRM"};
    static const int numbers[] = {SIGPIPE, SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGUSR1, SIGALRM};
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    signal(numbers[_i], SIG_IGN);
    char *script = memory_print("kill -%s $$; exit 0", names[_i]);
    start(script, NULL);
    ck_assert_int_eq(wait_for_end(), CHILD_FAILED);
    sigprocmask(SIG_SETMASK, &before, NULL);
    free(script);
}
END_TEST

START_TEST(it_is_in_a_group_of_its_own)
{
    start("exec tail -f /dev/null", NULL);
    ck_assert_int_eq(getpgid(child.pid), child.pid);
    ck_assert_int_ne(getpgrp(), child.pid);
}
END_TEST

/* The one before is stopped by the next start, a stop, or its own end. */
START_TEST(nothing_is_left_of_a_thousand)
{
    char *const ends[] = {"true", NULL}, *const stays[] = {"tail", "-f", "/dev/null", NULL};
    char *const is_missing[] = {"no-such-program", NULL};
    const int before = count_descriptors();
    for (int i = 0; i < STARTS; i++) {
        ck_assert(child_start(&child, i % 2 ? ends : stays, i % 3 ? "text" : NULL));
        if (i % 5 == 0)
            ck_assert(!child_start(&child, is_missing, "text"));
        if (i % CHILD_STOPPED_MOST == 0) { /* no more of them wait to be reaped */
            child_stop(&child);
            wait_until_reaped();
        }
    }
    child_stop(&child);
    wait_until_reaped();
    ck_assert_int_eq(count_descriptors(), before);
}
END_TEST

Suite *suite_child(void)
{
    Suite *suite = suite_create("child");
    TCase *tcase = tcase_create("child");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, end_is_told_once, 0, 3);
    tcase_add_test(tcase, runs_until_it_ends);
    tcase_add_test(tcase, what_is_not_there_is_not_started);
    tcase_add_test(tcase, program_is_looked_up_in_the_path);
    tcase_add_test(tcase, text_arrives_whole);
    tcase_add_test(tcase, text_that_nobody_reads_is_not_waited_for);
    tcase_add_test(tcase, flood_of_output_stops_nothing);
    tcase_add_test(tcase, streams_lead_nowhere);
    tcase_add_loop_test(tcase, all_that_it_started_is_killed, 0, 2);
    tcase_add_loop_test(tcase, no_descriptor_of_ours_is_open_there, 0, 2);
    tcase_add_loop_test(tcase, signals_are_as_usual, 0, 7);
    tcase_add_test(tcase, it_is_in_a_group_of_its_own);
    tcase_add_test(tcase, nothing_is_left_of_a_thousand);
    tcase_set_timeout(tcase, 180); /* a thousand starts, on a machine that has much else to do */
    suite_add_tcase(suite, tcase);
    return suite;
}
