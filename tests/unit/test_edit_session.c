/* SPDX-License-Identifier: MIT */
/* A session whose routine is edited while it is paused. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "support/author.h"
#include "support/scratch.h"
#include "ui/widgets/action.h"

Suite *suite_edit_session(void);

/* Paused, 20 s into it. */
static App *pause_in(const char *id)
{
    App *app = author_open();
    author_ask(app, REQUEST_OPEN, author_index(app, id));
    author_ask(app, REQUEST_START, 0);
    app_beat(app, home_at_s(100));
    app_beat(app, home_at_s(120));
    author_type(app, " ");
    ck_assert_int_eq(app_model(app)->session->state, SESSION_PAUSED);
    ck_assert_int_eq(session_at_ms(app_model(app)->session), 20000);
    return app;
}

static void expect_place(App *app, int32_t seconds)
{
    ck_assert_str_eq(home_top(app), "player");
    ck_assert_int_eq(app_model(app)->session->state, SESSION_PAUSED);
    ck_assert_int_eq(session_at_ms(app_model(app)->session), 20000);
    ck_assert_int_eq(app_model(app)->plan->seconds, seconds);
}

START_TEST(a_session_goes_on_with_the_new_text)
{
    App *app = pause_in("own");
    ck_assert(author_type(app, "e").edit);
    author_expect_editor(app, "own.yaml", "+4");
    author_edit(app, author_longer);
    expect_place(app, 65);
    author_expect_notice(app, "you are still at the same move");
    author_type(app, "e");
    author_edit(app, NULL);
    expect_place(app, 65);
    author_expect_notice(app, "No changes.");
    app_free(app);
}
END_TEST

START_TEST(a_session_goes_on_with_a_copy)
{
    App *app = pause_in("shipped");
    ck_assert(author_type(app, "e").edit);
    char *path = author_edited(
        app, "knead: 1\ntitle: Mine\nmoves:\n  - name: Arm\n    areas: forearms\n    hold: 40s\n", true);
    expect_place(app, 45);
    author_expect_notice(app, "shipped came with knead: copied to ");
    ck_assert_str_eq(app_model(app)->plan->routines[0].path, path);
    free(path);
    app_free(app);
}
END_TEST

START_TEST(a_session_is_not_touched_by_what_is_wrong)
{
    App *app = pause_in("own");
    author_type(app, "e");
    author_edit(app, author_wrong);
    ck_assert_str_eq(home_top(app), "file_problems");
    ck_assert(app_model(app)->broken_file.is_followed);
    author_type(app, "k");
    expect_place(app, 35);
    author_expect_notice(app, "Using the old version for now");
    ck_assert(author_type(app, "e").edit);
    author_expect_editor(app, "own.yaml", "+5");
    author_edit(app, AUTHOR_HEAD "  - name: Palm\n    areas: hands\n    hold: long\n");
    ck_assert_str_eq(home_top(app), "file_problems");
    ck_assert(author_type(app, "e").edit);
    author_expect_editor(app, "own.yaml", "+6");
    author_edit(app, author_longer);
    expect_place(app, 65);
    author_type(app, "e");
    author_edit(app, author_wrong);
    author_type(app, "t");
    expect_place(app, 65);
    author_type(app, " ");
    app_beat(app, home_at_s(121));
    app_beat(app, home_at_s(128));
    ck_assert_int_gt(session_at_ms(app_model(app)->session), 20000);
    app_free(app);
}
END_TEST

/* However the session ends or goes on, a copy that was thrown away is no part of it. */
START_TEST(a_session_forgets_a_copy_that_was_thrown_away)
{
    App *app = pause_in("shipped");
    author_type(app, "e");
    char *path = author_edited(app, author_wrong, true);
    author_type(app, "t");
    expect_place(app, 70);
    ck_assert_int_ne(access(path, F_OK), 0);
    author_type(app, "e");
    author_edit(app, NULL);
    expect_place(app, 70);
    free(path);
    app_free(app);
}
END_TEST

#define BOTH(name) "  - name: " name "\n    areas: feet\n    sides: both\n    hold: 60s\n"
#define SIDES(title, moves) "knead: 1\ntitle: " title "\nmoves:\n" moves

/* A step for each letter: l or r for a hold on that side, L or R for the set-up before it. To free(). */
static char *sides_of(const Plan *plan)
{
    Text text = {0};
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        text_add_char(&text, "-lr-LR"[step->side + (step->kind == STEP_HOLD ? 0 : SIDE_COUNT)]);
    }
    return text_detach(&text);
}

static void expect_sides(App *app, const char *sides)
{
    char *found = sides_of(app_model(app)->plan);
    ck_assert_str_eq(found, sides);
    free(found);
}

START_TEST(one_that_is_gone_on_with_stays_as_it_was_asked_for)
{
    scratch_put("knead/routines/own.yaml", SIDES("A", BOTH("One") BOTH("Two")));
    App *app = author_play(&(AppOptions){.minutes = 2, .side = SIDE_LEFT}, (const char *const[]){"own"}, 1);
    expect_sides(app, "LlLl");
    const int32_t seconds = app_model(app)->plan->seconds;
    ck_assert_int_eq(seconds, 120);
    app = author_resume_at(app, 10);
    author_type(app, "e");
    author_edit(app, SIDES("B", BOTH("One") BOTH("Two")));
    ck_assert_str_eq(app_model(app)->plan->title, "B");
    expect_sides(app, "LlLl");
    ck_assert_int_eq(app_model(app)->plan->seconds, seconds);
    app = author_resume_at(app, 0);
    author_type(app, "e");
    author_edit(app, SIDES("C", BOTH("One") BOTH("Two")));
    expect_sides(app, "LlLl");
    app_free(app);
}
END_TEST

/* What was done of it counts in the past then, and yet its sides do not turn round. */
START_TEST(a_session_that_is_gone_on_with_keeps_its_first_side)
{
    scratch_put("knead/config.yaml", "first: behind\n");
    scratch_put("knead/routines/own.yaml", SIDES("A", BOTH("One")));
    App *app = author_play(&(AppOptions){0}, (const char *const[]){"own"}, 1);
    expect_sides(app, "LlRr");
    app = author_resume_at(app, 75);
    ck_assert_int_eq(session_step(app_model(app)->session)->side, SIDE_RIGHT);
    author_type(app, "e");
    author_edit(app, SIDES("B", BOTH("One")));
    expect_sides(app, "LlRr");
    ck_assert_int_eq(session_step(app_model(app)->session)->side, SIDE_RIGHT);
    app_free(app);
}
END_TEST

START_TEST(a_session_keeps_to_what_was_and_is_said_of_health)
{
#define AFTER(title, word)                                                                                             \
    "knead: 1\ntitle: " title "\nmoves:\n  - name: Palm\n    areas: hands\n    hold: 60s\n"                            \
    "  - name: Arm\n    areas: forearms\n    hold: 60s\n    not_with: [" word "]\n"
    scratch_put("knead/config.yaml", "health: [clot]\n");
    scratch_put("knead/routines/own.yaml", AFTER("A", "clot"));
    App *app = author_play(&(AppOptions){0}, (const char *const[]){"own"}, 1);
    scratch_put("knead/config.yaml", "health: [disc]\n");
    app = author_resume_at(app, 10);
    author_type(app, "e");
    author_edit(app, AFTER("B", "clot"));
    ck_assert_uint_eq(app_model(app)->plan->move_count, 1);
    author_type(app, "e");
    author_edit(app, AFTER("C", "disc"));
    ck_assert_uint_eq(app_model(app)->plan->move_count, 1);
    author_type(app, "e");
    author_edit(app, AFTER("D", "heart"));
    ck_assert_uint_eq(app_model(app)->plan->move_count, 2);
    app_free(app);
}
END_TEST

Suite *suite_edit_session(void)
{
    Suite *suite = suite_create("edit_session");
    TCase *tests = tcase_create("revision");
    tcase_add_checked_fixture(tests, author_set_up, scratch_remove);
    tcase_add_test(tests, a_session_goes_on_with_the_new_text);
    tcase_add_test(tests, a_session_goes_on_with_a_copy);
    tcase_add_test(tests, a_session_is_not_touched_by_what_is_wrong);
    tcase_add_test(tests, a_session_forgets_a_copy_that_was_thrown_away);
    tcase_add_test(tests, one_that_is_gone_on_with_stays_as_it_was_asked_for);
    tcase_add_test(tests, a_session_that_is_gone_on_with_keeps_its_first_side);
    tcase_add_test(tests, a_session_keeps_to_what_was_and_is_said_of_health);
    suite_add_tcase(suite, tests);
    return suite;
}
