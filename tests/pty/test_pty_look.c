/* SPDX-License-Identifier: MIT */
/* What a person has set of keys and looks, in a real terminal. */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "support/pty.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_pty_look(void);

#define CONFIG "knead/config.yaml"

static const char *const calf[] = {"play", "calf-hamstring-smash", "--yes", NULL};

START_TEST(chosen_keys_are_shown_and_work)
{
    scratch_put(CONFIG, "voice: off\nlevel: standard\nkeys: {pause: p, stop: X, help: F}\n");
    Pty *pty = pty_start(NULL, calf);
    pty_wait_for(pty, "p pause");
    pty_wait_for(pty, "F help");
    pty_send(pty, "p");
    pty_wait_for(pty, "p resume");
    pty_send(pty, " q");
    pty_send(pty, "F");
    pty_wait_for(pty, "pause or resume");
    pty_send(pty, "F");
    pty_wait_for(pty, "p resume");
    pty_send(pty, "X");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

/* Whatever the settings say. */
START_TEST(ctrl_c_quits)
{
    scratch_put(CONFIG, "voice: off\nlevel: standard\nkeys: {stop: X, quit: Q}\n");
    Pty *pty = pty_start(NULL, calf);
    pty_wait_for(pty, "X stop");
    pty_send(pty, PTY_CTRL_C);
    ck_assert_int_eq(pty_wait_exit(pty), 130);
    pty_end(pty);
}
END_TEST

START_TEST(lines_name_them_too)
{
    static const char *const lines[] = {"play", "calf-hamstring-smash", "--yes", "--plain", NULL};
    scratch_put(CONFIG, "voice: off\nlevel: standard\nkeys: {pause: p, help: F}\n");
    Pty *pty = pty_start(NULL, lines);
    pty_wait_for(pty, "Get ready");
    pty_send(pty, "F");
    pty_wait_for(pty, "p: pause or resume");
    pty_send(pty, "p");
    pty_wait_for(pty, "Press p to resume.");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_end(pty);
}
END_TEST

/* A key that is used twice is told with its place. */
START_TEST(a_key_used_twice_is_an_error)
{
    scratch_put(CONFIG, "keys:\n  pause: p\n  next: p\n");
    Run run = run_knead("check", NULL);
    ck_assert_int_eq(run.status, 1);
    ck_assert_ptr_nonnull(
        strstr(run.err, "config.yaml:3:9: error: 'p' cannot be a key of next: it is pause (during a session)"));
    run_release(&run);
}
END_TEST

Suite *suite_pty_look(void)
{
    Suite *suite = suite_create("pty_look");
    TCase *tcase = tcase_create("look");
    tcase_add_checked_fixture(tcase, scratch_make_usual_home, scratch_remove);
    tcase_add_test(tcase, chosen_keys_are_shown_and_work);
    tcase_add_test(tcase, ctrl_c_quits);
    tcase_add_test(tcase, lines_name_them_too);
    tcase_add_test(tcase, a_key_used_twice_is_an_error);
    suite_add_tcase(suite, tcase);
    return suite;
}
