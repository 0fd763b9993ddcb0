/* SPDX-License-Identifier: MIT */
/* A swap is kept when the person says so, goes along when the routine is edited or copied, and is named when it was for
 * this time only. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "support/author.h"
#include "support/scratch.h"

Suite *suite_save_swaps(void);

#define OWN "knead/routines/own.yaml"
#define MINE "  - name: Palm\n    areas: hands\n    hold: 30s\n"
#define KEPT                                                                                                           \
    "  # instead of Palm, which had:\n  #   name: Palm\n  #   areas: hands\n  #   hold: 30s\n  - use: c-shared\n"

static App *open_routine(const char *id)
{
    App *app = author_open();
    author_ask(app, REQUEST_OPEN, author_index(app, id));
    return app;
}

static void expect_use(App *app, size_t move, const char *id)
{
    ck_assert_str_eq(app_model(app)->plan->moves[move].use, id);
}

/* Leaves the page; a swap that is no more is not told of. */
static void expect_nothing_over(App *app)
{
    author_type(app, "q");
    ck_assert_str_eq(home_top(app), "home");
    const char *notice = app_model(app)->notice;
    ck_assert_msg(!notice, "%s", notice);
}

START_TEST(kept_in_ones_own_file)
{
    App *app = open_routine("own");
    author_type(app, "w"); /* nothing is swapped */
    ck_assert_ptr_null(app_model(app)->notice);
    author_swap(app, 0, "c-shared");
    ck_assert(!author_type(app, "w").edit);
    author_expect_notice(app, "Saved in the file: C instead of Palm");
    scratch_expect(OWN, AUTHOR_HEAD KEPT);
    ck_assert_str_eq(home_top(app), "routine");
    expect_use(app, 0, "c-shared");
    author_type(app, "w");
    ck_assert_ptr_null(app_model(app)->notice);
    expect_nothing_over(app);
    author_ask(app, REQUEST_OPEN, author_index(app, "own"));
    expect_use(app, 0, "c-shared");
    app_free(app);
}
END_TEST

START_TEST(kept_in_a_copy_of_what_came_with_knead)
{
    App *app = open_routine("shipped");
    author_swap(app, 1, "a-mine");
    author_type(app, "w");
    author_expect_notice(app, "shipped came with knead: copied to ");
    author_expect_notice(app, "saved in the file: A instead of Foot");
    scratch_expect_part("knead/routines/shipped.yaml", "  #   hold: 30s\n  - use: a-mine\n");
    ck_assert(app_model(app)->entry->is_mine);
    expect_use(app, 1, "a-mine");
    expect_nothing_over(app);
    app_free(app);
}
END_TEST

/* What it says beside the old move is what is shown already before it is kept. */
START_TEST(what_is_shown_is_what_is_kept)
{
    scratch_put(OWN, AUTHOR_HEAD "  - use: c-shared\n    hold: 45s   # enough\n  - use: a-mine\n    cues: [Slowly.]\n");
    scratch_put("knead/routines/moves/more.yaml",
                "knead: 1\nmoves:\n  d-mine:\n    name: D\n    areas: hands\n    hold: 90s\n");
    App *app = open_routine("own");
    author_swap(app, 0, "d-mine");
    author_swap(app, 1, "b-mine");
    const int32_t seconds = app_model(app)->plan->seconds;
    ck_assert_int_eq(app_model(app)->plan->moves[0].seconds, 50);
    author_type(app, "w");
    author_expect_notice(app, "Saved in the file: D instead of C, B instead of A");
    scratch_expect(OWN, AUTHOR_HEAD "  # instead of c-shared\n  - use: d-mine\n    hold: 45s   # enough\n"
                                    "  # instead of a-mine, which had:\n  #   cues: [Slowly.]\n  - use: b-mine\n");
    ck_assert_int_eq(app_model(app)->plan->seconds, seconds);
    author_swap(app, 0, "c-shared");
    author_type(app, "w");
    scratch_expect_part(OWN, "moves:\n  - use: c-shared\n    hold: 45s   # enough\n");
    app_free(app);
}
END_TEST

START_TEST(the_way_back_is_no_swap)
{
    scratch_put(OWN, AUTHOR_HEAD "  - use: a-mine\n    hold: 45s\n");
    App *app = open_routine("own");
    author_swap(app, 0, "b-mine");
    author_swap(app, 0, "a-mine");
    ck_assert_int_eq(app_model(app)->plan->moves[0].seconds, 50);
    author_type(app, "w");
    ck_assert_ptr_null(app_model(app)->notice);
    expect_nothing_over(app);
    app_free(app);
}
END_TEST

START_TEST(a_copy_has_it)
{
    App *app = open_routine("own");
    author_swap(app, 0, "c-shared");
    author_type(app, "nMy copy!");
    author_expect_editor(app, "my-copy.yaml", "+2");
    author_edit(app, NULL);
    scratch_expect("knead/routines/my-copy.yaml", "knead: 1\ntitle: My copy\nmoves:\n" KEPT);
    scratch_expect(OWN, author_right);
    ck_assert_str_eq(app_model(app)->plan->title, "My copy");
    expect_use(app, 0, "c-shared");
    expect_nothing_over(app);
    app_free(app);
}
END_TEST

START_TEST(the_editor_finds_it_and_it_can_be_thrown_away)
{
    App *app = open_routine("own");
    author_swap(app, 0, "c-shared");
    author_type(app, "e");
    author_expect_editor(app, "own.yaml", "+8");
    scratch_expect(OWN, AUTHOR_HEAD KEPT);
    author_edit(app, AUTHOR_HEAD KEPT "    areas: hadns\n");
    author_type(app, "t");
    scratch_expect(OWN, author_right);
    ck_assert_str_eq(app_model(app)->plan->moves[0].name, "Palm");
    app_free(app);
}
END_TEST

START_TEST(put_together_for_the_moment_it_goes_into_the_new_file)
{
    App *app = author_open();
    author_ask(app, REQUEST_LIBRARY, 0);
    author_ask(app, REQUEST_OPEN_MOVE, 0);
    author_swap(app, 0, "b-mine");
    author_type(app, "w");
    author_expect_notice(app, "Press n to save it as your own, with the swap in it");
    author_type(app, "nFoot!");
    author_edit(app, NULL);
    scratch_expect_part("knead/routines/foot.yaml", "moves:\n  # instead of a-mine\n  - use: b-mine\n");
    app_free(app);
}
END_TEST

START_TEST(left_it_was_for_this_time_only)
{
    App *app = open_routine("own");
    author_swap(app, 0, "c-shared");
    author_type(app, "q");
    author_expect_notice(app, "C instead of Palm: for this session only.");
    author_ask(app, REQUEST_OPEN, author_index(app, "own"));
    ck_assert_str_eq(app_model(app)->plan->moves[0].name, "Palm");
    author_swap(app, 0, "c-shared");
    ck_assert(app_key(app, KEY_INTERRUPT).quit);
    ck_assert_str_eq(app_last_words(app), "C instead of Palm: for this session only.");
    app_free(app);
}
END_TEST

START_TEST(followed_to_the_end_it_was_for_this_time_only)
{
    App *app = open_routine("own");
    author_swap(app, 0, "c-shared");
    author_start(app);
    app_beat(app, home_at_s(200));
    app_keep(app);
    ck_assert(app_is_finished(app));
    author_type(app, "q");
    author_expect_notice(app, "C instead of Palm: for this session only.");
    app_free(app);
}
END_TEST

/* One round of two: the file has one line for both. */
START_TEST(what_the_file_cannot_say_is_told)
{
    const char *text = AUTHOR_HEAD "  - repeat: 2\n    moves:\n      - use: a-mine\n";
    scratch_put(OWN, text);
    App *app = open_routine("own");
    author_swap(app, 1, "b-mine");
    author_type(app, "w");
    author_expect_notice(app, "Cannot be saved in the file, so for this session only: B instead of A");
    scratch_expect(OWN, text);
    expect_use(app, 1, "b-mine");
    author_swap(app, 0, "b-mine");
    author_type(app, "w");
    author_expect_notice(app, "Saved in the file: B instead of A");
    scratch_expect(OWN, AUTHOR_HEAD "  - repeat: 2\n    moves:\n      # instead of a-mine\n      - use: b-mine\n");
    app_free(app);
}
END_TEST

Suite *suite_save_swaps(void)
{
    Suite *suite = suite_create("swap_file");
    TCase *tests = tcase_create("swap_file");
    tcase_add_checked_fixture(tests, author_set_up, scratch_remove);
    tcase_add_test(tests, kept_in_ones_own_file);
    tcase_add_test(tests, kept_in_a_copy_of_what_came_with_knead);
    tcase_add_test(tests, what_is_shown_is_what_is_kept);
    tcase_add_test(tests, the_way_back_is_no_swap);
    tcase_add_test(tests, a_copy_has_it);
    tcase_add_test(tests, the_editor_finds_it_and_it_can_be_thrown_away);
    tcase_add_test(tests, put_together_for_the_moment_it_goes_into_the_new_file);
    tcase_add_test(tests, left_it_was_for_this_time_only);
    tcase_add_test(tests, followed_to_the_end_it_was_for_this_time_only);
    tcase_add_test(tests, what_the_file_cannot_say_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}
