/* SPDX-License-Identifier: MIT */
/* The numbers and the note of a session on their way into the records. */
#include "app/session_numbers.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "platform/clock.h"
#include "support/home.h"
#include "support/pty.h"
#include "support/records.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_session_numbers(void);

enum { ARM, CALF, MEASURED, SESSION_S = 100 };

static const char measured[] = "knead: 1\ntitle: Measured\ncheck: {say: Knee to the wall., unit: cm, better: more}\n"
                               "moves:\n  - {name: Arm, areas: forearms, prepare: 0, hold: 30s}\n";

static void set_up(void)
{
    home_set_up();
    scratch_put("routines/measured.yaml", measured);
    snprintf(records_path, sizeof records_path, "%s/knead/knead.db", scratch_folder);
}

/* Long before now: what is pressed after the session was not meant for its last hold. */
static Moment at_s(int64_t seconds)
{
    Moment moment = clock_now();
    moment.awake_ns += (seconds - 1000) * 1000000000;
    moment.real_ns = moment.awake_ns;
    return moment;
}

static void type(App *app, const char *keys)
{
    for (; *keys; keys++) {
        app_key(app, *keys == '!' ? KEY_ENTER_KEY : *keys == '~' ? KEY_ESCAPE_KEY : *keys);
        app_keep(app);
    }
}

/* To the end of the session of a routine, with those keys on its page. */
static App *play(int32_t routine, const char *keys)
{
    App *app = home_open();
    home_ask(app, REQUEST_OPEN, routine);
    type(app, keys);
    ck_assert_str_eq(home_top(app), "player");
    const Moment start = at_s(0), end = at_s(SESSION_S);
    app_beat(app, start);
    app_beat(app, end);
    app_keep(app);
    ck_assert_str_eq(home_top(app), "after");
    return app;
}

static int64_t count(const char *where)
{
    char *sql = memory_print("SELECT count(*) FROM sessions WHERE %s", where);
    const int64_t found = records_ask_raw(sql);
    free(sql);
    return found;
}

/* The keys on the page of the routine and on the one after it, and what the records say then. */
static const struct {
    int32_t routine;
    const char *before, *after, *where;
} cases[] = {
    {ARM, "!", "", "before_tenths IS NULL AND after_tenths IS NULL AND note IS NULL"},
    {ARM, "6!", "", "before_tenths = 60 AND after_tenths IS NULL"},
    {ARM, "10!", "", "before_tenths = 100"},
    {ARM, "6!", "3", "before_tenths = 60 AND after_tenths = 30"},
    {ARM, "!", "3", "before_tenths IS NULL AND after_tenths = 30"},
    {ARM, "6!", "10", "before_tenths = 60 AND after_tenths = 100"},
    {ARM, "6!", "3b5!", "before_tenths = 50 AND after_tenths = 30"}, /* corrected */
    {ARM, "6!", "3b5~", "before_tenths = 60 AND after_tenths = 30"},
    {ARM, "6!", "3nEased, a lot.!", "note = 'Eased, a lot.' AND after_tenths = 30"},
    {ARM, "!", "nOne!n, two!", "note = 'One, two'"},
    {MEASURED, "4.5!!", "", "before_tenths = 45 AND unit = 'cm'"},
    {MEASURED, "4~!", "", "before_tenths IS NULL"},
    {MEASURED, "4.5!!", "6!", "before_tenths = 45 AND after_tenths = 60 AND more_is_better = 1"},
};

START_TEST(go_into_the_records)
{
    App *app = play(cases[_i].routine, cases[_i].before);
    type(app, cases[_i].after);
    ck_assert_str_eq(home_top(app), "after");
    ck_assert_msg(count(cases[_i].where) == 1, "not: %s", cases[_i].where);
    app_free(app);
}
END_TEST

START_TEST(another_routine_is_asked_anew)
{
    App *app = home_open();
    home_ask(app, REQUEST_OPEN, ARM);
    type(app, "6");
    ck_assert_int_eq(app_model(app)->measure.before_tenths, 60);
    home_ask(app, REQUEST_MINUTES, 1); /* the same one */
    ck_assert_int_eq(app_model(app)->measure.before_tenths, 60);
    type(app, "q");
    home_ask(app, REQUEST_OPEN, CALF);
    ck_assert_int_eq(app_model(app)->measure.before_tenths, MEASURE_NOT_SAID);
    app_free(app);
}
END_TEST

/* It can be started at once, and asks how it feels now. */
START_TEST(again_shows_the_routine)
{
    App *app = play(ARM, "6!");
    type(app, "3g");
    ck_assert_str_eq(home_top(app), "routine");
    const Model *model = app_model(app);
    ck_assert_ptr_null(model->session);
    ck_assert_str_eq(model->plan->title, "Arm");
    ck_assert_int_eq(model->measure.before_tenths, MEASURE_NOT_SAID);
    type(app, "2!");
    ck_assert_str_eq(home_top(app), "player");
    app_keep(app);
    ck_assert_int_eq(count("before_tenths = 60 AND after_tenths = 30"), 1);
    ck_assert_int_eq(count("before_tenths = 20 AND state = 'running'"), 1);
    app_free(app);
}
END_TEST

/* In the history it is corrected in the same way, and the page below knows it. */
START_TEST(a_past_one_is_corrected)
{
    App *app = play(ARM, "6!");
    type(app, "3H");
    ck_assert_str_eq(home_top(app), "history");
    home_ask(app, REQUEST_RECORD, 0);
    ck_assert_str_eq(home_top(app), "record");
    type(app, "b7!a2!nWarm!");
    ck_assert_str_eq(home_top(app), "record");
    const SessionRecord *record = app_model(app)->history.record;
    ck_assert_int_eq(record->measure.before_tenths, 70);
    ck_assert_int_eq(record->measure.after_tenths, 20);
    ck_assert_str_eq(record->note, "Warm");
    ck_assert_int_eq(count("before_tenths = 70 AND after_tenths = 20 AND note = 'Warm'"), 1);
    type(app, "a!n~"); /* as it was */
    ck_assert_int_eq(app_model(app)->history.record->measure.after_tenths, 20);
    type(app, "qq");
    ck_assert_str_eq(home_top(app), "after");
    ck_assert_int_eq(app_model(app)->session->measure.before_tenths, 70);
    ck_assert_str_eq(app_model(app)->note, "Warm");
    type(app, "q");
    ck_assert_str_eq(home_top(app), "home");
    app_free(app);
}
END_TEST

/* As the last hold ended, a key was pressed that was meant for it. */
START_TEST(a_key_too_many_says_nothing)
{
    App *app = home_open();
    home_ask(app, REQUEST_OPEN, ARM);
    type(app, "!");
    app_beat(app, at_s(1000 - SESSION_S));
    app_beat(app, at_s(1000 + SESSION_S)); /* not long before now, however slow this is */
    app_keep(app);
    ck_assert_str_eq(home_top(app), "after");
    type(app, "5nb");
    ck_assert_str_eq(home_top(app), "after");
    ck_assert_int_eq(count("after_tenths IS NULL"), 1);
    app_free(app);
}
END_TEST

START_TEST(a_rehearsal_asks_nothing)
{
    App *app = home_make_app_with((AppOptions){.is_mute = true, .speed = 30});
    ck_assert(app_start_home(app));
    app_set_window(app, 80, 24, false);
    app_open_records(app);
    home_ask(app, REQUEST_OPEN, ARM);
    type(app, "6");
    ck_assert_int_eq(app_model(app)->measure.before_tenths, MEASURE_NOT_SAID);
    type(app, "!");
    app_beat(app, at_s(0));
    app_beat(app, at_s(SESSION_S));
    ck_assert_str_eq(home_top(app), "after");
    type(app, "3n");
    ck_assert_str_eq(home_top(app), "after");
    ck_assert_int_eq(app_model(app)->session->measure.after_tenths, MEASURE_NOT_SAID);
    app_free(app);
}
END_TEST

/* In line mode, each is a line that is typed. */
START_TEST(lines_ask_before_and_after)
{
    scratch_put("knead/config.yaml", "voice: off\n");
    scratch_put("arm.yaml", "knead: 1\ntitle: Arm\ncheck: Turn it.\nmoves:\n"
                            "  - {name: Arm, areas: forearms, prepare: 0, hold: 2s}\n");
    char *path = scratch_path("arm.yaml");
    const char *const command[] = {"play", path, "--plain", NULL};
    Pty *pty = pty_start(&(PtyOptions){.rows = 60}, command);
    pty_skip_health(pty);
    pty_wait_for(pty, "Try first: Turn it.");
    pty_wait_for(pty, "How does it feel now, from 0, fine, to 10, worst? Enter skips.");
    pty_send(pty, "x12" PTY_ENTER);
    pty_wait_for(pty, "Type a whole number from 0 to 10. Enter skips.");
    pty_send(pty, "19\x7f"
                  "0" PTY_ENTER);
    pty_wait_for(pty, "Done: 1 move, 2 s.");
    pty_wait_for(pty, "Try it again: Turn it.");
    pty_send(pty, "3" PTY_ENTER);
    pty_wait_for(pty, "A note? Enter skips.");
    pty_send(pty, "Quick and warmm\x7f." PTY_ENTER);
    pty_wait_for(pty, "Quick and warm.");
    pty_wait_for(pty, "Before 10, after 3: 7 better.");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
    free(path);
    ck_assert_int_eq(count("before_tenths = 100 AND after_tenths = 30 AND note = 'Quick and warm.'"), 1);
}
END_TEST

Suite *suite_session_numbers(void)
{
    Suite *suite = suite_create("session_numbers");
    TCase *tests = tcase_create("session_numbers");
    tcase_add_checked_fixture(tests, set_up, scratch_remove);
    tcase_add_loop_test(tests, go_into_the_records, 0, (int)ARRAY_LEN(cases));
    tcase_add_test(tests, another_routine_is_asked_anew);
    tcase_add_test(tests, again_shows_the_routine);
    tcase_add_test(tests, a_past_one_is_corrected);
    tcase_add_test(tests, a_key_too_many_says_nothing);
    tcase_add_test(tests, a_rehearsal_asks_nothing);
    tcase_add_test(tests, lines_ask_before_and_after);
    suite_add_tcase(suite, tests);
    return suite;
}
