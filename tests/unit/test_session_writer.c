/* SPDX-License-Identifier: MIT */
/* What is written while a session runs; and when its file is edited in the middle: nothing is lost, nothing counted twice. */
#include "store/session_writer.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "session/replan.h"
#include "store/unfinished.h"
#include "support/following.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_session_writer(void);

#define FIRST "  - {name: First, areas: [calves, feet], hold: 30s}\n"
#define SECOND "  - {name: Second, areas: glutes, sides: both, hold: 20s}\n"
#define THIRD "  - {name: Third, areas: hips, hold: 40s}\n"

enum { INTO_SECOND_MS = (5 + 30 + 5 + 20 + 5 + 12) * 1000 };

static Store *store;
static Plan *whole, *later, *last;
static Session session;
static int64_t id;

static void set_up(void)
{
    records_set_up();
    store = store_open(records_path, RECORDS_NOW_S);
    whole = plan_of("moves:\n" FIRST SECOND THIRD, NULL);
    later = plan_of("moves:\n" SECOND THIRD, NULL);
    last = plan_of("moves:\n" THIRD, NULL);
    records_run(&session, whole, 0);
    id = session_writer_begin(store, &session, RECORDS_NOW_S, RECORDS_OFFSET_MIN);
    records_advance(&session, INTO_SECOND_MS);
    ck_assert(session_writer_keep(store, id, &session, RECORDS_NOW_S + 77, true));
}

static void tear_down(void)
{
    session_release(&session);
    plan_free(whole);
    plan_free(later);
    plan_free(last);
    store_close(store);
    scratch_remove();
}

START_TEST(tick_writes_one_row)
{
    id = fixture_begin();
    records_advance(&fixture.session, 7000);
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 7, false));
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 2000);
    records_advance(&fixture.session, 1000);
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 8, false));
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 2000);
    Bookmark mark = {0};
    ck_assert(bookmark_read(records_path, id, &mark)); /* the second since is there */
    ck_assert_int_eq(mark.held_ms, 3000);
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 8, true));
    ck_assert(!bookmark_read(records_path, id, &mark));
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 3000);
    records_advance(&fixture.session, 47000 + 5000 + 1000); /* a tick that comes late, in the other side's hold */
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 61, false));
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done WHERE side = 1"), 50000);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM done"), 2);
}
END_TEST

START_TEST(ticks_take_no_more_and_more_memory)
{
    id = fixture_begin();
    records_advance(&fixture.session, 6000);
    for (int i = 0; i < 20; i++) {
        records_advance(&fixture.session, 10);
        ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S, i % 10 == 0));
    }
    const sqlite3_int64 before = sqlite3_memory_used();
    for (int i = 0; i < 2000; i++) {
        records_advance(&fixture.session, 10);
        ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S, i % 500 == 0));
    }
    ck_assert_int_lt(sqlite3_memory_used(), before + 64 * 1024);
    ck_assert_int_lt(sqlite3_memory_used(), 600 * 1024);
}
END_TEST

START_TEST(nothing_held_leaves_nothing)
{
    id = fixture_begin();
    records_advance(&fixture.session, 4000);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sessions"), 1);
    fixture_say(COMMAND_LEAVE, 0);
    ck_assert(session_writer_end(fixture.store, id, &fixture.session, RECORDS_NOW_S + 4));
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sessions"), 0);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM live"), 0);
}
END_TEST

START_TEST(new_plan_is_kept)
{
    id = fixture_begin();
    records_advance(&fixture.session, 120000);
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 120, true));
    Plan *edited = records_plan();
    edited->title = "Edited";
    edited->moves[1].name = "Heel";
    replan_session(&fixture.session, edited);
    ck_assert(session_writer_replan(fixture.store, id, &fixture.session));
    records_advance(&fixture.session, 10000);
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 130, true));
    ck_assert(session_writer_end(fixture.store, id, &fixture.session, RECORDS_NOW_S + 130));
    Session back;
    char *problem = NULL;
    Plan *again = unfinished_resume(fixture.store, id, &back, &problem);
    ck_assert_msg(again != NULL, "%s", problem);
    ck_assert_str_eq(again->title, "Edited");
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sessions WHERE title = 'Edited'"), 1);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM done WHERE name = 'Heel'"), 1);
    session_release(&back);
    plan_free(again);
    session_release(&fixture.session);
    plan_free(edited);
    records_run(&fixture.session, fixture.plan, 0);
}
END_TEST

static void expect_done(const char *name, int64_t rows, int64_t held_ms, int64_t areas)
{
    char *which = memory_print("FROM done WHERE name = '%s'", name);
    char *sql[] = {memory_print("SELECT count(*) %s", which), memory_print("SELECT ifnull(sum(held_ms), 0) %s", which),
                   memory_print("SELECT count(*) FROM done_areas WHERE (session, position, side) IN"
                                " (SELECT session, position, side %s)",
                                which)};
    const int64_t wanted[] = {rows, held_ms, areas};
    for (size_t i = 0; i < ARRAY_LEN(wanted); i++) {
        ck_assert_msg(records_ask_raw(sql[i]) == wanted[i], "%s: not %lld", sql[i], (long long)wanted[i]);
        free(sql[i]);
    }
    free(which);
}

START_TEST(moves_that_are_gone_stay)
{
    replan_session(&session, later);
    ck_assert(session_writer_replan(store, id, &session));
    expect_done("First", 1, 30000, 2);
    expect_done("Second", 2, 32000, 2);
    records_advance(&session, 8000 + 5000 + 10000);
    ck_assert(session_writer_end(store, id, &session, RECORDS_NOW_S + 100));
    expect_done("First", 1, 30000, 2);
    expect_done("Second", 2, 40000, 2);
    expect_done("Third", 1, 10000, 1);
}
END_TEST

START_TEST(moves_that_are_gone_are_gone_on_with)
{
    replan_session(&session, later);
    ck_assert(session_writer_replan(store, id, &session));
    ck_assert(session_writer_end(store, id, &session, RECORDS_NOW_S + 100));
    session_release(&session);
    char *problem = NULL;
    Plan *again = unfinished_resume(store, id, &session, &problem);
    ck_assert_msg(again != NULL, "%s", problem);
    ck_assert_uint_eq(session_done_count(&session), 3);
    const DoneMove move = session_done_move(&session, 2);
    ck_assert_str_eq(move.name, "First");
    ck_assert_pstr_eq(move.use, NULL);
    ck_assert_uint_eq(move.areas.count, 2);
    ck_assert_uint_eq(move.areas.items[1], AREA_FEET);
    ck_assert_int_eq(session.done[2][SIDE_NONE].held_ms, 30000);
    replan_session(&session, last);
    ck_assert(session_writer_replan(store, id, &session));
    ck_assert(session_writer_end(store, id, &session, RECORDS_NOW_S + 110));
    expect_done("First", 1, 30000, 2);
    expect_done("Second", 2, 32000, 2);
    plan_free(again);
}
END_TEST

/* While another program holds the records: all is written once they are free. */
START_TEST(moves_that_are_gone_outlast_a_lock)
{
    sqlite3 *raw = records_lock();
    replan_session(&session, later);
    ck_assert(!session_writer_replan(store, id, &session));
    records_advance(&session, 1000);
    ck_assert(!session_writer_keep(store, id, &session, RECORDS_NOW_S + 78, false));
    ck_assert_int_eq(sqlite3_exec(raw, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(raw);
    records_advance(&session, 1000);
    ck_assert(session_writer_keep(store, id, &session, RECORDS_NOW_S + 79, true));
    expect_done("First", 1, 30000, 2);
    expect_done("Second", 2, 34000, 2);
    ck_assert_int_eq(records_ask_raw("SELECT planned_s FROM sessions"), later->seconds);
}
END_TEST

/* Any byte that is not as it was written, and any length but the whole, makes it none. */
START_TEST(torn_bookmark_is_none)
{
    records_advance(&session, 1000);
    ck_assert(session_writer_keep(store, id, &session, RECORDS_NOW_S + 78, false));
    char *path = memory_print("%s.%lld.mark", records_path, (long long)id);
    FILE *file = fopen(path, "r+b");
    char bytes[256];
    const size_t length = fread(bytes, 1, sizeof bytes, file);
    Bookmark mark = {0};
    for (size_t at = 0; at < length; at++) {
        fseek(file, (long)at, SEEK_SET);
        fputc(bytes[at] ^ 0x10, file);
        fflush(file);
        ck_assert_msg(!bookmark_read(records_path, id, &mark), "byte %zu changed", at);
        fseek(file, (long)at, SEEK_SET);
        fputc(bytes[at], file);
        fflush(file);
    }
    ck_assert(bookmark_read(records_path, id, &mark));
    ck_assert_int_eq(mark.held_ms, 13000);
    ck_assert(bookmark_read(records_path, id, &mark)); /* no later */
    mark.worked_ms++;
    ck_assert(!bookmark_read(records_path, id, &mark));
    mark = (Bookmark){0};
    ck_assert_int_eq(truncate(path, (off_t)length - 1), 0);
    ck_assert(!bookmark_read(records_path, id, &mark));
    fclose(file);
    free(path);
}
END_TEST

Suite *suite_session_writer(void)
{
    Suite *suite = suite_create("session_writer");
    TCase *ticks = tcase_create("ticks");
    tcase_add_checked_fixture(ticks, fixture_set_up, fixture_tear_down);
    tcase_set_timeout(ticks, 120);
    tcase_add_test(ticks, tick_writes_one_row);
    tcase_add_test(ticks, ticks_take_no_more_and_more_memory);
    tcase_add_test(ticks, nothing_held_leaves_nothing);
    tcase_add_test(ticks, new_plan_is_kept);
    suite_add_tcase(suite, ticks);
    TCase *tcase = tcase_create("edited");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, torn_bookmark_is_none);
    tcase_add_test(tcase, moves_that_are_gone_stay);
    tcase_add_test(tcase, moves_that_are_gone_are_gone_on_with);
    tcase_add_test(tcase, moves_that_are_gone_outlast_a_lock);
    suite_add_tcase(suite, tcase);
    return suite;
}
