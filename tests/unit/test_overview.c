/* SPDX-License-Identifier: MIT */
#include "progress/overview.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/macros.h"

Suite *suite_overview(void);

enum { MONDAY = 20507, WEEKS_MOST = 16, MINUTE_MS = 60 * 1000 }; /* 23 February 2026 */

/* The weeks, the running one first, back in time: sessions of each, and `a` where some days of it were away. */
static const struct {
    const char *sessions, *away;
    int32_t least, weeks, this_week;
} streaks[] = {
    {"", "", 2, 0, 0},
    {"0", "", 2, 0, 0},
    {"1", "", 2, 0, 1},
    {"2", "", 2, 1, 2},
    {"5", "", 2, 1, 5},
    /* The running week breaks nothing, and counts once it has enough. */
    {"0222", "", 2, 3, 0},
    {"1222", "", 2, 3, 1},
    {"2222", "", 2, 4, 2},
    {"02", "", 2, 1, 0},
    {"02122", "", 2, 1, 0},
    {"0022", "", 2, 0, 0},
    {"0122", "", 2, 0, 0},
    {"2012", "", 2, 1, 2},
    {"1111", "", 1, 4, 1},
    {"7777", "", 7, 4, 7},
    {"7677", "", 7, 1, 7},
    /* Weeks that are away are passed over, but count where they have enough. */
    {"0022", "-a--", 2, 2, 0},
    {"0122", "-a--", 2, 2, 0},
    {"0222", "-a--", 2, 3, 0},
    {"0000022", "-aaaa--", 2, 2, 0},
    {"0000022", "-aa-a--", 2, 0, 0},
    {"2002", "-a--", 2, 1, 2},
    {"2002", "-aa-", 2, 2, 2},
    {"0222", "a---", 2, 3, 0},
    {"1222", "a---", 2, 3, 1},
    {"2222", "a---", 2, 4, 2},
    {"0200", "--aa", 2, 1, 0},
    {"00", "aa", 2, 0, 0},
    {"", "aaaa", 2, 0, 0},
};

typedef struct Weeks {
    SessionDay days[WEEKS_MOST * DAY_WEEK];
    size_t count;
    AwayDays away[WEEKS_MOST];
    size_t away_count;
} Weeks;

/* All sessions of a week on its last day up to today, or one a day from there back. */
static void place_week(Weeks *weeks, int32_t last_day, int32_t monday, int32_t sessions, bool in_one_day)
{
    for (int32_t day = last_day; day >= monday && sessions > 0; day--) {
        const int32_t of_day = in_one_day || day == monday ? sessions : 1;
        weeks->days[weeks->count++] = (SessionDay){day, of_day};
        sessions -= of_day;
    }
}

/* `away_day`: the day of each such week that is away. */
static Weeks weeks_of(int i, int32_t today, bool in_one_day, int32_t away_day)
{
    Weeks weeks = {0};
    for (size_t k = 0; streaks[i].sessions[k]; k++) {
        const int32_t monday = day_monday(today) - (int32_t)k * DAY_WEEK;
        place_week(&weeks, k == 0 ? today : monday + 6, monday, streaks[i].sessions[k] - '0', in_one_day);
    }
    for (size_t k = 0; streaks[i].away[k]; k++) {
        const int32_t day = day_monday(today) - (int32_t)k * DAY_WEEK + away_day;
        if (streaks[i].away[k] == 'a')
            weeks.away[weeks.away_count++] = (AwayDays){day, day};
    }
    return weeks;
}

/* On each day of the week, however the sessions are spread and whichever day is away. */
START_TEST(weeks_in_a_row)
{
    for (int32_t k = 0; k < 2 * DAY_WEEK * DAY_WEEK; k++) {
        const int32_t today = MONDAY + k / 2 % DAY_WEEK, away_day = k / 2 / DAY_WEEK;
        const Weeks weeks = weeks_of(_i, today, k % 2 == 0, away_day);
        const Streak streak = overview_streak(weeks.days, weeks.count, weeks.away, weeks.away_count, today,
                                              streaks[_i].least);
        ck_assert_msg(streak.weeks == streaks[_i].weeks && streak.this_week == streaks[_i].this_week,
                      "'%s' away '%s', day %d: %d weeks, %d this week", streaks[_i].sessions, streaks[_i].away, k,
                      streak.weeks, streak.this_week);
        ck_assert_int_eq(streak.least, streaks[_i].least);
        ck_assert_int_eq(streak.is_away, streaks[_i].away[0] == 'a' && today == MONDAY + away_day);
    }
}
END_TEST

/* A week is away from its first day to its last, and not a day more. */
static const struct {
    AwayDays away; /* days from MONDAY of the running week */
    int32_t weeks;
} edges[] = {
    {{-14, -8}, 0}, {{-8, -8}, 0}, {{-7, -7}, 1}, {{-1, -1}, 1}, {{0, 0}, 0}, {{0, 6}, 0}, {{-20, -7}, 1}, {{-1, 3}, 1},
};

/* Two sessions in the week before the last one, none in the last one, which is away or not. */
START_TEST(pauses_end_with_their_days)
{
    const SessionDay days[] = {{MONDAY - 12, 1}, {MONDAY - 13, 1}};
    const AwayDays away = {MONDAY + edges[_i].away.first, MONDAY + edges[_i].away.last};
    ck_assert_int_eq(overview_streak(days, 2, &away, 1, MONDAY + 2, 2).weeks, edges[_i].weeks);
}
END_TEST

static const struct {
    AwayDays away[3]; /* days from today */
    bool is_away;
    int32_t until; /* from today */
} pauses[] = {
    {{{1, 5}, {7, 9}, {-9, -1}}, false, 0}, {{{0, 0}, {7, 9}, {-9, -1}}, true, 0},
    {{{-3, 5}, {7, 9}, {-9, -1}}, true, 5}, {{{-3, 5}, {-1, 9}, {-9, 0}}, true, 9},
    {{{-1, 9}, {-3, 5}, {6, 20}}, true, 9},
};

START_TEST(knows_when_today_is_away)
{
    const int32_t today = MONDAY + 4;
    AwayDays away[3];
    for (size_t i = 0; i < ARRAY_LEN(away); i++)
        away[i] = (AwayDays){today + pauses[_i].away[i].first, today + pauses[_i].away[i].last};
    const Streak streak = overview_streak(NULL, 0, away, ARRAY_LEN(away), today, 2);
    ck_assert_int_eq(streak.is_away, pauses[_i].is_away);
    if (pauses[_i].is_away)
        ck_assert_int_eq(streak.away_until, today + pauses[_i].until);
    ck_assert(streak.weeks == 0 && streak.this_week == 0);
}
END_TEST

static const struct {
    int64_t left, right;
    Side side;
} behind[] = {
    {0, 0, SIDE_NONE},
    {0, MINUTE_MS, SIDE_LEFT},
    {MINUTE_MS, 0, SIDE_RIGHT},
    {0, MINUTE_MS - 1, SIDE_NONE},
    {5 * MINUTE_MS, 6 * MINUTE_MS, SIDE_LEFT},
    {6 * MINUTE_MS, 5 * MINUTE_MS + 1, SIDE_NONE},
    {95 * MINUTE_MS, 100 * MINUTE_MS, SIDE_LEFT}, /* a twentieth */
    {100 * MINUTE_MS, 95 * MINUTE_MS, SIDE_RIGHT},
    {95 * MINUTE_MS + 1, 100 * MINUTE_MS, SIDE_NONE},
    {900 * MINUTE_MS, 940 * MINUTE_MS, SIDE_NONE},
    {INT64_MAX / 32, 0, SIDE_RIGHT},
};

START_TEST(a_side_is_behind)
{
    const int64_t held[SIDE_COUNT] = {
        [SIDE_NONE] = 77 * MINUTE_MS, [SIDE_LEFT] = behind[_i].left, [SIDE_RIGHT] = behind[_i].right};
    ck_assert_int_eq(overview_side_behind(held), behind[_i].side);
}
END_TEST

/* Ten days; on the day n of them n sessions, and 2^n seconds. */
static const struct {
    int32_t first, last; /* from the first day */
    int32_t sessions;
    int64_t worked_s;
} sums[] = {
    {0, 9, 45, 1023}, {0, 0, 0, 1},   {9, 9, 9, 512},  {3, 5, 12, 56}, {-5, 2, 3, 7},
    {8, 99, 17, 768}, {10, 12, 0, 0}, {-99, -1, 0, 0}, {5, 4, 0, 0},   {-99, 99, 45, 1023},
};

START_TEST(sums_days)
{
    DaySum days[10];
    for (int32_t i = 0; i < 10; i++)
        days[i] = (DaySum){i, INT64_C(1) << i};
    const Overview overview = {.first_day = MONDAY, .today = MONDAY + 9, .days = days}, empty = {0};
    const DaySum sum = overview_sum(&overview, MONDAY + sums[_i].first, MONDAY + sums[_i].last);
    ck_assert_int_eq(sum.sessions, sums[_i].sessions);
    ck_assert_int_eq(sum.worked_s, sums[_i].worked_s);
    ck_assert_uint_eq(overview_day_count(&overview), 10);
    ck_assert_int_eq(overview_sum(&empty, MONDAY + sums[_i].first, MONDAY + sums[_i].last).sessions, 0);
    ck_assert_uint_eq(overview_day_count(&empty), 0);
}
END_TEST

static const struct {
    RoutineSum sum;
    double gain;
} means[] = {
    {{.measured = 1, .before_tenths = 60, .after_tenths = 20}, 40},
    {{.measured = 2, .before_tenths = 100, .after_tenths = 35}, 32.5},
    {{.measured = 3, .before_tenths = 20, .after_tenths = 50}, -10},
    {{.measured = 4, .before_tenths = 50, .after_tenths = 90, .unit = UNIT_CM, .more_is_better = true}, 10},
    {{.measured = 2, .before_tenths = 5, .after_tenths = 5, .unit = UNIT_S, .more_is_better = true}, 0},
};

START_TEST(helped_on_average)
{
    ck_assert_double_eq_tol(overview_mean_gain(&means[_i].sum), means[_i].gain, 1e-9);
}
END_TEST

/* In their order: by how much they helped, then how often they were done, then by name. */
static const RoutineSum sorted[] = {
    {.routines = "a", .sessions = 1, .measured = 1, .before_tenths = 60, .after_tenths = 20},
    {.routines = "b", .sessions = 4, .measured = 2, .before_tenths = 100, .after_tenths = 40},
    {.routines = "c", .sessions = 2, .measured = 1, .before_tenths = 10, .after_tenths = 40, .more_is_better = true},
    {.routines = "d", .sessions = 2, .measured = 2, .before_tenths = 90, .after_tenths = 30},
    {.routines = "e", .sessions = 9, .measured = 1, .before_tenths = 10, .after_tenths = 50},
    {.routines = "y", .sessions = 9},
    {.routines = "g", .sessions = 3},
    {.routines = "h", .sessions = 3},
};

/* Whatever order they come in: each rotation, forwards and backwards. */
START_TEST(what_helped_most_comes_first)
{
    enum { COUNT = ARRAY_LEN(sorted) };
    RoutineSum mixed[COUNT];
    for (size_t turn = 0; turn < 2 * (size_t)COUNT; turn++) {
        for (size_t i = 0; i < COUNT; i++)
            mixed[i] = sorted[turn < COUNT ? (i + turn) % COUNT : (2 * COUNT - i + turn) % COUNT];
        overview_sort_routines(mixed, COUNT);
        for (size_t i = 0; i < COUNT; i++)
            ck_assert_str_eq(mixed[i].routines, sorted[i].routines);
    }
    overview_sort_routines(NULL, 0);
}
END_TEST

Suite *suite_overview(void)
{
    Suite *suite = suite_create("overview");
    TCase *tests = tcase_create("overview");
    tcase_add_loop_test(tests, weeks_in_a_row, 0, ARRAY_LEN(streaks));
    tcase_add_loop_test(tests, pauses_end_with_their_days, 0, ARRAY_LEN(edges));
    tcase_add_loop_test(tests, knows_when_today_is_away, 0, ARRAY_LEN(pauses));
    tcase_add_loop_test(tests, a_side_is_behind, 0, ARRAY_LEN(behind));
    tcase_add_loop_test(tests, sums_days, 0, ARRAY_LEN(sums));
    tcase_add_loop_test(tests, helped_on_average, 0, ARRAY_LEN(means));
    tcase_add_test(tests, what_helped_most_comes_first);
    suite_add_tcase(suite, tests);
    return suite;
}
