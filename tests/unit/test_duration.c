/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/duration.h"
#include "base/macros.h"

Suite *suite_duration(void);

enum { NONE = -1 };

/* clang-format off */
static const struct { const char *text; int32_t seconds; const char *problem; } parsed[] = {
    {"45", 45, NULL},
    {"45s", 45, NULL},
    {"0", 0, NULL},
    {"010", 10, NULL},
    {"08s", 8, NULL},
    {"2m", 120, NULL},
    {"1m30s", 90, NULL},
    {"1m05s", 65, NULL},
    {"1:30", 90, NULL},
    {"1:05", 65, NULL},
    {"90m", 5400, NULL},
    {"90s", 90, NULL},
    {"999999", 999999, NULL},
    {"1:75", NONE, "seconds above 59 after minutes"},
    {"1m75s", NONE, "seconds above 59 after minutes"},
    {"1000000", NONE, "too long"},
    {"99999999999999999999s", NONE, "too long"},
    {"99999m", NONE, "too long"},
    {"1h", NONE, "hours are not allowed: write minutes"},
    {"1.5m", NONE, "only whole seconds and minutes"},
    {"", NONE, NULL},
    {"s", NONE, NULL},
    {"m30s", NONE, NULL},
    {"-5", NONE, NULL},
    {"+5", NONE, NULL},
    {"1_000", NONE, NULL},
    {"1e3", NONE, NULL},
    {"0x10", NONE, NULL},
    {" 45", NONE, NULL},
    {"45 ", NONE, NULL},
    {"45 s", NONE, NULL},
    {"45S", NONE, NULL},
    {"45ss", NONE, NULL},
    {"1m30", NONE, NULL},
    {"1m30ss", NONE, NULL},
    {"1:", NONE, NULL},
    {":30", NONE, NULL},
    {"1:30s", NONE, NULL},
    {"1:30:00", NONE, NULL},
    {"2m ", NONE, NULL},
};
/* clang-format on */

START_TEST(parses)
{
    int32_t seconds = NONE;
    const char *problem = "not touched";
    bool is_one = duration_parse(parsed[_i].text, strlen(parsed[_i].text), &seconds, &problem);
    ck_assert_msg(is_one == (parsed[_i].seconds != NONE), "'%s'", parsed[_i].text);
    ck_assert_int_eq(seconds, parsed[_i].seconds);
    if (!is_one)
        ck_assert_pstr_eq(problem, parsed[_i].problem);
}
END_TEST

START_TEST(stops_at_its_length)
{
    int32_t seconds = 0;
    const char *problem;
    ck_assert(duration_parse("30s-90s", 3, &seconds, &problem));
    ck_assert_int_eq(seconds, 30);
    ck_assert(!duration_parse("45\0s", 4, &seconds, &problem));
}
END_TEST

/* clang-format off */
static const struct { int64_t seconds; const char *clock, *words, *written; } shown[] = {
    {0, "0:00", "0 s", "0s"},
    {42, "0:42", "42 s", "42s"},
    {60, "1:00", "1 min", "1m"},
    {90, "1:30", "1 min 30 s", "1m30s"},
    {790, "13:10", "13 min 10 s", "13m10s"},
    {3600, "1:00:00", "1 h", "60m"},
    {3723, "1:02:03", "1 h 2 min 3 s", "62m3s"},
    {3900, "1:05:00", "1 h 5 min", "65m"},
    {-5, "0:00", "0 s", "0s"},
};
/* clang-format on */

START_TEST(shows)
{
    char text[DURATION_TEXT_SIZE];
    ck_assert_str_eq(duration_clock(text, shown[_i].seconds), shown[_i].clock);
    ck_assert_str_eq(duration_words(text, shown[_i].seconds), shown[_i].words);
    ck_assert_str_eq(duration_written(text, shown[_i].seconds), shown[_i].written);
}
END_TEST

START_TEST(reads_what_it_writes)
{
    for (int32_t seconds = 0; seconds < 20000; seconds++) {
        char text[DURATION_TEXT_SIZE];
        const char *problem;
        int32_t again = -1;
        duration_written(text, seconds);
        ck_assert(duration_parse(text, strlen(text), &again, &problem));
        ck_assert_int_eq(again, seconds);
    }
    char text[DURATION_TEXT_SIZE];
    ck_assert_uint_lt(strlen(duration_words(text, INT64_MAX)), DURATION_TEXT_SIZE);
    ck_assert_uint_lt(strlen(duration_clock(text, INT64_MAX)), DURATION_TEXT_SIZE);
}
END_TEST

Suite *suite_duration(void)
{
    Suite *suite = suite_create("duration");
    TCase *tests = tcase_create("duration");
    tcase_add_loop_test(tests, parses, 0, ARRAY_LEN(parsed));
    tcase_add_test(tests, stops_at_its_length);
    tcase_add_loop_test(tests, shows, 0, ARRAY_LEN(shown));
    tcase_add_test(tests, reads_what_it_writes);
    suite_add_tcase(suite, tests);
    return suite;
}
