/* SPDX-License-Identifier: MIT */
/* How full screens are cut, and that what they tell can be read to its end. */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "ui/widgets/page.h"
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

/* A page as letters, one a line: a capital is a head, with a gap before it. Columns come out with a bar between them. */
static const struct {
    const char *page, *columns;
    int most;
} cuts[] = {
    {"", "", 3},
    {"abc", "abc", 3}, /* nowhere to begin another */
    {"AbCd", "Ab|Cd", 2},
    {"AbCd", "AbCd", 1},
    {"AbcDeF", "Abc|DeF", 2},
    {"AbCdefg", "Ab|Cdefg", 3},
    {"AbcDEFg", "Abc|DE|Fg", 3},
    {"AbCdEfGh", "AbCd|EfGh", 2}, /* in order, the longest as short as can be */
};

START_TEST(page_is_cut_into_even_columns)
{
    const Rect rooms[] = {{0, 0, 20, 9}, {20, 0, 20, 9}, {40, 0, 20, 9}};
    Page page, columns[ARRAY_LEN(rooms)];
    Text shown = {0};
    page_init(&page, (Look){0});
    for (const char *at = cuts[_i].page; *at; at++) {
        Block *block = page_add(&page, NULL, (const char[]){*at, '\0'});
        block->is_head = block->has_gap = *at < 'a';
    }
    const int count = page_cut(&page, rooms, cuts[_i].most, columns);
    for (int i = 0; i < count; i++) {
        text_add(&shown, i > 0 ? "|" : "");
        for (size_t k = 0; k < columns[i].count; k++)
            text_add(&shown, columns[i].blocks[k].text);
    }
    ck_assert_str_eq(text_show(&shown), cuts[_i].columns);
    text_release(&shown);
    page_release(&page);
}
END_TEST

Suite *suite_panes(void)
{
    Suite *suite = suite_create("panes");
    TCase *tcase = tcase_create("sheet");
    tcase_add_loop_test(tcase, notice_is_told_to_its_end, 0, (int)ARRAY_LEN(cases));
    tcase_add_loop_test(tcase, page_is_cut_into_even_columns, 0, (int)ARRAY_LEN(cuts));
    suite_add_tcase(suite, tcase);
    return suite;
}
