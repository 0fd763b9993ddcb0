/* SPDX-License-Identifier: MIT */
#include "store/connect.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "platform/clock.h"
#include "store/history.h"
#include "store/session_writer.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_connect(void);

/* What is written over a good file, and where. */
static const struct {
    size_t at, length;
    bool is_surely_found;
} damages[] = {
    {0, 16, true},      {16, 4, false},      {18, 2, false},     {28, 8, false},       {100, 8, true},
    {100, 3996, true},  {4096, 4096, false}, {8192, 100, false}, {12288, 8000, false}, {20480, 4096, false},
    {28672, 50, false}, {1, 1, true},        {0, 40960, true},
};

static void make_full_file(void)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    for (int i = 0; i < 30; i++) {
        records_add_session(store, fixture.plan, 185000 - i * 1000, RECORDS_NOW_S + i * 86400);
    }
    store_close(store);
}

static void damage(size_t at, size_t length)
{
    char *garbage = memory_new(length);
    memset(garbage, 0xa5, length);
    records_write_file(records_path, garbage, length, at);
    free(garbage);
}

/* A session kept whole, whatever had to be put aside for it. */
static void follow_one(Store *store)
{
    const int64_t id = session_writer_begin(store, &fixture.session, RECORDS_NOW_S + 40 * 86400, 0);
    ck_assert_int_gt(id, 0);
    for (int second = 1; second <= 70; second++) {
        records_advance(&fixture.session, 1000);
        session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S + 40 * 86400 + second, second % 10 == 0);
    }
    ck_assert(session_writer_end(store, id, &fixture.session, RECORDS_NOW_S + 40 * 86400 + 70));
}

START_TEST(damaged_is_put_aside_whole)
{
    make_full_file();
    damage(damages[_i].at, damages[_i].length);
    size_t length;
    char *bytes = records_read_file(records_path, &length);
    Store *store = store_open(records_path, RECORDS_NOW_S);
    History *history = history_read(store, &(HistoryFilter){.area = -1});
    history_free(history);
    history = history_read(store, &(HistoryFilter){.area = AREA_CALVES});
    history_free(history);
    follow_one(store);
    char *aside = records_find_file(".damaged-");
    ck_assert(aside || !damages[_i].is_surely_found);
    const char *line = store_problem(store);
    if (aside) {
        ck_assert_msg(line && strstr(line, aside), "%s", line);
        ck_assert_uint_eq(records_count_sessions(store), 1);
        ck_assert(records_are_whole());
    }
    store_close(store);
    if (aside && damages[_i].is_surely_found) {
        size_t kept_length;
        char *put = records_read_file(aside, &kept_length);
        ck_assert_uint_eq(length, kept_length);
        ck_assert_mem_eq(bytes, put, length);
        free(put);
    }
    free(aside);
    free(bytes);
}
END_TEST

/* Marks in the header that say neither "ours" nor "damaged": such a file stays where it is. */
START_TEST(unknown_marks_are_not_touched)
{
    make_full_file();
    damage(40, 60);
    size_t before_length, after_length;
    char *before = records_read_file(records_path, &before_length);
    Store *store = store_open(records_path, RECORDS_NOW_S);
    ck_assert_ptr_nonnull(store_problem(store));
    ck_assert_int_eq(session_writer_begin(store, &fixture.session, RECORDS_NOW_S, 0), 0);
    store_close(store);
    char *after = records_read_file(records_path, &after_length);
    ck_assert_uint_eq(before_length, after_length);
    ck_assert_mem_eq(before, after, before_length);
    free(before);
    free(after);
}
END_TEST

START_TEST(not_a_database_is_put_aside)
{
    static const char text[] = "this was never a database, and it is longer than a header of a hundred bytes, which is "
                               "where it is looked at first of all";
    records_write_file(records_path, text, sizeof(text), 0);
    Store *store = store_open(records_path, RECORDS_NOW_S);
    ck_assert(store_can_write(store));
    records_expect_trouble(store, "moved to", records_path);
    follow_one(store);
    store_close(store);
    ck_assert_uint_ge(records_count_files(".damaged-"), 1);
}
END_TEST

START_TEST(what_was_put_aside_is_never_replaced)
{
    for (int turn = 1; turn <= 4; turn++) {
        char text[8192];
        memset(text, 'a' + turn, sizeof(text));
        unlink(records_path);
        records_write_file(records_path, text, sizeof(text), 0);
        char *wal = memory_print("%s-wal", records_path);
        records_write_file(wal, "w", 1, 0);
        free(wal);
        Store *store = store_open(records_path, RECORDS_NOW_S);
        ck_assert(store_can_write(store));
        store_close(store);
        ck_assert_uint_eq(records_count_files(".damaged-") - records_count_files("-shm"), (size_t)turn * 2);
    }
    ck_assert_uint_eq(records_count_files("-wal"), 4);
}
END_TEST

static int damage_behind_its_back(void)
{
    records_do_raw("UPDATE sessions SET title = 'x'; PRAGMA wal_checkpoint(TRUNCATE)");
    damage(4096, 4096 * 8);
    return 0;
}

START_TEST(damage_found_later)
{
    make_full_file();
    Store *store = store_open(records_path, RECORDS_NOW_S);
    const int64_t id = session_writer_begin(store, &fixture.session, RECORDS_NOW_S + 40 * 86400, 0);
    ck_assert_int_gt(id, 0);
    records_advance(&fixture.session, 12000);
    ck_assert(session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S, false));
    ck_assert_int_eq(records_in_child(false, damage_behind_its_back), 0);
    records_advance(&fixture.session, 1000);
    ck_assert(session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S, true));
    records_expect_trouble(store, "moved to", records_path);
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 8000);
    ck_assert(session_writer_end(store, id, &fixture.session, RECORDS_NOW_S));
    ck_assert_pstr_eq(store_problem(store), NULL);
    store_close(store);
    ck_assert(records_are_whole());
    char *aside = records_find_file(".damaged-");
    ck_assert_ptr_nonnull(aside);
    free(aside);
}
END_TEST

/* Another knead put the file aside, or a person took it away: what runs is written anew at the next change of step. */
START_TEST(a_file_taken_away_is_made_anew)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    const int64_t id = session_writer_begin(store, &fixture.session, RECORDS_NOW_S, 0);
    records_advance(&fixture.session, 20000);
    ck_assert(session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S + 20, false));
    static const char *const names[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        char *name = memory_print("%s%s", records_path, names[i]);
        unlink(name);
        free(name);
    }
    ck_assert(session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S + 21, true));
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 15000);
    ck_assert(session_writer_end(store, id, &fixture.session, RECORDS_NOW_S + 21));
    ck_assert_uint_eq(records_count_sessions(store), 1);
    store_close(store);
}
END_TEST

/* A session in records that are closed. */
static void set_up_closed(void)
{
    fixture_set_up_closed();
    Store *store = store_open(records_path, RECORDS_NOW_S);
    records_add_session(store, fixture.plan, 185000, RECORDS_NOW_S);
    store_close(store);
}

static void expect(Verdict wanted, const char *reason)
{
    char *why = NULL;
    ck_assert_int_eq(connect_judge(records_path, &why), wanted);
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
    records_add_session(store, fixture.plan, 20000, RECORDS_NOW_S + 1000);
    sqlite3 *raw = records_open_raw();
    ck_assert_int_eq(sqlite3_exec(raw, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    expect(VERDICT_SOUND, NULL);
    sqlite3_close(raw);
    store_close(store);
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

/* However long SQLite wants to sleep, it has what it was given. */
static int64_t slept_ms(sqlite3_vfs *system, int us)
{
    const int64_t before_ns = clock_now().awake_ns;
    ck_assert_int_eq(system->xSleep(system, us), us);
    return (clock_now().awake_ns - before_ns) / 1000000;
}

START_TEST(sleeps_no_longer_than_it_may)
{
    sqlite3 *db = records_open_raw();
    sqlite3_vfs *system = sqlite3_vfs_find("knead");
    ck_assert_ptr_nonnull(system);
    connect_wait_at_most(db, 50);
    ck_assert_int_ge(slept_ms(system, 20000), 20);
    ck_assert_int_ge(slept_ms(system, 2000000000), 29); /* half an hour is asked for */
    ck_assert_int_lt(slept_ms(system, 2000000000), 10000);
    connect_wait_at_most(db, 10);
    ck_assert_int_ge(slept_ms(system, 10000), 10);
    sqlite3_close(db);
}
END_TEST

Suite *suite_connect(void)
{
    Suite *suite = suite_create("connect");
    TCase *tcase = tcase_create("aside");
    tcase_add_checked_fixture(tcase, fixture_set_up_closed, fixture_tear_down);
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, damaged_is_put_aside_whole, 0, (int)ARRAY_LEN(damages));
    tcase_add_test(tcase, unknown_marks_are_not_touched);
    tcase_add_test(tcase, not_a_database_is_put_aside);
    tcase_add_test(tcase, what_was_put_aside_is_never_replaced);
    tcase_add_test(tcase, damage_found_later);
    tcase_add_test(tcase, a_file_taken_away_is_made_anew);
    suite_add_tcase(suite, tcase);
    TCase *verdict = tcase_create("verdict");
    tcase_add_checked_fixture(verdict, set_up_closed, fixture_tear_down);
    tcase_add_test(verdict, sound);
    tcase_add_test(verdict, sound_beside_another_knead);
    tcase_add_loop_test(verdict, damaged, 0, 3);
    tcase_add_test(verdict, not_to_be_read);
    tcase_add_test(verdict, log_not_to_be_read);
    tcase_add_test(verdict, sleeps_no_longer_than_it_may);
    suite_add_tcase(suite, verdict);
    return suite;
}
