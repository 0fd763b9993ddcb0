/* SPDX-License-Identifier: MIT */
#include "store/store.h"

#include <check.h>

#include "support/records.h"
#include "support/scratch.h"

Suite *suite_told(void);

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

Suite *suite_told(void)
{
    Suite *suite = suite_create("told");
    TCase *tcase = tcase_create("told");
    tcase_add_checked_fixture(tcase, records_set_up, scratch_remove);
    tcase_add_test(tcase, told_once_and_for_all);
    tcase_add_test(tcase, without_records_nothing_was_told);
    suite_add_tcase(suite, tcase);
    return suite;
}
