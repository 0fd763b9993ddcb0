/* SPDX-License-Identifier: MIT */
/* Files of one's own that are taken away and brought back, and how the library screen does it. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/reload.h"
#include "app/remove_file.h"
#include "base/memory.h"
#include "base/path.h"
#include "support/author.h"
#include "support/scratch.h"

Suite *suite_remove_file(void);

#define OWN "knead/routines/"
#define PUT_AWAY "thrown-away"

static Library *library;

static void set_up(void)
{
    author_set_up();
    library = library_new(NULL, NULL);
    ck_assert(library_scan(library, NULL));
}

static void tear_down(void)
{
    library_free(library);
    scratch_remove();
}

static LibraryEntry *find(const char *name)
{
    char *problem = NULL;
    LibraryEntry *entry = library_find(library, name, &problem);
    ck_assert_msg(entry != NULL, "%s", problem);
    return entry;
}

static void take_away(RemovedFile *removal, const char *name)
{
    char *problem = NULL;
    ck_assert_msg(remove_file_make(removal, library, find(name), &problem), "%s", problem);
}

static void expect_refusal(LibraryEntry *entry, const char *words)
{
    RemovedFile removal;
    char *problem = NULL;
    ck_assert(!remove_file_make(&removal, library, entry, &problem));
    ck_assert_msg(strstr(problem, words), "'%s' is not in: %s", words, problem);
    free(problem);
}

static void expect_file(const char *path, const char *text)
{
    ck_assert_msg(strstr(path, scratch_folder) == path, "%s", path);
    scratch_expect(path + strlen(scratch_folder) + 1, text);
}

START_TEST(it_is_put_aside_and_comes_back_as_it_was)
{
    RemovedFile removal;
    char *problem = NULL;
    scratch_set_mode(OWN "own.yaml", 0640);
    take_away(&removal, "own");
    scratch_expect(OWN "own.yaml", NULL);
    ck_assert_ptr_nonnull(strstr(removal.aside, "knead/" PUT_AWAY "/own-"));
    expect_file(removal.aside, author_right);
    ck_assert_ptr_null(removal.instead);
    ck_assert_ptr_null(library_find(library, "own", &problem));
    free(problem);
    ck_assert(remove_file_undo(&removal, library, &problem));
    scratch_expect(OWN "own.yaml", author_right);
    char *path = scratch_path(OWN "own.yaml");
    struct stat status;
    ck_assert_int_eq(stat(path, &status), 0);
    ck_assert_uint_eq(status.st_mode & 07777, 0640);
    ck_assert_int_ne(access(removal.aside, F_OK), 0);
    ck_assert_ptr_nonnull(find("own")->routine);
    remove_file_release(&removal);
    free(path);
}
END_TEST

START_TEST(nothing_is_written_over)
{
    RemovedFile removal;
    char *problem = NULL;
    take_away(&removal, "own");
    scratch_put(OWN "own.yaml", author_longer);
    ck_assert(!remove_file_undo(&removal, library, &problem));
    ck_assert_msg(strstr(problem, "knead never overwrites a file; it is still in ") && strstr(problem, removal.aside),
                  "%s", problem);
    scratch_expect(OWN "own.yaml", author_longer);
    expect_file(removal.aside, author_right);
    free(problem);
    remove_file_release(&removal);
}
END_TEST

/* What its owner did with it since is not thrown away. */
START_TEST(what_was_changed_aside_stays_there)
{
    RemovedFile removal;
    char *problem = NULL;
    take_away(&removal, "own");
    scratch_put(removal.aside + strlen(scratch_folder) + 1, author_longer);
    ck_assert(remove_file_undo(&removal, library, &problem));
    scratch_expect(OWN "own.yaml", author_right);
    expect_file(removal.aside, author_longer);
    remove_file_release(&removal);
}
END_TEST

/* The link goes, what it leads to stays. */
START_TEST(a_link_goes_and_comes_back)
{
    RemovedFile removal;
    char *problem = NULL, *path = scratch_path(OWN "linked.yaml"), target[64] = "";
    scratch_put("elsewhere.yaml", author_longer);
    ck_assert_int_eq(symlink("../../elsewhere.yaml", path), 0);
    library_refresh(library, NULL);
    take_away(&removal, "linked");
    ck_assert_str_eq(removal.link, "../../elsewhere.yaml");
    scratch_expect("elsewhere.yaml", author_longer);
    expect_file(removal.aside, author_longer);
    ck_assert(remove_file_undo(&removal, library, &problem));
    ck_assert_int_eq(readlink(path, target, sizeof target - 1), (ssize_t)strlen("../../elsewhere.yaml"));
    ck_assert_str_eq(target, "../../elsewhere.yaml");
    remove_file_release(&removal);
    scratch_take_away("elsewhere.yaml");
    library_refresh(library, NULL);
    take_away(&removal, "linked");
    ck_assert_ptr_null(removal.aside);
    ck_assert_int_ne(readlink(path, target, sizeof target), (ssize_t)strlen(target));
    ck_assert(remove_file_undo(&removal, library, &problem));
    ck_assert_int_gt(readlink(path, target, sizeof target), 0);
    remove_file_release(&removal);
    free(path);
}
END_TEST

START_TEST(what_came_with_knead_stays)
{
    LibraryEntry *shipped = find("shipped");
    char *folder = path_folder(shipped->path), *round = memory_print("%s/./shipped.yaml", folder);
    expect_refusal(shipped, "shipped came with knead and cannot be removed");
    expect_refusal(find(round), "shipped came with knead and cannot be removed"); /* the same by another road */
    ck_assert_int_eq(access(shipped->path, F_OK), 0);
    scratch_put("elsewhere.yaml", author_right);
    char *elsewhere = scratch_path("elsewhere.yaml");
    expect_refusal(find(elsewhere), "elsewhere.yaml is not in your routines in ");
    scratch_expect("elsewhere.yaml", author_right);
    free(elsewhere);
    free(round);
    free(folder);
}
END_TEST

START_TEST(a_copy_gives_way_to_what_came_with_knead)
{
    RemovedFile removal;
    scratch_put(OWN "shipped.yaml", author_longer);
    library_refresh(library, NULL);
    take_away(&removal, "shipped");
    ck_assert(removal.is_shipped);
    ck_assert_str_eq(find("shipped")->title, "Shipped");
    remove_file_release(&removal);
}
END_TEST

/* A file stands where the folder for it should be. */
START_TEST(what_cannot_be_put_aside_stays)
{
    scratch_put("knead/" PUT_AWAY, "");
    expect_refusal(find("own"), "own.yaml, so it was not removed: ");
    scratch_expect(OWN "own.yaml", author_right);
    ck_assert_ptr_nonnull(find("own")->routine);
}
END_TEST

START_TEST(the_library_takes_away_and_brings_back)
{
    App *app = author_open();
    author_ask(app, REQUEST_LIBRARY, 0);
    ck_assert(!app_model(app)->can_undo);
    author_ask(app, REQUEST_REMOVE, author_index(app, "own"));
    author_expect_notice(app, "Removed: Lunch. Press u to undo.");
    ck_assert_int_eq(author_index(app, "own"), -1);
    author_ask(app, REQUEST_REMOVE, author_index(app, "wrong"));
    ck_assert_int_eq(author_index(app, "wrong"), -1);
    author_ask(app, REQUEST_REMOVE, author_index(app, "shipped"));
    author_expect_notice(app, "shipped came with knead and cannot be removed");
    author_type(app, "u");
    ck_assert_int_ge(author_index(app, "wrong"), 0);
    author_type(app, "u");
    author_expect_notice(app, "Restored: Lunch.");
    ck_assert_int_ge(author_index(app, "own"), 0);
    scratch_expect(OWN "own.yaml", author_right);
    ck_assert(!app_model(app)->can_undo);
    author_type(app, "u");
    ck_assert_str_eq(home_top(app), "library");
    app_free(app);
}
END_TEST

START_TEST(a_copy_is_taken_away_in_the_library)
{
    App *app = author_open();
    scratch_put(OWN "shipped.yaml", author_longer);
    author_ask(app, REQUEST_LIBRARY, 0);
    reload_files(app);
    author_ask(app, REQUEST_REMOVE, author_index(app, "shipped"));
    author_expect_notice(app, "The version that came with knead is back.");
    author_type(app, "u");
    scratch_expect(OWN "shipped.yaml", author_longer);
    app_free(app);
}
END_TEST

START_TEST(moves_are_taken_out_of_their_file)
{
    App *app = author_open();
    author_ask(app, REQUEST_LIBRARY, 0);
    author_ask(app, REQUEST_REMOVE_SHARED, 0);
    author_expect_notice(app, "a-mine is in a file of moves. Press e to open it");
    author_ask(app, REQUEST_REMOVE_SHARED, 2);
    author_expect_notice(app, "c-shared came with knead and cannot be removed.");
    ck_assert_uint_eq(app_model(app)->move_count, 3);
    app_free(app);
}
END_TEST

Suite *suite_remove_file(void)
{
    Suite *suite = suite_create("removal");
    TCase *tests = tcase_create("removal");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, it_is_put_aside_and_comes_back_as_it_was);
    tcase_add_test(tests, nothing_is_written_over);
    tcase_add_test(tests, what_was_changed_aside_stays_there);
    tcase_add_test(tests, a_link_goes_and_comes_back);
    tcase_add_test(tests, what_came_with_knead_stays);
    tcase_add_test(tests, a_copy_gives_way_to_what_came_with_knead);
    tcase_add_test(tests, what_cannot_be_put_aside_stays);
    tcase_add_test(tests, the_library_takes_away_and_brings_back);
    tcase_add_test(tests, a_copy_is_taken_away_in_the_library);
    tcase_add_test(tests, moves_are_taken_out_of_their_file);
    suite_add_tcase(suite, tests);
    return suite;
}
