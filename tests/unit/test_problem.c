/* SPDX-License-Identifier: MIT */
#include "store/problem.h"

#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "base/macros.h"
#include "store/history.h"
#include "store/lowered_target.h"
#include "store/session_writer.h"
#include "store/unfinished.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_problem(void);

START_TEST(locked_in_the_middle)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    const int64_t id = session_writer_begin(store, &fixture.session, RECORDS_NOW_S, 0);
    sqlite3 *other = records_open_raw();
    ck_assert_int_eq(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    for (int second = 1; second <= 10; second++) {
        records_advance(&fixture.session, 1000);
        const bool is_kept = session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S + second, second == 5);
        ck_assert_int_eq(is_kept, second < 5); /* in the bookmark alone, until there is more to say */
    }
    records_expect_trouble(store, "locked by another program", records_path);
    sqlite3_exec(other, "COMMIT", NULL, NULL, NULL);
    ck_assert(session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S + 11, false));
    ck_assert_int_eq(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    ck_assert(!session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S + 12, true));
    sqlite3_close(other);
    ck_assert(session_writer_end(store, id, &fixture.session, RECORDS_NOW_S + 13));
    ck_assert_pstr_eq(store_problem(store), NULL);
    ck_assert_uint_eq(records_count_sessions(store), 1);
    store_close(store);
}
END_TEST

/* The whole file, so that not even the version can be read. */
START_TEST(locked_from_the_start)
{
    store_close(store_open(records_path, RECORDS_NOW_S));
    sqlite3 *other = records_open_raw();
    ck_assert_int_eq(sqlite3_exec(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", NULL, NULL, NULL),
                     SQLITE_OK);
    Store *store = store_open(records_path, RECORDS_NOW_S);
    records_expect_trouble(store, "locked by another program", records_path);
    ck_assert(store_can_write(store));
    const int64_t id = session_writer_begin(store, &fixture.session, RECORDS_NOW_S, RECORDS_OFFSET_MIN);
    ck_assert_int_gt(id, 0);
    records_advance(&fixture.session, 10000);
    ck_assert(!session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S + 10, false));
    sqlite3_close(other);
    records_advance(&fixture.session, 1000);
    ck_assert(session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S + 11, false));
    ck_assert_int_eq(records_ask_raw("SELECT started_s FROM sessions"), RECORDS_NOW_S);
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 6000);
    ck_assert(session_writer_end(store, id, &fixture.session, RECORDS_NOW_S + 11));
    ck_assert_pstr_eq(store_problem(store), NULL);
    store_close(store);
}
END_TEST

/* In a child without root's rights: 0, or the line at which it was not so. */
#define NEED(condition)                                                                                                \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            return __LINE__ % 97 + 1;                                                                                  \
    } while (0)

static int read_only_child(void)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    const char *line = store_problem(store);
    NEED(line && strstr(line, "read-only") && strstr(line, records_path));
    NEED(!store_problem(store));
    NEED(store_can_read(store) && !store_can_write(store));
    History *history = history_read(store, &(HistoryFilter){.area = -1});
    NEED(history && history->count == 1 && history->sessions[0].count == 3);
    history_free(history);
    LoweredTarget eases[AREA_COUNT];
    NEED(lowered_target_read(store, eases) && eases[AREA_FEET].is_set);
    NEED(!lowered_target_note(store, AREA_FEET, SIDE_NONE, "x", 0));
    NEED(session_writer_begin(store, &fixture.session, RECORDS_NOW_S, 0) == 0);
    UnfinishedSession left;
    NEED(!unfinished_find(store, &left));
    char *problem = NULL;
    Session back;
    NEED(!unfinished_resume(store, 5, &back, &problem) && problem);
    free(problem);
    NEED(!store_problem(store));
    store_close(store);
    return 0;
}

static const struct {
    mode_t folder, file;
} read_only[] = {{0555, 0444}, {0555, 0666}, {0777, 0444}};

START_TEST(read_only_is_read)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    records_add_session(store, fixture.plan, 185000, RECORDS_NOW_S);
    ck_assert(lowered_target_note(store, AREA_FEET, SIDE_NONE, "Foot", RECORDS_NOW_S));
    store_close(store);
    ck_assert_int_eq(chmod(records_path, read_only[_i].file), 0);
    ck_assert_int_eq(chmod(scratch_folder, read_only[_i].folder), 0);
    ck_assert_int_eq(records_in_child(true, read_only_child), 0);
}
END_TEST

static int closed_child(void)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    const char *line = store_problem(store);
    NEED(line && strstr(line, "cannot be opened") && strstr(line, "Permission denied"));
    NEED(!store_can_read(store) && !store_can_write(store));
    store_close(store);
    return 0;
}

START_TEST(unreadable_is_told)
{
    store_close(store_open(records_path, RECORDS_NOW_S));
    ck_assert_int_eq(chmod(records_path, 0), 0);
    ck_assert_int_eq(chmod(scratch_folder, 0777), 0);
    ck_assert_int_eq(records_in_child(true, closed_child), 0);
}
END_TEST

START_TEST(no_file_in_a_read_only_folder)
{
    ck_assert_int_eq(chmod(scratch_folder, 0555), 0);
    ck_assert_int_eq(records_in_child(true, closed_child), 0);
}
END_TEST

static int full_child(void)
{
    signal(SIGXFSZ, SIG_IGN);
    Store *store = store_open(records_path, RECORDS_NOW_S);
    const int64_t id = session_writer_begin(store, &fixture.session, RECORDS_NOW_S, 0);
    NEED(id > 0 && !store_problem(store));
    struct rlimit limit;
    NEED(getrlimit(RLIMIT_FSIZE, &limit) == 0);
    const rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 4096;
    NEED(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    for (int second = 1; second <= 8; second++) {
        records_advance(&fixture.session, 1000);
        const bool is_kept = session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S + second, second % 4 == 0);
        NEED(is_kept == (second < 4 || second == 5)); /* in the bookmark alone, until there is more to say */
    }
    const char *line = store_problem(store);
    NEED(line && strstr(line, "disk is full"));
    NEED(!store_problem(store));
    limit.rlim_cur = before;
    NEED(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    NEED(session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S + 9, false));
    NEED(session_writer_end(store, id, &fixture.session, RECORDS_NOW_S + 9));
    NEED(!store_problem(store));
    store_close(store);
    return 0;
}

START_TEST(full_in_the_middle)
{
    ck_assert_int_eq(records_in_child(false, full_child), 0);
    ck_assert(records_are_whole());
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 3000);
}
END_TEST

static int full_from_the_start_child(void)
{
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit;
    NEED(getrlimit(RLIMIT_FSIZE, &limit) == 0);
    const rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 0;
    NEED(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    Store *store = store_open(records_path, RECORDS_NOW_S);
    const char *line = store_problem(store);
    NEED(line && strstr(line, "disk is full"));
    const int64_t id = session_writer_begin(store, &fixture.session, RECORDS_NOW_S, 0);
    NEED(id > 0);
    records_advance(&fixture.session, 8000);
    NEED(!session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S + 8, false));
    limit.rlim_cur = before;
    NEED(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    NEED(session_writer_end(store, id, &fixture.session, RECORDS_NOW_S + 8));
    NEED(!store_problem(store));
    store_close(store);
    return 0;
}

/* What is there is read; and once there is room again, a session that is followed meanwhile is kept. */
static int read_while_full_child(void)
{
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit;
    NEED(getrlimit(RLIMIT_FSIZE, &limit) == 0);
    const rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 0;
    NEED(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    Store *store = store_open(records_path, RECORDS_NOW_S + 1000);
    const char *line = store_problem_for_reader(store);
    NEED(line && strstr(line, "disk is full") && !strstr(line, "session continues"));
    NEED(records_count_sessions(store) == 1 && !store_unread(store));
    UnfinishedSession left;
    NEED(unfinished_find(store, &left));
    unfinished_release(&left);
    const int64_t id = session_writer_begin(store, &fixture.session, RECORDS_NOW_S + 1000, 0);
    records_advance(&fixture.session, 8000);
    NEED(id > 0 && !session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S + 1008, false));
    NEED(records_count_sessions(store) == 1);
    limit.rlim_cur = before;
    NEED(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    NEED(session_writer_keep(store, id, &fixture.session, RECORDS_NOW_S + 1009, true));
    NEED(records_count_sessions(store) == 2);
    store_close(store);
    return 0;
}

START_TEST(full_is_read)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    records_add_session(store, fixture.plan, 20000, RECORDS_NOW_S);
    store_close(store);
    ck_assert_int_eq(records_in_child(false, read_while_full_child), 0);
    ck_assert(records_are_whole());
}
END_TEST

START_TEST(full_from_the_start)
{
    ck_assert_int_eq(records_in_child(false, full_from_the_start_child), 0);
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 3000);
}
END_TEST

Suite *suite_problem(void)
{
    Suite *suite = suite_create("problem");
    TCase *tcase = tcase_create("trouble");
    tcase_add_checked_fixture(tcase, fixture_set_up_closed, fixture_tear_down);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, locked_in_the_middle);
    tcase_add_test(tcase, locked_from_the_start);
    tcase_add_loop_test(tcase, read_only_is_read, 0, (int)ARRAY_LEN(read_only));
    tcase_add_test(tcase, unreadable_is_told);
    tcase_add_test(tcase, no_file_in_a_read_only_folder);
    tcase_add_test(tcase, full_in_the_middle);
    tcase_add_test(tcase, full_from_the_start);
    tcase_add_test(tcase, full_is_read);
    suite_add_tcase(suite, tcase);
    return suite;
}
