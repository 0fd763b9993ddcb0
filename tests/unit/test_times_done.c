/* SPDX-License-Identifier: MIT */
#include "store/recency.h"

#include <check.h>
#include <stdlib.h>

#include "base/macros.h"
#include "store/session_writer.h"
#include "store/sql.h"
#include "store/unfinished.h"
#include "support/records.h"

Suite *suite_times_done(void);

enum { MOST = 3 };

static void expect_times(int32_t calf, int32_t foot)
{
    int32_t times[2] = {9, 9};
    ck_assert(recency_times_done(fixture.store, fixture.plan, MOST, times));
    ck_assert_int_eq(times[0], calf);
    ck_assert_int_eq(times[1], foot);
}

/* How long each session went on, and how often the moves were done then. */
static const struct {
    int seconds[4];
    int32_t calf, foot;
} cases[] = {
    {{0}, 0, 0},
    {{9}, 0, 0},  /* the calf was held for 4 s */
    {{10}, 1, 0}, /* left after 5 s of it */
    {{60}, 1, 0},
    {{185}, 1, 1}, /* both sides of the calf */
    {{185, 40}, 2, 1},
    {{185, 9, 40, 185}, 3, 2},
    {{40, 40, 185, 40}, MOST, 1},
};

START_TEST(a_session_counts_once)
{
    for (size_t i = 0; i < ARRAY_LEN(cases[_i].seconds) && cases[_i].seconds[i] > 0; i++)
        records_add_session(fixture.store, fixture.plan, (int64_t)cases[_i].seconds[i] * 1000, RECORDS_NOW_S);
    expect_times(cases[_i].calf, cases[_i].foot);
}
END_TEST

START_TEST(two_turns_of_a_move_count_once)
{
    fixture.plan->moves[1].name = fixture.plan->moves[0].name;
    fixture.plan->moves[1].use = NULL;
    records_add_session(fixture.store, fixture.plan, 185000, RECORDS_NOW_S);
    expect_times(1, 1);
}
END_TEST

/* What is said in the preparation of the calf, and after so many seconds of its hold. */
static const struct {
    SessionCommand command;
    int seconds;
    int32_t calf;
} commands[] = {
    {COMMAND_NEXT_MOVE, 0, 0}, {COMMAND_HURT, 0, 0},      {COMMAND_NEXT_MOVE, 4, 0},
    {COMMAND_HURT, 4, 0},      {COMMAND_NEXT_MOVE, 6, 1}, {COMMAND_HURT, 6, 1},
};

START_TEST(only_what_was_held_counts)
{
    const int64_t id = fixture_begin();
    if (commands[_i].seconds > 0)
        records_advance(&fixture.session, (5 + commands[_i].seconds) * 1000);
    fixture_say(commands[_i].command, 0);
    ck_assert(session_writer_end(fixture.store, id, &fixture.session, RECORDS_NOW_S + 20));
    expect_times(commands[_i].calf, 0);
}
END_TEST

/* Asked for after a session of Calf strip, which is no shared move, and of foot-centre. */
static const struct {
    const char *use, *name;
    int32_t times;
} moves[] = {
    {NULL, "Calf strip", 1},
    {NULL, "Calf strips", 0},
    {"calf-strip", "Calf strip", 0},
    {"Calf strip", "Calf strip", 0},
    {"foot-centre", "Foot centre \xc3\xa9", 1},
    {"foot-centre", "Another name", 1},
    {NULL, "Foot centre \xc3\xa9", 0},
    {NULL, "foot-centre", 0},
};

START_TEST(a_move_is_known_by_its_use_or_its_name)
{
    records_add_session(fixture.store, fixture.plan, 185000, RECORDS_NOW_S);
    fixture.plan->moves[1].use = moves[_i].use;
    fixture.plan->moves[1].name = moves[_i].name;
    expect_times(1, moves[_i].times);
}
END_TEST

START_TEST(the_session_of_now_does_not_count)
{
    const int64_t id = fixture_begin();
    records_advance(&fixture.session, 60000);
    ck_assert(session_writer_keep(fixture.store, id, &fixture.session, RECORDS_NOW_S + 60, true));
    expect_times(0, 0);
    ck_assert(session_writer_end(fixture.store, id, &fixture.session, RECORDS_NOW_S + 60));
    expect_times(1, 0);
    Session resumed;
    char *problem = NULL;
    Plan *plan = unfinished_resume(fixture.store, id, &resumed, &problem);
    ck_assert_ptr_nonnull(plan);
    expect_times(0, 0);
    session_release(&resumed);
    plan_free(plan);
}
END_TEST

/* How many steps SQLite takes to count. */
static int count_steps(void)
{
    expect_times(MOST, 0);
    return sqlite3_stmt_status(fixture.store->statements[SQL_TIMES_DONE], SQLITE_STMTSTATUS_VM_STEP, true);
}

START_TEST(more_records_take_no_longer)
{
    for (int i = 0; i < MOST; i++)
        records_add_session(fixture.store, fixture.plan, 120000, RECORDS_NOW_S);
    const int steps = count_steps();
    for (int i = 0; i < 40; i++)
        records_add_session(fixture.store, fixture.plan, 120000, RECORDS_NOW_S);
    ck_assert_int_le(count_steps(), steps);
}
END_TEST

static void expect_unread(Store *store)
{
    int32_t times[2] = {9, 9};
    ck_assert(!recency_times_done(store, fixture.plan, MOST, times));
    ck_assert_int_eq(times[0], 0);
    ck_assert_int_eq(times[1], 0);
}

START_TEST(nothing_was_done_where_records_cannot_be_read)
{
    Store *none = store_open_null();
    expect_unread(none);
    store_close(none);
    records_add_session(fixture.store, fixture.plan, 185000, RECORDS_NOW_S);
    records_do_raw("ALTER TABLE done RENAME TO gone");
    expect_unread(fixture.store);
}
END_TEST

Suite *suite_times_done(void)
{
    Suite *suite = suite_create("times_done");
    TCase *tcase = tcase_create("times_done");
    tcase_add_checked_fixture(tcase, fixture_set_up, fixture_tear_down);
    tcase_add_loop_test(tcase, a_session_counts_once, 0, ARRAY_LEN(cases));
    tcase_add_test(tcase, two_turns_of_a_move_count_once);
    tcase_add_loop_test(tcase, only_what_was_held_counts, 0, ARRAY_LEN(commands));
    tcase_add_loop_test(tcase, a_move_is_known_by_its_use_or_its_name, 0, ARRAY_LEN(moves));
    tcase_add_test(tcase, the_session_of_now_does_not_count);
    tcase_add_test(tcase, more_records_take_no_longer);
    tcase_add_test(tcase, nothing_was_done_where_records_cannot_be_read);
    suite_add_tcase(suite, tcase);
    return suite;
}
