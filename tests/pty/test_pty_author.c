/* SPDX-License-Identifier: MIT */
/* The terminal handed to an editor and taken back, whatever happens meanwhile. The editor is a script that says where it
 * is, waits for a line, and puts what the test has laid beside it into the file. */
#include <check.h>
#include <signal.h>
#include <string.h>

#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_pty_author(void);

static const char script[] = "#!/bin/sh\n"
                             "trap '' INT\n"
                             "for file; do :; done\n"
                             "echo \"EDITOR $1 of $(basename \"$file\")\"\n"
                             "read -r line\n"
                             "folder=$(dirname \"$0\")\n"
                             "if [ -f \"$folder/text\" ]; then cat \"$folder/text\" >\"$file\"; fi\n"
                             "exit $(cat \"$folder/status\" 2>/dev/null || echo 0)\n";

#define HEAD "knead: 1\ntitle: Lunch\nmoves:\n"
static const char right[] = HEAD "  - name: Palm\n    areas: hands\n    hold: 30s\n  - name: Arm\n    areas: forearms\n"
                                 "    hold: 40s\n";
static const char longer[] = HEAD
    "  - name: Palm\n    areas: hands\n    hold: 90s\n  - name: Arm\n    areas: forearms\n"
    "    hold: 40s\n";
static const char wrong[] = HEAD "  - name: Palm\n    areas: hadns\n    hold: 30s\n";

static void set_up(void)
{
    scratch_make_usual_home();
    scratch_put("vim", script);
    scratch_set_mode("vim", 0700);
    scratch_set("VISUAL", "vim");
    scratch_put("knead/routines/own.yaml", right);
}

static Pty *open_home(void)
{
    Pty *pty = pty_start(NULL, NULL);
    pty_wait_for(pty, "Before the first session");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "Where do you need it?");
    return pty;
}

/* Paused in the first hold, once that is worth to be kept. */
static Pty *pause_in_session(const char *option)
{
    const char *const command[] = {"play", "own", "--yes", option, NULL};
    Pty *pty = pty_start(NULL, command);
    pty_wait_for(pty, "Palm");
    pty_send(pty, "n");
    pty_wait_for(pty, option ? "Hold 30 s: Palm" : "1:14 left");
    pty_send(pty, " ");
    pty_wait_for(pty, option ? "Paused." : "PAUSED");
    return pty;
}

static void quit(Pty *pty)
{
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}

/* As the program has said last. */
static bool reports_mouse(Pty *pty)
{
    size_t length;
    const char *on = NULL;
    for (const char *at = pty_raw(pty, &length); (at = strstr(at, "\x1b[?1000")) != NULL; at++)
        on = at;
    return on && on[strlen("\x1b[?1000")] == 'h';
}

START_TEST(a_new_routine_by_keys)
{
    Pty *pty = open_home();
    scratch_put("text", right);
    pty_send(pty, "nLunch");
    pty_wait_for(pty, "lunch.yaml in ");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "EDITOR +");
    pty_check_given_back(pty);
    pty_send(pty, "\n");
    pty_wait_for(pty, "Saved: Lunch, 1 min 20 s");
    pty_wait_for(pty, "ends at");
    ck_assert(reports_mouse(pty));
    pty_send(pty, "q");
    pty_wait_for(pty, "Where do you need it?");
    quit(pty);
}
END_TEST

START_TEST(what_is_wrong_and_the_ways_on)
{
    Pty *pty = open_home();
    scratch_put("text", wrong);
    pty_send(pty, "nLunch" PTY_ENTER);
    pty_wait_for(pty, "EDITOR +");
    pty_send(pty, "\n");
    pty_wait_for(pty, "lunch.yaml: 1 problem");
    pty_wait_for(pty, "5 |     areas: hadns");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "EDITOR +5 of lunch.yaml");
    pty_send(pty, "\n");
    pty_wait_for(pty, "lunch.yaml: 1 problem");
    pty_send(pty, "t");
    pty_wait_for(pty, "Thrown away; your text is backed up in");
    quit(pty);
}
END_TEST

START_TEST(another_size_meanwhile)
{
    Pty *pty = pause_in_session(NULL);
    pty_send(pty, "e");
    pty_wait_for(pty, "EDITOR +4 of own.yaml");
    pty_resize(pty, 40, 120);
    scratch_put("text", longer);
    pty_send(pty, "\n");
    pty_wait_for(pty, "you are still at the same move");
    pty_wait_for(pty, "2:1");
    int row, column;
    ck_assert(pty_find(pty, "space resume", &row, &column));
    ck_assert_int_eq(row, 39);
    quit(pty);
}
END_TEST

/* Ctrl-Z stops the editor and knead together, as any program and its child. */
START_TEST(stopped_meanwhile)
{
    Pty *pty = pause_in_session(NULL);
    pty_send(pty, "e");
    pty_wait_for(pty, "EDITOR +4");
    pty_send(pty, PTY_CTRL_Z);
    pty_wait_stopped(pty);
    pty_check_given_back(pty);
    pty_continue(pty);
    scratch_put("text", longer);
    pty_send(pty, "\n");
    pty_wait_for(pty, "PAUSED");
    pty_wait_for(pty, "2:1");
    quit(pty);
}
END_TEST

/* Ctrl-C belongs to the editor. */
START_TEST(interrupted_meanwhile)
{
    Pty *pty = pause_in_session(NULL);
    pty_send(pty, "e");
    pty_wait_for(pty, "EDITOR +4");
    pty_send(pty, PTY_CTRL_C "\n");
    pty_wait_for(pty, "No changes.");
    pty_wait_for(pty, "1:1");
    quit(pty);
}
END_TEST

/* The records were kept before the terminal was handed over. */
START_TEST(ended_meanwhile)
{
    static const int numbers[] = {SIGKILL, SIGHUP};
    static const char *const resume[] = {"resume", NULL};
    Pty *pty = pause_in_session(NULL);
    pty_send(pty, "n");
    pty_wait_for(pty, "Arm");
    pty_send(pty, "e");
    pty_wait_for(pty, "EDITOR +7 of own.yaml");
    if (numbers[_i] == SIGHUP)
        pty_hang_up(pty);
    else
        pty_signal(pty, SIGKILL);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + numbers[_i]);
    pty_end(pty);
    pty = pty_start(NULL, resume);
    pty_wait_for(pty, "PAUSED");
    pty_wait_for(pty, "Arm");
    pty_wait_for(pty, "0:45 left");
    quit(pty);
}
END_TEST

START_TEST(an_editor_that_fails)
{
    scratch_put("status", "1");
    Pty *pty = pause_in_session(NULL);
    pty_send(pty, "e");
    pty_wait_for(pty, "EDITOR +4");
    pty_send(pty, "\n");
    pty_wait_for(pty, "did not work. Set VISUAL or EDITOR to the editor");
    pty_wait_for(pty, "1:1");
    quit(pty);
}
END_TEST

START_TEST(in_line_mode)
{
    Pty *pty = pause_in_session("--plain");
    scratch_put("text", wrong);
    pty_send(pty, "e");
    pty_wait_for(pty, "EDITOR +4 of own.yaml");
    pty_check_given_back(pty);
    pty_send(pty, "\n");
    pty_wait_for(pty, "own.yaml:5:12: ");
    scratch_put("text", longer);
    pty_send(pty, "e");
    pty_wait_for(pty, "EDITOR +5");
    pty_send(pty, "\n");
    pty_wait_for(pty, "you are still at the same move");
    quit(pty);
}
END_TEST

Suite *suite_pty_author(void)
{
    Suite *suite = suite_create("pty_author");
    TCase *tests = tcase_create("pty_author");
    tcase_add_checked_fixture(tests, set_up, scratch_remove);
    tcase_add_test(tests, a_new_routine_by_keys);
    tcase_add_test(tests, what_is_wrong_and_the_ways_on);
    tcase_add_test(tests, another_size_meanwhile);
    tcase_add_test(tests, stopped_meanwhile);
    tcase_add_test(tests, interrupted_meanwhile);
    tcase_add_loop_test(tests, ended_meanwhile, 0, 2);
    tcase_add_test(tests, an_editor_that_fails);
    tcase_add_test(tests, in_line_mode);
    suite_add_tcase(suite, tests);
    return suite;
}
