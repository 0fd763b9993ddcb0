/* SPDX-License-Identifier: MIT */
/* How full screens are cut, and that what they tell can be read to its end. */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "ui/widgets/page.h"
#include "ui/widgets/panes.h"

Suite *suite_panes(void);

#define LONG "Saved: Lunch, 1 min 5 s; feet came with knead: copied to /home/someone/.config/knead/routines/feet.yaml"

/* A notice lies on the last rows of the body, which is as without it; what stays has rows of its own. */
static const struct {
    int width, height;
    const char *text, *last_words;
    int body_rows, kept_body_rows, first_row; /* first_row: of the text, from the window's top */
} cases[] = {
    {80, 24, "Saved.", "Saved.", 20, 18, 21},
    {80, 24, LONG, "routines/feet.yaml", 20, 17, 20},
    {120, 40, LONG, "routines/feet.yaml", 36, 34, 37},
    {60, 20, "Saved.", "Saved.", 18, 16, 17},
    {60, 20, LONG, "routines/feet.yaml", 18, 15, 16},
    {40, 12, LONG, "eet.yaml", 10, 5, 6},
    {40, 12, LONG LONG, "\xE2\x80\xA6", 10, 5, 6},
    {39, 10, LONG, NULL, 9, 9, -1},
    {20, 4, LONG, NULL, 4, 4, -1},
};

static bool is_blank(const Canvas *canvas, int y)
{
    for (int x = 0; x < canvas->width; x++) {
        if (canvas->cells[y * canvas->width + x].glyph != ' ')
            return false;
    }
    return true;
}

static void fill_with_words(Canvas *canvas, Rect body)
{
    for (int y = 0; y < body.height; y++)
        canvas_run(canvas, body.x, body.y + y, body.width, style_of(ROLE_TEXT), 'x', 'x');
}

START_TEST(notice_is_told_to_its_end)
{
    Canvas canvas = {0};
    canvas_init(&canvas, cases[_i].width, cases[_i].height, (Look){.colours = 256, .is_utf8 = true});
    const Panes panes = panes_cut(canvas.width, canvas.height, NULL);
    const Panes kept = panes_cut(canvas.width, canvas.height, cases[_i].text);
    ck_assert_int_eq(panes.body.height, cases[_i].body_rows);
    ck_assert_int_eq(kept.body.height, cases[_i].kept_body_rows);
    fill_with_words(&canvas, panes.body);
    panes_notice(&canvas, &panes, cases[_i].text);
    if (cases[_i].last_words) {
        Text shown = {0};
        canvas_dump(&canvas, false, &shown);
        ck_assert_ptr_nonnull(strstr(text_show(&shown), cases[_i].last_words));
        text_release(&shown);
        ck_assert(is_blank(&canvas, panes.footer.y - 1));
        ck_assert(!is_blank(&canvas, cases[_i].first_row));
        ck_assert_int_eq(is_blank(&canvas, cases[_i].first_row - 1), panes.is_full);
        ck_assert_int_ge(cases[_i].first_row, kept.body.y + kept.body.height);
    }
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
