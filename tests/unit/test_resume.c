/* SPDX-License-Identifier: MIT */
/* A session that was left stays offered: on home, at the next start and before another one starts, until it is gone on
 * with, ended or thrown away. Nothing that was held is lost in any of these ways. */
#include "app/app.h"

#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/macros.h"
#include "support/home.h"
#include "support/pty.h"
#include "support/records.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_resume(void);

enum { ARM, CALF, HELD_MS = 15000 };

static void set_up(void)
{
    home_set_up();
    snprintf(records_path, sizeof records_path, "%s/knead/knead.db", scratch_folder);
}

static void expect_top(App *app, const Screen *screen)
{
    ck_assert_str_eq(home_top(app), screen->name);
}

static void expect_notice(App *app, const char *words)
{
    const char *notice = app_model(app)->notice;
    ck_assert_msg(notice && strstr(notice, words), "'%s' is not in: %s", words, notice ? notice : "nothing");
}

/* From the routine's page, which is on top, to so many seconds into it. */
static void follow(App *app, double from_s, double seconds)
{
    home_ask(app, REQUEST_START, 0);
    app_keep(app);
    ck_assert(app_is_playing(app));
    app_beat(app, home_at_s(from_s));
    app_beat(app, home_at_s(from_s + seconds));
    app_keep(app);
}

static void leave(App *app)
{
    app_key(app, 'q');
    app_keep(app);
    expect_top(app, &screen_home);
}

/* Left 20 s into the calf: of its first side 15 s were held. With `seconds` of 2 nothing was. */
static void leave_calf(double seconds)
{
    App *app = home_open();
    home_ask(app, REQUEST_OPEN, CALF);
    follow(app, 0, seconds);
    if (seconds > 5) {
        leave(app);
    } else {
        app_leave(app); /* a closed terminal: else nothing would be kept of it */
        app_keep(app);
    }
    app_free(app);
}

/* At the next start, the offer on top. */
static App *come_back(void)
{
    App *app = home_make_app();
    app_start_home(app);
    app_set_window(app, 80, 24, false);
    app_open_records(app);
    expect_top(app, &screen_resume);
    ck_assert_str_eq(app_model(app)->left.title, "Calf");
    return app;
}

/* At the page of another one, home below it. */
static App *come_back_to_another(void)
{
    App *app = come_back();
    app_key(app, 'q');
    home_ask(app, REQUEST_OPEN, ARM);
    expect_top(app, &screen_routine);
    return app;
}

static int64_t held_ms(void)
{
    return records_ask_raw("SELECT sum(held_ms) FROM done JOIN sessions ON sessions.id = done.session"
                           " WHERE title = 'Calf'");
}

/* How many can be gone on with. */
static int64_t left_count(void)
{
    return records_ask_raw("SELECT count(*) FROM live JOIN plans ON plans.session = live.session");
}

START_TEST(later_leaves_all_as_it_is)
{
    static const int32_t keys[] = {'q', KEY_ESCAPE_KEY};
    leave_calf(20);
    for (int turn = 0; turn < 3; turn++) {
        App *app = come_back();
        app_key(app, keys[_i]);
        expect_top(app, &screen_home);
        ck_assert_str_eq(app_model(app)->left.title, "Calf");
        ck_assert_int_eq(app_model(app)->left.at_s, 20);
        app_keep(app);
        app_free(app);
        ck_assert_int_eq(held_ms(), HELD_MS);
        ck_assert_int_eq(left_count(), 1);
    }
}
END_TEST

START_TEST(home_goes_on_with_it)
{
    leave_calf(20);
    App *app = come_back();
    app_key(app, 'q');
    app_key(app, 'r');
    expect_top(app, &screen_player);
    ck_assert_int_eq(session_at_ms(app_model(app)->session), 20000);
    ck_assert_int_eq(app_model(app)->session->state, SESSION_COUNTING);
    app_keep(app);
    leave(app);
    expect_notice(app, "press r to continue");
    ck_assert_ptr_nonnull(strstr(app_last_words(app), "`knead resume` continues it"));
    ck_assert_str_eq(app_model(app)->left.title, "Calf");
    app_free(app);
}
END_TEST

/* What was left in this run is on home at once. */
START_TEST(home_shows_what_was_just_left)
{
    App *app = home_open();
    ck_assert_ptr_null(app_model(app)->left.title);
    app_key(app, 'r');
    expect_top(app, &screen_home);
    home_ask(app, REQUEST_OPEN, CALF);
    follow(app, 0, 20);
    leave(app);
    ck_assert_str_eq(app_model(app)->left.title, "Calf");
    ck_assert(app_model(app)->left.has_done);
    app_key(app, 'r');
    ck_assert(app_is_playing(app));
    app_beat(app, home_at_s(1000));
    app_beat(app, home_at_s(2000));
    app_keep(app);
    app_key(app, 'q');
    expect_top(app, &screen_home);
    ck_assert_ptr_null(app_model(app)->left.title);
    app_free(app);
}
END_TEST

START_TEST(ended_here_it_stays_in_the_history)
{
    leave_calf(20);
    App *app = come_back();
    app_key(app, 'e');
    expect_top(app, &screen_home);
    expect_notice(app, "Calf ended; what you did stays in your history.");
    ck_assert_ptr_null(app_model(app)->left.title);
    app_free(app);
    ck_assert_int_eq(held_ms(), HELD_MS);
    ck_assert_int_eq(left_count(), 0);
    Run run = run_knead("history", NULL);
    ck_assert_ptr_nonnull(strstr(run.out, "Calf"));
    run_release(&run);
}
END_TEST

START_TEST(thrown_away_it_is_gone)
{
    leave_calf(20);
    App *app = come_back();
    app_key(app, 't');
    app_key(app, 'n');
    ck_assert_int_eq(left_count(), 1);
    app_key(app, 't');
    app_key(app, 'y');
    expect_top(app, &screen_home);
    expect_notice(app, "Thrown away: Calf.");
    app_free(app);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sessions"), 0);
}
END_TEST

/* Nothing is said to be kept where there is nothing. */
START_TEST(nothing_held_is_not_said_to_stay)
{
    leave_calf(2);
    App *app = come_back();
    ck_assert(!app_model(app)->left.has_done);
    app_key(app, 'e');
    expect_notice(app, "Calf ended; you did no holds, so nothing is saved.");
    app_free(app);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sessions"), 0);
}
END_TEST

START_TEST(another_asks_and_neither_changes_nothing)
{
    leave_calf(20);
    App *app = come_back_to_another();
    for (int turn = 0; turn < 2; turn++) {
        app_key(app, KEY_ENTER_KEY);
        expect_top(app, &screen_another);
        ck_assert(!app_is_playing(app));
        app_key(app, turn == 0 ? 'q' : KEY_ESCAPE_KEY);
        expect_top(app, &screen_routine);
        ck_assert_str_eq(app_model(app)->plan->title, "Arm");
    }
    app_keep(app);
    ck_assert_int_eq(left_count(), 1);
    ck_assert_int_eq(held_ms(), HELD_MS);
    app_free(app);
}
END_TEST

START_TEST(another_starts_and_what_was_done_is_kept)
{
    leave_calf(20);
    App *app = come_back_to_another();
    app_key(app, KEY_ENTER_KEY);
    app_key(app, 's');
    expect_top(app, &screen_player);
    ck_assert_str_eq(app_model(app)->plan->title, "Arm");
    expect_notice(app, "Calf ended; what you did stays in your history.");
    app_keep(app);
    ck_assert_int_eq(left_count(), 1); /* the one that runs */
    ck_assert_int_eq(held_ms(), HELD_MS);
    app_beat(app, home_at_s(100));
    app_beat(app, home_at_s(110));
    leave(app);
    ck_assert_str_eq(app_model(app)->left.title, "Arm");
    app_free(app);
}
END_TEST

START_TEST(the_left_one_is_gone_on_with_instead)
{
    leave_calf(20);
    App *app = come_back_to_another();
    app_key(app, KEY_ENTER_KEY);
    app_key(app, 'g');
    expect_top(app, &screen_player);
    ck_assert_str_eq(app_model(app)->plan->title, "Calf");
    ck_assert_int_eq(session_at_ms(app_model(app)->session), 20000);
    leave(app);
    app_free(app);
}
END_TEST

/* Two windows were closed: each is asked about, the newest first. */
START_TEST(each_that_was_left_is_asked_about)
{
    leave_calf(20);
    App *first = come_back_to_another(), *second = home_make_app();
    app_start_home(second);
    app_open_records(second);
    app_key(second, 'g');
    ck_assert(app_is_playing(second)); /* the calf, so that nothing is in the way here */
    follow(first, 100, 20);
    app_leave(second);
    app_keep(second);
    app_free(second);
    app_leave(first);
    app_keep(first);
    app_free(first);
    ck_assert_int_eq(left_count(), 2);
    App *app = home_make_app();
    app_start_home(app);
    app_open_records(app);
    app_key(app, 'q');
    home_ask(app, REQUEST_OPEN, ARM);
    app_key(app, KEY_ENTER_KEY);
    const char *newest = app_model(app)->left.title;
    const bool is_arm = strcmp(newest, "Arm") == 0;
    app_key(app, 's');
    expect_top(app, &screen_another);
    ck_assert_str_eq(app_model(app)->left.title, is_arm ? "Calf" : "Arm");
    ck_assert(!app_is_playing(app));
    app_key(app, 's');
    ck_assert(app_is_playing(app));
    app_keep(app);
    ck_assert_int_eq(left_count(), 1);
    app_free(app);
}
END_TEST

/* Somebody else goes on with it while it is offered here. */
START_TEST(one_that_is_followed_elsewhere_is_not_touched)
{
    leave_calf(20);
    App *app = come_back_to_another(), *other = come_back();
    app_key(other, 'g');
    ck_assert(app_is_playing(other));
    home_ask(app, REQUEST_GO_ON, 0);
    expect_notice(app, "another window");
    ck_assert_ptr_null(app_model(app)->left.title);
    app_key(app, KEY_ENTER_KEY);
    ck_assert(app_is_playing(app));
    ck_assert_int_eq(session_at_ms(app_model(other)->session), 20000);
    app_free(app);
    app_free(other);
}
END_TEST

static int start_arm(const char *options, Run *run)
{
    char *path = scratch_path("routines/short.yaml"), line[200];
    scratch_put("routines/short.yaml",
                "knead: 1\ntitle: Short\nmoves:\n  - {name: Foot, areas: feet, prepare: 0, hold: 1s}\n");
    snprintf(line, sizeof line, "play %s %s", path, options);
    free(path);
    *run = run_knead(line, NULL);
    return run->status;
}

/* Nobody can be asked, or nobody wants to be. */
START_TEST(without_questions_what_was_done_is_kept_and_told)
{
    static const char *const options[] = {"", "--yes", "--plain", "--plain --yes"};
    Run run;
    leave_calf(20);
    ck_assert_int_eq(start_arm(options[_i], &run), 0);
    ck_assert_msg(strstr(run.out, "0:00  Calf ended; what you did stays in your history.\n") != NULL, "%s", run.out);
    ck_assert_ptr_nonnull(strstr(run.out, "Done: 1 move"));
    ck_assert_str_eq(run.err, "");
    run_release(&run);
    ck_assert_int_eq(held_ms(), HELD_MS);
    ck_assert_int_eq(left_count(), 0);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sessions WHERE state = 'finished'"), 1);
}
END_TEST

START_TEST(a_rehearsal_asks_nothing_and_ends_nothing)
{
    Run run;
    leave_calf(20);
    ck_assert_int_eq(start_arm(_i == 0 ? "--speed 100" : "--speed 100 --yes", &run), 0);
    ck_assert_ptr_null(strstr(run.out, "Calf"));
    run_release(&run);
    ck_assert_int_eq(left_count(), 1);
}
END_TEST

static const struct {
    const char *key, *shown;
    int64_t left;
} answers[] = {
    {"g", "Calf, ", 1}, /* the title of the session that goes on */
    {"s", "Calf ended; what you did stays in your history.", 1},
    {"q", NULL, 1},
};

START_TEST(lines_ask_too)
{
    leave_calf(20);
    char *path = scratch_path("routines/arm.yaml");
    const char *const command[] = {"play", path, "--plain", NULL};
    Pty *pty = pty_start(NULL, command);
    pty_skip_number(pty);
    pty_wait_for(pty, "You stopped Calf at 0:20 of ");
    pty_wait_for(pty, "g: continue the unfinished session");
    pty_wait_for(pty, "q or esc: do neither");
    pty_send(pty, "x");
    pty_send(pty, answers[_i].key);
    if (answers[_i].shown) {
        pty_wait_for(pty, answers[_i].shown);
        pty_send(pty, "q");
    }
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
    free(path);
    ck_assert_int_eq(held_ms(), HELD_MS);
    ck_assert_int_eq(left_count(), _i == 1 ? 0 : 1); /* nothing was held of the arm */
}
END_TEST

/* Killed in the middle of each way. */
static void kill_at(int stage)
{
    App *app = stage < 3 ? come_back_to_another() : come_back();
    if (stage == 0)
        app_key(app, KEY_ENTER_KEY);
    if (stage == 1 || stage == 2) {
        app_key(app, KEY_ENTER_KEY);
        app_key(app, 's');
    }
    if (stage == 2)
        app_keep(app);
    if (stage >= 3)
        app_key(app, stage == 3 ? 'q' : stage == 4 ? 'e' : 'g');
    raise(SIGKILL);
}

START_TEST(a_kill_costs_nothing_that_was_held)
{
    leave_calf(20);
    fflush(NULL);
    const pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0)
        kill_at(_i);
    int status = 0;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    ck_assert_int_eq(held_ms(), HELD_MS);
    ck_assert(records_are_whole());
    App *app = home_make_app();
    app_start_home(app);
    app_open_records(app);
    const char *left = app_model(app)->left.title;
    const bool is_ended = _i == 1 || _i == 4, is_another = _i == 2;
    if (is_ended)
        ck_assert_ptr_null(left);
    else
        ck_assert_str_eq(left, is_another ? "Arm" : "Calf");
    app_free(app);
}
END_TEST

Suite *suite_resume(void)
{
    Suite *suite = suite_create("resume");
    TCase *tcase = tcase_create("resume");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, later_leaves_all_as_it_is, 0, 2);
    tcase_add_test(tcase, home_goes_on_with_it);
    tcase_add_test(tcase, home_shows_what_was_just_left);
    tcase_add_test(tcase, ended_here_it_stays_in_the_history);
    tcase_add_test(tcase, thrown_away_it_is_gone);
    tcase_add_test(tcase, nothing_held_is_not_said_to_stay);
    tcase_add_test(tcase, another_asks_and_neither_changes_nothing);
    tcase_add_test(tcase, another_starts_and_what_was_done_is_kept);
    tcase_add_test(tcase, the_left_one_is_gone_on_with_instead);
    tcase_add_test(tcase, each_that_was_left_is_asked_about);
    tcase_add_test(tcase, one_that_is_followed_elsewhere_is_not_touched);
    tcase_add_loop_test(tcase, without_questions_what_was_done_is_kept_and_told, 0, 4);
    tcase_add_loop_test(tcase, a_rehearsal_asks_nothing_and_ends_nothing, 0, 2);
    tcase_add_loop_test(tcase, lines_ask_too, 0, ARRAY_LEN(answers));
    tcase_add_loop_test(tcase, a_kill_costs_nothing_that_was_held, 0, 6);
    suite_add_tcase(suite, tcase);
    return suite;
}
