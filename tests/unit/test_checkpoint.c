/* SPDX-License-Identifier: MIT */
#include "store/bookmark.h"
#include "store/checkpoint.h"
#include "store/unfinished.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "session/replan.h"
#include "support/records.h"

Suite *suite_checkpoint(void);

static Store *store;
static Plan *plan;
static Session session;

static void set_up(void)
{
    store = records_set_out(&plan, &session);
}

static void tear_down(void)
{
    records_give_back(store, plan, &session);
}

static int64_t begin(void)
{
    return records_begin_session(store, &session);
}

static void say(SessionCommand command, int32_t value)
{
    EventList events = {0};
    ck_assert(advance_by_command(&session, command, value, &events));
    event_release(&events);
}

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
    const int64_t id = begin();
    records_advance(&session, 15000);
    say(COMMAND_FELT, 5);
    say(COMMAND_FELT, 3);
    say(COMMAND_MORE, 0);
    ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S + 15, true));
    records_advance(&session, 50000); /* into the switch */
    ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S + 65, true));
    records_advance(&session, 14000);
    ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S + 79, false));
    const Session kept = session;
    Store *other = store_open(records_path, RECORDS_NOW_S);
    UnfinishedSession left;
    ck_assert(!unfinished_find(other, &left));
    char *problem = NULL;
    Session back;
    ck_assert_ptr_null(checkpoint_resume(other, id, &back, &problem));
    ck_assert_ptr_nonnull(strstr(problem, "another window"));
    free(problem);
    store_close(store);
    store = other;

    ck_assert(unfinished_find(store, &left));
    ck_assert_int_eq(left.id, id);
    ck_assert_str_eq(left.title, "Calves, then Feet");
    ck_assert_str_eq(left.where, "Calf strip, right");
    ck_assert_int_eq(left.started_s, RECORDS_NOW_S);
    ck_assert_int_eq(left.left_s, RECORDS_NOW_S + 79);
    ck_assert_int_eq(left.at_s, 69);
    ck_assert_int_eq(left.total_s, 185);
    unfinished_release(&left);

    Plan *again = checkpoint_resume(store, id, &back, &problem);
    ck_assert_msg(again != NULL, "%s", problem);
    ck_assert_int_eq(back.state, SESSION_PAUSED);
    ck_assert_int_eq(back.step, kept.step);
    ck_assert_int_eq(back.into_ms, kept.into_ms);
    ck_assert_int_eq(back.length_ms, kept.length_ms);
    ck_assert_int_eq(back.worked_ms, kept.worked_ms);
    ck_assert_int_eq(back.felt, SESSION_NOT_FELT);
    ck_assert_int_eq(back.done[0][SIDE_LEFT].held_ms, 60000);
    ck_assert_int_eq(back.done[0][SIDE_LEFT].felt, 3);
    ck_assert_int_eq(back.done[0][SIDE_LEFT].felt_most, 5);
    ck_assert_int_eq(back.done[0][SIDE_RIGHT].held_ms, session.done[0][SIDE_RIGHT].held_ms);
    ck_assert_int_gt(back.done[0][SIDE_RIGHT].held_ms, 0);
    ck_assert_int_eq(back.done[0][SIDE_RIGHT].felt, SESSION_NOT_FELT);
    ck_assert(!unfinished_find(store, &left)); /* held by this one now */
    ck_assert_int_eq(offered_elsewhere(), 0);
    ck_assert(checkpoint_end(store, id, &back, RECORDS_NOW_S + 100));
    ck_assert_int_eq(offered_elsewhere(), id);
    session_release(&back);
    plan_free(again);
}
END_TEST

START_TEST(tick_writes_one_row)
{
    const int64_t id = begin();
    records_advance(&session, 7000);
    ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S + 7, false));
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 2000);
    records_advance(&session, 1000);
    ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S + 8, false));
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 2000);
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM live"), 2000); /* the second since is in the bookmark */
    Bookmark mark;
    ck_assert(bookmark_read(records_path, id, &mark));
    ck_assert_int_eq(mark.held_ms, 3000);
    ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S + 8, true));
    ck_assert(!bookmark_read(records_path, id, &mark));
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 3000);
    records_advance(&session, 47000 + 5000 + 1000); /* a tick that comes late, in the other side's hold */
    ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S + 61, false));
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done WHERE side = 1"), 50000);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM done"), 2);
}
END_TEST

START_TEST(ticks_take_no_more_and_more_memory)
{
    const int64_t id = begin();
    records_advance(&session, 6000);
    for (int i = 0; i < 20; i++) {
        records_advance(&session, 10);
        ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S, i % 10 == 0));
    }
    const sqlite3_int64 before = sqlite3_memory_used();
    for (int i = 0; i < 2000; i++) {
        records_advance(&session, 10);
        ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S, i % 500 == 0));
    }
    ck_assert_int_lt(sqlite3_memory_used(), before + 64 * 1024);
    ck_assert_int_lt(sqlite3_memory_used(), 600 * 1024);
}
END_TEST

START_TEST(finished_is_not_offered)
{
    const int64_t id = begin();
    records_advance(&session, 185000);
    ck_assert_int_eq(session.state, SESSION_FINISHED);
    ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S + 185, true));
    ck_assert(checkpoint_end(store, id, &session, RECORDS_NOW_S + 185));
    ck_assert_int_eq(offered_elsewhere(), 0);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM live") + records_ask_raw("SELECT count(*) FROM plans"), 0);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM done"), 3);
    ck_assert(!checkpoint_keep(store, id, &session, RECORDS_NOW_S + 186, false));
}
END_TEST

START_TEST(nothing_held_leaves_nothing)
{
    const int64_t id = begin();
    records_advance(&session, 4000);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sessions"), 1);
    say(COMMAND_LEAVE, 0);
    ck_assert(checkpoint_end(store, id, &session, RECORDS_NOW_S + 4));
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sessions"), 0);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM live"), 0);
}
END_TEST

START_TEST(cut_off_before_anything_was_held)
{
    const int64_t id = begin();
    records_advance(&session, 4000);
    say(COMMAND_LEAVE, 0);
    ck_assert(checkpoint_cut_off(store, id, &session, RECORDS_NOW_S + 4));
    UnfinishedSession left;
    ck_assert(unfinished_find(store, &left));
    ck_assert_int_eq(left.id, id);
    ck_assert_int_eq(left.at_s, 4);
    unfinished_release(&left);
    ck_assert(!checkpoint_keep(store, id, &session, RECORDS_NOW_S + 5, false));
}
END_TEST

START_TEST(newest_is_offered_first)
{
    records_add_session(store, plan, 20000, RECORDS_NOW_S + 1000);
    records_add_session(store, plan, 90000, RECORDS_NOW_S);
    UnfinishedSession left;
    ck_assert(unfinished_find(store, &left));
    ck_assert_int_eq(left.started_s, RECORDS_NOW_S + 1000);
    ck_assert(checkpoint_settle(store, left.id));
    unfinished_release(&left);
    ck_assert(unfinished_find(store, &left));
    ck_assert_int_eq(left.started_s, RECORDS_NOW_S);
    ck_assert(checkpoint_discard(store, left.id));
    unfinished_release(&left);
    ck_assert(!unfinished_find(store, &left));
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sessions"), 1);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM done"), 1);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM done_areas"), 2);
}
END_TEST

START_TEST(held_is_not_thrown_away)
{
    const int64_t id = begin();
    records_advance(&session, 10000);
    checkpoint_keep(store, id, &session, RECORDS_NOW_S + 10, false);
    Store *other = store_open(records_path, RECORDS_NOW_S);
    ck_assert(!checkpoint_discard(other, id));
    ck_assert(!checkpoint_settle(other, id));
    store_close(other);
    ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S + 11, false));
}
END_TEST

START_TEST(settled_has_the_last_tick)
{
    const int64_t id = begin();
    records_advance(&session, 6000);
    checkpoint_keep(store, id, &session, RECORDS_NOW_S + 6, false);
    records_advance(&session, 9000);
    checkpoint_keep(store, id, &session, RECORDS_NOW_S + 15, false);
    store_close(store); /* as after a kill */
    store = store_open(records_path, RECORDS_NOW_S);
    ck_assert(checkpoint_settle(store, id));
    ck_assert_int_eq(records_ask_raw("SELECT held_ms FROM done"), 10000);
    ck_assert_int_eq(records_ask_raw("SELECT worked_s FROM sessions"), 15);
    ck_assert_int_eq(records_ask_raw("SELECT state = 'left' FROM sessions"), 1);
}
END_TEST

START_TEST(new_plan_is_kept)
{
    const int64_t id = begin();
    records_advance(&session, 120000);
    ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S + 120, true));
    Plan *edited = records_plan();
    edited->title = "Edited";
    edited->moves[1].name = "Heel";
    replan_session(&session, edited);
    ck_assert(checkpoint_replan(store, id, &session));
    records_advance(&session, 10000);
    ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S + 130, true));
    ck_assert(checkpoint_end(store, id, &session, RECORDS_NOW_S + 130));
    Session back;
    char *problem = NULL;
    Plan *again = checkpoint_resume(store, id, &back, &problem);
    ck_assert_msg(again != NULL, "%s", problem);
    ck_assert_str_eq(again->title, "Edited");
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sessions WHERE title = 'Edited'"), 1);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM done WHERE name = 'Heel'"), 1);
    session_release(&back);
    plan_free(again);
    session_release(&session);
    plan_free(edited);
    records_run(&session, plan, 0);
}
END_TEST

START_TEST(unreadable_plan_says_so)
{
    const int64_t id = begin();
    records_advance(&session, 10000);
    ck_assert(checkpoint_end(store, id, &session, RECORDS_NOW_S + 10));
    records_do_raw("UPDATE plans SET plan = '{\"format\":2}'");
    UnfinishedSession left;
    ck_assert(!unfinished_find(store, &left));
    Session back;
    char *problem = NULL;
    ck_assert_ptr_null(checkpoint_resume(store, id, &back, &problem));
    ck_assert_ptr_nonnull(strstr(problem, "Start its routine anew"));
    free(problem);
    ck_assert_ptr_null(checkpoint_resume(store, 12345, &back, &problem));
    free(problem);
    ck_assert(checkpoint_settle(store, id));
}
END_TEST

START_TEST(hostile_places_are_brought_in)
{
    const int64_t id = begin();
    records_advance(&session, 10000);
    ck_assert(checkpoint_end(store, id, &session, RECORDS_NOW_S + 10));
    records_do_raw("UPDATE live SET step = 9223372036854775807, into_ms = -5, length_ms = 9223372036854775807,"
                   " worked_ms = -1, position = -9223372036854775807, side = 77, held_ms = -3");
    records_do_raw(
        "INSERT INTO done VALUES ((SELECT id FROM sessions), 99999999999, 1, 'x', NULL, '', 1, 999, -7, 3, 9)");
    UnfinishedSession left;
    ck_assert(unfinished_find(store, &left));
    ck_assert_int_le(left.at_s, left.total_s);
    unfinished_release(&left);
    Session back;
    char *problem = NULL;
    Plan *again = checkpoint_resume(store, id, &back, &problem);
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
    ck_assert_int_eq(checkpoint_begin(null, &session, RECORDS_NOW_S, 0), 0);
    ck_assert(!checkpoint_keep(null, 0, &session, RECORDS_NOW_S, true));
    ck_assert(!checkpoint_end(null, 0, &session, RECORDS_NOW_S));
    UnfinishedSession left;
    ck_assert(!unfinished_find(null, &left));
    ck_assert_pstr_eq(store_problem(null), NULL);
    store_close(null);
}
END_TEST

Suite *suite_checkpoint(void)
{
    Suite *suite = suite_create("checkpoint");
    TCase *tcase = tcase_create("checkpoint");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, goes_on_where_it_was);
    tcase_add_test(tcase, tick_writes_one_row);
    tcase_add_test(tcase, ticks_take_no_more_and_more_memory);
    tcase_add_test(tcase, finished_is_not_offered);
    tcase_add_test(tcase, nothing_held_leaves_nothing);
    tcase_add_test(tcase, cut_off_before_anything_was_held);
    tcase_add_test(tcase, newest_is_offered_first);
    tcase_add_test(tcase, held_is_not_thrown_away);
    tcase_add_test(tcase, settled_has_the_last_tick);
    tcase_add_test(tcase, new_plan_is_kept);
    tcase_add_test(tcase, unreadable_plan_says_so);
    tcase_add_test(tcase, hostile_places_are_brought_in);
    tcase_add_test(tcase, null_keeps_nothing);
    suite_add_tcase(suite, tcase);
    return suite;
}
