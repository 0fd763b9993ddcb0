/* SPDX-License-Identifier: MIT */
#include "base/day.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"

Suite *suite_day(void);

enum { FIRST_YEAR = 1899, LAST_YEAR = 2101, DAYS_TO_1899 = -25932, MONTHS = 12 };

static bool is_leap(int32_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* From a list of lengths, which the program has nothing of. */
static int32_t month_length(int32_t year, int32_t month)
{
    static const int32_t lengths[MONTHS] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && is_leap(year));
}

/* Day after day, counted as on paper. 1 January 1899 was a Sunday. */
START_TEST(counts_as_a_calendar_does)
{
    int32_t day = DAYS_TO_1899, weekday = 6, monday = day - 6;
    for (int32_t year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        for (int32_t month = 1; month <= MONTHS; month++) {
            for (int32_t of_month = 1; of_month <= month_length(year, month); of_month++, day++) {
                monday = weekday == 0 ? day : monday;
                const CivilDay civil = day_civil(day);
                ck_assert_msg(civil.year == year && civil.month == month && civil.day == of_month,
                              "day %d is %d-%d-%d, not %d-%d-%d", day, civil.year, civil.month, civil.day, year, month,
                              of_month);
                ck_assert_int_eq(day_from_civil((CivilDay){year, month, of_month}), day);
                ck_assert_int_eq(day_weekday(day), weekday);
                ck_assert_int_eq(day_monday(day), monday);
                weekday = weekday == 6 ? 0 : weekday + 1;
            }
        }
    }
    ck_assert_int_eq(day, DAYS_TO_1899 + 74144);
}
END_TEST

/* From almanacs. */
static const struct {
    int32_t day;
    const char *text, *weekday, *monday;
} known[] = {
    {0, "1970-01-01", "Thu", "1969-12-29"},      {-1, "1969-12-31", "Wed", "1969-12-29"},
    {-3, "1969-12-29", "Mon", "1969-12-29"},     {-4, "1969-12-28", "Sun", "1969-12-22"},
    {-25567, "1900-01-01", "Mon", "1900-01-01"}, {-25509, "1900-02-28", "Wed", "1900-02-26"},
    {-25508, "1900-03-01", "Thu", "1900-02-26"}, {11016, "2000-02-29", "Tue", "2000-02-28"},
    {10956, "1999-12-31", "Fri", "1999-12-27"},  {10957, "2000-01-01", "Sat", "1999-12-27"},
    {19782, "2024-02-29", "Thu", "2024-02-26"},  {20453, "2025-12-31", "Wed", "2025-12-29"},
    {20454, "2026-01-01", "Thu", "2025-12-29"},  {20513, "2026-03-01", "Sun", "2026-02-23"},
    {47540, "2100-02-28", "Sun", "2100-02-22"},  {47541, "2100-03-01", "Mon", "2100-03-01"},
};

START_TEST(knows_some_days)
{
    char text[DAY_TEXT_SIZE];
    ck_assert_str_eq(day_print(text, known[_i].day), known[_i].text);
    ck_assert_str_eq(day_weekday_name(day_weekday(known[_i].day)), known[_i].weekday);
    ck_assert_str_eq(day_print(text, day_monday(known[_i].day)), known[_i].monday);
}
END_TEST

/* Moments, and the local day that they are in. */
static const struct {
    int64_t unix_s;
    int32_t offset_min, day;
} moments[] = {
    {0, 0, 0},
    {-1, 0, -1},
    {0, -1, -1},
    {-1, 1, 0},
    {DAY_SECONDS - 1, 0, 0},
    {DAY_SECONDS, 0, 1},
    {-DAY_SECONDS, 0, -1},
    {-DAY_SECONDS - 1, 0, -2},
    {DAY_SECONDS - 60, 1, 1},
    {DAY_SECONDS - 61, 1, 0},
    /* The last second of 2025 in London is in 2026 in Paris, and still in 2025 in New York. */
    {INT64_C(1767225599), 0, 20453},
    {INT64_C(1767225599), 60, 20454},
    {INT64_C(1767225599), -300, 20453},
    {INT64_C(1767225600), 0, 20454},
    {INT64_C(1767225600), -300, 20453},
    {INT64_C(1767243600), -300, 20454},
    /* Kiritimati is a day ahead of Baker Island, at the same moment two days. */
    {INT64_C(1767225600) + 11 * 3600, 14 * 60, 20455},
    {INT64_C(1767225600) + 11 * 3600, -12 * 60, 20453},
    /* Clocks in Berlin go from 2 to 3 on 29 March 2026: the day has 23 hours. */
    {INT64_C(1774738799), 60, 20540},
    {INT64_C(1774738800), 60, 20541},
    {INT64_C(1774821599), 120, 20541},
    {INT64_C(1774821600), 120, 20542},
};

START_TEST(finds_the_local_day)
{
    ck_assert_int_eq(day_of(moments[_i].unix_s, moments[_i].offset_min), moments[_i].day);
}
END_TEST

/* Local time with its offset, and the same moment in UTC. */
static const struct {
    int64_t unix_s;
    int32_t offset_min;
    const char *local, *utc;
} printed[] = {
    {0, 0, "1970-01-01T00:00:00+00:00", "19700101T000000Z"},
    {-1, 0, "1969-12-31T23:59:59+00:00", "19691231T235959Z"},
    {INT64_C(1772364600), 60, "2026-03-01T12:30:00+01:00", "20260301T113000Z"},
    {INT64_C(1772364607), -210, "2026-03-01T08:00:07-03:30", "20260301T113007Z"},
    {INT64_C(1767225599), 60, "2026-01-01T00:59:59+01:00", "20251231T235959Z"},
    {INT64_C(1767225600), -300, "2025-12-31T19:00:00-05:00", "20260101T000000Z"},
    {INT64_C(1767225600), 14 * 60, "2026-01-01T14:00:00+14:00", "20260101T000000Z"},
    {INT64_C(1772364600), -30, "2026-03-01T11:00:00-00:30", "20260301T113000Z"},
    {INT64_C(1709208000), 345, "2024-02-29T17:45:00+05:45", "20240229T120000Z"},
};

START_TEST(prints_moments)
{
    char text[MOMENT_TEXT_SIZE];
    ck_assert_str_eq(day_print_moment(text, printed[_i].unix_s, printed[_i].offset_min), printed[_i].local);
    ck_assert_str_eq(day_print_utc(text, printed[_i].unix_s), printed[_i].utc);
}
END_TEST

START_TEST(names_months_and_weekdays)
{
    static const char months[] = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec ";
    static const char weekdays[] = "Mon Tue Wed Thu Fri Sat Sun ";
    for (int32_t i = 0; i < MONTHS; i++)
        ck_assert(strncmp(months + (size_t)i * 4, day_month_name(i + 1), 3) == 0);
    for (int32_t i = 0; i < DAY_WEEK; i++)
        ck_assert(strncmp(weekdays + (size_t)i * 4, day_weekday_name(i), 3) == 0);
}
END_TEST

Suite *suite_day(void)
{
    Suite *suite = suite_create("day");
    TCase *tests = tcase_create("day");
    tcase_add_test(tests, counts_as_a_calendar_does);
    tcase_add_loop_test(tests, knows_some_days, 0, ARRAY_LEN(known));
    tcase_add_loop_test(tests, finds_the_local_day, 0, ARRAY_LEN(moments));
    tcase_add_loop_test(tests, prints_moments, 0, ARRAY_LEN(printed));
    tcase_add_test(tests, names_months_and_weekdays);
    suite_add_tcase(suite, tests);
    return suite;
}
