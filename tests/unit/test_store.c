/* SPDX-License-Identifier: MIT */
#include "store/store.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "store/history.h"
#include "store/session_writer.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_store(void);

START_TEST(makes_folder_and_file_for_the_owner_alone)
{
    char *path = scratch_path("a/b/knead.db");
    Store *store = store_open(path, RECORDS_NOW_S);
    ck_assert(store_can_read(store) && store_can_write(store));
    ck_assert_pstr_eq(store_problem(store), NULL);
    struct stat found;
    ck_assert_int_eq(stat(path, &found), 0);
    ck_assert_uint_eq(found.st_mode & 0777, 0600);
    store_close(store);
    scratch_take_away("a/b/knead.db");
    free(path);
    store_close(NULL);
}
END_TEST

START_TEST(no_home)
{
    Store *store = store_open(NULL, RECORDS_NOW_S);
    ck_assert(!store_can_read(store) && !store_can_write(store));
    records_expect_trouble(store, "HOME", NULL);
    ck_assert_int_eq(session_writer_begin(store, &fixture.session, RECORDS_NOW_S, 0), 0);
    store_close(store);
}
END_TEST

START_TEST(a_folder_in_the_way)
{
    ck_assert_int_eq(mkdir(records_path, 0700), 0);
    Store *store = store_open(records_path, RECORDS_NOW_S);
    ck_assert(!store_can_read(store) && !store_can_write(store));
    records_expect_trouble(store, "not a file", records_path);
    store_close(store);
}
END_TEST

START_TEST(a_folder_that_cannot_be_made)
{
    records_write_file(records_path, "x", 1, 0);
    char *path = memory_print("%s/below/knead.db", records_path);
    Store *store = store_open(path, RECORDS_NOW_S);
    ck_assert(!store_can_write(store));
    records_expect_trouble(store, "folder", records_path);
    store_close(store);
    free(path);
}
END_TEST

START_TEST(a_path_is_told_cleaned)
{
    char *path = scratch_path("\x1b[2J\nx");
    ck_assert_int_eq(mkdir(path, 0700), 0);
    Store *store = store_open(path, RECORDS_NOW_S);
    const char *line = store_problem(store);
    ck_assert(strchr(line, '\x1b') == NULL && strchr(line, '\n') == NULL);
    store_close(store);
    free(path);
}
END_TEST

START_TEST(a_newer_file_is_not_touched)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    store_close(store);
    records_do_raw("PRAGMA user_version = 99");
    size_t before_length, after_length;
    char *before = records_read_file(records_path, &before_length);
    store = store_open(records_path, RECORDS_NOW_S);
    ck_assert(!store_can_read(store) && !store_can_write(store));
    records_expect_trouble(store, "newer version of knead", records_path);
    ck_assert_ptr_null(history_read(store, &(HistoryFilter){.area = -1}));
    store_close(store);
    char *after = records_read_file(records_path, &after_length);
    ck_assert_uint_eq(before_length, after_length);
    ck_assert_mem_eq(before, after, before_length);
    free(before);
    free(after);
}
END_TEST

START_TEST(a_foreign_file_is_not_touched)
{
    records_do_raw("CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)");
    size_t before_length, after_length;
    char *before = records_read_file(records_path, &before_length);
    Store *store = store_open(records_path, RECORDS_NOW_S);
    ck_assert(!store_can_read(store) && !store_can_write(store));
    records_expect_trouble(store, "another program", records_path);
    store_close(store);
    char *after = records_read_file(records_path, &after_length);
    ck_assert_uint_eq(before_length, after_length);
    ck_assert_mem_eq(before, after, before_length);
    free(before);
    free(after);
}
END_TEST

START_TEST(a_link_is_followed)
{
    char *target = scratch_path("elsewhere.db");
    store_close(store_open(target, RECORDS_NOW_S));
    ck_assert_int_eq(symlink(target, records_path), 0);
    Store *store = store_open(records_path, RECORDS_NOW_S);
    records_add_session(store, fixture.plan, 60000, RECORDS_NOW_S);
    ck_assert_pstr_eq(store_problem(store), NULL);
    store_close(store);
    store = store_open(target, RECORDS_NOW_S);
    ck_assert_uint_eq(records_count_sessions(store), 1);
    store_close(store);
    free(target);
}
END_TEST

START_TEST(told_once_and_for_all)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    ck_assert(!store_was_told(store, TOLD_ADVICE));
    ck_assert(store_note_told(store, TOLD_ADVICE, RECORDS_NOW_S));
    ck_assert(store_note_told(store, TOLD_ADVICE, RECORDS_NOW_S + 1));
    store_close(store);
    store = store_open(records_path, RECORDS_NOW_S);
    ck_assert(store_was_told(store, TOLD_ADVICE));
    ck_assert(!store_was_told(store, "another"));
    store_close(store);
}
END_TEST

START_TEST(without_records_nothing_was_told)
{
    Store *store = store_open_null();
    ck_assert(!store_note_told(store, TOLD_ADVICE, RECORDS_NOW_S));
    ck_assert(!store_was_told(store, TOLD_ADVICE));
    store_close(store);
}
END_TEST

Suite *suite_store(void)
{
    Suite *suite = suite_create("store");
    TCase *tcase = tcase_create("store");
    tcase_add_checked_fixture(tcase, fixture_set_up_closed, fixture_tear_down);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, makes_folder_and_file_for_the_owner_alone);
    tcase_add_test(tcase, no_home);
    tcase_add_test(tcase, a_folder_in_the_way);
    tcase_add_test(tcase, a_folder_that_cannot_be_made);
    tcase_add_test(tcase, a_path_is_told_cleaned);
    tcase_add_test(tcase, a_newer_file_is_not_touched);
    tcase_add_test(tcase, a_foreign_file_is_not_touched);
    tcase_add_test(tcase, a_link_is_followed);
    tcase_add_test(tcase, told_once_and_for_all);
    tcase_add_test(tcase, without_records_nothing_was_told);
    suite_add_tcase(suite, tcase);
    return suite;
}
