/* SPDX-License-Identifier: MIT */
/* What the screens before a session ask of the app: settings, shared moves, swapping, putting together. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "ui/action.h"

Suite *suite_choosing(void);

static const char calf[] = "knead: 1\ntitle: Calf\nmoves:\n"
                           "  - use: calf-strip\n"
                           "  - name: Foot\n    areas: feet\n    tools: [golf-ball]\n    hold: 30s\n";

static const char arm[] = "knead: 1\ntitle: Arm\nmoves:\n  - name: Arm\n    areas: forearms\n    hold: 30s\n";

static const char shared[] =
    "knead: 1\nmoves:\n"
    "  calf-press:\n    name: Press\n    areas: calves\n    tools: [block]\n    hold: 40s\n"
    "  calf-roll:\n    name: \"Roll 'n' rest\"\n    areas: calves\n    not_with: [clot]\n    hold: 50s\n"
    "  calf-strip:\n    name: Strip\n    areas: calves\n    sides: both\n    where: floor\n    instead: [heel-rock]\n"
    "    hold: 60s\n"
    "  calf-wall:\n    name: Wall\n    areas: calves\n    where: wall\n    hold: 40s\n"
    "  heel-rock:\n    name: Rock\n    areas: feet\n    not_with: [disc]\n    hold: 20s\n";

static const char comment[] = "# my own words\n";

static char folder[64], config[96];

static void put_file(const char *name, const char *text)
{
    char *path = path_join(folder, name), *above = path_folder(path);
    ck_assert(path_make_folder(above));
    ck_assert(file_write(path, text, strlen(text)));
    free(above);
    free(path);
}

static void set_up(void)
{
    strcpy(folder, "/tmp/knead-choose-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(config, sizeof config, "%s/knead/config.yaml", folder);
    setenv("XDG_DATA_HOME", folder, 1);
    setenv("XDG_CONFIG_HOME", folder, 1);
    put_file("routines/calf.yaml", calf);
    put_file("routines/arm.yaml", arm);
    put_file("routines/moves/shared.yaml", shared);
}

static void tear_down(void)
{
    char *command = memory_print("rm -r '%s'", folder);
    ck_assert_int_eq(system(command), 0);
    free(command);
}

static Moment at_s(double seconds)
{
    const int64_t ns = (int64_t)(seconds * 1e9) + 1000000000000;
    return (Moment){.awake_ns = ns, .real_ns = ns};
}

static App *make_app(void)
{
    char *routines = path_join(folder, "routines"), *problem = NULL;
    Library *library = library_new(routines, NULL);
    ck_assert(library_scan(library, &problem));
    free(routines);
    return app_new(library, &(AppOptions){0});
}

/* At home, everything read, the advice too. */
static App *at_home(void)
{
    App *app = make_app();
    ck_assert(app_start_home(app));
    app_set_window(app, 80, 24, false);
    app_open_records(app);
    if (app_advice(app))
        app_key(app, KEY_ENTER_KEY);
    while (app_due_ns(app) == 0)
        app_beat(app, at_s(0));
    return app;
}

static const Model *ask(App *app, RequestKind kind, int32_t value)
{
    app_model(app);
    app_perform(app, (Request){.kind = kind, .value = value});
    return app_model(app);
}

static const char *top(App *app)
{
    const Screen *screen = screens_top(app_screens(app));
    return screen ? screen->name : "none";
}

static void expect_in_file(const char *text)
{
    char *bytes = NULL;
    size_t length;
    ck_assert_int_eq(file_read(config, 4096, &bytes, &length), FILE_READ);
    ck_assert_msg(strstr(bytes, text), "'%s' is not in:\n%s", text, bytes);
    free(bytes);
}

START_TEST(tools_are_those_of_routines_and_settings)
{
    static const char *const expected[] = {"golf-ball", "tennis-ball"};
    put_file("knead/config.yaml", "tools: [tennis-ball]\n");
    App *app = at_home();
    const TextList tools = app_model(app)->tools;
    ck_assert_uint_eq(tools.count, ARRAY_LEN(expected));
    for (size_t i = 0; i < tools.count; i++)
        ck_assert_str_eq(tools.items[i], expected[i]);
    app_free(app);
}
END_TEST

static const struct {
    RequestKind kind;
    int32_t value;
    const char *line;       /* of the file then */
    const char *back;       /* asked the same once more */
} changes[] = {
    {REQUEST_PLACE, PLACE_FLOOR, "places: [desk, floor]", "places: [desk]"},
    {REQUEST_PLACE, PLACE_DESK, "places: []", "places: [desk]"},
    {REQUEST_HEALTH, HEALTH_DISC, "health: [disc]", "health: []"},
    {REQUEST_TOOL, 0, "tools: [golf-ball]", "tools: []"},
    {REQUEST_HAVE_MINUTES, 7, "minutes: 7", "minutes: 7"},
    {REQUEST_FIRST, FIRST_BEHIND, "first: behind", "first: behind"},
    {REQUEST_THEME, THEME_LIGHT, "theme: light", "theme: light"},
};

START_TEST(change_is_kept_and_comments_too)
{
    put_file("knead/config.yaml", "# my own words\nplaces: [desk]\n");
    App *app = at_home();
    ck_assert_ptr_null(ask(app, changes[_i].kind, changes[_i].value)->notice);
    expect_in_file(changes[_i].line);
    expect_in_file(comment);
    ask(app, changes[_i].kind, changes[_i].value);
    expect_in_file(changes[_i].back);
    app_free(app);
}
END_TEST

START_TEST(any_minutes_take_the_line_out)
{
    App *app = at_home();
    ask(app, REQUEST_HAVE_MINUTES, 7);
    expect_in_file("\nminutes: 7\n");
    ck_assert_int_eq(ask(app, REQUEST_HAVE_MINUTES, 0)->settings->minutes, 0);
    char *bytes = NULL;
    size_t length;
    ck_assert_int_eq(file_read(config, 4096, &bytes, &length), FILE_READ);
    ck_assert_ptr_null(strstr(bytes, "\nminutes:"));
    free(bytes);
    app_free(app);
}
END_TEST

/* A file stands where the folder should be. */
START_TEST(change_that_cannot_be_kept_holds_for_now)
{
    put_file("plain", "");
    char *plain = path_join(folder, "plain");
    setenv("XDG_CONFIG_HOME", plain, 1);
    free(plain);
    App *app = at_home();
    const Model *model = ask(app, REQUEST_PLACE, PLACE_BED);
    ck_assert_ptr_nonnull(model->notice);
    ck_assert_uint_eq(model->settings->places.count, 1);
    ck_assert_int_eq(model->settings->places.items[0], PLACE_BED);
    app_free(app);
}
END_TEST

START_TEST(broken_settings_are_told_of_and_the_rest_holds)
{
    put_file("knead/config.yaml", "places: [flor]\nminutes: 7\n");
    App *app = at_home();
    const Model *model = app_model(app);
    ck_assert_int_eq(model->settings->minutes, 7);
    ck_assert_ptr_nonnull(strstr(model->settings_problem, "config.yaml:1:10: "));
    ck_assert_ptr_nonnull(strstr(app_trouble(app), "config.yaml:1:10: "));
    ck_assert_ptr_null(app_trouble(app));
    app_free(app);
}
END_TEST

START_TEST(settings_are_edited_and_read_again)
{
    App *app = at_home();
    app_perform(app, (Request){.kind = REQUEST_SETTINGS});
    ck_assert_str_eq(top(app), screen_settings.name);
    ck_assert(app_perform(app, (Request){.kind = REQUEST_EDIT_SETTINGS}).edit);
    expect_in_file("# health: [");
    char **command = app_edit_command(app);
    ck_assert_str_eq(command[1], config);
    app_free_command(command);
    put_file("knead/config.yaml", "minutes: 12\n");
    app_edited(app, true);
    ck_assert_int_eq(app_model(app)->settings->minutes, 12);
    app_free(app);
}
END_TEST

START_TEST(library_has_all_moves)
{
    App *app = at_home();
    ck_assert_ptr_null(app_model(app)->moves);
    const Model *model = ask(app, REQUEST_LIBRARY, 0);
    ck_assert_str_eq(top(app), screen_library.name);
    ck_assert_uint_eq(model->move_count, 5);
    ck_assert_str_eq(model->moves[0].id, "calf-press");
    model = ask(app, REQUEST_OPEN_MOVE, 1);
    ck_assert_str_eq(top(app), screen_routine.name);
    ck_assert_str_eq(model->plan->title, "Roll 'n' rest");
    ck_assert_uint_eq(model->plan->move_count, 1);
    ask(app, REQUEST_BACK, 0);
    ck_assert_str_eq(top(app), screen_library.name);
    app_free(app);
}
END_TEST

/* What the settings say, and who may stand in for the calf strip then, the named one first. */
static const struct {
    const char *settings;
    const char *ids[4];
} swaps[] = {
    {"", {"heel-rock", "calf-press", "calf-roll"}},
    {"tools: [golf-ball]\n", {"heel-rock", "calf-roll"}},
    {"tools: [block]\nhealth: [clot]\n", {"heel-rock", "calf-press"}},
    {"health: [disc, clot]\n", {"calf-press"}},
};

START_TEST(what_may_stand_in)
{
    put_file("knead/config.yaml", swaps[_i].settings);
    App *app = at_home();
    ask(app, REQUEST_OPEN, 1);
    const Model *model = ask(app, REQUEST_SWAPS, 0);
    ck_assert_str_eq(top(app), screen_swap.name);
    ck_assert_int_eq(model->looked_at, 0);
    size_t count = 0;
    for (; count < ARRAY_LEN(swaps[_i].ids) && swaps[_i].ids[count]; count++) {
        ck_assert_uint_lt(count, model->swap_count);
        ck_assert_str_eq(model->swaps[count].id, swaps[_i].ids[count]);
        ck_assert_int_eq(model->swaps[count].is_named, strcmp(swaps[_i].ids[count], "heel-rock") == 0);
    }
    ck_assert_uint_eq(model->swap_count, count);
    app_free(app);
}
END_TEST

START_TEST(swapped_move_stays_when_minutes_change)
{
    App *app = at_home();
    ask(app, REQUEST_OPEN, 1);
    ask(app, REQUEST_SWAPS, 0);
    const Model *model = ask(app, REQUEST_SWAP, 2);
    ck_assert_str_eq(top(app), screen_routine.name);
    ck_assert_str_eq(model->plan->moves[0].name, "Roll 'n' rest");
    ck_assert_str_eq(model->plan->moves[1].name, "Foot");
    model = ask(app, REQUEST_MINUTES, 1);
    ck_assert_msg(model->plan != NULL, "%s", model->plan_problem);
    ck_assert_str_eq(model->plan->moves[0].name, "Roll 'n' rest");
    ask(app, REQUEST_MINUTES, 0);
    model = ask(app, REQUEST_SWAPS, 0);
    ck_assert_str_eq(model->swaps[0].id, "calf-strip"); /* the way back */
    ck_assert_str_eq(ask(app, REQUEST_SWAP, 0)->plan->moves[0].name, "Strip");
    app_free(app);
}
END_TEST

START_TEST(health_leaves_out)
{
    put_file("knead/config.yaml", "health: [disc]\n");
    put_file("routines/both.yaml", "knead: 1\ntitle: Both\nmoves:\n  - use: heel-rock\n  - use: calf-strip\n");
    App *app = make_app();
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
    } firsts[] = {{"", SIDE_LEFT}, {"first: right\n", SIDE_RIGHT}, {"first: left\n", SIDE_LEFT},
                  {"first: behind\n", SIDE_LEFT}};
    put_file("knead/config.yaml", firsts[_i].settings);
    App *app = at_home();
    ck_assert_int_eq(ask(app, REQUEST_OPEN, 1)->plan->steps[0].side, firsts[_i].first);
    app_free(app);
}
END_TEST

/* The left is worked and left: then the right is behind. */
START_TEST(side_that_is_behind_comes_first)
{
    put_file("knead/config.yaml", "first: behind\n");
    App *app = at_home();
    ck_assert_int_eq(app_model(app)->area_days[AREA_CALVES], MODEL_NEVER);
    ask(app, REQUEST_OPEN, 1);
    ask(app, REQUEST_START, 0);
    app_keep(app);
    app_beat(app, at_s(0));
    app_beat(app, at_s(40));
    app_keep(app);
    app_perform(app, (Request){.kind = REQUEST_COMMAND, .command = COMMAND_LEAVE});
    app_keep(app);
    ck_assert_str_eq(top(app), screen_home.name);
    ck_assert_int_eq(app_model(app)->area_days[AREA_CALVES], 0);
    ck_assert_int_eq(app_model(app)->area_days[AREA_FEET], MODEL_NEVER);
    ck_assert_int_eq(app_model(app)->entry_days[0], MODEL_NEVER);
    ck_assert_int_eq(app_model(app)->entry_days[1], 0);
    ck_assert_int_eq(ask(app, REQUEST_OPEN, 1)->plan->steps[0].side, SIDE_RIGHT);
    app_free(app);
}
END_TEST

START_TEST(put_together_or_told_why_not)
{
    put_file("knead/config.yaml", "minutes: 3\n");
    App *app = at_home();
    const Model *model = ask(app, REQUEST_COMPOSE, AREA_CALVES);
    ck_assert_str_eq(top(app), screen_routine.name);
    ck_assert_msg(model->plan != NULL, "%s", model->plan_problem);
    ck_assert_int_eq(model->plan->moves[0].areas.items[0], AREA_CALVES);
    ask(app, REQUEST_BACK, 0);
    model = ask(app, REQUEST_COMPOSE, AREA_JAW);
    ck_assert_str_eq(top(app), screen_home.name);
    ck_assert_ptr_nonnull(model->notice);
    app_free(app);
}
END_TEST

START_TEST(longer_than_the_time_is_fitted)
{
    put_file("knead/config.yaml", "minutes: 2\n");
    App *app = at_home();
    const Model *model = ask(app, REQUEST_OPEN, 1);
    ck_assert_int_eq(model->minutes, 2);
    ck_assert_int_le(model->plan->seconds, 120);
    ask(app, REQUEST_BACK, 0);
    ck_assert_int_eq(ask(app, REQUEST_OPEN, 0)->minutes, 0);
    app_free(app);
}
END_TEST

START_TEST(about_a_move_of_the_plan)
{
    App *app = at_home();
    ask(app, REQUEST_OPEN, 1);
    ck_assert_int_eq(ask(app, REQUEST_ABOUT, 1)->looked_at, 1);
    ck_assert_str_eq(top(app), screen_about.name);
    ask(app, REQUEST_BACK, 0);
    ck_assert_int_eq(ask(app, REQUEST_ABOUT, 9)->looked_at, -1);
    app_free(app);
}
END_TEST

/* Read to the end it is not shown again; left by another way it is. */
START_TEST(advice_is_given_once)
{
    App *app = make_app();
    app_start_home(app);
    ck_assert_ptr_null(app_advice(app));
    app_open_records(app);
    ck_assert_ptr_nonnull(app_advice(app));
    if (_i == 0)
        app_key(app, KEY_ENTER_KEY);
    else
        app_key(app, KEY_INTERRUPT);
    app_free(app);
    app = make_app();
    app_start_home(app);
    app_open_records(app);
    ck_assert_int_eq(app_advice(app) != NULL, _i == 1);
    app_free(app);
}
END_TEST

START_TEST(clicks_are_wanted_where_they_mean_something)
{
    App *app = at_home();
    ck_assert(app_wants_clicks(app));
    ask(app, REQUEST_OPEN, 1);
    ck_assert(app_wants_clicks(app));
    ask(app, REQUEST_START, 0);
    ck_assert(!app_wants_clicks(app));
    app_free(app);
}
END_TEST

Suite *suite_choosing(void)
{
    Suite *suite = suite_create("choosing");
    TCase *tcase = tcase_create("choosing");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, tools_are_those_of_routines_and_settings);
    tcase_add_loop_test(tcase, change_is_kept_and_comments_too, 0, ARRAY_LEN(changes));
    tcase_add_test(tcase, any_minutes_take_the_line_out);
    tcase_add_test(tcase, change_that_cannot_be_kept_holds_for_now);
    tcase_add_test(tcase, broken_settings_are_told_of_and_the_rest_holds);
    tcase_add_test(tcase, settings_are_edited_and_read_again);
    tcase_add_test(tcase, library_has_all_moves);
    tcase_add_loop_test(tcase, what_may_stand_in, 0, ARRAY_LEN(swaps));
    tcase_add_test(tcase, swapped_move_stays_when_minutes_change);
    tcase_add_test(tcase, health_leaves_out);
    tcase_add_loop_test(tcase, first_side_is_the_one_that_is_said, 0, 4);
    tcase_add_test(tcase, side_that_is_behind_comes_first);
    tcase_add_test(tcase, put_together_or_told_why_not);
    tcase_add_test(tcase, longer_than_the_time_is_fitted);
    tcase_add_test(tcase, about_a_move_of_the_plan);
    tcase_add_loop_test(tcase, advice_is_given_once, 0, 2);
    tcase_add_test(tcase, clicks_are_wanted_where_they_mean_something);
    suite_add_tcase(suite, tcase);
    return suite;
}
