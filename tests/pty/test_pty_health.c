/* SPDX-License-Identifier: MIT */
/* Where it hurts the clock stands, on a screen and in lines, and stands still when the session is gone on with. A no
 * leaves out what it was asked for. */
#include <check.h>
#include <signal.h>
#include <stdlib.h>

#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_pty_health(void);

static const struct {
    const char *option, *stopped, *going_on;
} modes[] = {{NULL, "STOPPED: it hurt", "GOING ON"}, {"--plain", "The clock is stopped.", "Resuming in 3 s."}};

static void wait_for_what_to_do(Pty *pty, int mode)
{
    pty_wait_for(pty, modes[mode].stopped);
    pty_wait_for(pty, "Come off it. Let it rest.");
    pty_wait_for(pty, "Space");
}

START_TEST(stopped_until_the_person_goes_on)
{
    const char *const command[] = {"play", "calf-hamstring-smash", "--yes", modes[_i].option, NULL};
    const char *const resume[] = {"resume", modes[_i].option, NULL};
    Pty *pty = pty_start(NULL, command);
    pty_wait_for(pty, "Calf on a ball");
    pty_send(pty, "n!");
    wait_for_what_to_do(pty, _i);
    pty_send(pty, "d");
    pty_wait_for(pty, "Ease off first"); /* by then it is kept */
    pty_signal(pty, SIGKILL);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + SIGKILL);
    pty_end(pty);

    pty = pty_start(NULL, resume);
    wait_for_what_to_do(pty, _i);
    pty_send(pty, "d");
    pty_wait_for(pty, "Ease off first");
    pty_send(pty, " ");
    pty_wait_for(pty, modes[_i].going_on);
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

static const char asking[] = "knead: 1\ntitle: Asking\nmoves:\n"
                             "  - {name: Heel, areas: feet, prepare: 0, hold: 60s, confirm: Skin well?}\n"
                             "  - {name: Toe, areas: feet, prepare: 0, hold: 60s}\n";

START_TEST(a_no_leaves_out_one_move)
{
    scratch_put("asking.yaml", asking);
    char *path = scratch_path("asking.yaml");
    const char *const command[] = {"play", path, modes[_i].option, NULL};
    Pty *pty = pty_start(NULL, command);
    if (_i == 0) {
        pty_wait_for(pty, "Before the first session");
        pty_send(pty, PTY_ENTER);
        pty_wait_for(pty, "enter start");
        pty_send(pty, PTY_ENTER);
    }
    if (_i == 1) {
        pty_skip_health(pty);
        pty_skip_number(pty);
    }
    pty_wait_for(pty, "Skin well?");
    pty_send(pty, "n");
    pty_wait_for(pty, "Left out: Heel.");
    if (_i == 1)
        pty_wait_for(pty, "The rest: 1 min, 1 move. Start? (y/n)");
    pty_send(pty, _i == 0 ? PTY_ENTER : "y");
    pty_wait_for(pty, _i == 0 ? "move 1 of 1, 1 skipped" : "Hold 1 min: Toe.");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_end(pty);
    free(path);
}
END_TEST

Suite *suite_pty_health(void)
{
    Suite *suite = suite_create("pty_health");
    TCase *tcase = tcase_create("pty_health");
    tcase_add_checked_fixture(tcase, scratch_make_usual_home, scratch_remove);
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, stopped_until_the_person_goes_on, 0, 2);
    tcase_add_loop_test(tcase, a_no_leaves_out_one_move, 0, 2);
    suite_add_tcase(suite, tcase);
    return suite;
}
