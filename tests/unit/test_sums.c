/* SPDX-License-Identifier: MIT */
/* The sums of the store beside plain sums over the exported lines: their days are read from the text of `started`, and
 * nothing of the store's own counting is used. */
#include "store/sums.h"

#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/macros.h"
#include "store/edit_record.h"
#include "store/history.h"
#include "store/session_writer.h"
#include "store/unfinished.h"
#include "support/lines.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_sums(void);

enum { WEEKS = 60, SESSIONS = 400 };

/* 2026-11-18, a Wednesday, 12:00 in UTC. */
static const int64_t now_s = 1795003200;

static Store *store;

static void set_up(void)
{
    records_set_up();
    store = store_open(records_path, now_s);
}

static void tear_down(void)
{
    store_close(store);
    scratch_remove();
}

/* The local day, from "2026-03-01T...". */
static int32_t day_of_line(const json_t *line)
{
    int year, month, day;
    ck_assert_int_eq(sscanf(json_string_value(json_object_get(line, "started")), "%d-%d-%d", &year, &month, &day), 3);
    return day_from_civil((CivilDay){year, month, day});
}

typedef struct PlainSums {
    DaySum days[WEEKS * DAY_WEEK];
    int64_t held_ms[AREA_COUNT][SIDE_COUNT], body_held_ms[AREA_COUNT][SIDE_COUNT];
    int32_t measured[7];
    int64_t before[7], after[7];
    int32_t sessions[7];
    int32_t last_day[AREA_COUNT];
} PlainSums;

static int index_of(const Words *words, const char *word)
{
    return word ? words_find(words, word, strlen(word)) : 0;
}

static void add_moves(PlainSums *sums, const json_t *line, int32_t day, const Overview *overview)
{
    size_t i, k;
    json_t *move, *area;
    json_array_foreach(json_object_get(line, "moves"), i, move)
    {
        const int side = index_of(&side_words, json_string_value(json_object_get(move, "side")));
        const int64_t held_ms = json_integer_value(json_object_get(move, "held_ms"));
        json_array_foreach(json_object_get(move, "areas"), k, area)
        {
            const int at = index_of(&area_words, json_string_value(area));
            if (day >= overview->first_day && day <= overview->today)
                sums->held_ms[at][side] += held_ms;
            if (day > overview->today - OVERVIEW_BODY_DAYS && day <= overview->today)
                sums->body_held_ms[at][side] += held_ms;
            sums->last_day[at] = MAX_OF(sums->last_day[at], day);
        }
    }
}

static void add_numbers(PlainSums *sums, const json_t *line, int routine)
{
    const json_t *before = json_object_get(line, "before"), *after = json_object_get(line, "after");
    sums->sessions[routine]++;
    if (!json_is_number(before) || !json_is_number(after))
        return;
    sums->measured[routine]++;
    sums->before[routine] += (int64_t)(json_number_value(before) * 10);
    sums->after[routine] += (int64_t)(json_number_value(after) * 10);
}

static void sum_lines(PlainSums *sums, const json_t *lines, const Overview *overview)
{
    size_t i;
    json_t *line;
    memset(sums, 0, sizeof *sums);
    json_array_foreach(lines, i, line)
    {
        if (!json_object_get(line, "started"))
            continue;
        const int32_t day = day_of_line(line);
        add_moves(sums, line, day, overview);
        if (day < overview->first_day || day > overview->today)
            continue;
        DaySum *sum = &sums->days[day - overview->first_day];
        sum->sessions++;
        sum->worked_s += json_integer_value(json_object_get(line, "worked"));
        const char *routine = json_string_value(json_array_get(json_object_get(line, "routines"), 0));
        add_numbers(sums, line, routine[strlen("routine-")] - '0');
    }
}

static void compare_routines(const Overview *overview, const PlainSums *plain)
{
    int32_t sessions = 0;
    for (size_t i = 0; i < overview->routine_count; i++) {
        const RoutineSum *sum = &overview->routines[i];
        const int routine = sum->routines[strlen("routine-")] - '0';
        ck_assert_int_eq(sum->sessions, plain->sessions[routine]);
        ck_assert_int_eq(sum->measured, plain->measured[routine]);
        ck_assert_int_eq(sum->before_tenths, plain->before[routine]);
        ck_assert_int_eq(sum->after_tenths, plain->after[routine]);
        sessions += sum->sessions;
    }
    ck_assert_int_eq(sessions, overview->total.sessions);
}

static void compare(int32_t offset_min)
{
    static PlainSums plain;
    Overview overview = {0};
    const SumsRequest request = {.now = {now_s, offset_min}, .weeks = WEEKS, .area = -1, .least_per_week = 2};
    ck_assert(sums_read(store, &request, &overview));
    json_t *lines = lines_read(store);
    sum_lines(&plain, lines, &overview);
    json_decref(lines);
    for (size_t i = 0; i < overview_day_count(&overview); i++) {
        ck_assert_int_eq(overview.days[i].sessions, plain.days[i].sessions);
        ck_assert_int_eq(overview.days[i].worked_s, plain.days[i].worked_s);
    }
    for (int area = 0; area < AREA_COUNT; area++) {
        for (int side = 0; side < SIDE_COUNT; side++) {
            ck_assert_int_eq(overview.held_ms[area][side], plain.held_ms[area][side]);
            ck_assert_int_eq(overview.body_held_ms[area][side], plain.body_held_ms[area][side]);
        }
    }
    compare_routines(&overview, &plain);
    overview_release(&overview);
}

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

/* Moments around which a day, a zone or a year changes: midnight in Kathmandu, Honolulu and Berlin, the two nights in
 * which clocks change, the last evening of a year. */
static const char *const moments[] = {
    "2026-03-29T01:59:59+01:00", "2026-03-29T03:00:00+02:00", "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00",
    "2025-12-31T23:59:59+01:00", "2026-01-01T00:00:00+01:00", "2025-12-31T23:59:59-10:00", "2026-01-01T00:00:00+05:45",
    "2026-11-18T00:00:00+14:00", "2026-11-17T23:59:59-11:00", "2026-11-15T23:59:59+01:00", "2026-11-16T00:00:00+01:00",
    "2025-10-20T00:00:00+00:00", "2024-02-29T12:00:00+00:00", "2026-10-21T23:59:59+00:00", "2026-10-22T00:00:00+00:00",
};

static void add_sessions(uint32_t *random)
{
    Text text = {0};
    for (uint32_t i = 0; i < SESSIONS; i++) {
        char started[MOMENT_TEXT_SIZE];
        const int64_t moment_s = now_s - (int64_t)(next_random(random) % (400 * 24 * 60)) * 60;
        const int32_t offset_min = ((int32_t)(next_random(random) % 105) - 48) * 15;
        LineSpec spec = {.number = i + 1, .revision = 1, .machine = "aa", .before = -1, .after = -1};
        spec.started = i < ARRAY_LEN(moments) ? moments[i] : day_print_moment(started, moment_s, offset_min);
        spec.before = (int)(next_random(random) % 12) - 1;
        spec.after = (int)(next_random(random) % 12) - 1;
        lines_add(&text, &spec);
    }
    ck_assert_int_eq(lines_import(store, text_show(&text)).added, SESSIONS);
    text_release(&text);
}

START_TEST(sums_are_plain_sums)
{
    uint32_t random = 1 + (uint32_t)_i;
    add_sessions(&random);
    compare(0);
    compare(840);
    compare(-660);
    History *history = history_read(store, &(HistoryFilter){.area = -1, .is_brief = true});
    ck_assert_uint_eq(history->count, SESSIONS);
    for (size_t i = 0; i < history->count; i += 3) {
        const int64_t id = history->sessions[i].id;
        char *undo = NULL;
        int64_t back;
        if (i % 2 == 0)
            ck_assert(edit_record_numbers(store, id, (int32_t)(i % 11) * 10, i % 5 == 0 ? MEASURE_NOT_SAID : 30));
        else
            ck_assert(edit_record_delete(store, id, &undo));
        if (undo && i % 9 == 0)
            ck_assert(edit_record_undo(store, undo, &back));
        free(undo);
    }
    history_free(history);
    compare(60);
    Store *again = store_open(records_path, now_s);
    ck_assert(store_can_read(again));
    store_close(again);
}
END_TEST

/* Sessions that are followed and recorded count when they end, not before, and not twice after they were resumed. */
START_TEST(a_session_counts_once_it_has_ended)
{
    Plan *plan = records_plan();
    Session session;
    Overview overview = {0};
    const SumsRequest request = {
        .now = {RECORDS_NOW_S, RECORDS_OFFSET_MIN}, .weeks = 2, .area = -1, .least_per_week = 1};
    records_add_session(store, plan, 75500, RECORDS_NOW_S);
    ck_assert(sums_read(store, &request, &overview));
    ck_assert_int_eq(overview.total.sessions, 1);
    ck_assert_int_eq(overview.total.worked_s, 75);
    ck_assert_int_eq(overview.held_ms[AREA_CALVES][SIDE_LEFT], 50000);
    ck_assert_int_eq(overview.held_ms[AREA_ACHILLES][SIDE_RIGHT], 15500);
    ck_assert_int_eq(overview.area_days[AREA_CALVES], 0);
    ck_assert_int_eq(overview.streak.weeks, 1);
    overview_release(&overview);
    UnfinishedSession left;
    char *problem;
    ck_assert(unfinished_find(store, &left));
    Plan *again = unfinished_resume(store, left.id, &session, &problem);
    ck_assert_ptr_nonnull(again);
    ck_assert(sums_read(store, &request, &overview));
    ck_assert_int_eq(overview.total.sessions, 0);
    overview_release(&overview);
    session.measure.after_tenths = 30;
    session.state = SESSION_LEFT;
    ck_assert(session_writer_end(store, left.id, &session, RECORDS_NOW_S + 100));
    ck_assert(sums_read(store, &request, &overview));
    ck_assert_int_eq(overview.total.sessions, 1);
    overview_release(&overview);
    ck_assert_int_eq(records_ask_raw("SELECT revision FROM sessions"), 2);
    ck_assert_int_eq(records_ask_raw("SELECT after_tenths FROM sessions"), 30);
    ck_assert(unfinished_settle(store, left.id)); /* counted once, still */
    ck_assert_int_eq(records_ask_raw("SELECT sessions FROM day_sums"), 1);
    ck_assert_int_eq(records_ask_raw("SELECT after_tenths FROM sessions"), 30);
    session_release(&session);
    plan_free(again);
    unfinished_release(&left);
    plan_free(plan);
}
END_TEST

/* Of one area only what was held for it. */
START_TEST(one_area_alone)
{
    Plan *plan = records_plan();
    Overview overview = {0};
    records_add_session(store, plan, 185000, RECORDS_NOW_S);
    const SumsRequest request = {
        .now = {RECORDS_NOW_S, RECORDS_OFFSET_MIN}, .weeks = 1, .area = AREA_FEET, .least_per_week = 1};
    ck_assert(sums_read(store, &request, &overview));
    ck_assert_int_eq(overview.total.sessions, 1);
    ck_assert_int_eq(overview.total.worked_s, 60);
    ck_assert_int_eq(overview.held_ms[AREA_FEET][SIDE_NONE], 60000);
    ck_assert_int_eq(overview.held_ms[AREA_CALVES][SIDE_LEFT], 0);
    ck_assert_uint_eq(overview.routine_count, 1);
    overview_release(&overview);
    plan_free(plan);
}
END_TEST

/* The newest numbers of a check, the oldest first. */
START_TEST(a_check_over_time)
{
    Text text = {0};
    Overview overview = {0};
    for (uint32_t i = 0; i < 30; i++) {
        char started[MOMENT_TEXT_SIZE];
        day_print_moment(started, now_s - (int64_t)(30 - i) * DAY_SECONDS, 0);
        const LineSpec spec = {7 * (i + 1), 1, "aa", started, i == 29 ? -1 : (int)(i % 10), i == 29 ? 4 : -1, NULL};
        lines_add(&text, &spec);
    }
    lines_import(store, text_show(&text));
    const SumsRequest request = {.now = {now_s, 0}, .weeks = 26, .area = -1, .least_per_week = 2};
    ck_assert(sums_read(store, &request, &overview));
    ck_assert_uint_eq(overview.series_count, 1);
    const CheckSeries *series = &overview.series[0];
    ck_assert_int_eq(series->count, OVERVIEW_SERIES_MOST);
    ck_assert_int_eq(series->tenths[OVERVIEW_SERIES_MOST - 1], 40);
    ck_assert_int_eq(series->tenths[OVERVIEW_SERIES_MOST - 2], 80);
    ck_assert_int_eq(series->tenths[0], 60);
    ck_assert_int_eq(series->days[1] - series->days[0], 1);
    overview_release(&overview);
    text_release(&text);
}
END_TEST

Suite *suite_sums(void)
{
    Suite *suite = suite_create("sums");
    TCase *tcase = tcase_create("sums");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, sums_are_plain_sums, 0, 4);
    tcase_add_test(tcase, a_session_counts_once_it_has_ended);
    tcase_add_test(tcase, one_area_alone);
    tcase_add_test(tcase, a_check_over_time);
    suite_add_tcase(suite, tcase);
    return suite;
}
