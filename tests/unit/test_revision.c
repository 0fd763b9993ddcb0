/* SPDX-License-Identifier: MIT */
/* A session whose routine is edited while it is paused. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "support/author.h"
#include "support/scratch.h"
#include "ui/action.h"

Suite *suite_revision(void);

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
    author_expect_notice(app, "it goes on at the same move");
    author_type(app, "e");
    author_edit(app, NULL);
    expect_place(app, 65);
    author_expect_notice(app, "Nothing was changed.");
    app_free(app);
}
END_TEST

START_TEST(a_session_goes_on_with_a_copy)
{
    App *app = pause_in("shipped");
    ck_assert(author_type(app, "e").edit);
    char *path = author_edited(app, "knead: 1\ntitle: Mine\nmoves:\n  - name: Arm\n    areas: forearms\n    hold: 40s\n", true);
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
    ck_assert_str_eq(home_top(app), "mend");
    ck_assert(app_model(app)->mend.is_followed);
    author_type(app, "k");
    expect_place(app, 35);
    author_expect_notice(app, "The session goes on with the old text");
    ck_assert(author_type(app, "e").edit);
    author_expect_editor(app, "own.yaml", "+5");
    author_edit(app, AUTHOR_HEAD "  - name: Palm\n    areas: hands\n    hold: long\n");
    ck_assert_str_eq(home_top(app), "mend");
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

static App *look_at(const AppOptions *options, const char *const *names, int count)
{
    Library *library = library_new(NULL, NULL);
    char *problem = NULL;
    ck_assert(library_scan(library, &problem));
    App *app = app_new(library, options);
    ck_assert_msg(app_start_play(app, names, count, &problem), "%s", problem);
    app_set_window(app, 80, 24, false);
    app_open_records(app);
    if (app_advice(app))
        app_key(app, KEY_ENTER_KEY);
    app_watch(app, false);
    return app;
}

static void start(App *app)
{
    author_ask(app, REQUEST_START, 0);
    app_keep(app);
    app_beat(app, home_at_s(100));
}

static App *play(const AppOptions *options, const char *const *names, int count)
{
    App *app = look_at(options, names, count);
    start(app);
    return app;
}

/* Leaves the session at that second, and goes on with it in another run. */
static App *resume_at(App *app, double seconds)
{
    app_beat(app, home_at_s(100 + seconds));
    author_type(app, "q");
    app_keep(app);
    app_free(app);
    Library *library = library_new(NULL, NULL);
    char *problem = NULL;
    app = app_new(library, &(AppOptions){0});
    ck_assert_msg(app_start_resume(app, &problem), "%s", problem);
    app_set_window(app, 80, 24, false);
    ck_assert_int_eq(app_model(app)->session->state, SESSION_PAUSED);
    return app;
}

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
    App *app = play(&(AppOptions){.minutes = 2, .side = SIDE_LEFT}, (const char *const[]){"own"}, 1);
    expect_sides(app, "LlLl");
    const int32_t seconds = app_model(app)->plan->seconds;
    ck_assert_int_eq(seconds, 120);
    app = resume_at(app, 10);
    author_type(app, "e");
    author_edit(app, SIDES("B", BOTH("One") BOTH("Two")));
    ck_assert_str_eq(app_model(app)->plan->title, "B");
    expect_sides(app, "LlLl");
    ck_assert_int_eq(app_model(app)->plan->seconds, seconds);
    app = resume_at(app, 0);
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
    App *app = play(&(AppOptions){0}, (const char *const[]){"own"}, 1);
    expect_sides(app, "LlRr");
    app = resume_at(app, 75);
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
#define AFTER(title, word) "knead: 1\ntitle: " title "\nmoves:\n  - name: Palm\n    areas: hands\n    hold: 60s\n" \
                           "  - name: Arm\n    areas: forearms\n    hold: 60s\n    not_with: [" word "]\n"
    scratch_put("knead/config.yaml", "health: [clot]\n");
    scratch_put("knead/routines/own.yaml", AFTER("A", "clot"));
    App *app = play(&(AppOptions){0}, (const char *const[]){"own"}, 1);
    scratch_put("knead/config.yaml", "health: [disc]\n");
    app = resume_at(app, 10);
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

#define MOVE(name) "  - name: " name "\n    areas: hands\n    hold: 30s\n"
#define TITLED(title, moves) "knead: 1\ntitle: " title "\nmoves:\n" moves

/* The first of two is left out, for it begins after it. */
START_TEST(the_routine_that_is_edited_is_the_one_that_is_followed)
{
    scratch_put("knead/routines/a.yaml", TITLED("A", MOVE("A1") MOVE("A2")));
    scratch_put("knead/routines/b.yaml", TITLED("B", MOVE("B1") MOVE("B2")));
    App *app = look_at(&(AppOptions){.from_move = 3}, (const char *const[]){"a", "b"}, 2);
    author_ask(app, REQUEST_EDIT_MOVE, 0);
    author_expect_editor(app, "b.yaml", "+4");
    author_edit(app, NULL);
    start(app);
    author_type(app, " e");
    author_expect_editor(app, "b.yaml", "+4");
    author_edit(app, TITLED("B", MOVE("B1") MOVE("B2") MOVE("B3")));
    ck_assert_uint_eq(app_model(app)->plan->move_count, 3);
    ck_assert_str_eq(app_model(app)->plan->moves[2].name, "B3");
    author_type(app, " ");
    app_beat(app, home_at_s(104));
    scratch_put("knead/routines/b.yaml", TITLED("B", MOVE("B1") MOVE("B2")));
    app_beat(app, home_at_s(120));
    app_keep(app);
    ck_assert_uint_eq(app_model(app)->plan->move_count, 2);
    app_free(app);
}
END_TEST

static void expect_moves(App *app, const char *names)
{
    const Plan *plan = app_model(app)->plan;
    Text text = {0};
    for (size_t i = 0; i < plan->move_count; i++)
        text_print(&text, "%s%s", i > 0 ? " " : "", plan->moves[i].name);
    ck_assert_str_eq(text_show(&text), names);
    text_release(&text);
}

static void expect_move(App *app, const char *name)
{
    ck_assert_str_eq(session_move(app_model(app)->session)->name, name);
}

#define M1_TO_M5 MOVE("M1") MOVE("M2") MOVE("M3") MOVE("M4") MOVE("M5")

/* Of M1 to M5, begun at M3. */
static const struct { const char *moves, *planned, *now; } late_edits[] = {
    {MOVE("M2") MOVE("M3") MOVE("M4") MOVE("M5"), "M3 M4 M5", "M3"},
    {MOVE("M0") M1_TO_M5, "M3 M4 M5", "M3"},
    {MOVE("M1") MOVE("M2") MOVE("Other") MOVE("M4") MOVE("M5"), "Other M4 M5", "Other"},
    {MOVE("M1") MOVE("M2") MOVE("M4") MOVE("M5"), "M4 M5", "M4"},
    {MOVE("M3") MOVE("M4") MOVE("New"), "M3 M4 New", "M3"},
    {MOVE("M2") MOVE("M1") MOVE("M3") MOVE("M5") MOVE("M4"), "M3 M5 M4", "M3"},
};

START_TEST(what_was_left_out_at_the_start_does_not_come)
{
    const size_t edit = (size_t)_i / 2;
    scratch_put("knead/routines/own.yaml", TITLED("A", M1_TO_M5));
    App *app = play(&(AppOptions){.from_move = 3}, (const char *const[]){"own"}, 1);
    expect_moves(app, "M3 M4 M5");
    if (_i % 2 == 0) {
        app_beat(app, home_at_s(110));
        author_type(app, " ");
    } else {
        app = resume_at(app, 10);
    }
    char *text = memory_print(TITLED("B", "%s"), late_edits[edit].moves);
    author_type(app, "e");
    author_edit(app, text);
    free(text);
    expect_moves(app, late_edits[edit].planned);
    expect_move(app, late_edits[edit].now);
    app_free(app);
}
END_TEST

/* Two routines may have the same move; the first is left out. */
START_TEST(a_session_of_several_that_is_gone_on_with_begins_where_it_did)
{
    scratch_put("knead/routines/a.yaml", TITLED("A", MOVE("Roll") MOVE("A2")));
    scratch_put("knead/routines/b.yaml", TITLED("B", MOVE("Roll") MOVE("B2")));
    App *app = play(&(AppOptions){.from_move = 3}, (const char *const[]){"a", "b"}, 2);
    app = resume_at(app, 10);
    author_type(app, "e");
    author_expect_editor(app, "b.yaml", "+4");
    author_edit(app, TITLED("C", MOVE("Roll") MOVE("B2") MOVE("B3")));
    expect_moves(app, "Roll B2 B3");
    expect_move(app, "Roll");
    app_free(app);
}
END_TEST

Suite *suite_revision(void)
{
    Suite *suite = suite_create("revision");
    TCase *tests = tcase_create("revision");
    tcase_add_checked_fixture(tests, author_set_up, scratch_remove);
    tcase_add_test(tests, a_session_goes_on_with_the_new_text);
    tcase_add_test(tests, a_session_goes_on_with_a_copy);
    tcase_add_test(tests, a_session_is_not_touched_by_what_is_wrong);
    tcase_add_test(tests, a_session_forgets_a_copy_that_was_thrown_away);
    tcase_add_test(tests, one_that_is_gone_on_with_stays_as_it_was_asked_for);
    tcase_add_test(tests, a_session_that_is_gone_on_with_keeps_its_first_side);
    tcase_add_test(tests, a_session_keeps_to_what_was_and_is_said_of_health);
    tcase_add_test(tests, the_routine_that_is_edited_is_the_one_that_is_followed);
    tcase_add_loop_test(tests, what_was_left_out_at_the_start_does_not_come, 0, 2 * ARRAY_LEN(late_edits));
    tcase_add_test(tests, a_session_of_several_that_is_gone_on_with_begins_where_it_did);
    suite_add_tcase(suite, tests);
    return suite;
}
