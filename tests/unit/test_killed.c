/* SPDX-License-Identifier: MIT */
/* A session that is killed costs a second at most, one that is killed while another program holds the records too; and
 * one that ends so is held on to. */
#include "store/session_writer.h"

#include <check.h>

#include "store/unfinished.h"
#include "support/records.h"

Suite *suite_killed(void);

static void kill_and_start(void)
{
    store_close(fixture.store); /* what a kill would leave: nothing is written */
    session_release(&fixture.session);
    fixture.store = store_open(records_path, RECORDS_NOW_S + 100);
}

static void tick(int64_t id, int from, int to)
{
    for (int second = from; second <= to; second++) {
        records_advance(&fixture.session, 1000);
        session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + second, false);
    }
}

static void expect_place(int64_t id, int32_t at_s, int64_t held_ms)
{
    UnfinishedSession left;
    ck_assert(unfinished_find(fixture.store, &left));
    ck_assert_int_eq(left.id, id);
    ck_assert_int_eq(left.at_s, at_s);
    unfinished_release(&left);
    char *problem = NULL;
    Plan *again = unfinished_resume(fixture.store, id, &fixture.session, &problem);
    ck_assert_msg(again != NULL, "%s", problem);
    ck_assert_int_eq(session_at_ms(&fixture.session), (int64_t)at_s * 1000);
    ck_assert_int_eq(fixture.session.done[0][SIDE_LEFT].held_ms, held_ms);
    plan_free(fixture.plan);
    fixture.plan = again;
}

/* However many were left before it, and killed. */
START_TEST(killed_last_is_found_among_many)
{
    for (int i = 0; i < 70; i++) {
        records_add_session(fixture.store, fixture.plan, 20000, RECORDS_NOW_S - 1000 + i);
    }
    records_do_raw("UPDATE sessions SET state = 'running'"); /* as if each had been killed */
    const int64_t id = fixture_begin();
    tick(id, 1, 14);
    kill_and_start();
    expect_place(id, 14, 9000);
}
END_TEST

/* Gone on with while another program holds the records, and killed again, and again: nothing is lost. */
START_TEST(killed_is_gone_on_with_under_a_lock)
{
    const int64_t id = fixture_begin();
    tick(id, 1, 70);
    sqlite3 *raw = records_lock();
    kill_and_start();
    expect_place(id, 70, 50000);
    kill_and_start();
    expect_place(id, 70, 50000);
    fixture_say(COMMAND_GO_ON, 0);
    records_advance(&fixture.session, fixture.session.count_in_ms);
    tick(id, 71, 76);
    kill_and_start();
    expect_place(id, 76, 50000);
    ck_assert(!session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 76, true));
    sqlite3_close(raw);
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 76, true));
    ck_assert_int_eq(records_ask_raw("SELECT sum(held_ms) FROM done"), 66000);
}
END_TEST

START_TEST(killed_under_a_lock_is_kept_to_the_second)
{
    const int64_t id = fixture_begin();
    tick(id, 1, 8);
    sqlite3 *raw = records_lock();
    fixture_say(COMMAND_FELT, 5); /* for the rows, which cannot be written */
    tick(id, 9, 16);
    sqlite3_close(raw);
    kill_and_start();
    expect_place(id, 16, 11000);
}
END_TEST

/* The place beside the records tells of one move: what was held of the one before comes first. */
START_TEST(killed_after_a_change_under_a_lock_has_what_was_held)
{
    const int64_t id = fixture_begin();
    tick(id, 1, 8);
    sqlite3 *raw = records_lock();
    tick(id, 9, 54);
    for (int second = 55; second <= 70; second++) {
        records_advance(&fixture.session, 1000);
        ck_assert(!session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + second,
                                       second == 55 || second == 60));
    }
    sqlite3_close(raw);
    kill_and_start();
    ck_assert_int_eq(records_ask_raw("SELECT sum(held_ms) FROM done"), 49000);
    expect_place(id, 54, 49000);
}
END_TEST

/* As it stood: where it hurt, which is noted, and nobody has gone on; while another program holds the records too. */
START_TEST(killed_where_it_hurt_is_stopped)
{
    const int64_t id = fixture_begin();
    tick(id, 1, 8);
    sqlite3 *raw = _i == 1 ? records_lock() : NULL;
    fixture_say(COMMAND_HURT, 0);
    ck_assert_int_eq(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 8, true), _i == 0);
    sqlite3_close(raw);
    kill_and_start();
    expect_place(id, 8, 3000);
    ck_assert_int_eq(fixture.session.state, SESSION_STOPPED);
    ck_assert(fixture.session.done[0][SIDE_LEFT].hurt);
    kill_and_start();
    ck_assert(unfinished_settle(fixture.store, id));
    ck_assert_int_eq(records_ask_raw("SELECT hurt FROM done WHERE side = 1"), 1);
}
END_TEST

START_TEST(killed_after_going_on_is_not_stopped)
{
    const int64_t id = fixture_begin();
    tick(id, 1, 8);
    EventList events = {0};
    ck_assert(advance_by_command(&fixture.session, COMMAND_HURT, 0, &events));
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 8, true));
    ck_assert(advance_by_command(&fixture.session, COMMAND_GO_ON, 0, &events));
    event_release(&events);
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 8, true));
    kill_and_start();
    expect_place(id, 55, 3000);
    ck_assert_int_eq(fixture.session.state, SESSION_PAUSED);
    ck_assert(fixture.session.done[0][SIDE_LEFT].hurt);
}
END_TEST

START_TEST(what_was_skipped_is_kept)
{
    const int64_t id = fixture_begin();
    tick(id, 1, 8);
    EventList events = {0};
    ck_assert(advance_by_command(&fixture.session, COMMAND_NEXT_MOVE, 0, &events));
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 8, true));
    kill_and_start();
    expect_place(id, 120, 3000);
    ck_assert(fixture.session.done[0][SIDE_LEFT].skipped && fixture.session.done[0][SIDE_RIGHT].skipped);
    ck_assert(!fixture.session.done[1][SIDE_NONE].skipped);
    ck_assert(advance_by_command(&fixture.session, COMMAND_MOVE_BEFORE, 0, &events));
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 9, true));
    ck_assert_int_eq(records_ask_raw("SELECT skipped FROM done WHERE side = 1"), 0);
    event_release(&events);
}
END_TEST

/* Until it is written, it is this knead's. */
START_TEST(end_is_kept_when_the_lock_is_gone)
{
    const int64_t id = fixture_begin();
    tick(id, 1, 3);
    sqlite3 *raw = records_lock();
    records_advance(&fixture.session, 182000);
    ck_assert_int_eq(fixture.session.state, SESSION_FINISHED);
    ck_assert(!session_writer_end(fixture.store, id, &fixture.session, RECORDS_NOW_S + 185));
    ck_assert(!session_writer_end(fixture.store, id, &fixture.session, RECORDS_NOW_S + 186));
    Store *other = store_open(records_path, RECORDS_NOW_S);
    UnfinishedSession left;
    ck_assert(!unfinished_find(other, &left));
    store_close(other);
    sqlite3_close(raw);
    ck_assert(session_writer_end(fixture.store, id, &fixture.session, RECORDS_NOW_S + 187));
    ck_assert_int_eq(records_ask_raw("SELECT state = 'finished' FROM sessions"), 1);
    ck_assert_int_eq(records_ask_raw("SELECT sum(held_ms) FROM done"), 160000);
    ck_assert_uint_eq(records_count_files(".mark"), 0);
    ck_assert(!session_writer_end(fixture.store, id, &fixture.session, RECORDS_NOW_S + 188));
}
END_TEST

START_TEST(end_that_is_given_up_is_a_trouble)
{
    const int64_t id = fixture_begin();
    tick(id, 1, 3);
    sqlite3 *raw = records_lock();
    tick(id, 4, 14);
    ck_assert(!session_writer_cut_off(fixture.store, id, &fixture.session, RECORDS_NOW_S + 14));
    records_expect_trouble(fixture.store, "locked", records_path);
    session_writer_give_up(fixture.store, id);
    records_expect_trouble(fixture.store, "could not be recorded", records_path);
    sqlite3_close(raw);
    ck_assert(!session_writer_end(fixture.store, id, &fixture.session, RECORDS_NOW_S + 15));
    kill_and_start();
    expect_place(id, 14, 9000); /* its beginning was written, and the place beside it */
}
END_TEST

/* Of a move that was begun under a lock there is no row when it is settled. */
START_TEST(settled_with_what_was_held_under_a_lock)
{
    static const int until[] = {3, 14, 70};
    const int64_t id = fixture_begin();
    tick(id, 1, until[_i]);
    sqlite3 *raw = records_lock();
    tick(id, until[_i] + 1, until[_i] + 11);
    const int64_t held_ms = fixture.session.done[0][SIDE_LEFT].held_ms + fixture.session.done[0][SIDE_RIGHT].held_ms;
    kill_and_start();
    sqlite3_close(raw);
    ck_assert(unfinished_settle(fixture.store, id));
    ck_assert_int_gt(held_ms, 0);
    ck_assert_int_eq(records_ask_raw("SELECT sum(held_ms) FROM done"), held_ms);
    ck_assert_int_eq(records_ask_raw("SELECT count(DISTINCT area) FROM done_areas"), 2);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM live"), 0);
}
END_TEST

/* Records that were locked from the start have no rows that a place could belong to. */
START_TEST(locked_from_the_start_leaves_no_place)
{
    records_add_session(fixture.store, fixture.plan, 20000, RECORDS_NOW_S - 1000);
    store_close(fixture.store);
    sqlite3 *raw = records_open_raw(); /* for itself alone: nobody else can even read */
    ck_assert_int_eq(sqlite3_exec(raw, "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE", NULL, NULL, NULL),
                     SQLITE_OK);
    fixture.store = store_open(records_path, RECORDS_NOW_S);
    records_run(&fixture.session, fixture.plan, 0);
    const int64_t id = fixture_begin();
    tick(id, 1, 14);
    Bookmark place = {0};
    ck_assert(!bookmark_read(records_path, id, &place));
    sqlite3_close(raw);
    tick(id, 15, 16);
    kill_and_start();
    expect_place(id, 16, 11000);
}
END_TEST

START_TEST(settled_and_thrown_away_take_the_file_along)
{
    for (int is_settled = 0; is_settled < 2; is_settled++) {
        const int64_t id = fixture_begin();
        tick(id, 1, 14);
        sqlite3 *raw = records_lock();
        kill_and_start();
        sqlite3_close(raw);
        ck_assert(is_settled ? unfinished_settle(fixture.store, id) : unfinished_discard(fixture.store, id));
        ck_assert_uint_eq(records_count_files(".mark"), 0);
        ck_assert_int_eq(records_ask_raw("SELECT ifnull(sum(held_ms), 0) FROM done"), is_settled ? 9000 : 0);
        records_run(&fixture.session, fixture.plan, 0);
    }
}
END_TEST

Suite *suite_killed(void)
{
    Suite *suite = suite_create("killed");
    TCase *tcase = tcase_create("killed");
    tcase_add_checked_fixture(tcase, fixture_set_up, fixture_tear_down);
    tcase_add_test(tcase, killed_last_is_found_among_many);
    tcase_add_test(tcase, killed_is_gone_on_with_under_a_lock);
    tcase_add_test(tcase, killed_under_a_lock_is_kept_to_the_second);
    tcase_add_loop_test(tcase, killed_where_it_hurt_is_stopped, 0, 2);
    tcase_add_test(tcase, killed_after_going_on_is_not_stopped);
    tcase_add_test(tcase, what_was_skipped_is_kept);
    tcase_add_test(tcase, killed_after_a_change_under_a_lock_has_what_was_held);
    tcase_add_test(tcase, end_is_kept_when_the_lock_is_gone);
    tcase_add_test(tcase, end_that_is_given_up_is_a_trouble);
    tcase_add_loop_test(tcase, settled_with_what_was_held_under_a_lock, 0, 3);
    tcase_add_test(tcase, locked_from_the_start_leaves_no_place);
    tcase_add_test(tcase, settled_and_thrown_away_take_the_file_along);
    suite_add_tcase(suite, tcase);
    return suite;
}
