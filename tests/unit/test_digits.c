/* SPDX-License-Identifier: MIT */
#include <check.h>

#include "base/macros.h"
#include "ui/widgets/digits.h"

Suite *suite_digits(void);

static const Look blocks = {.colours = 256, .is_utf8 = true}, ascii = {0};

static const struct {
    const char *text;
    int columns, rows;
    DotSize size;
} fits[] = {
    {"0:42", 58, 5, {2, 2}},    {"0:42", 31, 5, {1, 2}},    {"0:42", 16, 5, {1, 2}},
    {"0:42", 15, 5, {0, 0}},                                                          /* too narrow: a line of text */
    {"0:42", 58, 4, {0, 0}},                                                          /* too low */
    {"0:42", 48, 8, {3, 3}},    {"0:42", 64, 10, {4, 4}},   {"0:42", 48, 10, {3, 4}}, /* somewhat narrow, but higher */
    {"1:00:00", 58, 5, {2, 2}}, {"1:00:00", 50, 5, {1, 2}}, {"", 58, 5, {0, 0}},
};

START_TEST(fit_the_room)
{
    DotSize size = digits_fit(blocks, fits[_i].text, fits[_i].columns, fits[_i].rows);
    ck_assert_int_eq(size.columns, fits[_i].size.columns);
    ck_assert_int_eq(size.half_rows, fits[_i].size.half_rows);
    ck_assert_int_le(digits_height(size), MAX_OF(fits[_i].rows, 1));
    if (size.columns > 0)
        ck_assert_int_le(digits_width(fits[_i].text, size), fits[_i].columns);
}
END_TEST

START_TEST(ascii_has_whole_rows)
{
    for (int rows = 5; rows < 40; rows++)
        ck_assert_int_eq(digits_fit(ascii, "0:42", 200, rows).half_rows % 2, 0);
}
END_TEST

static const struct {
    const Look *look;
    DotSize size;
    const char *text, *dump;
} pictures[] = {
    {&ascii, {1, 2}, "4:1", "#  #    ##\n#  # #   #\n####     #\n   # #   #\n   #    ###\n"},
    {&blocks, {1, 1}, "7", "\u2580\u2580\u2580\u2588\n   \u2588\n   \u2580\n"},
    {&blocks, {0, 0}, "1:05", "1:05\n"},
    {&ascii, {1, 2}, "<L", "  #  #\n ##  #\n###  #\n ##  #\n  #  ####\n"},
};

START_TEST(draws)
{
    Canvas canvas;
    canvas_init(&canvas, 12, digits_height(pictures[_i].size), *pictures[_i].look);
    digits_draw(&canvas, 0, 0, pictures[_i].size, style_of(ROLE_STRONG), pictures[_i].text);
    Text dump = {0};
    canvas_dump(&canvas, false, &dump);
    ck_assert_str_eq(text_show(&dump), pictures[_i].dump);
    text_release(&dump);
    canvas_release(&canvas);
}
END_TEST

Suite *suite_digits(void)
{
    Suite *suite = suite_create("digits");
    TCase *cases = tcase_create("digits");
    tcase_add_loop_test(cases, fit_the_room, 0, (int)ARRAY_LEN(fits));
    tcase_add_test(cases, ascii_has_whole_rows);
    tcase_add_loop_test(cases, draws, 0, (int)ARRAY_LEN(pictures));
    suite_add_tcase(suite, cases);
    return suite;
}
