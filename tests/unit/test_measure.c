/* SPDX-License-Identifier: MIT */
#include "session/measure.h"

#include <check.h>
#include <stdlib.h>

#include "base/macros.h"

Suite *suite_measure(void);

enum { NONE = MEASURE_NOT_SAID };

/* NONE: it is refused. */
static const struct {
    const char *text;
    int32_t in_cm, felt;
} typed[] = {
    {"0", 0, 0},
    {"6", 60, 60},
    {"10", 100, 100},
    {"11", 110, NONE},
    {"007", 70, 70},
    {"6.0", 60, 60},
    {"6.5", 65, NONE},
    {"6,5", 65, NONE},
    {"0.1", 1, NONE},
    {"999", 9990, NONE},
    {"999.9", 9999, NONE},
    {"999,9", 9999, NONE},
    {"1000", NONE, NONE},
    {"1000.0", NONE, NONE},
    {"-1", -10, NONE},
    {"-0", 0, 0},
    {"-3.5", -35, NONE},
    {"-999.9", -9999, NONE},
    {"-1000", NONE, NONE},
    {"+4", 40, 40},
    {"+-4", NONE, NONE},
    {"--4", NONE, NONE},
    {"-", NONE, NONE},
    {"", NONE, NONE},
    {" ", NONE, NONE},
    {" 6 ", 60, 60},
    {"6 6", NONE, NONE},
    {"6 cm", NONE, NONE},
    {"6cm", NONE, NONE},
    {".5", NONE, NONE},
    {"5.", NONE, NONE},
    {"5.55", NONE, NONE},
    {"5..5", NONE, NONE},
    {"5.5.5", NONE, NONE},
    {"1e2", NONE, NONE},
    {"0x1", NONE, NONE},
    {"six", NONE, NONE},
    {"6\n", NONE, NONE},
    {"\xD9\xA6", NONE, NONE},
    {"99999999999999999999", NONE, NONE},
    {"0.99999999999999999999", NONE, NONE},
};

static void check_read(const char *text, CheckUnit unit, int32_t wanted)
{
    int32_t tenths = NONE;
    const bool is_read = measure_read(text, unit, &tenths);
    ck_assert_msg(is_read == (wanted != NONE) && tenths == wanted, "'%s' in '%s' is %d", text, unit_words.items[unit],
                  tenths);
}

START_TEST(reads_what_is_typed)
{
    check_read(typed[_i].text, UNIT_FEEL, typed[_i].felt);
    for (CheckUnit unit = UNIT_CM; unit < UNIT_COUNT; unit++)
        check_read(typed[_i].text, unit, typed[_i].in_cm);
}
END_TEST

static const struct {
    CheckUnit unit;
    int32_t tenths;
    const char *number, *whole;
} written[] = {
    {UNIT_FEEL, 0, "0", "0"},
    {UNIT_FEEL, 60, "6", "6"},
    {UNIT_FEEL, 100, "10", "10"},
    {UNIT_CM, -35, "-3.5", "-3.5 cm"},
    {UNIT_CM, -5, "-0.5", "-0.5 cm"},
    {UNIT_CM, 5, "0.5", "0.5 cm"},
    {UNIT_CM, 9999, "999.9", "999.9 cm"},
    {UNIT_CM, -9999, "-999.9", "-999.9 cm"},
    {UNIT_S, 300, "30", "30 s"},
    {UNIT_DEG, 455, "45.5", "45.5 deg"},
    {UNIT_TIMES, 120, "12", "12 times"},
};

START_TEST(writes_numbers)
{
    Text text = {0};
    measure_add_number(&text, written[_i].tenths);
    ck_assert_str_eq(text_show(&text), written[_i].number);
    text_clear(&text);
    measure_add(&text, written[_i].unit, written[_i].tenths);
    ck_assert_str_eq(text_show(&text), written[_i].whole);
    text_release(&text);
}
END_TEST

/* What is written can be read again, every number of the range. */
START_TEST(reads_what_it_writes)
{
    Text text = {0};
    for (int32_t tenths = -MEASURE_NUMBER_MOST; tenths <= MEASURE_NUMBER_MOST; tenths++) {
        text_clear(&text);
        measure_add_number(&text, tenths);
        check_read(text_show(&text), UNIT_CM, tenths);
        const bool is_felt = tenths >= 0 && tenths <= MEASURE_FEEL_MOST && tenths % 10 == 0;
        check_read(text_show(&text), UNIT_FEEL, is_felt ? tenths : NONE);
    }
    text_release(&text);
}
END_TEST

static const struct {
    Measure measure;
    bool is_whole;
    int32_t gain;
} gains[] = {
    {{UNIT_FEEL, false, NONE, NONE}, false, 0}, {{UNIT_FEEL, false, 60, NONE}, false, 0},
    {{UNIT_FEEL, false, NONE, 0}, false, 0},    {{UNIT_FEEL, false, 0, 0}, true, 0},
    {{UNIT_FEEL, false, 60, 20}, true, 40},     {{UNIT_FEEL, false, 20, 60}, true, -40},
    {{UNIT_CM, true, 85, 100}, true, 15},       {{UNIT_CM, true, 100, 85}, true, -15},
    {{UNIT_CM, false, 120, -15}, true, 135},    {{UNIT_CM, true, -9999, 9999}, true, 19998},
    {{UNIT_S, true, 300, 300}, true, 0},
};

START_TEST(tells_what_got_better)
{
    ck_assert_int_eq(measure_is_whole(&gains[_i].measure), gains[_i].is_whole);
    if (gains[_i].is_whole)
        ck_assert_int_eq(measure_gain_tenths(&gains[_i].measure), gains[_i].gain);
}
END_TEST

START_TEST(none_says_nothing)
{
    const Measure none = MEASURE_NONE;
    ck_assert(!measure_is_whole(&none) && none.unit == UNIT_FEEL && !none.more_is_better);
}
END_TEST

Suite *suite_measure(void)
{
    Suite *suite = suite_create("measure");
    TCase *tests = tcase_create("measure");
    tcase_add_loop_test(tests, reads_what_is_typed, 0, ARRAY_LEN(typed));
    tcase_add_loop_test(tests, writes_numbers, 0, ARRAY_LEN(written));
    tcase_add_test(tests, reads_what_it_writes);
    tcase_add_loop_test(tests, tells_what_got_better, 0, ARRAY_LEN(gains));
    tcase_add_test(tests, none_says_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
