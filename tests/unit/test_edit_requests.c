/* SPDX-License-Identifier: MIT */
/* Routines made and edited from the app. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/reload.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/path.h"
#include "platform/editor.h"
#include "support/author.h"
#include "support/scratch.h"

Suite *suite_edit_requests(void);

static void expect_text(const char *path, const char *text)
{
    char *bytes = NULL;
    size_t length;
    ck_assert_int_eq(file_read(path, 65536, &bytes, &length), FILE_READ);
    ck_assert_str_eq(bytes, text);
    free(bytes);
}

START_TEST(a_new_one_is_written_and_opened)
{
    App *app = author_open();
    author_type(app, "n");
    ck_assert_str_eq(home_top(app), "name");
    ck_assert_str_eq(app_model(app)->new_file_folder, "~/knead/routines");
    ck_assert(!author_type(app, "Lunch").edit);
    ck_assert(author_type(app, "!").edit);
    ck_assert_str_eq(home_top(app), "home");
    ck_assert_int_ge(author_index(app, "lunch"), 0);
    author_edit(app, author_right);
    ck_assert_str_eq(home_top(app), "routine");
    ck_assert_str_eq(app_model(app)->plan->title, "Lunch");
    author_expect_notice(app, "Saved: Lunch, 35 s");
    author_type(app, "q");
    ck_assert_str_eq(home_top(app), "home");
    app_free(app);
}
END_TEST

START_TEST(a_new_one_that_was_left_as_it_is_stays)
{
    App *app = author_open();
    author_type(app, "nLunch!");
    author_edit(app, NULL);
    ck_assert_str_eq(home_top(app), "routine");
    author_expect_notice(app, "Unchanged: Lunch, ");
    app_free(app);
}
END_TEST

START_TEST(a_title_that_is_taken_is_none)
{
    App *app = author_open();
    ck_assert(!author_type(app, "nOwn!").edit);
    ck_assert_str_eq(home_top(app), "name");
    scratch_put("knead/routines/late.yaml", author_right);
    ck_assert(!author_type(app, "~nLate!").edit);
    ck_assert_str_eq(home_top(app), "name");
    author_expect_notice(app, "you already have a routine 'late'");
    author_type(app, "~");
    ck_assert_str_eq(home_top(app), "home");
    app_free(app);
}
END_TEST

START_TEST(a_copy_is_made_from_the_routine_that_is_looked_at)
{
    App *app = author_open();
    author_ask(app, REQUEST_OPEN, author_index(app, "shipped"));
    author_type(app, "n");
    ck_assert_str_eq(app_model(app)->copied, "Shipped");
    ck_assert(author_type(app, "!").edit);
    author_expect_editor(app, "my-shipped.yaml", "+3");
    author_edit(app, NULL);
    ck_assert_str_eq(app_model(app)->plan->title, "My Shipped");
    author_type(app, "q");
    author_ask(app, REQUEST_OPEN, author_index(app, "shipped"));
    ck_assert(author_type(app, "n!").edit); /* the title that is offered is not taken */
    author_expect_editor(app, "my-shipped-2.yaml", "+3");
    author_edit(app, NULL);
    author_type(app, "q");
    ck_assert_str_eq(home_top(app), "home");
    app_free(app);
}
END_TEST

START_TEST(what_was_put_together_gets_a_file)
{
    App *app = author_open();
    author_ask(app, REQUEST_LIBRARY, 0);
    author_ask(app, REQUEST_OPEN_MOVE, 2);
    ck_assert(!author_type(app, "e").edit);
    author_expect_notice(app, "Press n to save it as your own");
    ck_assert(author_type(app, "nJust C!").edit);
    author_expect_editor(app, "just-c.yaml", "+2");
    author_edit(app, NULL);
    ck_assert_str_eq(app_model(app)->plan->title, "Just C");
    ck_assert_str_eq(app_model(app)->plan->moves[0].use, "c-shared");
    app_free(app);
}
END_TEST

START_TEST(what_is_wrong_is_shown_until_it_is_right)
{
    App *app = author_open();
    author_type(app, "nLunch!");
    author_edit(app, author_wrong);
    ck_assert_str_eq(home_top(app), "file_problems");
    ck_assert_uint_eq(app_model(app)->broken_file.entry->diags.errors, 1);
    ck_assert(app_model(app)->broken_file.is_new);
    ck_assert(author_type(app, "!").edit);
    author_expect_editor(app, "lunch.yaml", "+5");
    author_edit(app, author_wrong);
    ck_assert_str_eq(home_top(app), "file_problems");
    ck_assert(author_type(app, "e").edit);
    author_edit(app, author_right);
    ck_assert_str_eq(home_top(app), "routine");
    author_expect_notice(app, "Saved: Lunch");
    ck_assert_ptr_null(app_model(app)->broken_file.entry);
    app_free(app);
}
END_TEST

START_TEST(what_is_wrong_may_stay)
{
    App *app = author_open();
    author_type(app, "nLunch!");
    author_edit(app, author_wrong);
    author_type(app, "k");
    ck_assert_str_eq(home_top(app), "home");
    author_expect_notice(app, "marks lunch.yaml as broken");
    const LibraryEntry *entry = library_at(app_model(app)->library, (size_t)author_index(app, "lunch"));
    ck_assert_int_eq(entry->state, ENTRY_BROKEN);
    /* One that was mended from elsewhere while its problems were shown is kept as what it is. */
    author_ask(app, REQUEST_EDIT_ENTRY, author_index(app, "own"));
    char *path = author_edited(app, author_wrong, true);
    ck_assert(file_write(path, author_longer, strlen(author_longer)));
    reload_files(app);
    author_type(app, "k");
    author_expect_notice(app, "Kept: own.yaml.");
    free(path);
    app_free(app);
}
END_TEST

/* What was thrown away is put aside; the notice ends in where. */
static void expect_aside(App *app, const char *text)
{
    author_expect_notice(app, "backed up in ");
    const char *path = strstr(app_model(app)->notice, "backed up in ") + strlen("backed up in ");
    expect_text(path, text);
}

START_TEST(a_new_one_may_be_thrown_away)
{
    App *app = author_open();
    author_type(app, "nLunch!");
    char *path = author_edited(app, author_wrong, true);
    author_type(app, "t");
    ck_assert_str_eq(home_top(app), "home");
    expect_aside(app, author_wrong);
    ck_assert_int_ne(access(path, F_OK), 0);
    ck_assert_int_eq(author_index(app, "lunch"), -1);
    free(path);
    app_free(app);
}
END_TEST

START_TEST(the_old_text_comes_back)
{
    App *app = author_open();
    author_ask(app, REQUEST_OPEN, author_index(app, "own"));
    ck_assert(author_type(app, "e").edit);
    author_expect_editor(app, "own.yaml", "+4");
    char *path = author_edited(app, author_wrong, true);
    ck_assert_str_eq(home_top(app), "file_problems");
    ck_assert(!app_model(app)->broken_file.is_new);
    author_type(app, "t");
    expect_aside(app, author_wrong);
    expect_text(path, author_right);
    ck_assert_str_eq(home_top(app), "routine");
    ck_assert_int_eq(app_model(app)->plan->seconds, 35);
    free(path);
    app_free(app);
}
END_TEST

START_TEST(an_own_one_is_edited_and_shown_anew)
{
    App *app = author_open();
    author_ask(app, REQUEST_OPEN, author_index(app, "own"));
    author_type(app, "e");
    author_edit(app, author_longer);
    ck_assert_str_eq(home_top(app), "routine");
    ck_assert_int_eq(app_model(app)->plan->seconds, 65);
    author_expect_notice(app, "Saved: Lunch, 1 min 5 s");
    author_type(app, "e");
    author_edit(app, NULL);
    author_expect_notice(app, "No changes.");
    author_type(app, "e");
    author_edit(app, author_wrong);
    author_type(app, "k");
    ck_assert_ptr_null(app_model(app)->plan);
    ck_assert_int_eq(app_model(app)->entry->state, ENTRY_BROKEN);
    ck_assert(author_type(app, "e").edit);
    author_expect_editor(app, "own.yaml", "+5");
    author_edit(app, NULL);
    ck_assert_str_eq(home_top(app), "routine");
    author_expect_notice(app, "still has 1 problem.");
    app_free(app);
}
END_TEST

/* A shared move stands in for the second; its own file is not the one that is edited, and the swap goes along. */
START_TEST(a_swapped_move_is_edited_where_the_other_stands)
{
    App *app = author_open();
    author_ask(app, REQUEST_OPEN, author_index(app, "shipped"));
    author_ask(app, REQUEST_SWAPS, 1);
    author_ask(app, REQUEST_SWAP, 0);
    ck_assert_str_eq(app_model(app)->plan->moves[1].use, "a-mine");
    ck_assert(author_ask(app, REQUEST_EDIT_MOVE, 1).edit);
    author_expect_editor(app, "shipped.yaml", "+12");
    author_edit(app, NULL);
    author_expect_notice(app, "Saved: Shipped");
    author_expect_notice(app, "saved in the file: A instead of Foot");
    scratch_expect_part("knead/routines/shipped.yaml", "  # instead of Foot, which had:\n  #   name: Foot\n"
                                                       "  #   areas: feet\n  #   hold: 30s\n  - use: a-mine\n");
    ck_assert_str_eq(app_model(app)->plan->moves[1].use, "a-mine");
    app_free(app);
}
END_TEST

START_TEST(one_with_a_problem_is_opened_at_it)
{
    App *app = author_open();
    author_ask(app, REQUEST_LIBRARY, 0);
    ck_assert(author_ask(app, REQUEST_EDIT_ENTRY, author_index(app, "wrong")).edit);
    author_expect_editor(app, "wrong.yaml", "+5");
    author_edit(app, author_right);
    ck_assert_str_eq(home_top(app), "library");
    author_expect_notice(app, "Saved: Lunch, 35 s");
    app_free(app);
}
END_TEST

START_TEST(one_that_came_with_knead_is_copied)
{
    App *app = author_open();
    const char *shipped = library_at(app_model(app)->library, (size_t)author_index(app, "shipped"))->path;
    author_ask(app, REQUEST_OPEN, author_index(app, "shipped"));
    ck_assert_str_eq(app_model(app)->entry->path, shipped);
    author_type(app, "e");
    char *path = author_edited(app, NULL, true);
    author_expect_notice(app, "the copy was removed");
    ck_assert_int_ne(access(path, F_OK), 0);
    ck_assert_str_eq(app_model(app)->entry->path, shipped);
    free(path);

    author_type(app, "e");
    path = author_edited(app, author_wrong, true);
    ck_assert(app_model(app)->broken_file.is_copy);
    author_type(app, "t");
    ck_assert_str_eq(app_model(app)->entry->path, shipped);
    free(path);

    author_type(app, "e");
    path = author_edited(app, author_longer, true);
    author_expect_notice(app, "Saved: Lunch, 1 min 5 s; shipped came with knead: copied to ");
    ck_assert_str_eq(app_model(app)->entry->path, path);
    ck_assert_str_eq(app_model(app)->plan->title, "Lunch");
    free(path);
    app_free(app);
}
END_TEST

START_TEST(shared_moves_are_edited_where_they_stand)
{
    App *app = author_open();
    author_ask(app, REQUEST_LIBRARY, 0);
    ck_assert(author_ask(app, REQUEST_EDIT_SHARED, 1).edit);
    author_expect_editor(app, "mine.yaml", "+7");
    author_edit(app, "knead: 1\nmoves:\n  b-mine:\n    name: Anew\n    areas: feet\n    hold: 20s\n");
    author_expect_notice(app, "Saved: mine.yaml");
    ck_assert_uint_eq(app_model(app)->move_count, 2);
    ck_assert_str_eq(app_model(app)->moves[0].move->name, "Anew");
    ck_assert(!author_ask(app, REQUEST_EDIT_SHARED, 1).edit);
    author_expect_notice(
        app, "To change c-shared, write your own version in a file in ~/knead/routines/moves; knead uses yours.");
    app_free(app);
}
END_TEST

START_TEST(an_editor_that_fails_is_told_of)
{
    App *app = author_open();
    author_type(app, "nLunch!");
    free(author_edited(app, NULL, false));
    author_expect_notice(app, "did not work. Set VISUAL or EDITOR to the editor");
    author_expect_notice(app, "lunch.yaml was created.");
    ck_assert_str_eq(home_top(app), "home");
    author_ask(app, REQUEST_EDIT_ENTRY, author_index(app, "shipped"));
    char *path = author_edited(app, NULL, false);
    author_expect_notice(app, "Set VISUAL or EDITOR to the editor you want.");
    ck_assert_int_ne(access(path, F_OK), 0);
    free(path);
    /* In the middle of mending, the problems stay in sight. */
    author_type(app, "~");
    author_ask(app, REQUEST_EDIT_ENTRY, author_index(app, "own"));
    author_edit(app, author_wrong);
    author_type(app, "e");
    free(author_edited(app, NULL, false));
    ck_assert_str_eq(home_top(app), "file_problems");
    ck_assert(author_type(app, "e").edit);
    app_free(app);
}
END_TEST

START_TEST(a_file_that_went_is_told_of)
{
    App *app = author_open();
    author_ask(app, REQUEST_EDIT_ENTRY, author_index(app, "own"));
    char **command = app_edit_command(app), *path = memory_copy_text(command[2]);
    editor_free_command(command);
    ck_assert_int_eq(unlink(path), 0);
    app_edited(app, true);
    author_expect_notice(app, "knead wrote it again as it last read it");
    expect_text(path, author_right);
    ck_assert_int_ge(author_index(app, "own"), 0);
    free(path);
    app_free(app);
}
END_TEST

Suite *suite_edit_requests(void)
{
    Suite *suite = suite_create("editing");
    TCase *tests = tcase_create("editing");
    tcase_add_checked_fixture(tests, author_set_up, scratch_remove);
    tcase_add_test(tests, a_new_one_is_written_and_opened);
    tcase_add_test(tests, a_new_one_that_was_left_as_it_is_stays);
    tcase_add_test(tests, a_title_that_is_taken_is_none);
    tcase_add_test(tests, a_copy_is_made_from_the_routine_that_is_looked_at);
    tcase_add_test(tests, what_was_put_together_gets_a_file);
    tcase_add_test(tests, what_is_wrong_is_shown_until_it_is_right);
    tcase_add_test(tests, what_is_wrong_may_stay);
    tcase_add_test(tests, a_new_one_may_be_thrown_away);
    tcase_add_test(tests, the_old_text_comes_back);
    tcase_add_test(tests, an_own_one_is_edited_and_shown_anew);
    tcase_add_test(tests, a_swapped_move_is_edited_where_the_other_stands);
    tcase_add_test(tests, one_with_a_problem_is_opened_at_it);
    tcase_add_test(tests, one_that_came_with_knead_is_copied);
    tcase_add_test(tests, shared_moves_are_edited_where_they_stand);
    tcase_add_test(tests, an_editor_that_fails_is_told_of);
    tcase_add_test(tests, a_file_that_went_is_told_of);
    suite_add_tcase(suite, tests);
    return suite;
}
