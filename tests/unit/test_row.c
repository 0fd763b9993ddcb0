/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "ui/screens/library_item.h"

Suite *suite_row(void);

static const struct {
    int width;
    const char *title, *trouble, *row;
} rows[] = {
    {20, "broken", "line 5", "  broken    problem\n"},
    {20, "broken-one", "line 5", "  broken... problem\n"},
    {20, "a-very-long-name", "line 5", "  a-very... problem\n"},
    {40, "a-name-that-is-longer-than-the-column", "line 5", "  a-name-that-is-longer-than... problem\n"},
    {80, "a-name-that-is-longer-than-the-column-of-titles-is", "line 5",
     "  a-name-that-is-longer-than-the-column-of-...   has a problem\n"},
    {20, "broken-one", NULL, "  broken-one   1:05\n"},
};

START_TEST(title_and_mark_stand_apart)
{
    Canvas canvas;
    Text shown = {0};
    canvas_init(&canvas, rows[_i].width, 1, (Look){.colours = 16});
    const RowText text = {
        .title = rows[_i].title, .trouble = rows[_i].trouble, .seconds = 65, .places = "", .details = ""};
    row_text_draw(&canvas, (Rect){0, 0, rows[_i].width, 1}, &text, false);
    canvas_dump(&canvas, false, &shown);
    ck_assert_str_eq(text_show(&shown), rows[_i].row);
    text_release(&shown);
    canvas_release(&canvas);
}
END_TEST

Suite *suite_row(void)
{
    Suite *suite = suite_create("row");
    TCase *tests = tcase_create("row");
    tcase_add_loop_test(tests, title_and_mark_stand_apart, 0, (int)ARRAY_LEN(rows));
    suite_add_tcase(suite, tests);
    return suite;
}
