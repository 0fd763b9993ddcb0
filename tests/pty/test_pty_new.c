/* SPDX-License-Identifier: MIT */
/* `knead new` and `knead edit` on a terminal. The editor is a script that takes its next text from a folder: 1.yaml at
 * its first start, 2.yaml at its second, and notes the arguments that it was given. */
#include <check.h>
#include <signal.h>
#include <stdlib.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_pty_new(void);

#define GOOD "knead: 1\ntitle: Lunch\nmoves:\n  - name: Press\n    areas: feet\n    tools: [ball]\n    hold: 20s\n"
#define WARNED "knead: 1\ntitle: Lunch\nmoves:\n  - name: Press\n    areas: feet\n    hold: 4m\n"
#define BAD "knead: 1\ntitle: Lunch\nmoves:\n  - name: Press\n    areas: foot\n    hold: 20s\n"
#define QUESTION "go [b]ack and fix the first one, [k]eep the file, or [t]hrow away your changes?"
#define OWN "knead/routines/lunch.yaml"

static const char script[] = "#!/bin/sh\n"
                             "here=${0%/*}\n"
                             "echo \"$*\" >>\"$here/told\"\n"
                             "starts=$(wc -l <\"$here/told\")\n"
                             "for path; do :; done\n"
                             "test ! -e \"$here/$((starts)).yaml\" || cat \"$here/$((starts)).yaml\" >\"$path\"\n"
                             "test ! -e \"$here/end\" || . \"$here/end\"\n";

/* The script is called nano, so that it is told the line. */
static void set_up(void)
{
    scratch_make_usual_home();
    scratch_put("nano", script);
    scratch_set_mode("nano", 0700);
    scratch_set("VISUAL", "nano");
}

static Pty *start(const char *command, const char *name)
{
    const char *const arguments[] = {command, name, NULL};
    return pty_start(&(PtyOptions){.columns = 220}, arguments);
}

static void end(Pty *pty, int status)
{
    ck_assert_int_eq(pty_wait_exit(pty), status);
    pty_check_given_back(pty);
    pty_end(pty);
}

/* One that goes back to the first problem, and makes it right there. */
START_TEST(back_and_right)
{
    scratch_put("1.yaml", BAD);
    scratch_put("2.yaml", GOOD);
    Pty *pty = start("new", "lunch");
    pty_wait_for(pty, "lunch.yaml:5:12: error: unknown area 'foot'");
    pty_wait_for(pty, QUESTION);
    pty_send(pty, _i ? "\r" : "b\r");
    pty_wait_for(pty, "lunch is ready: knead play lunch");
    pty_wait_for(pty, "25 s, 1 move; anywhere; needs: ball");
    end(pty, 0);
    scratch_expect(OWN, GOOD);
    char *told = memory_print("+5 %s/" OWN "\n", scratch_folder);
    scratch_expect_part("told", told);
    free(told);
}
END_TEST

static const char *const keeps[] = {"k\r", "keep\r", "what\rK\r", "\x04"};

START_TEST(kept_as_it_is)
{
    scratch_put("1.yaml", BAD);
    Pty *pty = start("new", "lunch");
    pty_wait_for(pty, QUESTION);
    pty_send(pty, keeps[_i]);
    pty_wait_for(pty, "with 1 error; to fix: knead edit lunch");
    end(pty, 1);
    scratch_expect(OWN, BAD);
}
END_TEST

START_TEST(new_thrown_away)
{
    scratch_put("1.yaml", BAD);
    Pty *pty = start("new", "lunch");
    pty_wait_for(pty, QUESTION);
    pty_send(pty, "t\r");
    pty_wait_for(pty, "Thrown away; the new routine was removed.");
    pty_wait_for(pty, "your text is backed up in ");
    end(pty, 0);
    scratch_expect(OWN, NULL);
}
END_TEST

START_TEST(edit_thrown_away)
{
    scratch_put(OWN, WARNED);
    scratch_put("1.yaml", BAD);
    Pty *pty = start("edit", "lunch");
    pty_wait_for(pty, QUESTION);
    pty_send(pty, "t\r");
    pty_wait_for(pty, "Thrown away; the old version of the routine is back.");
    end(pty, 0);
    scratch_expect(OWN, WARNED);
}
END_TEST

START_TEST(warnings_alone_are_kept)
{
    scratch_put("1.yaml", WARNED);
    Pty *pty = start("new", "lunch");
    pty_wait_for(pty, "warning:");
    pty_wait_for(pty, "lunch is ready: knead play lunch");
    end(pty, 0);
    scratch_expect(OWN, WARNED);
}
END_TEST

START_TEST(nothing_changed)
{
    scratch_put(OWN, GOOD);
    Pty *pty = start("edit", "lunch");
    pty_wait_for(pty, "nothing changed");
    end(pty, 0);
    scratch_expect(OWN, GOOD);
}
END_TEST

START_TEST(new_stays_as_it_began)
{
    Pty *pty = start("new", "lunch");
    pty_wait_for(pty, "is unchanged and works: knead play lunch");
    pty_wait_for(pty, "to edit it again: knead edit lunch");
    end(pty, 0);
    scratch_expect_part(OWN, "title: Lunch\n");
}
END_TEST

START_TEST(shipped_one_is_copied)
{
    if (_i)
        scratch_put("1.yaml", GOOD);
    Pty *pty = start("edit", "desk-calves");
    pty_wait_for(pty, "desk-calves came with knead: copied to ");
    pty_wait_for(pty, _i ? "desk-calves is ready" : "nothing changed; the copy was removed");
    end(pty, 0);
    scratch_expect("knead/routines/desk-calves.yaml", _i ? GOOD : NULL);
}
END_TEST

START_TEST(broken_one_opens_at_its_problem)
{
    scratch_put(OWN, BAD);
    Pty *pty = start("edit", "lunch");
    pty_wait_for(pty, "nothing changed; ");
    end(pty, 1);
    scratch_expect_part("told", "+5 ");
}
END_TEST

START_TEST(editor_that_fails)
{
    scratch_put("1.yaml", BAD);
    scratch_put("end", "exit 3\n");
    Pty *pty = start("new", "lunch");
    pty_wait_for(pty, "was not changed; set VISUAL or EDITOR to the one you want");
    end(pty, 1);
    scratch_expect(OWN, BAD);
}
END_TEST

START_TEST(editor_that_is_not_there)
{
    setenv("VISUAL", "knead-has-no-such-editor", 1);
    Pty *pty = start("edit", "desk-calves");
    pty_wait_for(pty, "the editor 'knead-has-no-such-editor' could not be started: ");
    end(pty, 1);
    scratch_expect("knead/routines/desk-calves.yaml", NULL);
    pty = start("new", "lunch");
    pty_wait_for(pty, "lunch.yaml was not changed");
    end(pty, 1);
    scratch_expect_part(OWN, "title: Lunch\n");
}
END_TEST

START_TEST(file_that_is_gone)
{
    scratch_put(OWN, GOOD);
    scratch_put("end", "rm \"$path\"\n");
    Pty *pty = start("edit", "lunch");
    pty_wait_for(pty, "was missing; knead wrote it again");
    end(pty, 1);
    scratch_expect(OWN, GOOD);
}
END_TEST

/* An editor that left the terminal in its own mode, or was killed in it. */
START_TEST(terminal_is_given_back)
{
    scratch_put("1.yaml", BAD);
    scratch_put("end", "stty raw -echo\n");
    Pty *pty = start("new", "lunch");
    pty_wait_for(pty, QUESTION);
    pty_check_given_back(pty);
    pty_send(pty, "k\r");
    end(pty, 1);
}
END_TEST

static const int numbers[] = {SIGTERM, SIGHUP, SIGKILL};

/* What the editor has written is on the disk, whatever ends knead meanwhile. */
START_TEST(ended_while_the_editor_is_open)
{
    scratch_put("1.yaml", BAD);
    scratch_put("end", "echo open\ntrap 'exit 0' TERM HUP\nread line\n");
    Pty *pty = start("new", "lunch");
    pty_wait_for(pty, "open");
    pty_signal(pty, numbers[_i]);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + numbers[_i]);
    pty_end(pty);
    scratch_expect(OWN, BAD);
}
END_TEST

START_TEST(ended_at_the_question)
{
    scratch_put("1.yaml", BAD);
    Pty *pty = start("new", "lunch");
    pty_wait_for(pty, QUESTION);
    pty_send(pty, PTY_CTRL_C);
    end(pty, 128 + SIGINT);
    scratch_expect(OWN, BAD);
}
END_TEST

Suite *suite_pty_new(void)
{
    Suite *suite = suite_create("pty_new");
    TCase *tcase = tcase_create("pty_new");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_add_loop_test(tcase, back_and_right, 0, 2);
    tcase_add_loop_test(tcase, kept_as_it_is, 0, ARRAY_LEN(keeps));
    tcase_add_test(tcase, new_thrown_away);
    tcase_add_test(tcase, edit_thrown_away);
    tcase_add_test(tcase, warnings_alone_are_kept);
    tcase_add_test(tcase, nothing_changed);
    tcase_add_test(tcase, new_stays_as_it_began);
    tcase_add_loop_test(tcase, shipped_one_is_copied, 0, 2);
    tcase_add_test(tcase, broken_one_opens_at_its_problem);
    tcase_add_test(tcase, editor_that_fails);
    tcase_add_test(tcase, editor_that_is_not_there);
    tcase_add_test(tcase, file_that_is_gone);
    tcase_add_test(tcase, terminal_is_given_back);
    tcase_add_loop_test(tcase, ended_while_the_editor_is_open, 0, ARRAY_LEN(numbers));
    tcase_add_test(tcase, ended_at_the_question);
    suite_add_tcase(suite, tcase);
    return suite;
}
