/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "routine/wording.h"
#include "ui/screens/gauge.h"

Suite *suite_gauge(void);

static const struct {
    int width;
    Breath breath;
    BreathPart part;
    int32_t of_s;
    const char *words;
    int bar;
} breaths[] = {
    {48, {4, 0, 6, 0}, BREATH_IN, 4, "4 s, then out", 28},
    {48, {4, 0, 6, 0}, BREATH_OUT, 6, "6 s, then in", 28},
    {48, {4, 2, 6, 0}, BREATH_IN, 4, "4 s, then hold", 27},
    {48, {4, 2, 6, 0}, BREATH_OUT, 6, "6 s, then in", 27},
    {48, {10, 2, 12, 4}, BREATH_IN, 10, "10 s, then hold", 26},
    {48, {10, 2, 12, 4}, BREATH_OUT, 12, "12 s, then rest", 26},
    {90, {4, 2, 6, 0}, BREATH_IN, 4, "4 s, then hold", 40},
    {29, {4, 2, 6, 0}, BREATH_IN, 4, "4 s, then hold", 8},
};

START_TEST(says_the_whole_breath_beside_its_bar)
{
    Canvas canvas;
    Text shown = {0};
    canvas_init(&canvas, breaths[_i].width, 1, (Look){.colours = 16});
    gauge_breath(&canvas, (Rect){0, 0, breaths[_i].width, 1}, breaths[_i].breath, breaths[_i].part, 0,
                 breaths[_i].of_s * INT64_C(1000));
    canvas_dump(&canvas, false, &shown);
    const char *bar = strpbrk(text_show(&shown), "=.");
    ck_assert_msg(strstr(text_show(&shown), breaths[_i].words), "no '%s' in %s", breaths[_i].words, text_show(&shown));
    ck_assert_uint_eq(strspn(bar, "=."), (size_t)breaths[_i].bar);
    text_release(&shown);
    canvas_release(&canvas);
}
END_TEST

static const struct {
    Pressure target;
    int32_t felt;
    const char *words, *felt_words;
} pressures[] = {
    {{true, 4, 6}, 5, "4-6 firm, breathe easily", "on target"},
    {{true, 4, 6}, 7, "4-6 firm, breathe easily", "too hard, ease off"},
    {{true, 4, 6}, 3, "4-6 firm, breathe easily", "lighter than the target"},
    {{true, 1, 3}, 1, "1-3 light", "on target"},
    {{true, 2, 5}, 2, "2-5 light to firm", "on target"},
    {{true, 5, 7}, 5, "5-7 firm to strong", "on target"},
    {{true, 8, 9}, 8, "8-9 strong", "on target"},
    {{true, 0, 0}, 0, "0 none", "on target"},
    {{false, 0, 0}, 5, "0 none", ""},
};

START_TEST(pressure_has_words)
{
    Text target = {0};
    wording_target(&target, pressures[_i].target);
    ck_assert_str_eq(text_show(&target), pressures[_i].words);
    ck_assert_str_eq(wording_felt(pressures[_i].target, pressures[_i].felt), pressures[_i].felt_words);
    text_release(&target);
}
END_TEST

Suite *suite_gauge(void)
{
    Suite *suite = suite_create("gauge");
    TCase *tests = tcase_create("gauge");
    tcase_add_loop_test(tests, says_the_whole_breath_beside_its_bar, 0, (int)ARRAY_LEN(breaths));
    tcase_add_loop_test(tests, pressure_has_words, 0, (int)ARRAY_LEN(pressures));
    suite_add_tcase(suite, tests);
    return suite;
}
