/* SPDX-License-Identifier: MIT */
/* Settings, as the app reads, changes and heeds them. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "platform/editor.h"
#include "support/home.h"
#include "support/scratch.h"

Suite *suite_preferences(void);

START_TEST(tools_are_those_of_routines_moves_and_settings)
{
    static const char *const expected[] = {"block", "golf-ball", "tennis-ball"};
    scratch_put(HOME_SETTINGS, "tools: [tennis-ball]\n");
    App *app = home_open();
    const ModelTools tools = app_model(app)->tools;
    ck_assert_uint_eq(tools.count, ARRAY_LEN(expected));
    for (size_t i = 0; i < tools.count; i++)
        ck_assert_str_eq(tools.items[i].name, expected[i]);
    app_free(app);
}
END_TEST

static const char comment[] = "# my own words\n";

static const struct {
    RequestKind kind;
    int32_t value;
    const char *line; /* of the file then */
    const char *back; /* asked the same once more */
} changes[] = {
    {REQUEST_PLACE, PLACE_FLOOR, "places: [desk, floor]", "places: [desk]"},
    {REQUEST_PLACE, PLACE_DESK, "places: []", "places: [desk]"},
    {REQUEST_PLACE, MODEL_ANY, "places: []", "places: []"},
    {REQUEST_HEALTH, HEALTH_DISC, "health: [disc]", "health: []"},
    {REQUEST_TOOL, 0, "tools: [block]", "tools: []"}, /* which only a shared move uses */
    {REQUEST_TOOL, 1, "tools: [golf-ball]", "tools: []"},
    {REQUEST_TOOL, MODEL_NO_TOOL, "tools: [none]", "tools: []"},
    {REQUEST_TOOL, MODEL_ANY, "tools: []", "tools: []"},
    {REQUEST_HAVE_MINUTES, 7, "minutes: 7", "minutes: 7"},
    {REQUEST_PER_WEEK, 4, "per_week: 4", "per_week: 4"},
    {REQUEST_FIRST, FIRST_BEHIND, "first: behind", "first: behind"},
    {REQUEST_PACE, PACE_MINE, "pace: mine", "pace: mine"},
    {REQUEST_VOICE, VOICE_ON, "voice: on", "voice: on"},
    {REQUEST_VOICE, VOICE_OFF, "voice: off", "voice: off"},
    {REQUEST_SPOKEN, SPOKEN_NAMES, "words: names", "words: names"},
    {REQUEST_RATE, 120, "rate: 120", "rate: 120"},
    {REQUEST_SOUND_CHOICE, SOUND_BELL, "sound: bell", "sound: bell"},
    {REQUEST_VOLUME, 40, "volume: 40", "volume: 40"},
    {REQUEST_THEME, THEME_LIGHT, "theme: light", "theme: light"},
    {REQUEST_MOTION, MOTION_OFF, "motion: off", "motion: off"},
    {REQUEST_NOTICES, NOTICES_OSC_99, "notices: osc-99", "notices: osc-99"},
    {REQUEST_AWAKE, AWAKE_OFF, "awake: off", "awake: off"},
};

START_TEST(change_is_kept_and_comments_too)
{
    scratch_put(HOME_SETTINGS, "# my own words\nplaces: [desk]\n");
    App *app = home_open();
    ck_assert_ptr_null(home_ask(app, changes[_i].kind, changes[_i].value)->notice);
    scratch_expect_part(HOME_SETTINGS, changes[_i].line);
    scratch_expect_part(HOME_SETTINGS, comment);
    home_ask(app, changes[_i].kind, changes[_i].value);
    scratch_expect_part(HOME_SETTINGS, changes[_i].back);
    app_free(app);
}
END_TEST

/* A routine is marked and unmarked, by its place in the list or as the one that is shown; the order is kept. */
START_TEST(favourites_come_and_go)
{
    scratch_put(HOME_SETTINGS, "# my own words\nfavourites: [gone]\n");
    App *app = home_open();
    ck_assert_ptr_nonnull(strstr(home_ask(app, REQUEST_FAVOURITE, 1)->notice, "is a favourite now"));
    scratch_expect_part(HOME_SETTINGS, "favourites: [gone, calf]");
    home_ask(app, REQUEST_OPEN, 0);
    home_ask(app, REQUEST_FAVOURITE, -1);
    scratch_expect_part(HOME_SETTINGS, "favourites: [gone, calf, arm]");
    ck_assert_ptr_nonnull(strstr(home_ask(app, REQUEST_FAVOURITE, 1)->notice, "no favourite any more"));
    scratch_expect_part(HOME_SETTINGS, "favourites: [gone, arm]");
    scratch_expect_part(HOME_SETTINGS, comment);
    home_ask(app, REQUEST_FAVOURITE, 99);
    scratch_expect_part(HOME_SETTINGS, "favourites: [gone, arm]");
    app_free(app);
}
END_TEST

START_TEST(what_is_not_in_the_library_is_no_favourite)
{
    App *app = home_open();
    home_ask(app, REQUEST_COMPOSE, AREA_CALVES);
    ck_assert_ptr_nonnull(strstr(home_ask(app, REQUEST_FAVOURITE, -1)->notice, "Save it first"));
    ck_assert_uint_eq(app_model(app)->settings->favourites.count, 0);
    app_free(app);
}
END_TEST

/* What is due follows the settings at once, and is not known before all was read. */
START_TEST(what_is_due_follows_the_settings)
{
    App *app = home_make_app();
    app_start_home(app);
    ck_assert_ptr_null(app_model(app)->due);
    app_free(app);
    app = home_open();
    ck_assert_uint_eq(app_model(app)->due->count, 2);
    ck_assert_uint_eq(home_ask(app, REQUEST_HAVE_MINUTES, 1)->due->count, 1);
    ck_assert_uint_eq(home_ask(app, REQUEST_HAVE_MINUTES, 0)->due->count, 2);
    ck_assert_int_eq(home_ask(app, REQUEST_PER_WEEK, 5)->streak->least, 5);
    app_free(app);
}
END_TEST

/* What no screen asks for changes nothing. */
static const struct {
    RequestKind kind;
    int32_t value;
} no_changes[] = {
    {REQUEST_FIRST, -1},
    {REQUEST_FIRST, FIRST_COUNT},
    {REQUEST_SPOKEN, SPOKEN_COUNT},
    {REQUEST_RATE, 49},
    {REQUEST_RATE, -1},
    {REQUEST_VOLUME, 101},
    {REQUEST_HAVE_MINUTES, -1},
    {REQUEST_VOICE, VOICE_NOT_SAID},
    {REQUEST_VOICE, VOICE_COMMAND},
};

START_TEST(value_out_of_range_changes_nothing)
{
    scratch_put(HOME_SETTINGS, "voice: [say, a]\nrate: 70\n");
    App *app = home_open();
    const Settings *settings = home_ask(app, no_changes[_i].kind, no_changes[_i].value)->settings;
    scratch_expect(HOME_SETTINGS, "voice: [say, a]\nrate: 70\n");
    ck_assert_uint_eq(settings->voice, VOICE_COMMAND);
    ck_assert_int_eq(settings->rate_percent, 70);
    app_free(app);
}
END_TEST

START_TEST(on_takes_the_place_of_a_command)
{
    scratch_put(HOME_SETTINGS, "voice:\n  - espeak-ng # mine\n  - --stdin\n");
    App *app = home_open();
    const Settings *settings = home_ask(app, REQUEST_VOICE, VOICE_ON)->settings;
    scratch_expect(HOME_SETTINGS, "voice: on\n  # mine\n");
    ck_assert_uint_eq(settings->voice, VOICE_ON);
    ck_assert_uint_eq(settings->voice_command.count, 0);
    app_free(app);
}
END_TEST

START_TEST(no_tools_and_a_tool_take_turns)
{
    App *app = home_open();
    home_ask(app, REQUEST_TOOL, 1);
    const ToolsAtHand *tools = &home_ask(app, REQUEST_TOOL, MODEL_NO_TOOL)->settings->tools;
    ck_assert(tools->is_said && tools->names.count == 0);
    scratch_expect_part(HOME_SETTINGS, "\ntools: [none]\n");
    tools = &home_ask(app, REQUEST_TOOL, 1)->settings->tools;
    ck_assert_uint_eq(tools->names.count, 1);
    scratch_expect_part(HOME_SETTINGS, "\ntools: [golf-ball]\n");
    app_free(app);
}
END_TEST

/* The block is known by a shared move that no routine uses. */
static const struct {
    const char *tools, *problem;
} known[] = {
    {"[golf-ball, block]", NULL},
    {"none", NULL},
    {"[block, golf-bal]", "config.yaml:1:16: no move uses the tool 'golf-bal'"},
};

START_TEST(tools_that_no_move_knows_are_told_of)
{
    scratch_print(HOME_SETTINGS, "tools: %s\n", known[_i].tools);
    App *app = home_open();
    const Model *model = app_model(app);
    ck_assert_msg((model->settings_problem != NULL) == (known[_i].problem != NULL), "%s", model->settings_problem);
    if (known[_i].problem) {
        ck_assert_ptr_nonnull(strstr(model->settings_problem, known[_i].problem));
        ck_assert_ptr_nonnull(strstr(model->notice, known[_i].problem));
        scratch_put(HOME_SETTINGS, "tools: [golf-ball]\n");
        home_ask(app, REQUEST_EDIT_SETTINGS, 0);
        app_edited(app, true);
        ck_assert_ptr_null(app_model(app)->settings_problem);
    }
    app_free(app);
}
END_TEST

START_TEST(any_minutes_take_the_line_out)
{
    App *app = home_open();
    home_ask(app, REQUEST_HAVE_MINUTES, 7);
    scratch_expect_part(HOME_SETTINGS, "\nminutes: 7\n");
    ck_assert_int_eq(home_ask(app, REQUEST_HAVE_MINUTES, 0)->settings->minutes, 0);
    char *text = scratch_text(HOME_SETTINGS);
    ck_assert_ptr_nonnull(text);
    ck_assert_ptr_null(strstr(text, "\nminutes:"));
    free(text);
    app_free(app);
}
END_TEST

/* A file stands where the folder should be. */
START_TEST(change_that_cannot_be_kept_holds_for_now)
{
    scratch_put("plain", "");
    scratch_set("XDG_CONFIG_HOME", "plain");
    App *app = home_open();
    const Model *model = home_ask(app, REQUEST_PLACE, PLACE_BED);
    ck_assert_ptr_nonnull(model->notice);
    ck_assert_uint_eq(model->settings->places.count, 1);
    ck_assert_int_eq(model->settings->places.items[0], PLACE_BED);
    app_free(app);
}
END_TEST

START_TEST(broken_settings_are_told_of_and_the_rest_holds)
{
    scratch_put(HOME_SETTINGS, "places: [flor]\nminutes: 7\n");
    App *app = home_open();
    const Model *model = app_model(app);
    ck_assert_int_eq(model->settings->minutes, 7);
    ck_assert_ptr_nonnull(strstr(model->settings_problem, "config.yaml:1:10: "));
    ck_assert_ptr_nonnull(strstr(app_problem(app), "config.yaml:1:10: "));
    ck_assert_ptr_null(app_problem(app));
    app_free(app);
}
END_TEST

START_TEST(settings_are_edited_and_read_again)
{
    scratch_take_away(HOME_SETTINGS);
    App *app = home_open();
    app_perform(app, (Request){.kind = REQUEST_SHOW, .screen = &screen_settings});
    ck_assert_str_eq(home_top(app), screen_settings.name);
    ck_assert(app_perform(app, (Request){.kind = REQUEST_EDIT_SETTINGS}).edit);
    scratch_expect_part(HOME_SETTINGS, "# health: [");
    char **command = app_edit_command(app), *path = scratch_path(HOME_SETTINGS);
    ck_assert_str_eq(command[1], path);
    struct stat status;
    ck_assert_int_eq(stat(path, &status), 0);
    ck_assert_uint_eq(status.st_mode & 0777, 0600);
    editor_free_command(command);
    free(path);
    scratch_put(HOME_SETTINGS, "minutes: 12\n");
    app_edited(app, true);
    ck_assert_int_eq(app_model(app)->settings->minutes, 12);
    app_free(app);
}
END_TEST

START_TEST(health_leaves_out)
{
    scratch_put(HOME_SETTINGS, "health: [disc]\n");
    scratch_put("routines/both.yaml", "knead: 1\ntitle: Both\nmoves:\n  - use: heel-rock\n  - use: calf-strip\n");
    App *app = home_make_app();
    const char *const names[] = {"both"};
    char *problem = NULL;
    ck_assert_msg(app_start_play(app, names, 1, &problem), "%s", problem);
    ck_assert_uint_eq(app_model(app)->plan->move_count, 1);
    ck_assert_ptr_nonnull(strstr(app_model(app)->plan->ruled_out, "Rock (disc)"));
    app_free(app);
}
END_TEST

START_TEST(first_side_is_the_one_that_is_said)
{
    static const struct {
        const char *settings;
        Side first;
    } firsts[] = {
        {"", SIDE_LEFT}, {"first: right\n", SIDE_RIGHT}, {"first: left\n", SIDE_LEFT}, {"first: behind\n", SIDE_LEFT}};
    scratch_put(HOME_SETTINGS, firsts[_i].settings);
    App *app = home_open();
    ck_assert_int_eq(home_ask(app, REQUEST_OPEN, 1)->plan->steps[0].side, firsts[_i].first);
    app_free(app);
}
END_TEST

START_TEST(longer_than_the_time_is_fitted)
{
    scratch_put(HOME_SETTINGS, "minutes: 2\n");
    App *app = home_open();
    const Model *model = home_ask(app, REQUEST_OPEN, 1);
    ck_assert_int_eq(model->minutes, 2);
    ck_assert_int_le(model->plan->seconds, 120);
    home_ask(app, REQUEST_BACK, 0);
    ck_assert_int_eq(home_ask(app, REQUEST_OPEN, 0)->minutes, 0);
    app_free(app);
}
END_TEST

/* With a machine that has a voice. What is turned by a key stays so until its own setting changes. */
START_TEST(voice_and_sounds_follow_their_settings)
{
    static const struct {
        RequestKind kind;
        int32_t value;
        bool voice, sound; /* then */
    } steps[] = {
        {REQUEST_VOICE, VOICE_ON, true, true},
        {REQUEST_SPEAK, 0, false, true},
        {REQUEST_PACE, PACE_MINE, false, true},
        {REQUEST_SPEAK, 0, true, true},
        {REQUEST_SOUND, 0, true, false},
        {REQUEST_RATE, 120, true, false},
        {REQUEST_SOUND_CHOICE, SOUND_BELL, true, true},
        {REQUEST_SOUND_CHOICE, SOUND_OFF, true, false},
        {REQUEST_VOICE, VOICE_OFF, false, false},
    };
    scratch_put("bin/espeak-ng", "#!/bin/sh\n");
    scratch_set_mode("bin/espeak-ng", 0700);
    char *path = memory_print("%s/bin:/usr/bin:/bin", scratch_folder);
    setenv("PATH", path, 1);
    free(path);
    unsetenv("SSH_CONNECTION");
    App *app = home_make_app_with((AppOptions){0});
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        const Model *model = home_ask(app, steps[i].kind, steps[i].value);
        ck_assert_msg(model->switches.voice == steps[i].voice && model->switches.sound == steps[i].sound,
                      "step %zu: voice %d, sound %d", i, model->switches.voice, model->switches.sound);
    }
    app_free(app);
}
END_TEST

Suite *suite_preferences(void)
{
    Suite *suite = suite_create("preferences");
    TCase *tcase = tcase_create("preference");
    tcase_add_checked_fixture(tcase, home_set_up, scratch_remove);
    tcase_add_test(tcase, tools_are_those_of_routines_moves_and_settings);
    tcase_add_loop_test(tcase, change_is_kept_and_comments_too, 0, ARRAY_LEN(changes));
    tcase_add_loop_test(tcase, value_out_of_range_changes_nothing, 0, ARRAY_LEN(no_changes));
    tcase_add_test(tcase, favourites_come_and_go);
    tcase_add_test(tcase, what_is_not_in_the_library_is_no_favourite);
    tcase_add_test(tcase, what_is_due_follows_the_settings);
    tcase_add_test(tcase, on_takes_the_place_of_a_command);
    tcase_add_test(tcase, voice_and_sounds_follow_their_settings);
    tcase_add_test(tcase, no_tools_and_a_tool_take_turns);
    tcase_add_loop_test(tcase, tools_that_no_move_knows_are_told_of, 0, (int)ARRAY_LEN(known));
    tcase_add_test(tcase, any_minutes_take_the_line_out);
    tcase_add_test(tcase, change_that_cannot_be_kept_holds_for_now);
    tcase_add_test(tcase, broken_settings_are_told_of_and_the_rest_holds);
    tcase_add_test(tcase, settings_are_edited_and_read_again);
    tcase_add_test(tcase, health_leaves_out);
    tcase_add_loop_test(tcase, first_side_is_the_one_that_is_said, 0, 4);
    tcase_add_test(tcase, longer_than_the_time_is_fitted);
    suite_add_tcase(suite, tcase);
    return suite;
}
