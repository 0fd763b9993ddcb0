/* SPDX-License-Identifier: MIT */
#include "store/lowered_target.h"

#include <check.h>
#include <string.h>

#include "support/records.h"
#include "support/scratch.h"

Suite *suite_lowered_target(void);

START_TEST(noted_read_and_cleared)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    LoweredTarget eases[AREA_COUNT];
    ck_assert(lowered_target_read(store, eases));
    ck_assert(!eases[AREA_CALVES].is_set);
    ck_assert(lowered_target_note(store, AREA_CALVES, SIDE_LEFT, "Calf strip", RECORDS_NOW_S));
    ck_assert(lowered_target_note(store, AREA_CALVES, SIDE_RIGHT, "Calf milker", RECORDS_NOW_S + 5));
    ck_assert(lowered_target_note(store, AREA_FEET, SIDE_NONE, "Foot", RECORDS_NOW_S));
    store_close(store);
    store = store_open(records_path, RECORDS_NOW_S);
    ck_assert(lowered_target_read(store, eases));
    ck_assert(eases[AREA_CALVES].is_set && eases[AREA_FEET].is_set && !eases[AREA_HEAD].is_set);
    ck_assert_int_eq(eases[AREA_CALVES].since_s, RECORDS_NOW_S + 5);
    ck_assert_int_eq(eases[AREA_CALVES].side, SIDE_RIGHT);
    ck_assert_str_eq(eases[AREA_CALVES].move, "Calf milker");
    ck_assert(lowered_target_clear(store, AREA_CALVES));
    ck_assert(lowered_target_read(store, eases));
    ck_assert(!eases[AREA_CALVES].is_set && eases[AREA_FEET].is_set);
    store_close(store);
}
END_TEST

START_TEST(long_name_is_cut_at_a_letter)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    char name[128] = "";
    for (int i = 0; i < 50; i++) {
        strcat(name, "\xc3\xa9");
    }
    ck_assert(lowered_target_note(store, AREA_HIPS, SIDE_NONE, name, RECORDS_NOW_S));
    LoweredTarget eases[AREA_COUNT];
    ck_assert(lowered_target_read(store, eases));
    ck_assert_uint_eq(strlen(eases[AREA_HIPS].move), 80);
    store_close(store);
}
END_TEST

START_TEST(kept_once_the_lock_is_gone)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    sqlite3 *other = records_open_raw();
    ck_assert_int_eq(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    ck_assert(!lowered_target_note(store, AREA_CALVES, SIDE_LEFT, "Calf strip", RECORDS_NOW_S));
    ck_assert_ptr_nonnull(strstr(store_problem(store), "locked"));
    sqlite3_close(other);
    ck_assert(lowered_target_note(store, AREA_FEET, SIDE_NONE, "Foot", RECORDS_NOW_S));
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM eases"), 2);
    store_close(store);
}
END_TEST

START_TEST(off_remembers_nothing)
{
    Store *store = store_open_null();
    LoweredTarget eases[AREA_COUNT];
    ck_assert(!lowered_target_note(store, AREA_CALVES, SIDE_LEFT, "Calf strip", RECORDS_NOW_S));
    ck_assert(!lowered_target_clear(store, AREA_CALVES));
    ck_assert(!lowered_target_read(store, eases));
    ck_assert(!eases[AREA_CALVES].is_set);
    store_close(store);
}
END_TEST

START_TEST(unknown_areas_are_passed_over)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    records_do_raw("INSERT INTO eases VALUES ('tail', 5, 99, 'x'), ('feet', -5, 99, 'y')");
    LoweredTarget eases[AREA_COUNT];
    ck_assert(lowered_target_read(store, eases));
    ck_assert(eases[AREA_FEET].is_set);
    ck_assert_int_le(eases[AREA_FEET].side, SIDE_RIGHT);
    ck_assert_int_ge(eases[AREA_FEET].since_s, 0);
    store_close(store);
}
END_TEST

Suite *suite_lowered_target(void)
{
    Suite *suite = suite_create("lowered_target");
    TCase *tcase = tcase_create("ease");
    tcase_add_checked_fixture(tcase, records_set_up, scratch_remove);
    tcase_add_test(tcase, noted_read_and_cleared);
    tcase_add_test(tcase, long_name_is_cut_at_a_letter);
    tcase_add_test(tcase, kept_once_the_lock_is_gone);
    tcase_add_test(tcase, off_remembers_nothing);
    tcase_add_test(tcase, unknown_areas_are_passed_over);
    suite_add_tcase(suite, tcase);
    return suite;
}
