/* SPDX-License-Identifier: MIT */
#include "store/migrate.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "store/history.h"
#include "store/store.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_migrate(void);

static const char *const changes[] = {
    "CREATE TABLE a (x)", "CREATE TABLE b (x); INSERT INTO a VALUES (1)",
    "CREATE TABLE c (x); INSERT INTO nowhere VALUES (1)", /* fails half way, as a crash would */
};

static MigrateResult migrate_to(size_t count)
{
    sqlite3 *db = records_open_raw();
    const MigrateResult result = migrate_up(db, changes, count);
    sqlite3_close(db);
    return result;
}

START_TEST(each_change_once_in_order)
{
    ck_assert_int_eq(migrate_to(1), MIGRATE_CURRENT);
    ck_assert_int_eq(records_ask_raw("PRAGMA user_version"), 1);
    ck_assert_int_eq(migrate_to(2), MIGRATE_CURRENT);
    ck_assert_int_eq(migrate_to(2), MIGRATE_CURRENT);
    ck_assert_int_eq(records_ask_raw("PRAGMA user_version"), 2);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM a"), 1);
}
END_TEST

START_TEST(half_a_change_is_none)
{
    ck_assert_int_eq(migrate_to(3), MIGRATE_FAILED);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sqlite_schema"), 0);
    ck_assert_int_eq(migrate_to(2), MIGRATE_CURRENT);
    ck_assert_int_eq(migrate_to(3), MIGRATE_FAILED);
    ck_assert_int_eq(records_ask_raw("PRAGMA user_version"), 2);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sqlite_schema WHERE name = 'c'"), 0);
}
END_TEST

START_TEST(newer_and_foreign_stay_untouched)
{
    records_do_raw("CREATE TABLE theirs (x)");
    ck_assert_int_eq(migrate_to(2), MIGRATE_FOREIGN);
    records_do_raw("PRAGMA user_version = 1");
    ck_assert_int_eq(migrate_to(2), MIGRATE_FOREIGN);
    records_do_raw("PRAGMA user_version = 3");
    ck_assert_int_eq(migrate_to(2), MIGRATE_NEWER);
    records_do_raw("PRAGMA user_version = -1");
    ck_assert_int_eq(migrate_to(2), MIGRATE_FOREIGN);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sqlite_schema"), 1);
}
END_TEST

START_TEST(every_change_there_is_works)
{
    sqlite3 *db = records_open_raw();
    ck_assert_int_eq(migrate_up(db, migrate_changes, migrate_change_count), MIGRATE_CURRENT);
    ck_assert_int_eq(migrate_look(db, migrate_change_count), MIGRATE_CURRENT);
    ck_assert_int_eq(migrate_look(db, migrate_change_count - 1), MIGRATE_NEWER);
    sqlite3_close(db);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}
END_TEST

/* As a knead from before revisions left it: two sessions, one of them with nothing held. */
static void make_version_5(void)
{
    sqlite3 *db = records_open_raw();
    ck_assert_int_eq(migrate_up(db, migrate_changes, 5), MIGRATE_CURRENT);
    sqlite3_close(db);
    records_do_raw("INSERT INTO sessions VALUES (1024, 'aa', 1, 60, 'Calves', 'calves', 100, 90, 'finished'),"
                   " (2048, 'bb', 2, 60, 'Feet', 'feet', 100, 3, 'left')");
    records_do_raw("INSERT INTO done VALUES (1024, 0, 1, 'Strip', NULL, 'calves', 30000, 4, 5, 0, 0),"
                   " (1024, 0, 2, 'Strip', NULL, 'calves', 20000, NULL, NULL, 1, 0)");
    records_do_raw("INSERT INTO done_areas VALUES (1024, 0, 1, 'calves'), (1024, 0, 2, 'calves')");
}

START_TEST(an_older_database_is_copied_and_brought_up)
{
    make_version_5();
    Store *store = store_open(records_path, RECORDS_NOW_S);
    ck_assert(store_can_write(store));
    History *history = history_read(store, &(HistoryFilter){.area = -1});
    ck_assert_uint_eq(history->count, 1);
    const SessionRecord *record = &history->sessions[0];
    ck_assert_str_eq(record->uid, "aa");
    ck_assert_int_eq(record->revision, 1);
    ck_assert_uint_eq(strlen(record->machine), 16);
    ck_assert_int_eq(record->measure.before_tenths, MEASURE_NOT_SAID);
    ck_assert_int_eq(record->moves[0].planned_s, -1);
    ck_assert_ptr_null(record->note);
    history_free(history);
    store_close(store);
    ck_assert_int_eq(records_ask_raw("SELECT sum(held_ms) FROM area_sums WHERE area = 'calves'"), 50000);
    ck_assert_int_eq(records_ask_raw("SELECT sessions * 1000 + worked_s FROM day_sums WHERE day = 0"), 1090);
}
END_TEST

/* The copy is the database from before, and no second one is made. One that is there is never replaced. */
START_TEST(the_copy_is_kept)
{
    make_version_5();
    scratch_put("knead.db.version-5", "mine");
    store_close(store_open(records_path, RECORDS_NOW_S));
    store_close(store_open(records_path, RECORDS_NOW_S));
    scratch_expect("knead.db.version-5", "mine");
    scratch_expect("knead.db.version-5-3", NULL);
    char *copy = scratch_path("knead.db.version-5-2");
    snprintf(records_path, sizeof records_path, "%s", copy);
    free(copy);
    ck_assert_int_eq(records_ask_raw("PRAGMA user_version"), 5);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sessions"), 2);
    ck_assert_int_eq(records_ask_raw("SELECT sum(held_ms) FROM done"), 50000);
}
END_TEST

/* The first tables are no older database. */
START_TEST(a_new_database_has_no_copy)
{
    store_close(store_open(records_path, RECORDS_NOW_S));
    scratch_expect("knead.db.version-0", NULL);
    ck_assert_int_eq(records_ask_raw("PRAGMA user_version"), (int64_t)migrate_change_count);
}
END_TEST

Suite *suite_migrate(void)
{
    Suite *suite = suite_create("migrate");
    TCase *tcase = tcase_create("migrate");
    tcase_add_checked_fixture(tcase, records_set_up, scratch_remove);
    tcase_add_test(tcase, each_change_once_in_order);
    tcase_add_test(tcase, half_a_change_is_none);
    tcase_add_test(tcase, newer_and_foreign_stay_untouched);
    tcase_add_test(tcase, every_change_there_is_works);
    tcase_add_test(tcase, an_older_database_is_copied_and_brought_up);
    tcase_add_test(tcase, the_copy_is_kept);
    tcase_add_test(tcase, a_new_database_has_no_copy);
    suite_add_tcase(suite, tcase);
    return suite;
}
