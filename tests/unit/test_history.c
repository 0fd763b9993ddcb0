/* SPDX-License-Identifier: MIT */
#include "store/history.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "store/session_writer.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_history(void);

static Store *store;
static Plan *plan;

static void set_up(void)
{
    records_set_up();
    store = store_open(records_path, RECORDS_NOW_S);
    plan = records_plan();
}

static void tear_down(void)
{
    plan_free(plan);
    store_close(store);
    scratch_remove();
}

START_TEST(newest_last_with_what_was_done)
{
    records_add_session(store, plan, 185000, RECORDS_NOW_S);
    records_add_session(store, plan, 75500, RECORDS_NOW_S + 86400);
    History *history = history_read(store, &(HistoryFilter){.area = -1});
    ck_assert_ptr_nonnull(history);
    ck_assert_uint_eq(history->count, 2);
    const SessionRecord *left = &history->sessions[1];
    ck_assert_int_eq(left->started_s, RECORDS_NOW_S + 86400);
    ck_assert_int_eq(left->offset_min, RECORDS_OFFSET_MIN);
    ck_assert_str_eq(left->title, "Calves, then Feet");
    ck_assert_str_eq(left->routines, "calves feet");
    ck_assert_int_eq(left->planned_s, 185);
    ck_assert_int_eq(left->worked_s, 75);
    ck_assert_int_eq(left->state, RECORD_LEFT);
    ck_assert_uint_eq(left->count, 2);
    ck_assert_str_eq(left->moves[0].name, "Calf strip");
    ck_assert_str_eq(left->moves[0].areas, "calves achilles");
    ck_assert_ptr_null(left->moves[0].use);
    ck_assert_int_eq(left->moves[0].side, SIDE_LEFT);
    ck_assert_int_eq(left->moves[0].held_ms / 1000, 50);
    ck_assert_int_eq(left->moves[0].felt, -1);
    ck_assert(!left->moves[0].hurt);
    ck_assert_int_eq(left->moves[1].side, SIDE_RIGHT);
    ck_assert_int_eq(left->moves[1].held_ms / 1000, 15);
    const SessionRecord *whole = &history->sessions[0];
    ck_assert_int_eq(whole->state, RECORD_FINISHED);
    ck_assert_uint_eq(whole->count, 3);
    ck_assert_str_eq(whole->moves[2].use, "foot-centre");
    ck_assert_int_eq(whole->moves[2].side, SIDE_NONE);
    ck_assert_uint_eq(strlen(whole->uid), 32);
    ck_assert_str_ne(whole->uid, left->uid);
    history_free(history);
}
END_TEST

static const struct {
    int64_t since_s;
    int area;
    size_t sessions, moves; /* of the newest */
} filters[] = {
    {0, -1, 2, 3},
    {RECORDS_NOW_S + 1, -1, 1, 3},
    {RECORDS_NOW_S + 86401, -1, 0, 0},
    {0, AREA_FEET, 1, 1},
    {0, AREA_ACHILLES, 2, 2},
    {0, AREA_HEAD, 0, 0},
    {RECORDS_NOW_S + 1, AREA_CALVES, 1, 2},
};

START_TEST(filters_leave_out)
{
    records_add_session(store, plan, 100000, RECORDS_NOW_S);
    records_add_session(store, plan, 185000, RECORDS_NOW_S + 86400);
    History *history = history_read(store, &(HistoryFilter){.since_s = filters[_i].since_s, .area = filters[_i].area});
    ck_assert_uint_eq(history->count, filters[_i].sessions);
    if (history->count > 0) {
        ck_assert_uint_eq(history->sessions[history->count - 1].count, filters[_i].moves);
    }
    history_free(history);
}
END_TEST

START_TEST(felt_and_hurt_are_told)
{
    Session session;
    records_run(&session, plan, 0);
    const int64_t id = session_writer_begin(store, &session, RECORDS_NOW_S, 0);
    records_advance(&session, 10000);
    EventList events = {0};
    advance_by_command(&session, COMMAND_FELT, 6, &events);
    advance_by_command(&session, COMMAND_FELT, 2, &events);
    advance_by_command(&session, COMMAND_HURT, 0, &events);
    event_release(&events);
    ck_assert(session_writer_keep(store, id, &session, RECORDS_NOW_S + 10, false));
    History *history = history_read(store, &(HistoryFilter){.area = -1});
    ck_assert_uint_eq(history->count, 1);
    ck_assert_int_eq(history->sessions[0].state, RECORD_RUNNING);
    ck_assert_int_eq(history->sessions[0].moves[0].felt, 2);
    ck_assert_int_eq(history->sessions[0].moves[0].felt_most, 6);
    ck_assert(history->sessions[0].moves[0].hurt);
    history_free(history);
    session_release(&session);
}
END_TEST

/* ActiveSession down for it can hurt already. */
START_TEST(hurt_before_anything_was_held_is_told)
{
    static const struct {
        SessionCommand then;
        RecordState state;
        size_t count;
    } ends[] = {{COMMAND_LEAVE, RECORD_LEFT, 1}, {COMMAND_NEXT, RECORD_FINISHED, 2}};
    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        Session session;
        EventList events = {0};
        records_run(&session, plan, 0);
        const int64_t id = session_writer_begin(store, &session, RECORDS_NOW_S + (int64_t)i, 0);
        ck_assert(advance_by_command(&session, COMMAND_HURT, 0, &events));
        while (session.state != SESSION_LEFT && session.state != SESSION_FINISHED)
            advance_by_command(&session, ends[i].then, 0, &events);
        ck_assert(session_writer_end(store, id, &session, RECORDS_NOW_S + 10));
        event_release(&events);
        session_release(&session);
        History *history = history_read(store, &(HistoryFilter){.area = AREA_ACHILLES});
        ck_assert_uint_eq(history->count, i + 1);
        ck_assert_int_eq(history->sessions[i].state, ends[i].state);
        ck_assert_uint_eq(history->sessions[i].count, ends[i].count);
        ck_assert_str_eq(history->sessions[i].moves[0].name, "Calf strip");
        ck_assert_int_eq(history->sessions[i].moves[0].held_ms / 1000, 0);
        ck_assert(history->sessions[i].moves[0].hurt);
        history_free(history);
    }
}
END_TEST

/* Beside what was done; what was skipped alone makes no session. */
START_TEST(skipped_is_told)
{
    Session session;
    EventList events = {0};
    records_run(&session, plan, 10000);
    const int64_t id = session_writer_begin(store, &session, RECORDS_NOW_S, 0);
    ck_assert(advance_by_command(&session, COMMAND_NEXT_MOVE, 0, &events));
    ck_assert(advance_by_command(&session, COMMAND_NEXT_MOVE, 0, &events));
    ck_assert(session_writer_end(store, id, &session, RECORDS_NOW_S + 10));
    event_release(&events);
    session_release(&session);
    History *history = history_read(store, &(HistoryFilter){.area = -1});
    ck_assert_uint_eq(history->count, 1);
    const SessionRecord *told = &history->sessions[0];
    ck_assert_uint_eq(told->count, 3);
    for (size_t i = 0; i < told->count; i++) {
        ck_assert(told->moves[i].skipped && !told->moves[i].hurt);
        ck_assert_int_eq(told->moves[i].held_ms / 1000, i == 0 ? 5 : 0);
    }
    history_free(history);
    history = history_read(store, &(HistoryFilter){.area = AREA_FEET});
    ck_assert_uint_eq(history->count, 0);
    history_free(history);
}
END_TEST

START_TEST(killed_is_left_and_counts_its_last_tick)
{
    Session session;
    records_run(&session, plan, 0);
    const int64_t id = session_writer_begin(store, &session, RECORDS_NOW_S, 0);
    History *history = history_read(store, &(HistoryFilter){.area = -1});
    ck_assert_uint_eq(history->count, 0); /* nothing was held yet */
    history_free(history);
    for (int second = 1; second <= 12; second++) {
        records_advance(&session, 1000);
        ck_assert(session_writer_keep(store, id, &session, RECORDS_NOW_S + second, false));
    }
    store_close(store);
    store = store_open(records_path, RECORDS_NOW_S);
    history = history_read(store, &(HistoryFilter){.area = -1});
    ck_assert_uint_eq(history->count, 1);
    ck_assert_int_eq(history->sessions[0].state, RECORD_LEFT);
    ck_assert_int_eq(history->sessions[0].moves[0].held_ms / 1000, 7);
    ck_assert_int_eq(history->sessions[0].worked_s, 12);
    history_free(history);
    session_release(&session);
}
END_TEST

START_TEST(off_reads_nothing)
{
    Store *null = store_open_null();
    ck_assert_ptr_null(history_read(null, &(HistoryFilter){.area = -1}));
    store_close(null);
    history_free(NULL);
}
END_TEST

Suite *suite_history(void)
{
    Suite *suite = suite_create("history");
    TCase *tcase = tcase_create("history");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, newest_last_with_what_was_done);
    tcase_add_loop_test(tcase, filters_leave_out, 0, (int)ARRAY_LEN(filters));
    tcase_add_test(tcase, felt_and_hurt_are_told);
    tcase_add_test(tcase, skipped_is_told);
    tcase_add_test(tcase, hurt_before_anything_was_held_is_told);
    tcase_add_test(tcase, killed_is_left_and_counts_its_last_tick);
    tcase_add_test(tcase, off_reads_nothing);
    suite_add_tcase(suite, tcase);
    return suite;
}
