/* SPDX-License-Identifier: MIT */
/* However long SQLite wants to sleep, it has what it was given. */
#include "store/wait_limit.h"

#include <check.h>
#include <stdint.h>

#include "platform/clock.h"

Suite *suite_wait_limit(void);

static int64_t slept_ms(sqlite3_vfs *system, int us)
{
    const int64_t before_ns = clock_now().awake_ns;
    ck_assert_int_eq(system->xSleep(system, us), us);
    return (clock_now().awake_ns - before_ns) / 1000000;
}

START_TEST(sleeps_no_longer_than_it_may)
{
    sqlite3 *db = NULL;
    const char *name = wait_limit_system();
    ck_assert_ptr_nonnull(name);
    ck_assert_str_eq(wait_limit_system(), name);
    ck_assert_int_eq(sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE, name), SQLITE_OK);
    sqlite3_vfs *system = sqlite3_vfs_find(name);
    wait_limit_set(db, 50);
    ck_assert_int_ge(slept_ms(system, 20000), 20);
    ck_assert_int_ge(slept_ms(system, 2000000000), 29); /* half an hour is asked for */
    ck_assert_int_lt(slept_ms(system, 2000000000), 10000);
    wait_limit_set(db, 10);
    ck_assert_int_ge(slept_ms(system, 10000), 10);
    sqlite3_close(db);
}
END_TEST

Suite *suite_wait_limit(void)
{
    Suite *suite = suite_create("wait_limit");
    TCase *tcase = tcase_create("wait_limit");
    tcase_add_test(tcase, sleeps_no_longer_than_it_may);
    suite_add_tcase(suite, tcase);
    return suite;
}
