/* SPDX-License-Identifier: MIT */
#include "store/unfinished.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "store/session_writer.h"
#include "support/records.h"

Suite *suite_unfinished(void);

/* Another knead with the same records: what it is offered. */
static int64_t offered_elsewhere(void)
{
    Store *other = store_open(records_path, RECORDS_NOW_S);
    UnfinishedSession left;
    const int64_t id = unfinished_find(other, &left) ? left.id : 0;
    unfinished_release(&left);
    store_close(other);
    return id;
}

START_TEST(goes_on_where_it_was)
{
    const int64_t id = fixture_begin();
    records_advance(&fixture.session, 15000);
    fixture_say(COMMAND_FELT, 5);
    fixture_say(COMMAND_FELT, 3);
    fixture_say(COMMAND_MORE, 0);
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 15, true));
    records_advance(&fixture.session, 50000); /* into the switch */
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 65, true));
    records_advance(&fixture.session, 14000);
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 79, false));
    const Session was = fixture.session;
    Store *other = store_open(records_path, RECORDS_NOW_S);
    UnfinishedSession left;
    ck_assert(!unfinished_find(other, &left));
    char *problem = NULL;
    Session back;
    ck_assert_ptr_null(unfinished_resume(other, id, &back, &problem));
    ck_assert_ptr_nonnull(strstr(problem, "another window"));
    free(problem);
    store_close(fixture.store);
    fixture.store = other;

    ck_assert(unfinished_find(fixture.store, &left));
    ck_assert_int_eq(left.id, id);
    ck_assert_str_eq(left.title, "Calves, then Feet");
    ck_assert_str_eq(left.where, "Calf strip, right");
    ck_assert_int_eq(left.started_s, RECORDS_NOW_S);
    ck_assert_int_eq(left.left_s, RECORDS_NOW_S + 79);
    ck_assert_int_eq(left.at_s, 69);
    ck_assert_int_eq(left.total_s, 185);
    unfinished_release(&left);

    Plan *again = unfinished_resume(fixture.store, id, &back, &problem);
    ck_assert_msg(again != NULL, "%s", problem);
    ck_assert_int_eq(back.state, SESSION_PAUSED);
    ck_assert_int_eq(back.step, was.step);
    ck_assert_int_eq(back.into_ms, was.into_ms);
    ck_assert_int_eq(back.length_ms, was.length_ms);
    ck_assert_int_eq(back.worked_ms, was.worked_ms);
    ck_assert_int_eq(back.felt, SESSION_NOT_FELT);
    ck_assert_int_eq(back.done[0][SIDE_LEFT].held_ms, 60000);
    ck_assert_int_eq(back.done[0][SIDE_LEFT].felt, 3);
    ck_assert_int_eq(back.done[0][SIDE_LEFT].felt_most, 5);
    ck_assert_int_eq(back.done[0][SIDE_RIGHT].held_ms, fixture.session.done[0][SIDE_RIGHT].held_ms);
    ck_assert_int_gt(back.done[0][SIDE_RIGHT].held_ms, 0);
    ck_assert_int_eq(back.done[0][SIDE_RIGHT].felt, SESSION_NOT_FELT);
    ck_assert(!unfinished_find(fixture.store, &left)); /* held by this one now */
    ck_assert_int_eq(offered_elsewhere(), 0);
    ck_assert(session_writer_end(fixture.store, id, &back, RECORDS_NOW_S + 100));
    ck_assert_int_eq(offered_elsewhere(), id);
    session_release(&back);
    plan_free(again);
}
END_TEST

START_TEST(finished_is_not_offered)
{
    const int64_t id = fixture_begin();
    records_advance(&fixture.session, 185000);
    ck_assert_int_eq(fixture.session.state, SESSION_FINISHED);
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 185, true));
    ck_assert(session_writer_end(fixture.store, id, &fixture.session, RECORDS_NOW_S + 185));
    ck_assert_int_eq(offered_elsewhere(), 0);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM live") + records_ask_raw("SELECT count(*) FROM plans"), 0);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM done"), 3);
    ck_assert(!session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 186, false));
}
END_TEST

START_TEST(newest_is_offered_first)
{
    records_add_session(fixture.store, fixture.plan, 20000, RECORDS_NOW_S + 1000);
    records_add_session(fixture.store, fixture.plan, 90000, RECORDS_NOW_S);
    UnfinishedSession left;
    ck_assert(unfinished_find(fixture.store, &left));
    ck_assert_int_eq(left.started_s, RECORDS_NOW_S + 1000);
    ck_assert(unfinished_settle(fixture.store, left.id));
    unfinished_release(&left);
    ck_assert(unfinished_find(fixture.store, &left));
    ck_assert_int_eq(left.started_s, RECORDS_NOW_S);
    ck_assert(unfinished_discard(fixture.store, left.id));
    unfinished_release(&left);
    ck_assert(!unfinished_find(fixture.store, &left));
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sessions"), 1);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM done"), 1);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM done_areas"), 2);
}
END_TEST

START_TEST(held_is_not_thrown_away)
{
    const int64_t id = fixture_begin();
    records_advance(&fixture.session, 10000);
    session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 10, false);
    Store *other = store_open(records_path, RECORDS_NOW_S);
    ck_assert(!unfinished_discard(other, id));
    ck_assert(!unfinished_settle(other, id));
    store_close(other);
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 11, false));
}
END_TEST

START_TEST(settled_has_the_last_tick)
{
    const int64_t id = fixture_begin();
    records_advance(&fixture.session, 6000);
    session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 6, false);
    records_advance(&fixture.session, 9000);
    session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 15, false);
    store_close(fixture.store); /* as after a kill */
    fixture.store = store_open(records_path, RECORDS_NOW_S);
    ck_assert(unfinished_settle(fixture.store, id));
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 10000);
    ck_assert_int_eq(records_ask_raw("SELECT worked_s FROM sessions"), 15);
    ck_assert_int_eq(records_ask_raw("SELECT state = 'left' FROM sessions"), 1);
}
END_TEST

START_TEST(unreadable_plan_says_so)
{
    const int64_t id = fixture_begin();
    records_advance(&fixture.session, 10000);
    ck_assert(session_writer_end(fixture.store, id, &fixture.session, RECORDS_NOW_S + 10));
    records_do_raw("UPDATE plans SET plan = '{\"format\":2}'");
    UnfinishedSession left;
    ck_assert(!unfinished_find(fixture.store, &left));
    Session back;
    char *problem = NULL;
    ck_assert_ptr_null(unfinished_resume(fixture.store, id, &back, &problem));
    ck_assert_ptr_nonnull(strstr(problem, "Start its routine again"));
    free(problem);
    ck_assert_ptr_null(unfinished_resume(fixture.store, 12345, &back, &problem));
    free(problem);
    ck_assert(unfinished_settle(fixture.store, id));
    ck_assert(unfinished_discard(fixture.store, id));
}
END_TEST

/* What only its bookmark says is in the history, whether it is settled or found at the next start. */
START_TEST(unreadable_plan_loses_nothing_that_was_done)
{
    const int64_t id = fixture_begin();
    records_advance(&fixture.session, 6000);
    session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 6, false);
    records_advance(&fixture.session, 9000);
    session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 15, false);
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 1000);
    store_close(fixture.store); /* as after a kill */
    records_do_raw("UPDATE plans SET plan = '{\"format\":2}'");
    if (_i == 0)
        records_do_raw("UPDATE sessions SET state = 'left'"); /* a start does not look at it then */
    fixture.store = store_open(records_path, RECORDS_NOW_S);
    ck_assert(_i == 1 || unfinished_settle(fixture.store, id));
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 10000);
    ck_assert_int_eq(records_ask_raw("SELECT worked_s FROM sessions"), 15);
    ck_assert_int_eq(records_ask_raw("SELECT state = 'left' FROM sessions"), 1);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM live") + records_ask_raw("SELECT count(*) FROM plans"), 0);
    ck_assert_uint_eq(records_count_files(".mark"), 0);
}
END_TEST

START_TEST(hostile_places_are_brought_in)
{
    const int64_t id = fixture_begin();
    records_advance(&fixture.session, 10000);
    ck_assert(session_writer_end(fixture.store, id, &fixture.session, RECORDS_NOW_S + 10));
    records_do_raw("UPDATE live SET step = 9223372036854775807, into_ms = -5, length_ms = 9223372036854775807,"
                   " worked_ms = -1");
    records_do_raw(
        "INSERT INTO done VALUES ((SELECT id FROM sessions), 99999999999, 1, 'x', NULL, '', 1, 999, -7, 3, 9, NULL)");
    UnfinishedSession left;
    ck_assert(unfinished_find(fixture.store, &left));
    ck_assert_int_le(left.at_s, left.total_s);
    unfinished_release(&left);
    Session back;
    char *problem = NULL;
    Plan *again = unfinished_resume(fixture.store, id, &back, &problem);
    ck_assert_msg(again != NULL, "%s", problem);
    ck_assert_int_lt(back.step, (int32_t)again->step_count);
    session_release(&back);
    plan_free(again);
}
END_TEST

START_TEST(null_keeps_nothing)
{
    Store *null = store_open_null();
    ck_assert(!store_can_read(null) && !store_can_write(null));
    ck_assert_int_eq(session_writer_begin(null, &fixture.session, RECORDS_NOW_S, 0), 0);
    ck_assert(!session_writer_keep(null, 0, &fixture.session, RECORDS_NOW_S, true));
    ck_assert(!session_writer_end(null, 0, &fixture.session, RECORDS_NOW_S));
    UnfinishedSession left;
    ck_assert(!unfinished_find(null, &left));
    ck_assert_pstr_eq(store_problem(null), NULL);
    store_close(null);
}
END_TEST

START_TEST(cut_off_before_anything_was_held)
{
    const int64_t id = fixture_begin();
    records_advance(&fixture.session, 4000);
    fixture_say(COMMAND_LEAVE, 0);
    ck_assert(session_writer_cut_off(fixture.store, id, &fixture.session, RECORDS_NOW_S + 4));
    UnfinishedSession left;
    ck_assert(unfinished_find(fixture.store, &left));
    ck_assert_int_eq(left.id, id);
    ck_assert_int_eq(left.at_s, 4);
    unfinished_release(&left);
    ck_assert(!session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 5, false));
}
END_TEST

Suite *suite_unfinished(void)
{
    Suite *suite = suite_create("unfinished");
    TCase *tcase = tcase_create("left");
    tcase_add_checked_fixture(tcase, fixture_set_up, fixture_tear_down);
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, goes_on_where_it_was);
    tcase_add_test(tcase, finished_is_not_offered);
    tcase_add_test(tcase, newest_is_offered_first);
    tcase_add_test(tcase, held_is_not_thrown_away);
    tcase_add_test(tcase, settled_has_the_last_tick);
    tcase_add_test(tcase, unreadable_plan_says_so);
    tcase_add_loop_test(tcase, unreadable_plan_loses_nothing_that_was_done, 0, 2);
    tcase_add_test(tcase, hostile_places_are_brought_in);
    tcase_add_test(tcase, null_keeps_nothing);
    tcase_add_test(tcase, cut_off_before_anything_was_held);
    suite_add_tcase(suite, tcase);
    return suite;
}
