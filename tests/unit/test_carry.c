/* SPDX-License-Identifier: MIT */
/* What was asked for at the start, in a session whose routine is edited: where it begins, and what is done in the place
 * of what. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "support/author.h"
#include "support/scratch.h"

Suite *suite_carry(void);

#define MOVE(name) "  - name: " name "\n    areas: hands\n    hold: 30s\n"
#define USE(id) "  - use: " id "\n"
#define TITLED(title, moves) "knead: 1\ntitle: " title "\nmoves:\n" moves

/* The first of two is left out, for it begins after it. */
START_TEST(the_routine_that_is_edited_is_the_one_that_is_followed)
{
    scratch_put("knead/routines/a.yaml", TITLED("A", MOVE("A1") MOVE("A2")));
    scratch_put("knead/routines/b.yaml", TITLED("B", MOVE("B1") MOVE("B2")));
    App *app = author_look_at(&(AppOptions){.from_move = 3}, (const char *const[]){"a", "b"}, 2);
    author_ask(app, REQUEST_EDIT_MOVE, 0);
    author_expect_editor(app, "b.yaml", "+4");
    author_edit(app, NULL);
    author_start(app);
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
static const struct {
    const char *moves, *planned, *now;
} late_edits[] = {
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
    App *app = author_play(&(AppOptions){.from_move = 3}, (const char *const[]){"own"}, 1);
    expect_moves(app, "M3 M4 M5");
    if (_i % 2 == 0) {
        app_beat(app, home_at_s(110));
        author_type(app, " ");
    } else {
        app = author_resume_at(app, 10);
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
    App *app = author_play(&(AppOptions){.from_move = 3}, (const char *const[]){"a", "b"}, 2);
    app = author_resume_at(app, 10);
    author_type(app, "e");
    author_expect_editor(app, "b.yaml", "+4");
    author_edit(app, TITLED("C", MOVE("Roll") MOVE("B2") MOVE("B3")));
    expect_moves(app, "Roll B2 B3");
    expect_move(app, "Roll");
    app_free(app);
}
END_TEST

/* C in the place of One, in this run or after another one: the editor finds it in the file. */
START_TEST(a_swapped_move_is_edited_in_its_place)
{
    scratch_put("knead/routines/own.yaml", TITLED("A", MOVE("One") MOVE("Two")));
    App *app = author_look_at(&(AppOptions){0}, (const char *const[]){"own"}, 1);
    author_swap(app, 0, "c-shared");
    author_start(app);
    if (_i == 0) {
        app_beat(app, home_at_s(110));
        author_type(app, " ");
    } else {
        app = author_resume_at(app, 10);
    }
    expect_move(app, "C");
    author_type(app, "e");
    author_expect_editor(app, "own.yaml", "+8");
    author_edit(app, TITLED("A", MOVE("New") USE("c-shared") MOVE("Two")));
    expect_moves(app, "New C Two");
    expect_move(app, "C");
    author_type(app, "e");
    author_expect_editor(app, "own.yaml", "+7");
    author_edit(app, TITLED("A", MOVE("Two") MOVE("Three") MOVE("New") USE("c-shared")));
    expect_moves(app, "Two Three New C");
    expect_move(app, "C");
    author_type(app, "e");
    author_edit(app, TITLED("A", MOVE("Two")));
    expect_moves(app, "Two");
    app_free(app);
}
END_TEST

START_TEST(a_swap_stays_when_the_file_changes_in_a_session)
{
    scratch_put("knead/routines/own.yaml", TITLED("A", MOVE("One") MOVE("Two")));
    App *app = author_look_at(&(AppOptions){0}, (const char *const[]){"own"}, 1);
    author_swap(app, 0, "c-shared");
    author_start(app);
    app_beat(app, home_at_s(104));
    scratch_put("knead/routines/own.yaml", TITLED("A", MOVE("New") MOVE("One") MOVE("Two")));
    app_beat(app, home_at_s(120));
    app_keep(app);
    expect_moves(app, "New C Two");
    expect_move(app, "C");
    app_free(app);
}
END_TEST

/* The file is written, and found to be another one at the next key. */
static void rewrite(App *app, const char *text, double at_s)
{
    scratch_put("knead/routines/own.yaml", text);
    author_type(app, "Q");
    app_beat(app, home_at_s(at_s));
    app_beat(app, home_at_s(at_s + 1));
}

START_TEST(a_swap_before_the_start_goes_with_its_move)
{
    scratch_put("knead/routines/own.yaml", TITLED("A", MOVE("One") MOVE("Two")));
    App *app = author_look_at(&(AppOptions){.from_move = 2}, (const char *const[]){"own"}, 1);
    author_swap(app, 0, "c-shared");
    expect_moves(app, "C");
    rewrite(app, TITLED("A", "  - name: Two\n"), 1);
    ck_assert_ptr_null(app_model(app)->plan);
    rewrite(app, TITLED("A", MOVE("New") MOVE("One") MOVE("Two") MOVE("Three")), 10);
    expect_moves(app, "C Three");
    app_free(app);
}
END_TEST

START_TEST(a_move_that_is_swapped_in_one_round_is_found_in_that_round)
{
#define ROUNDS(moves) "  - repeat: 2\n    moves:\n" moves
#define IN_ROUND(name) "      - {name: " name ", areas: hands, hold: 30s}\n"
    scratch_put("knead/routines/own.yaml", TITLED("A", ROUNDS(IN_ROUND("One") IN_ROUND("Two"))));
    App *app = author_look_at(&(AppOptions){0}, (const char *const[]){"own"}, 1);
    author_swap(app, 2, "c-shared");
    expect_moves(app, "One Two C Two");
    author_start(app);
    app = author_resume_at(app, 10);
    author_type(app, "e");
    author_edit(app, TITLED("A", MOVE("New") ROUNDS(IN_ROUND("One") IN_ROUND("Two"))));
    expect_moves(app, "New One Two C Two");
    app_free(app);
}
END_TEST

Suite *suite_carry(void)
{
    Suite *suite = suite_create("carry");
    TCase *tests = tcase_create("carry");
    tcase_add_checked_fixture(tests, author_set_up, scratch_remove);
    tcase_add_test(tests, the_routine_that_is_edited_is_the_one_that_is_followed);
    tcase_add_loop_test(tests, what_was_left_out_at_the_start_does_not_come, 0, 2 * ARRAY_LEN(late_edits));
    tcase_add_test(tests, a_session_of_several_that_is_gone_on_with_begins_where_it_did);
    tcase_add_loop_test(tests, a_swapped_move_is_edited_in_its_place, 0, 2);
    tcase_add_test(tests, a_swap_stays_when_the_file_changes_in_a_session);
    tcase_add_test(tests, a_swap_before_the_start_goes_with_its_move);
    tcase_add_test(tests, a_move_that_is_swapped_in_one_round_is_found_in_that_round);
    suite_add_tcase(suite, tests);
    return suite;
}
