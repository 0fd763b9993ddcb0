/* SPDX-License-Identifier: MIT */
/* What is sound is never called damaged, and what cannot be read is not called anything. */
#include "store/quarantine.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_verdict(void);

static void set_up(void)
{
    records_set_up();
    Plan *plan = records_plan();
    Store *store = store_open(records_path, RECORDS_NOW_S);
    records_add_session(store, plan, 185000, RECORDS_NOW_S);
    store_close(store);
    plan_free(plan);
}

static void expect(Verdict wanted, const char *reason)
{
    char *why = NULL;
    ck_assert_int_eq(quarantine_of(records_path, &why), wanted);
    ck_assert_msg(reason ? why && strstr(why, reason) != NULL : !why, "%s", why ? why : "no reason");
    free(why);
}

START_TEST(sound)
{
    size_t before_length, after_length;
    char *before = records_read_file(records_path, &before_length);
    expect(VERDICT_SOUND, NULL);
    char *after = records_read_file(records_path, &after_length);
    ck_assert_uint_eq(before_length, after_length);
    ck_assert_mem_eq(before, after, before_length);
    free(before);
    free(after);
}
END_TEST

/* What was written since the last checkpoint lies in the log. */
START_TEST(sound_beside_another_knead)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    Plan *plan = records_plan();
    records_add_session(store, plan, 20000, RECORDS_NOW_S + 1000);
    sqlite3 *raw = records_open_raw();
    ck_assert_int_eq(sqlite3_exec(raw, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    expect(VERDICT_SOUND, NULL);
    sqlite3_close(raw);
    store_close(store);
    plan_free(plan);
}
END_TEST

START_TEST(damaged)
{
    static const char garbage[4096] = {'x'};
    records_write_file(records_path, garbage, sizeof garbage, (size_t)_i * sizeof garbage);
    expect(VERDICT_DAMAGED, NULL);
}
END_TEST

START_TEST(not_to_be_read)
{
    unlink(records_path);
    ck_assert_int_eq(mkdir(records_path, 0700), 0);
    expect(VERDICT_UNKNOWN, "Is a directory");
}
END_TEST

/* The file alone does not tell what the log would. */
START_TEST(log_not_to_be_read)
{
    char *log = memory_print("%s-wal", records_path);
    ck_assert_int_eq(mkdir(log, 0700), 0);
    expect(VERDICT_UNKNOWN, "Is a directory");
    free(log);
}
END_TEST

Suite *suite_verdict(void)
{
    Suite *suite = suite_create("verdict");
    TCase *tcase = tcase_create("verdict");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_add_test(tcase, sound);
    tcase_add_test(tcase, sound_beside_another_knead);
    tcase_add_loop_test(tcase, damaged, 0, 3);
    tcase_add_test(tcase, not_to_be_read);
    tcase_add_test(tcase, log_not_to_be_read);
    suite_add_tcase(suite, tcase);
    return suite;
}
