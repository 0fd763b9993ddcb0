/* SPDX-License-Identifier: MIT */
/* Whether a voice shall speak: when it is asked, and what comes of each answer. The voice is a script that notes what it
 * is given. */
#include <check.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/home.h"
#include "support/scratch.h"

Suite *suite_voice_question(void);

enum { ARM, CALF };

#define VOICE "bin/espeak-ng"
#define SAID "bin/said"

static const AppOptions usual;
static char *path;

static void set_up(void)
{
    home_set_up();
    scratch_take_away(HOME_SETTINGS);
    scratch_put(VOICE, "#!/bin/sh\nwhile read -r line; do echo \"$line\" >>\"${0%/*}/said\"; done\n");
    scratch_set_mode(VOICE, 0700);
    path = memory_copy_text(getenv("PATH"));
    scratch_set("PATH", "bin");
    unsetenv("SSH_CONNECTION");
    unsetenv("SSH_CLIENT");
    unsetenv("SSH_TTY");
    unsetenv("SPEECHD_ADDRESS");
}

static void tear_down(void)
{
    setenv("PATH", path, 1);
    free(path);
    scratch_remove();
}

static void expect_top(App *app, const Screen *screen)
{
    ck_assert_str_eq(home_top(app), screen->name);
}

/* At the page of the calf, home below it. */
static App *open_calf(AppOptions options)
{
    App *app = home_make_app_with(options);
    ck_assert(app_start_home(app));
    app_set_window(app, 80, 24, false);
    app_open_records(app);
    while (home_top(app) != screen_home.name)
        app_key(app, 'q');
    while (app_due_ns(app) == 0)
        app_beat(app, home_at_s(0));
    home_ask(app, REQUEST_OPEN, CALF);
    expect_top(app, &screen_routine);
    return app;
}

static void expect_playing(App *app, bool has_voice)
{
    expect_top(app, &screen_player);
    ck_assert(app_is_playing(app));
    ck_assert_int_eq(app_model(app)->switches.voice, has_voice);
}

static const struct {
    const char *when;
    AppOptions options;
    const char *settings, *variable; /* NULL: none, none set */
    bool has_voice, is_asked;
} times[] = {
    {"nothing is said of it", {0}, NULL, NULL, true, true},
    {"something else is said", {0}, "pace: auto\n", NULL, true, true},
    {"it is said in a wrong word", {0}, "voice: perhaps\n", NULL, true, true},
    {"on", {0}, "voice: on\n", NULL, true, false},
    {"off", {0}, "voice: off\n", NULL, true, false},
    {"a command", {0}, "voice: [say]\n", NULL, true, false},
    {"no voice is there", {0}, NULL, NULL, false, false},
    {"over ssh", {0}, NULL, "SSH_CONNECTION", true, false},
    {"at a terminal of ssh", {0}, NULL, "SSH_TTY", true, false},
    {"--mute", {.is_mute = true}, NULL, NULL, true, false},
    {"--quiet", {.is_quiet = true}, NULL, NULL, true, false},
    {"--yes", {.yes = true}, NULL, NULL, true, false},
    {"a rehearsal", {.speed = 2}, NULL, NULL, true, false},
    {"nobody can answer", {.is_unattended = true}, NULL, NULL, true, false},
};

START_TEST(asked_where_it_means_something)
{
    if (times[_i].settings)
        scratch_put(HOME_SETTINGS, times[_i].settings);
    if (times[_i].variable)
        setenv(times[_i].variable, "a test", 1);
    if (!times[_i].has_voice)
        scratch_take_away(VOICE);
    App *app = open_calf(times[_i].options);
    ck_assert(!app_asks_about_voice(app));
    app_key(app, KEY_ENTER_KEY);
    ck_assert_msg(app_asks_about_voice(app) == times[_i].is_asked, "%s", times[_i].when);
    ck_assert(app_is_playing(app) != times[_i].is_asked);
    app_free(app);
}
END_TEST

static const struct {
    int32_t key;
    bool has_voice;
    const char *line;
} answers[] = {
    {'y', true, "\nvoice: on\n"},
    {KEY_ENTER_KEY, true, "\nvoice: on\n"},
    {'n', false, "\nvoice: off\n"},
};

START_TEST(answer_is_stored_and_starts)
{
    App *app = open_calf(usual);
    app_key(app, KEY_ENTER_KEY);
    expect_top(app, &screen_voice);
    app_key(app, answers[_i].key);
    expect_playing(app, answers[_i].has_voice);
    ck_assert_ptr_null(app_model(app)->notice);
    scratch_expect_part(HOME_SETTINGS, answers[_i].line);
    app_free(app);
    app = open_calf(usual);
    app_key(app, KEY_ENTER_KEY);
    while (!app_is_playing(app)) /* the first one was left */
        app_key(app, 's');
    expect_playing(app, answers[_i].has_voice);
    app_free(app);
}
END_TEST

START_TEST(back_starts_nothing_and_it_is_asked_again)
{
    static const int32_t keys[] = {'q', KEY_ESCAPE_KEY};
    App *app = open_calf(usual);
    for (int turn = 0; turn < 2; turn++) {
        app_key(app, KEY_ENTER_KEY);
        expect_top(app, &screen_voice);
        app_key(app, keys[_i]);
        expect_top(app, &screen_routine);
        ck_assert(!app_is_playing(app));
        ck_assert(!app_model(app)->switches.voice);
    }
    scratch_expect(HOME_SETTINGS, NULL);
    app_free(app);
}
END_TEST

/* The folder of the settings is a file; later it is there, with settings that say nothing of it. */
START_TEST(answer_that_cannot_be_stored_holds_for_now)
{
    scratch_put("plain", "");
    scratch_set("XDG_CONFIG_HOME", "plain");
    App *app = open_calf(usual);
    app_key(app, KEY_ENTER_KEY);
    app_key(app, 'y');
    ck_assert_ptr_nonnull(app_model(app)->notice);
    expect_playing(app, true);
    scratch_take_away("plain");
    scratch_put("plain/knead/config.yaml", "pace: mine\n");
    app_key(app, 'q');
    home_ask(app, REQUEST_EDIT_SETTINGS, 0);
    app_edited(app, true);
    ck_assert_uint_eq(app_model(app)->settings->pace, PACE_MINE);
    home_ask(app, REQUEST_OPEN, CALF);
    home_ask(app, REQUEST_START, 0);
    ck_assert(!app_asks_about_voice(app));
    ck_assert(app_model(app)->switches.voice);
    app_free(app);
}
END_TEST

START_TEST(sample_is_heard_and_is_no_answer)
{
    App *app = open_calf(usual);
    app_key(app, KEY_ENTER_KEY);
    app_key(app, 'h');
    app_keep(app);
    while (app_is_heard(app)) {
        struct pollfd end = {.fd = app_voice_descriptor(app), .events = POLLIN};
        poll(&end, 1, 100);
        app_keep(app);
    }
    scratch_expect(SAID, "This is how I sound. Left side.\n");
    expect_top(app, &screen_voice);
    app_key(app, 'q');
    ck_assert(!app_model(app)->switches.voice);
    scratch_expect(HOME_SETTINGS, NULL);
    app_free(app);
}
END_TEST

/* Left 20 s into the calf, with no word about the voice. */
static void leave_calf(void)
{
    App *app = open_calf((AppOptions){.is_mute = true});
    app_key(app, KEY_ENTER_KEY);
    app_keep(app);
    app_beat(app, home_at_s(0));
    app_beat(app, home_at_s(20));
    app_keep(app);
    app_key(app, 'q');
    app_keep(app);
    app_free(app);
}

static App *resume(AppOptions options)
{
    char *problem = NULL;
    App *app = home_make_app_with(options);
    ck_assert_msg(app_start_resume(app, &problem), "%s", problem);
    app_set_window(app, 80, 24, false);
    expect_top(app, &screen_player);
    return app;
}

/* Once the first screen was drawn, over the session that stands. */
START_TEST(asked_before_one_is_gone_on_with)
{
    static const struct {
        int32_t key;
        bool has_voice;
    } ways[] = {{'y', true}, {'n', false}, {'q', false}};
    leave_calf();
    App *app = resume(usual);
    ck_assert(app_open_records(app).draw);
    expect_top(app, &screen_voice);
    app_key(app, ways[_i].key);
    expect_playing(app, ways[_i].has_voice);
    ck_assert_int_eq(app_model(app)->session->state, SESSION_PAUSED);
    app_free(app);
}
END_TEST

START_TEST(not_asked_where_it_goes_on_by_itself)
{
    leave_calf();
    App *app = resume((AppOptions){.yes = true});
    app_open_records(app);
    expect_playing(app, false);
    app_free(app);
}
END_TEST

START_TEST(asked_before_the_offered_one_goes_on)
{
    leave_calf();
    App *app = home_make_app_with(usual);
    app_start_home(app);
    app_open_records(app);
    expect_top(app, &screen_resume);
    app_key(app, 'g');
    expect_top(app, &screen_voice);
    app_key(app, 'q');
    expect_top(app, &screen_resume);
    ck_assert(!app_is_playing(app));
    app_key(app, 'g');
    app_key(app, 'y');
    expect_playing(app, true);
    ck_assert_int_eq(session_at_ms(app_model(app)->session), 20000);
    app_free(app);
}
END_TEST

/* So that going back from it has ended nothing. */
START_TEST(asked_before_what_becomes_of_the_left_one)
{
    leave_calf();
    App *app = open_calf(usual);
    app_key(app, KEY_ENTER_KEY);
    expect_top(app, &screen_voice);
    app_key(app, 'n');
    expect_top(app, &screen_another);
    app_key(app, 's');
    expect_playing(app, false);
    app_free(app);
}
END_TEST

Suite *suite_voice_question(void)
{
    Suite *suite = suite_create("voice_question");
    TCase *tests = tcase_create("voice_question");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, asked_where_it_means_something, 0, ARRAY_LEN(times));
    tcase_add_loop_test(tests, answer_is_stored_and_starts, 0, ARRAY_LEN(answers));
    tcase_add_loop_test(tests, back_starts_nothing_and_it_is_asked_again, 0, 2);
    tcase_add_test(tests, answer_that_cannot_be_stored_holds_for_now);
    tcase_add_test(tests, sample_is_heard_and_is_no_answer);
    tcase_add_loop_test(tests, asked_before_one_is_gone_on_with, 0, 3);
    tcase_add_test(tests, not_asked_where_it_goes_on_by_itself);
    tcase_add_test(tests, asked_before_the_offered_one_goes_on);
    tcase_add_test(tests, asked_before_what_becomes_of_the_left_one);
    suite_add_tcase(suite, tests);
    return suite;
}
