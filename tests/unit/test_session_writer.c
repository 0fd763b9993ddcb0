/* SPDX-License-Identifier: MIT */
/* Rows of what was done when the file is edited in the middle of a session: nothing is lost, nothing counted twice. */
#include "store/session_writer.h"

#include <check.h>
#include <stdlib.h>

#include "base/macros.h"
#include "base/memory.h"
#include "session/replan.h"
#include "store/checkpoint.h"
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
    id = checkpoint_begin(store, &session, RECORDS_NOW_S, RECORDS_OFFSET_MIN);
    records_advance(&session, INTO_SECOND_MS);
    ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S + 77, true));
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
    ck_assert(checkpoint_replan(store, id, &session));
    expect_done("First", 1, 30000, 2);
    expect_done("Second", 2, 32000, 2);
    records_advance(&session, 8000 + 5000 + 10000);
    ck_assert(checkpoint_end(store, id, &session, RECORDS_NOW_S + 100));
    expect_done("First", 1, 30000, 2);
    expect_done("Second", 2, 40000, 2);
    expect_done("Third", 1, 10000, 1);
}
END_TEST

START_TEST(moves_that_are_gone_are_gone_on_with)
{
    replan_session(&session, later);
    ck_assert(checkpoint_replan(store, id, &session));
    ck_assert(checkpoint_end(store, id, &session, RECORDS_NOW_S + 100));
    session_release(&session);
    char *problem = NULL;
    Plan *again = checkpoint_resume(store, id, &session, &problem);
    ck_assert_msg(again != NULL, "%s", problem);
    ck_assert_uint_eq(session_done_count(&session), 3);
    const DoneMove move = session_done_move(&session, 2);
    ck_assert_str_eq(move.name, "First");
    ck_assert_pstr_eq(move.use, NULL);
    ck_assert_uint_eq(move.areas.count, 2);
    ck_assert_uint_eq(move.areas.items[1], AREA_FEET);
    ck_assert_int_eq(session.done[2][SIDE_NONE].held_ms, 30000);
    replan_session(&session, last);
    ck_assert(checkpoint_replan(store, id, &session));
    ck_assert(checkpoint_end(store, id, &session, RECORDS_NOW_S + 110));
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
    ck_assert(!checkpoint_replan(store, id, &session));
    records_advance(&session, 1000);
    ck_assert(!checkpoint_keep(store, id, &session, RECORDS_NOW_S + 78, false));
    ck_assert_int_eq(sqlite3_exec(raw, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(raw);
    records_advance(&session, 1000);
    ck_assert(checkpoint_keep(store, id, &session, RECORDS_NOW_S + 79, true));
    expect_done("First", 1, 30000, 2);
    expect_done("Second", 2, 34000, 2);
    ck_assert_int_eq(records_ask_raw("SELECT planned_s FROM sessions"), later->seconds);
}
END_TEST

Suite *suite_session_writer(void)
{
    Suite *suite = suite_create("session_writer");
    TCase *tcase = tcase_create("running");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, moves_that_are_gone_stay);
    tcase_add_test(tcase, moves_that_are_gone_are_gone_on_with);
    tcase_add_test(tcase, moves_that_are_gone_outlast_a_lock);
    suite_add_tcase(suite, tcase);
    return suite;
}
