/* SPDX-License-Identifier: MIT */
/* Whether a voice shall speak, asked at the terminal; the voice is a script that notes what it is given. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_pty_voice(void);

#define SETTINGS "knead/config.yaml"
#define QUESTION "Do you want a voice to guide you"

static char *routine, *path;

static void set_up(void)
{
    scratch_make_home();
    scratch_put("bin/espeak-ng", "#!/bin/sh\nPATH=/usr/bin:/bin\ncat >>\"${0%/*}/said\"\n");
    scratch_set_mode("bin/espeak-ng", 0700);
    scratch_put("foot.yaml", "knead: 1\ntitle: Foot\nmoves:\n"
                             "  - {name: Heel, areas: feet, hold: 60s, setup: Stand on one leg., position: one-leg}\n");
    scratch_put(
        "positions/one.yaml",
        "knead: 1\npositions:\n"
        "  one-leg: {title: Standing on one leg, pelvis: [0, 52], spine: 90, head: 90,\n"
        "    arms: {worked: [270, 270], other: [270, 270]}, legs: {worked: [270, 270, 0], other: [0, 270, 0]}}\n");
    routine = scratch_path("foot.yaml");
    char *folder = scratch_path("bin");
    path = memory_print("PATH=%s", folder);
    free(folder);
}

static void tear_down(void)
{
    free(routine);
    free(path);
    scratch_remove();
}

static Pty *start(const char *command, const char *argument, const char *option)
{
    const char *const arguments[] = {command, argument, option, NULL};
    const char *const env[] = {path, "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "SPEECHD_ADDRESS", NULL};
    return pty_start(&(PtyOptions){.columns = 140, .env = env}, arguments);
}

static void end(Pty *pty)
{
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}

static void leave(Pty *pty)
{
    pty_send(pty, "q");
    end(pty);
}

static bool has_said(Pty *pty, void *words)
{
    (void)pty;
    char *said = scratch_text("bin/said");
    const bool has = said && strstr(said, words);
    free(said);
    return has;
}

START_TEST(first_session_asks_and_speaks)
{
    static char words[] = "Heel. Standing on one leg.";
    Pty *pty = start("play", routine, NULL);
    pty_wait_for(pty, "enter continue");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "enter start");
    scratch_expect("bin/said", NULL);
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, QUESTION);
    pty_send(pty, "y");
    pty_wait_for(pty, "Stand on one leg.");
    pty_wait_until(pty, "the first words are said", has_said, words);
    scratch_expect_part(SETTINGS, "voice: on");
    leave(pty);
    pty = start("play", routine, NULL);
    pty_wait_for(pty, "enter start");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "Stand on one leg.");
    leave(pty);
}
END_TEST

START_TEST(no_is_stored_and_silent)
{
    Pty *pty = start("play", routine, "--plain");
    pty_skip_health(pty);
    pty_skip_number(pty);
    pty_wait_for(pty, QUESTION);
    pty_send(pty, "n");
    pty_wait_for(pty, "Get ready: Heel.");
    scratch_expect_part(SETTINGS, "voice: off");
    leave(pty);
    scratch_expect("bin/said", NULL);
    pty = start("play", routine, "--plain");
    pty_skip_number(pty);
    pty_wait_for(pty, "Get ready: Heel.");
    ck_assert(!pty_find(pty, QUESTION, &(int){0}, &(int){0}));
    leave(pty);
}
END_TEST

START_TEST(lines_ask_and_speak)
{
    static char words[] = "Heel. Standing on one leg.";
    scratch_put("foot.yaml", "knead: 1\ntitle: Foot\nmoves:\n  - {name: Heel, areas: feet, prepare: 9s, hold: 60s, "
                             "position: one-leg}\n");
    Pty *pty = start("play", routine, "--plain");
    pty_skip_health(pty);
    pty_skip_number(pty);
    pty_wait_for(pty, QUESTION);
    pty_send(pty, "?y");
    pty_wait_for(pty, "Get ready: Heel. Standing on one leg.");
    pty_wait_until(pty, "the first words are said", has_said, words);
    leave(pty);
}
END_TEST

START_TEST(lines_start_nothing_without_an_answer)
{
    Pty *pty = start("play", routine, "--plain");
    pty_skip_health(pty);
    pty_skip_number(pty);
    pty_wait_for(pty, QUESTION);
    pty_send(pty, "q");
    pty_wait_for(pty, "Not started.");
    end(pty);
    scratch_expect(SETTINGS, NULL);
}
END_TEST

/* --mute, so that the question is still open when the session is gone on with. */
static void leave_one(void)
{
    Pty *pty = start("play", routine, "--mute");
    pty_wait_for(pty, "enter continue");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "enter start");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "Stand on one leg.");
    pty_send(pty, PTY_RIGHT);
    pty_wait_for(pty, "0:59 left"); /* not the end, as in "ends 10:59" */
    leave(pty);
}

START_TEST(resume_asks_before_it_goes_on)
{
    leave_one();
    Pty *pty = start("resume", _i ? "--plain" : NULL, NULL);
    pty_wait_for(pty, QUESTION);
    pty_send(pty, "y");
    pty_wait_for(pty, _i ? "Press Space to resume." : "PAUSED");
    scratch_expect_part(SETTINGS, "voice: on");
    leave(pty);
}
END_TEST

START_TEST(resume_in_lines_without_an_answer_leaves_it)
{
    leave_one();
    for (int turn = 0; turn < 2; turn++) {
        Pty *pty = start("resume", "--plain", NULL);
        pty_wait_for(pty, QUESTION);
        leave(pty);
    }
    scratch_expect(SETTINGS, NULL);
}
END_TEST

Suite *suite_pty_voice(void)
{
    Suite *suite = suite_create("pty_voice");
    TCase *tests = tcase_create("pty_voice");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, first_session_asks_and_speaks);
    tcase_add_test(tests, no_is_stored_and_silent);
    tcase_add_test(tests, lines_ask_and_speak);
    tcase_add_test(tests, lines_start_nothing_without_an_answer);
    tcase_add_loop_test(tests, resume_asks_before_it_goes_on, 0, 2);
    tcase_add_test(tests, resume_in_lines_without_an_answer_leaves_it);
    suite_add_tcase(suite, tests);
    return suite;
}
