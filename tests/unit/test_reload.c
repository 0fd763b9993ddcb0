/* SPDX-License-Identifier: MIT */
/* What the app makes of files that change while it is open, found the plain way: by looking at each key and step. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "app/reload.h"
#include "app/state.h"
#include "base/macros.h"
#include "base/memory.h"
#include "session/advance.h"
#include "support/home.h"
#include "support/scratch.h"

Suite *suite_reload(void);

#define ONE_MOVE(title, name) "knead: 1\ntitle: " title "\nmoves:\n  - {name: " name ", areas: calves, hold: 30s}\n"

static double now_s;

static App *open_home(void)
{
    App *app = home_open();
    app_watch(app, false);
    now_s = 1;
    return app;
}

/* A key that means nothing, and the time until all is quiet. */
static void look(App *app)
{
    app_key(app, 'Q');
    for (int64_t due_ns; (due_ns = app_due_ns(app)) >= 0;) {
        now_s += 0.05;
        app_beat(app, home_at_s(now_s));
    }
}

static int32_t index_of(const App *app, const char *id)
{
    for (size_t i = 0; i < library_count(app->library); i++) {
        if (strcmp(library_at(app->library, i)->id, id) == 0)
            return (int32_t)i;
    }
    return -1;
}

static void open_routine(App *app, const char *id)
{
    home_ask(app, REQUEST_OPEN, index_of(app, id));
    ck_assert_str_eq(home_top(app), screen_routine.name);
}

/* What Enter would open in a list. */
static const char *chosen(App *app)
{
    app_key(app, KEY_ENTER_KEY);
    const LibraryEntry *entry = app_model(app)->entry;
    const char *id = entry ? entry->id : "none";
    if (entry)
        app_key(app, 'q');
    return id;
}

START_TEST(a_list_keeps_its_mark_its_words_and_is_right)
{
    App *app = open_home();
    home_ask(app, REQUEST_LIBRARY, 0);
    ck_assert_str_eq(home_top(app), screen_library.name);
    app_key(app, KEY_DOWN_ARROW);
    ck_assert_str_eq(chosen(app), "calf");
    scratch_put("routines/aaa.yaml", ONE_MOVE("First", "A"));
    look(app);
    ck_assert_uint_eq(library_count(app->library), 3);
    ck_assert_ptr_nonnull(library_at(app->library, 0)->routine);
    ck_assert_str_eq(chosen(app), "calf");
    scratch_put("routines/zzz.yaml", ONE_MOVE("Last", "A"));
    scratch_take_away("routines/aaa.yaml");
    look(app);
    ck_assert_str_eq(chosen(app), "calf");
    scratch_take_away("routines/calf.yaml");
    look(app);
    ck_assert_str_eq(chosen(app), "zzz");
    app_key(app, 'q');
    ck_assert_str_eq(home_top(app), screen_home.name);
    app_free(app);
}
END_TEST

START_TEST(shared_moves_in_the_list_follow)
{
    App *app = open_home();
    home_ask(app, REQUEST_LIBRARY, 0);
    app_key(app, KEY_TAB_KEY);
    app_key(app, KEY_DOWN_ARROW);
    ck_assert_str_eq(chosen(app), "move-calf-roll");
    scratch_put("routines/moves/more.yaml",
                "knead: 1\nmoves:\n  a-first:\n    name: First\n    areas: calves\n    hold: 9s\n");
    look(app);
    ck_assert_uint_eq(app_model(app)->move_count, 6);
    ck_assert_str_eq(app_model(app)->moves[0].move->name, "First");
    ck_assert_str_eq(chosen(app), "move-calf-roll");
    app_free(app);
}
END_TEST

START_TEST(tools_are_those_that_are_named)
{
    App *app = open_home();
    ck_assert_uint_eq(app_model(app)->tools.count, 2);
    scratch_put("routines/arm.yaml", "knead: 1\ntitle: Arm\nmoves:\n"
                                     "  - {name: Arm, areas: forearms, tools: [a-stick], hold: 30s}\n");
    look(app);
    ck_assert_uint_eq(app_model(app)->tools.count, 3);
    ck_assert_str_eq(app_model(app)->tools.items[0].name, "a-stick");
    ck_assert_int_eq(app_model(app)->tools.items[0].uses, 1);
    scratch_put("routines/elbow.yaml", "knead: 1\ntitle: Elbow\nmoves:\n"
                                       "  - {name: Elbow, areas: forearms, tools: [a-stick | b-stick], hold: 30s}\n");
    look(app);
    ck_assert_uint_eq(app_model(app)->tools.count, 4);
    ck_assert_int_eq(app_model(app)->tools.items[0].uses, 2);
    ck_assert_int_eq(app_model(app)->tools.items[1].uses, 1);
    scratch_take_away("routines/elbow.yaml");
    scratch_put("routines/arm.yaml", ONE_MOVE("Arm", "Arm"));
    look(app);
    ck_assert_uint_eq(app_model(app)->tools.count, 2);
    app_free(app);
}
END_TEST

START_TEST(the_routine_that_is_looked_at_is_what_its_file_says)
{
    App *app = open_home();
    open_routine(app, "arm");
    scratch_put("routines/arm.yaml", ONE_MOVE("Other", "New"));
    look(app);
    ck_assert_str_eq(app_model(app)->plan->title, "Other");
    ck_assert_str_eq(app_model(app)->notice, "The file changed; reloaded.");
    scratch_put("routines/arm.yaml", "knead: 1\ntitle: Arm\nmoves: []\n");
    look(app);
    ck_assert_ptr_null(app_model(app)->plan);
    ck_assert_int_eq(app_model(app)->entry->state, ENTRY_BROKEN);
    ck_assert_ptr_nonnull(strstr(app_model(app)->plan_problem, "arm.yaml:3:"));
    app_key(app, KEY_ENTER_KEY);
    ck_assert(!app_is_playing(app));
    scratch_take_away("routines/arm.yaml");
    look(app);
    ck_assert_str_eq(app_model(app)->notice, "The file of this routine was deleted.");
    scratch_put("routines/arm.yaml", ONE_MOVE("Back", "New"));
    look(app);
    ck_assert_str_eq(app_model(app)->plan->title, "Back");
    app_key(app, KEY_ENTER_KEY);
    ck_assert(app_is_playing(app));
    app_free(app);
}
END_TEST

START_TEST(what_is_the_same_disturbs_nobody)
{
    App *app = open_home();
    open_routine(app, "arm");
    scratch_put("routines/arm.yaml", ONE_MOVE("Arm", "One"));
    look(app);
    const Plan *plan = app_model(app)->plan;
    scratch_put("routines/arm.yaml", ONE_MOVE("Arm", "One"));
    look(app);
    ck_assert_ptr_eq(app_model(app)->plan, plan);
    ck_assert_ptr_null(app_model(app)->notice);
    scratch_put("routines/moves/more.yaml",
                "knead: 1\nmoves:\n  a-first:\n    name: First\n    areas: calves\n    hold: 9s\n");
    look(app);
    ck_assert_ptr_eq(app_model(app)->plan, plan);
    ck_assert_ptr_null(app_model(app)->notice);
    app_free(app);
}
END_TEST

START_TEST(the_mark_stays_on_its_move)
{
    App *app = open_home();
    open_routine(app, "calf");
    app_key(app, KEY_DOWN_ARROW);
    app_key(app, 'i');
    ck_assert_str_eq(home_top(app), screen_about.name);
    ck_assert_str_eq(app_model(app)->plan->moves[app_model(app)->looked_at].name, "Foot");
    scratch_put("routines/calf.yaml", "knead: 1\ntitle: Calf\nmoves:\n  - {name: New, areas: feet, hold: 9s}\n"
                                      "  - use: calf-strip\n  - {name: Foot, areas: feet, hold: 30s}\n");
    look(app);
    ck_assert_str_eq(home_top(app), screen_routine.name);
    app_key(app, 'i');
    ck_assert_str_eq(app_model(app)->plan->moves[app_model(app)->looked_at].name, "Foot");
    app_free(app);
}
END_TEST

START_TEST(a_swap_goes_over_to_the_move_as_it_is_now)
{
    App *app = open_home();
    open_routine(app, "calf");
    home_ask(app, REQUEST_SWAPS, 0);
    home_ask(app, REQUEST_SWAP, 0);
    ck_assert_str_eq(app_model(app)->plan->moves[0].name, "Rock");
    home_ask(app, REQUEST_SWAPS, 1);
    scratch_put("routines/moves/shared.yaml",
                "knead: 1\nmoves:\n  calf-strip:\n    name: Strip\n    areas: calves\n    hold: 60s\n"
                "  heel-rock:\n    name: Rock more\n    areas: feet\n    hold: 20s\n");
    look(app);
    ck_assert_str_eq(home_top(app), screen_routine.name);
    ck_assert_str_eq(app_model(app)->plan->moves[0].name, "Rock more");
    scratch_put("routines/moves/shared.yaml",
                "knead: 1\nmoves:\n  calf-strip:\n    name: Strip\n    areas: calves\n    hold: 60s\n");
    look(app);
    ck_assert_str_eq(app_model(app)->plan->moves[0].name, "Strip");
    app_free(app);
}
END_TEST

START_TEST(settings_are_read_again_and_ones_own_changes_are_not_told)
{
    App *app = open_home();
    scratch_put(HOME_SETTINGS, "minutes: 5\n");
    look(app);
    ck_assert_int_eq(app_model(app)->settings->minutes, 5);
    ck_assert_ptr_null(app_model(app)->notice);
    home_ask(app, REQUEST_HAVE_MINUTES, 15);
    look(app);
    ck_assert_int_eq(app_model(app)->settings->minutes, 15);
    ck_assert_ptr_null(app_model(app)->notice);
    scratch_put(HOME_SETTINGS, "minutes: many\n");
    look(app);
    ck_assert_ptr_nonnull(strstr(app_model(app)->notice, "config.yaml:1:10"));
    look(app);
    ck_assert_ptr_null(app_model(app)->notice);
    app_free(app);
}
END_TEST

/* Two holds of 30 s, each with 5 s before it, begun at 0. */
static App *follow_arm(void)
{
    scratch_put("routines/arm.yaml", "knead: 1\ntitle: Arm\nmoves:\n  - {name: One, areas: forearms, hold: 30s}\n"
                                     "  - {name: Two, areas: forearms, hold: 30s}\n");
    App *app = open_home();
    open_routine(app, "arm");
    home_ask(app, REQUEST_START, 0);
    app_keep(app);
    app_beat(app, home_at_s(10));
    return app;
}

static void pass_to(App *app, double second)
{
    app_beat(app, home_at_s(10 + second));
    app_keep(app);
}

static const char *step_name(App *app)
{
    return session_step(app_model(app)->session)->name;
}

START_TEST(a_session_takes_it_up_at_the_next_step)
{
    App *app = follow_arm();
    pass_to(app, 6);
    scratch_put("routines/arm.yaml", "knead: 1\ntitle: Arm\nmoves:\n  - {name: Uno, areas: forearms, hold: 50s}\n"
                                     "  - {name: Due, areas: forearms, hold: 40s}\n");
    pass_to(app, 7);
    pass_to(app, 34);
    ck_assert_str_eq(step_name(app), "One");
    ck_assert_int_eq(app_model(app)->session->length_ms, 30000);
    ck_assert_ptr_null(app_model(app)->notice);
    pass_to(app, 35);
    ck_assert_str_eq(step_name(app), "Due");
    ck_assert_str_eq(app_model(app)->notice, "The file changed; reloaded.");
    const EventList *events = app_take_events(app);
    ck_assert_uint_eq(events->count, 1);
    ck_assert_int_eq(events->items[0].kind, EVENT_STEP_BEGAN);
    pass_to(app, 40);
    ck_assert_int_eq(app_model(app)->session->length_ms, 40000);
    pass_to(app, 80);
    ck_assert(app_is_finished(app));
    app_free(app);
}
END_TEST

START_TEST(a_session_goes_on_as_it_was_where_the_file_is_wrong)
{
    App *app = follow_arm();
    pass_to(app, 6);
    scratch_put("routines/arm.yaml", "knead: 1\ntitle: Arm\nmoves: []\n");
    pass_to(app, 35);
    ck_assert_str_eq(step_name(app), "Two");
    ck_assert_ptr_nonnull(strstr(app_model(app)->notice, "Nothing else changes."));
    ck_assert_ptr_nonnull(strstr(app_model(app)->notice, "arm.yaml:3:"));
    app_key(app, 'Q');
    pass_to(app, 40);
    ck_assert_ptr_null(app_model(app)->notice);
    pass_to(app, 70);
    ck_assert(app_is_finished(app));
    app_free(app);
}
END_TEST

START_TEST(a_session_that_is_paused_takes_it_up_when_it_goes_to_the_next_step)
{
    App *app = follow_arm();
    pass_to(app, 6);
    app_perform(app, (Request){.kind = REQUEST_COMMAND, .command = COMMAND_PAUSE});
    app_keep(app);
    scratch_put("routines/arm.yaml", "knead: 1\ntitle: Arm\nmoves:\n  - {name: Uno, areas: forearms, hold: 50s}\n"
                                     "  - {name: Due, areas: forearms, hold: 40s}\n");
    pass_to(app, 7);
    ck_assert_int_eq(app_due_ns(app), -1);
    ck_assert_str_eq(step_name(app), "One");
    app_perform(app, (Request){.kind = REQUEST_COMMAND, .command = COMMAND_NEXT});
    app_keep(app);
    ck_assert_str_eq(step_name(app), "Due");
    app_free(app);
}
END_TEST

START_TEST(what_is_told_is_gathered_until_it_is_quiet)
{
    App *app = home_open();
    app->file_changes.is_told = true;
    ck_assert_int_eq(app_due_ns(app), 0);
    app_beat(app, home_at_s(1));
    ck_assert_int_eq(app_due_ns(app), home_at_s(1.05).awake_ns);
    double at_s = 1;
    for (int i = 0; i < 20; i++) {
        at_s += 0.04;
        app->file_changes.is_told = true;
        app_beat(app, home_at_s(at_s));
        if (app_due_ns(app) < 0)
            break;
        ck_assert(app_due_ns(app) <= home_at_s(1.5).awake_ns);
    }
    ck_assert(at_s > 1.4 && at_s < 1.6);
    app_free(app);
}
END_TEST

START_TEST(nothing_is_looked_for_where_changes_are_told)
{
    App *app = home_open();
    app_key(app, 'Q');
    ck_assert_int_eq(app_due_ns(app), -1);
    app_watch(app, true);
    if (!app->watch.is_deaf) {
        look(app);
        ck_assert_int_eq(app_due_ns(app), -1);
        scratch_put("routines/new.yaml", ONE_MOVE("New", "A"));
        app_files_told(app);
        ck_assert_int_eq(app_due_ns(app), 0);
        app_beat(app, home_at_s(1));
        app_beat(app, home_at_s(2));
        ck_assert_int_eq(index_of(app, "new"), 2);
    }
    app_free(app);
}
END_TEST

/* The screen is drawn before the watch begins. */
START_TEST(what_changed_before_the_watch_began_is_found)
{
    App *app = home_open();
    scratch_put("routines/new.yaml", ONE_MOVE("New", "A"));
    app_watch(app, true);
    look(app);
    ck_assert_int_eq(index_of(app, "new"), 2);
    app_free(app);
}
END_TEST

Suite *suite_reload(void)
{
    Suite *suite = suite_create("reload");
    TCase *tests = tcase_create("refresh");
    tcase_add_checked_fixture(tests, home_set_up, scratch_remove);
    tcase_add_test(tests, a_list_keeps_its_mark_its_words_and_is_right);
    tcase_add_test(tests, shared_moves_in_the_list_follow);
    tcase_add_test(tests, tools_are_those_that_are_named);
    tcase_add_test(tests, the_routine_that_is_looked_at_is_what_its_file_says);
    tcase_add_test(tests, what_is_the_same_disturbs_nobody);
    tcase_add_test(tests, the_mark_stays_on_its_move);
    tcase_add_test(tests, a_swap_goes_over_to_the_move_as_it_is_now);
    tcase_add_test(tests, settings_are_read_again_and_ones_own_changes_are_not_told);
    tcase_add_test(tests, a_session_takes_it_up_at_the_next_step);
    tcase_add_test(tests, a_session_goes_on_as_it_was_where_the_file_is_wrong);
    tcase_add_test(tests, a_session_that_is_paused_takes_it_up_when_it_goes_to_the_next_step);
    tcase_add_test(tests, what_is_told_is_gathered_until_it_is_quiet);
    tcase_add_test(tests, nothing_is_looked_for_where_changes_are_told);
    tcase_add_test(tests, what_changed_before_the_watch_began_is_found);
    suite_add_tcase(suite, tests);
    return suite;
}
