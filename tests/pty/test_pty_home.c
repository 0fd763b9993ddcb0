/* SPDX-License-Identifier: MIT */
/* From opening to the first hold, as a person does it: by keys, by the mouse, for the first time and the next. */
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_pty_home(void);

#define CONFIG "knead/config.yaml"

static Pty *open_first(void)
{
    Pty *pty = pty_start(NULL, NULL);
    pty_wait_for(pty, "Before the first session");
    pty_send(pty, PTY_ENTER);
    pty_wait_gone(pty, "Before the first session");
    pty_wait_for(pty, "Where do you need it?");
    return pty;
}

static void quit(Pty *pty)
{
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}

START_TEST(three_choices_to_the_first_hold)
{
    Pty *pty = open_first();
    pty_send(pty, PTY_DOWN);
    pty_wait_for(pty, "Achilles");
    pty_wait_for(pty, "Calves at the Desk");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "ends at");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "GET READY");
    pty_send(pty, "q");
    pty_wait_for(pty, "Where do you need it?");
    quit(pty);
}
END_TEST

/* A press and a release at a cell, as xterm reports them. */
static void click(Pty *pty, int row, int column)
{
    char report[64];
    snprintf(report, sizeof report, "\x1b[<0;%d;%dM\x1b[<0;%d;%dm", column + 1, row + 1, column + 1, row + 1);
    pty_send(pty, report);
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

START_TEST(mouse_opens_a_routine_and_is_silent_in_the_player)
{
    int row, column;
    Pty *pty = open_first();
    pty_wait_for(pty, "Calves at the Desk");
    ck_assert(pty_find(pty, "Calves at the Desk", &row, &column));
    ck_assert(reports_mouse(pty));
    click(pty, row, column + 2);
    pty_wait_for(pty, "ends at");
    ck_assert(reports_mouse(pty));
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "GET READY");
    ck_assert(!reports_mouse(pty));
    pty_signal(pty, SIGTERM);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + SIGTERM);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

START_TEST(mouse_is_given_back_by_every_way_out)
{
    static const int ends[] = {SIGTERM, SIGHUP, SIGABRT};
    Pty *pty = open_first();
    pty_send(pty, PTY_CTRL_Z);
    pty_wait_stopped(pty);
    pty_check_given_back(pty);
    pty_continue(pty);
    pty_wait_for(pty, "Where do you need it?");
    pty_signal(pty, ends[_i]);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + ends[_i]);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

START_TEST(chip_is_remembered)
{
    int row, column;
    scratch_put(CONFIG, "# mine\nplaces: [desk] # at work\n");
    Pty *pty = open_first();
    pty_wait_gone(pty, "still to read"); /* chips move while tools are found */
    ck_assert(pty_find(pty, " doorway", &row, &column));
    click(pty, row, column + 1);
    pty_send(pty, "s");
    pty_wait_for(pty, "[x] doorway");
    scratch_expect_part(CONFIG, "# mine\nplaces: [desk, doorway] # at work\n");
    pty_send(pty, "q");
    pty_wait_for(pty, "Where do you need it?");
    quit(pty);
    pty = pty_start(NULL, NULL);
    pty_wait_for(pty, "Where do you need it?");
    pty_send(pty, "s");
    pty_wait_for(pty, "[x] doorway");
    pty_send(pty, "q");
    pty_wait_for(pty, "Where do you need it?");
    quit(pty);
}
END_TEST

START_TEST(escape_alone_is_a_key)
{
    Pty *pty = open_first();
    pty_send(pty, PTY_ESCAPE);
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_end(pty);
}
END_TEST

START_TEST(advice_comes_once)
{
    quit(open_first());
    Pty *pty = pty_start(NULL, NULL);
    pty_wait_for(pty, "Where do you need it?");
    pty_wait_for(pty, "51 routines");
    pty_send(pty, "?");
    pty_wait_for(pty, "your own routines");
    pty_send(pty, "q");
    pty_wait_for(pty, "Where do you need it?");
    quit(pty);
}
END_TEST

START_TEST(offer_comes_before_the_advice)
{
    static const char *const command[] = {"play", "calf-hamstring-smash", "--yes", NULL};
    Pty *pty = pty_start(NULL, command);
    pty_wait_for(pty, "Calf on a ball");
    pty_send(pty, "n");
    pty_wait_for(pty, "14:28 left");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_end(pty);
    pty = pty_start(NULL, NULL);
    pty_wait_for(pty, "throw away");
    pty_send(pty, "ty");
    pty_wait_for(pty, "Before the first session");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "Where do you need it?");
    quit(pty);
}
END_TEST

START_TEST(broken_settings_are_told_of)
{
    scratch_put(CONFIG, "places: [dsek]\nminutes: 6\n");
    Pty *pty = open_first();
    pty_wait_for(pty, "6 min");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_wait_for(pty, "config.yaml:1:10:");
    pty_end(pty);
}
END_TEST

START_TEST(light_theme_is_used_at_once)
{
    Pty *pty = open_first();
    int row, column;
    pty_send(pty, "s");
    pty_wait_for(pty, "Settings");
    const PtyCell before = pty_cell(pty, 0, 1);
    scratch_put(CONFIG, "");
    pty_send(pty, "/light");
    pty_wait_for(pty, "( ) light");
    ck_assert(pty_find(pty, "( ) light", &row, &column));
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "(x) light");
    ck_assert_int_ne(pty_cell(pty, 0, 1).foreground, before.foreground);
    pty_end(pty);
}
END_TEST

/* From the home screen to the page of Calves at the Desk. */
static Pty *open_calves(void)
{
    Pty *pty = open_first();
    pty_send(pty, PTY_DOWN);
    pty_wait_for(pty, "Calves at the Desk");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "ends at");
    return pty;
}

START_TEST(a_swap_is_not_dropped_without_a_word)
{
    Pty *pty = open_calves();
    pty_send(pty, PTY_DOWN);
    pty_send(pty, "s");
    pty_wait_for(pty, "Calf stretch");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "press w to keep it");
    pty_send(pty, "q");
    pty_wait_for(pty, "Calf stretch instead of Toes up on the ball: for this session only.");
    quit(pty);
}
END_TEST

START_TEST(a_session_that_was_left_stays)
{
    Pty *pty = open_calves();
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "GET READY");
    pty_send(pty, PTY_RIGHT);
    pty_wait_for(pty, "6:23 left");
    pty_send(pty, "q");
    pty_wait_for(pty, "resume Calves at the Desk");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "ends at");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "end it (stays in your history) and start this one");
    pty_send(pty, "q");
    pty_wait_gone(pty, "keep what was done");
    pty_send(pty, "q");
    pty_wait_for(pty, "Where do you need it?");
    pty_send(pty, "r");
    pty_wait_for(pty, "move 1 of 3");
    pty_end(pty);
}
END_TEST

START_TEST(line_mode_gives_the_advice)
{
    static const char *const command[] = {"play", "desk-calves", "--plain", NULL};
    Pty *pty = pty_start(&(PtyOptions){.rows = 60}, command);
    pty_wait_for(pty, "knead help safety");
    pty_skip_health(pty);
    pty_skip_number(pty);
    pty_wait_for(pty, "Start? (y/n)");
    pty_send(pty, "n");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_end(pty);
    pty = pty_start(&(PtyOptions){.rows = 60}, command);
    pty_skip_number(pty);
    pty_wait_for(pty, "Start? (y/n)");
    ck_assert(!pty_find(pty, "knead help safety", NULL, NULL));
    pty_end(pty);
}
END_TEST

Suite *suite_pty_home(void)
{
    Suite *suite = suite_create("pty_home");
    TCase *tcase = tcase_create("pty_home");
    tcase_add_checked_fixture(tcase, scratch_make_usual_home, scratch_remove);
    tcase_add_test(tcase, three_choices_to_the_first_hold);
    tcase_add_test(tcase, mouse_opens_a_routine_and_is_silent_in_the_player);
    tcase_add_loop_test(tcase, mouse_is_given_back_by_every_way_out, 0, 3);
    tcase_add_test(tcase, chip_is_remembered);
    tcase_add_test(tcase, escape_alone_is_a_key);
    tcase_add_test(tcase, advice_comes_once);
    tcase_add_test(tcase, offer_comes_before_the_advice);
    tcase_add_test(tcase, broken_settings_are_told_of);
    tcase_add_test(tcase, light_theme_is_used_at_once);
    tcase_add_test(tcase, a_swap_is_not_dropped_without_a_word);
    tcase_add_test(tcase, a_session_that_was_left_stays);
    tcase_add_test(tcase, line_mode_gives_the_advice);
    suite_add_tcase(suite, tcase);
    return suite;
}
