/* SPDX-License-Identifier: MIT */
/* A session that ends while another program holds the records: it is kept once they are free, and until then nobody says
 * that it is. */
#include "app/app.h"

#include <check.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/home.h"
#include "support/records.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_keeping(void);

#define RECORDS "knead/knead.db"

static void set_up(void)
{
    home_set_up();
    snprintf(records_path, sizeof records_path, "%s/" RECORDS, scratch_folder);
}

static int64_t count(const char *state)
{
    char query[96];
    snprintf(query, sizeof query, "SELECT count(*) FROM sessions WHERE state = '%s'", state);
    return records_ask_raw(query);
}

static void give(App *app, SessionCommand command)
{
    app_perform(app, (Request){.kind = REQUEST_COMMAND, .command = command});
}

static Effects beat(App *app, double seconds)
{
    app_beat(app, home_at_s(seconds));
    return app_keep(app);
}

/* From home, its time begun at 0. */
static App *start(void)
{
    App *app = home_open();
    app_key(app, KEY_ENTER_KEY);
    app_key(app, KEY_ENTER_KEY);
    ck_assert(app_is_playing(app));
    app_keep(app);
    beat(app, 0);
    return app;
}

static void expect_note(App *app, const char *part)
{
    const char *note = app_model(app)->done_note;
    ck_assert_msg(note && strstr(note, part), "%s", note ? note : "no note");
}

static void expect_words(App *app, const char *part)
{
    ck_assert_msg(strstr(app_last_words(app), part) != NULL, "%s", app_last_words(app));
}

START_TEST(finished_under_a_lock_is_kept_when_it_is_gone)
{
    App *app = start();
    beat(app, 10);
    sqlite3 *db = records_lock();
    app_beat(app, home_at_s(3000));
    ck_assert(app_is_finished(app));
    ck_assert_ptr_null(app_model(app)->done_note);
    ck_assert(app_keep(app).draw);
    expect_note(app, "Not in your history yet");
    expect_words(app, "not recorded yet");
    ck_assert_int_eq(app_due_ns(app), home_at_s(3001).awake_ns);
    beat(app, 3001);
    expect_note(app, "Not in your history yet");
    sqlite3_close(db);
    ck_assert(beat(app, 3002).draw);
    expect_note(app, "Saved in your history.");
    ck_assert_ptr_null(strstr(app_last_words(app), "recorded"));
    ck_assert_int_eq(app_due_ns(app), -1);
    ck_assert_int_eq(count("finished"), 1);
    ck_assert(!app_has_lost(app));
    app_free(app);
}
END_TEST

/* Also when it was put away: from home it is tried at each key, and at last when another one starts. */
START_TEST(put_away_under_a_lock_is_tried_again)
{
    App *app = start();
    beat(app, 10);
    sqlite3 *db = records_lock();
    if (_i == 0) {
        beat(app, 3000);
        app_key(app, 'q');
    } else {
        app_key(app, 'q');
    }
    app_keep(app);
    ck_assert_str_eq(home_top(app), screen_home.name);
    ck_assert_ptr_null(app_model(app)->session);
    expect_words(app, "not recorded yet");
    app_key(app, '?');
    app_key(app, KEY_ESCAPE_KEY);
    app_keep(app);
    expect_words(app, "not recorded yet");
    sqlite3_close(db);
    app_key(app, KEY_ENTER_KEY);
    app_key(app, KEY_ENTER_KEY);
    if (_i == 1)
        app_key(app, 's'); /* what was left is asked about */
    ck_assert(app_is_playing(app));
    app_keep(app);
    ck_assert_int_eq(count(_i == 0 ? "finished" : "left"), 1);
    ck_assert_int_eq(count("running"), 1);
    ck_assert(!app_has_lost(app));
    app_free(app);
}
END_TEST

START_TEST(locked_until_the_end_is_lost_and_told)
{
    App *app = start();
    beat(app, 10);
    sqlite3 *db = records_lock();
    beat(app, 3000);
    ck_assert(app_key(app, KEY_INTERRUPT).quit);
    app_leave(app);
    app_keep(app);
    ck_assert(app_has_lost(app));
    expect_words(app, "could not be recorded");
    const char *trouble = app_problem(app);
    ck_assert_msg(trouble && strstr(trouble, "could not be recorded"), "%s", trouble ? trouble : "no trouble");
    ck_assert_ptr_null(app_problem(app));
    app_free(app);
    sqlite3_close(db);
}
END_TEST

START_TEST(nothing_held_is_not_in_the_history)
{
    App *app = start();
    while (app_is_playing(app))
        give(app, COMMAND_NEXT_MOVE);
    ck_assert(app_is_finished(app));
    app_keep(app);
    expect_note(app, "You did no holds");
    ck_assert_int_eq(count("finished"), 0);
    app_free(app);
}
END_TEST

START_TEST(what_could_not_be_recorded_is_the_exit_status)
{
    scratch_put("short.yaml", "knead: 1\ntitle: Short\nmoves:\n  - {name: Foot, areas: feet, prepare: 0, hold: 1s}\n");
    scratch_make_folder(RECORDS);
    char *path = scratch_path("short.yaml"), line[160];
    snprintf(line, sizeof line, "play %s --plain%s", path, _i == 0 ? "" : " --speed 100");
    Run run = run_knead(line, NULL);
    ck_assert_int_eq(run.status, _i == 0 ? 1 : 0);
    ck_assert_msg((strstr(run.err, "not a file") != NULL) == (_i == 0), "%s", run.err);
    run_release(&run);
    free(path);
}
END_TEST

Suite *suite_keeping(void)
{
    Suite *suite = suite_create("keeping");
    TCase *tcase = tcase_create("keeping");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, finished_under_a_lock_is_kept_when_it_is_gone);
    tcase_add_loop_test(tcase, put_away_under_a_lock_is_tried_again, 0, 2);
    tcase_add_test(tcase, locked_until_the_end_is_lost_and_told);
    tcase_add_test(tcase, nothing_held_is_not_in_the_history);
    tcase_add_loop_test(tcase, what_could_not_be_recorded_is_the_exit_status, 0, 2);
    suite_add_tcase(suite, tcase);
    return suite;
}
