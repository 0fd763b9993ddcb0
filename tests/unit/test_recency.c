/* SPDX-License-Identifier: MIT */
#include "store/recency.h"

#include <check.h>

#include "base/macros.h"
#include "session/plan.h"
#include "store/session_writer.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_recency(void);

enum { DAY_S = 24 * 60 * 60 };

static const RecencyNow now = {RECORDS_NOW_S, RECORDS_OFFSET_MIN};

/* One session of calves (and achilles), then feet, gone on for so long, so many days ago. */
static void add_session(Store *store, const Plan *plan, int64_t seconds, int days)
{
    records_add_session(store, plan, seconds * 1000, RECORDS_NOW_S - (int64_t)days * DAY_S);
}

/* Of each: how long the sessions went on, how many days ago, and what is known then. */
static const struct {
    int seconds[2], days[2];
    int32_t calves, feet, routine;
} cases[] = {
    {{0, 0}, {0, 0}, RECENCY_NOT_YET, RECENCY_NOT_YET, RECENCY_NOT_YET},
    {{300, 0}, {0, 0}, 0, 0, 0},
    {{300, 0}, {9, 0}, 9, 9, 9},
    {{40, 300}, {2, 30}, 2, 30, 2}, /* the newer one never came to the feet */
    {{14, 300}, {1, 5}, 5, 5, 1},   /* calves held for 9 s do not count */
    {{300, 40}, {3, 7}, 3, 3, 3},
    {{300, 0}, {-2, 0}, 0, 0, 0}, /* a clock that was set back */
};

START_TEST(days_of_areas_and_routines)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    Plan *plan = records_plan();
    for (size_t i = 0; i < ARRAY_LEN(cases[_i].seconds); i++) {
        if (cases[_i].seconds[i] > 0)
            add_session(store, plan, cases[_i].seconds[i], cases[_i].days[i]);
    }
    int32_t days[AREA_COUNT];
    ck_assert(recency_areas(store, now, days));
    ck_assert_int_eq(days[AREA_CALVES], cases[_i].calves);
    ck_assert_int_eq(days[AREA_ACHILLES], cases[_i].calves);
    ck_assert_int_eq(days[AREA_FEET], cases[_i].feet);
    ck_assert_int_eq(days[AREA_HEAD], RECENCY_NOT_YET);
    RecencyList list = {0};
    ck_assert(recency_routines(store, now, &list));
    ck_assert_int_eq(recency_find(&list, "calves"), cases[_i].routine);
    ck_assert_int_eq(recency_find(&list, "feet"), cases[_i].routine);
    ck_assert_int_eq(recency_find(&list, "calf"), RECENCY_NOT_YET);
    recency_release(&list);
    plan_free(plan);
    store_close(store);
}
END_TEST

/* Local days, not spans of 24 hours: now is 09:00 there, and yesterday ended 9 hours ago. */
START_TEST(days_change_at_midnight)
{
    static const struct {
        int hours;
        int32_t days;
    } spans[] = {{8, 0}, {10, 1}, {32, 1}, {34, 2}};
    Store *store = store_open(records_path, RECORDS_NOW_S);
    Plan *plan = records_plan();
    records_add_session(store, plan, 300000, RECORDS_NOW_S - (int64_t)spans[_i].hours * 3600);
    int32_t days[AREA_COUNT];
    ck_assert(recency_areas(store, now, days));
    ck_assert_int_eq(days[AREA_FEET], spans[_i].days);
    plan_free(plan);
    store_close(store);
}
END_TEST

START_TEST(sides_of_the_last_weeks)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    Plan *plan = records_plan();
    add_session(store, plan, 300, RECENCY_SIDE_DAYS + 1);
    add_session(store, plan, 45, 2);
    int64_t held_ms[AREA_COUNT][SIDE_COUNT];
    ck_assert(recency_sides(store, now, held_ms));
    ck_assert_int_eq(held_ms[AREA_CALVES][SIDE_LEFT], 40000);
    ck_assert_int_eq(held_ms[AREA_CALVES][SIDE_RIGHT], 0);
    add_session(store, plan, 300, 1);
    ck_assert(recency_sides(store, now, held_ms));
    ck_assert_int_eq(held_ms[AREA_ACHILLES][SIDE_LEFT], 90000);
    ck_assert_int_eq(held_ms[AREA_ACHILLES][SIDE_RIGHT], 50000);
    plan_free(plan);
    store_close(store);
}
END_TEST

/* What the last second before a kill had, though the rows were written earlier. */
START_TEST(killed_counts_what_was_held)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    Plan *plan = records_plan();
    Session session;
    records_run(&session, plan, 0);
    const int64_t id = session_writer_begin(store, &session, RECORDS_NOW_S, RECORDS_OFFSET_MIN);
    for (int second = 1; second <= 19; second++) {
        records_advance(&session, 1000);
        ck_assert(session_writer_keep(store, id, &session, RECORDS_NOW_S + second, false));
    }
    store_close(store);
    store = store_open(records_path, RECORDS_NOW_S);
    int32_t days[AREA_COUNT];
    int64_t held_ms[AREA_COUNT][SIDE_COUNT];
    RecencyList list = {0};
    ck_assert(recency_areas(store, now, days));
    ck_assert_int_eq(days[AREA_CALVES], 0);
    ck_assert(recency_sides(store, now, held_ms));
    ck_assert_int_eq(held_ms[AREA_CALVES][SIDE_LEFT], 14000);
    ck_assert(recency_routines(store, now, &list));
    ck_assert_int_eq(recency_find(&list, "calves"), 0);
    recency_release(&list);
    session_release(&session);
    plan_free(plan);
    store_close(store);
}
END_TEST

/* Seconds since the first session began, and which week that is. */
static const struct {
    int64_t since_s;
    int32_t week;
} weeks[] = {{-3600, 1},          {0, 1},          {7 * 86400 - 1, 1}, {7 * 86400, 2},
             {14 * 86400 - 1, 2}, {14 * 86400, 3}, {364 * 86400, 53}};

START_TEST(weeks_count_from_the_first_session)
{
    Store *store = store_open(records_path, RECORDS_NOW_S);
    ck_assert_int_eq(recency_week(store, RECORDS_NOW_S), 1);
    Plan *plan = records_plan();
    records_add_session(store, plan, 60000, RECORDS_NOW_S + 86400);
    records_add_session(store, plan, 60000, RECORDS_NOW_S);
    for (size_t i = 0; i < ARRAY_LEN(weeks); i++)
        ck_assert_int_eq(recency_week(store, RECORDS_NOW_S + weeks[i].since_s), weeks[i].week);
    plan_free(plan);
    store_close(store);
}
END_TEST

START_TEST(nothing_is_known_without_records)
{
    Store *store = store_open_null();
    int32_t days[AREA_COUNT];
    RecencyList list = {0};
    ck_assert(!recency_areas(store, now, days));
    ck_assert(!recency_routines(store, now, &list));
    ck_assert_int_eq(recency_week(store, RECORDS_NOW_S), 0);
    store_close(store);
}
END_TEST

Suite *suite_recency(void)
{
    Suite *suite = suite_create("recency");
    TCase *tcase = tcase_create("recency");
    tcase_add_checked_fixture(tcase, records_set_up, scratch_remove);
    tcase_add_loop_test(tcase, days_of_areas_and_routines, 0, ARRAY_LEN(cases));
    tcase_add_loop_test(tcase, days_change_at_midnight, 0, 4);
    tcase_add_test(tcase, sides_of_the_last_weeks);
    tcase_add_test(tcase, killed_counts_what_was_held);
    tcase_add_test(tcase, nothing_is_known_without_records);
    tcase_add_test(tcase, weeks_count_from_the_first_session);
    suite_add_tcase(suite, tcase);
    return suite;
}
