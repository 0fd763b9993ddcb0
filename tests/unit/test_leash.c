/* SPDX-License-Identifier: MIT */
/* Programs on a leash: that they end with it, with their time, and with the process that holds it. */
#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "platform/leash.h"
#include "support/scratch.h"

Suite *suite_leash(void);

enum { DESCRIPTORS_MOST = 256, TOLD_MOST = 64, LONG_MS = 600000, SHORT_MS = 50 };

static Leash leash;
static pid_t holder; /* another process, which holds the leash; 0: none */
static char *told;   /* a named pipe that programs write to: it ends when all who hold it have */

static void set_up(void)
{
    scratch_make();
    leash_init(&leash);
    told = scratch_path("told");
    ck_assert_int_eq(mkfifo(told, 0600), 0);
}

static void tear_down(void)
{
    leash_release(&leash);
    free(told);
    scratch_remove();
}

/* In a shell that holds the named pipe, which is its $0, as its output. */
static void start(const char *script, const char *text, LeashLimits limits)
{
    char *whole = memory_print("exec >\"$0\"; echo begun; %s", script);
    char *const arguments[] = {(char *)"sh", (char *)"-c", whole, told, NULL};
    ck_assert(leash_start(&leash, arguments, text, limits));
    free(whole);
}

static void let_go(void)
{
    if (holder > 0)
        kill(holder, SIGKILL);
    leash_release(&leash);
}

/* All that was written, once the last writer has gone. `release`: the leash is let go after the first of it came. */
static void expect(const char *text, bool release)
{
    char read_text[TOLD_MOST] = "";
    size_t length = 0;
    const int from = open(told, O_RDONLY | O_CLOEXEC);
    for (ssize_t count = 1; count > 0; length += (size_t)count) {
        count = read(from, read_text + length, sizeof read_text - 1 - length);
        if (release && count > 0)
            let_go();
    }
    close(from);
    ck_assert_str_eq(read_text, text);
}

START_TEST(program_is_given_its_text)
{
    start("cat", "one line\n", (LeashLimits){0});
    expect("begun\none line\n", false);
}
END_TEST

START_TEST(hanging_program_ends_with_the_leash)
{
    start("trap '' TERM INT HUP; tail -f /dev/null & exec tail -f /dev/null", NULL, (LeashLimits){0});
    expect("begun\n", true);
}
END_TEST

START_TEST(hanging_program_ends_with_its_time)
{
    start("exec tail -f /dev/null", "text", (LeashLimits){.most_ms = SHORT_MS, .grace_ms = LONG_MS});
    expect("begun\n", false);
}
END_TEST

START_TEST(input_ends_with_the_leash_and_there_is_grace)
{
    start("cat; echo over", NULL, (LeashLimits){.grace_ms = LONG_MS});
    expect("begun\nover\n", true);
}
END_TEST

START_TEST(program_ends_with_a_process_that_is_killed)
{
    holder = fork();
    if (holder == 0) {
        start("exec tail -f /dev/null", "text", (LeashLimits){0});
        pause();
        _exit(0);
    }
    expect("begun\n", true);
    ck_assert_int_eq(waitpid(holder, NULL, 0), holder);
}
END_TEST

START_TEST(several_are_on_one_leash)
{
    start("exec tail -f /dev/null", NULL, (LeashLimits){0});
    start("exec tail -f /dev/null", "text", (LeashLimits){0});
    leash_release(&leash);
    start("echo again", NULL, (LeashLimits){0});
    bool is_told = false;
    while (!is_told) { /* the first two may have begun before they ended */
        char text[TOLD_MOST] = "";
        const int from = open(told, O_RDONLY | O_CLOEXEC);
        for (size_t length = 0, count = 1; count > 0; length += count)
            count = (size_t)MAX_OF(read(from, text + length, sizeof text - 1 - length), 0);
        close(from);
        is_told = strstr(text, "again\n") != NULL;
    }
}
END_TEST

START_TEST(missing_program_is_told)
{
    char *const arguments[] = {(char *)"no-such-program", NULL};
    ck_assert(!leash_start(&leash, arguments, NULL, (LeashLimits){0}));
    ck_assert_int_eq(errno, ENOENT);
}
END_TEST

START_TEST(nothing_is_left_open_and_nobody_is_to_be_waited_for)
{
    int before = 0, after = 0;
    for (int i = 0; i < DESCRIPTORS_MOST; i++)
        before += fcntl(i, F_GETFD) >= 0;
    start("true", NULL, (LeashLimits){0});
    expect("begun\n", false);
    leash_release(&leash);
    for (int i = 0; i < DESCRIPTORS_MOST; i++)
        after += fcntl(i, F_GETFD) >= 0;
    ck_assert_int_eq(after, before);
    ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
}
END_TEST

/* Another process must not find what this one has open, such as the records. */
START_TEST(program_has_nothing_of_this_process)
{
    const int open_here = open(told, O_RDWR);
    const int high = fcntl(open_here, F_DUPFD, 20);
    close(open_here);
    char *const arguments[] = {(char *)"tail", (char *)"-f", (char *)"/dev/null", NULL};
    ck_assert(leash_start(&leash, arguments, NULL, (LeashLimits){0}));
    const int reader = open(told, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    char byte;
    close(high);
    while (read(reader, &byte, 1) < 0 && errno == EAGAIN) {
    }
    close(reader);
}
END_TEST

Suite *suite_leash(void)
{
    Suite *suite = suite_create("leash");
    TCase *tests = tcase_create("leash");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, program_is_given_its_text);
    tcase_add_test(tests, hanging_program_ends_with_the_leash);
    tcase_add_test(tests, hanging_program_ends_with_its_time);
    tcase_add_test(tests, input_ends_with_the_leash_and_there_is_grace);
    tcase_add_test(tests, program_ends_with_a_process_that_is_killed);
    tcase_add_test(tests, several_are_on_one_leash);
    tcase_add_test(tests, missing_program_is_told);
    tcase_add_test(tests, nothing_is_left_open_and_nobody_is_to_be_waited_for);
    tcase_add_test(tests, program_has_nothing_of_this_process);
    suite_add_tcase(suite, tests);
    return suite;
}
