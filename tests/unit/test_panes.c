/* SPDX-License-Identifier: MIT */
/* How full screens are cut, and that what they tell can be read to its end. */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "ui/widgets/panes.h"

Suite *suite_panes(void);

#define LONG "Saved: Lunch, 1 min 5 s; feet came with knead: copied to /home/someone/.config/knead/routines/feet.yaml"

static const struct {
    int width, height;
    const char *notice, *last_words;
    int notice_rows, body_rows;
} cases[] = {
    {80, 24, NULL, NULL, 1, 20},
    {80, 24, "Saved.", "Saved.", 1, 20},
    {80, 24, LONG, "routines/feet.yaml", 2, 19},
    {120, 40, LONG, "routines/feet.yaml", 1, 36},
    {60, 20, NULL, NULL, 0, 18},
    {60, 20, LONG, "routines/feet.yaml", 2, 16},
    {40, 12, LONG, "eet.yaml", 4, 6},
    {40, 12, LONG LONG, "\xE2\x80\xA6", 4, 6},
    {20, 4, LONG, NULL, 0, 4},
};

START_TEST(notice_is_told_to_its_end)
{
    Canvas canvas = {0};
    canvas_init(&canvas, cases[_i].width, cases[_i].height, (Look){.colours = 256, .is_utf8 = true});
    const Panes sheet = panes_cut(canvas.width, canvas.height, cases[_i].notice);
    panes_notice(&canvas, &sheet, cases[_i].notice);
    Text shown = {0};
    canvas_dump(&canvas, false, &shown);
    ck_assert_int_eq(sheet.notice.height, cases[_i].notice_rows);
    ck_assert_int_eq(sheet.body.height, cases[_i].body_rows);
    if (cases[_i].last_words)
        ck_assert_ptr_nonnull(strstr(text_show(&shown), cases[_i].last_words));
    text_release(&shown);
    canvas_release(&canvas);
}
END_TEST

Suite *suite_panes(void)
{
    Suite *suite = suite_create("panes");
    TCase *tcase = tcase_create("sheet");
    tcase_add_loop_test(tcase, notice_is_told_to_its_end, 0, (int)ARRAY_LEN(cases));
    suite_add_tcase(suite, tcase);
    return suite;
}
