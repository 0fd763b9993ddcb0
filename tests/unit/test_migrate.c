/* SPDX-License-Identifier: MIT */
#include "store/migrate.h"

#include <check.h>

#include "base/macros.h"
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

Suite *suite_migrate(void)
{
    Suite *suite = suite_create("migrate");
    TCase *tcase = tcase_create("migrate");
    tcase_add_checked_fixture(tcase, records_set_up, scratch_remove);
    tcase_add_test(tcase, each_change_once_in_order);
    tcase_add_test(tcase, half_a_change_is_none);
    tcase_add_test(tcase, newer_and_foreign_stay_untouched);
    tcase_add_test(tcase, every_change_there_is_works);
    suite_add_tcase(suite, tcase);
    return suite;
}
