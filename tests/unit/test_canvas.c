/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "ui/widgets/canvas.h"

Suite *suite_canvas(void);

static const Look colourful = {.colours = 256, .is_utf8 = true}, ascii = {.colours = 256}, mono = {.is_utf8 = true};
static const Style plain = {ROLE_TEXT, ROLE_GROUND, 0};

static void check_dump(const Canvas *canvas, bool styles, const char *should)
{
    Text dump = {0};
    canvas_dump(canvas, styles, &dump);
    ck_assert_str_eq(text_show(&dump), should);
    text_release(&dump);
}

/* clang-format off */
static const struct {
    bool is_ascii;
    int x, cells;
    const char *text, *row;
    int used;
} lines[] = {
    {false, 0, 8, "calves", "calves", 6},
    {false, 2, 8, "calves", "  calves", 6},
    {false, 4, 8, "calves", "    cal\u2026", 4},           /* where the canvas ends */
    {false, 0, 4, "calves", "cal\u2026", 4},
    {false, 0, 5, "calf stretch", "calf\u2026", 5},        /* no blank before the ellipsis */
    {true, 0, 6, "hamstring", "ham...", 6},
    {true, 0, 2, "hamstring", "..", 2},
    {false, 0, 0, "calves", "", 0},
    {false, 9, 4, "calves", "", 0},
    {false, 0, 8, "a\nb\tc", "a b c", 5},
    {false, 0, 8, "a\x1b[Jb", "a\\x1b[Jb", 8},             /* no control sequence passes */
    {true, 0, 8, "a\u202e\u200b", "a\\u202e", 7},
    {false, 0, 8, "a\u202e\u200b\x7f", "a\\u202e\u2026", 8},
    {false, 0, 8, "a\xff" "b", "a\\xffb", 6},
    {true, 0, 8, "\u25c2 L\u00e9", "< Le", 4},
    {true, 0, 8, "e\u0301x", "ex", 2},
    {false, 0, 8, "e\u0301x", "e\u0301x", 2},
    {false, 0, 8, "\u0301x", "x", 1},                      /* a mark on nothing */
    {false, 0, 8, "e\u0323\u0301o\u0301e\u0301", "e\u0323\u0301o\u0301e\u0301", 3},
    {false, 0, 8, "\u6f22\u5b57", "\u6f22\u5b57", 4},
    {false, 0, 3, "\u6f22\u5b57", "\u6f22\u2026", 3},
    {false, 0, 2, "\u6f22\u5b57", "\u2026", 1},
};
/* clang-format on */

START_TEST(puts_lines)
{
    Canvas canvas;
    canvas_init(&canvas, 8, 1, lines[_i].is_ascii ? ascii : colourful);
    ck_assert_int_eq(canvas_text(&canvas, lines[_i].x, 0, lines[_i].cells, plain, lines[_i].text), lines[_i].used);
    Text row = {0};
    text_print(&row, "%s\n", lines[_i].row);
    check_dump(&canvas, false, text_show(&row));
    text_release(&row);
    canvas_release(&canvas);
}
END_TEST

START_TEST(stays_inside)
{
    Canvas canvas;
    canvas_init(&canvas, 4, 2, colourful);
    ck_assert_int_eq(canvas_text(&canvas, 0, -1, 4, plain, "out"), 0);
    ck_assert_int_eq(canvas_text(&canvas, 0, 2, 4, plain, "out"), 0);
    ck_assert_int_eq(canvas_text(&canvas, -1, 0, 4, plain, "out"), 0);
    canvas_put(&canvas, 4, 0, plain, 'x', 'x');
    canvas_run(&canvas, -2, 0, 3, plain, '-', '-');
    canvas_fill(&canvas, (Rect){-5, -5, 3, 3}, plain);
    ck_assert_int_eq(canvas_paragraph(&canvas, (Rect){0, 5, 4, 4}, plain, "out"), 0);
    check_dump(&canvas, false, "-\n\n");
    canvas_release(&canvas);
}
END_TEST

START_TEST(parts_wide_characters)
{
    Canvas canvas;
    canvas_init(&canvas, 5, 1, colourful);
    canvas_text(&canvas, 0, 0, 5, plain, "\u6f22\u5b57");
    canvas_put(&canvas, 1, 0, plain, 'x', 'x');
    check_dump(&canvas, false, " x\u5b57\n");
    canvas_put(&canvas, 2, 0, plain, 'y', 'y');
    check_dump(&canvas, false, " xy\n");
    canvas_release(&canvas);
}
END_TEST

static const struct {
    bool is_ascii;
    int width, height;
    const char *text, *dump;
    int rows;
} paragraphs[] = {
    {false, 8, 3, "let the weight do it", "let the\nweight\ndo it\n", 3},
    {false, 8, 3, "let the weight do it all", "let the\nweight\ndo it\u2026\n", 3},
    {false, 8, 3, "one\ntwo", "one\ntwo\n\n", 2},
    {true, 8, 3, "wait \u2026 there", "wait ...\nthere\n\n", 2},
    {true, 8, 1, "let the weight", "let t...\n\n\n", 1},
    {false, 8, 3, "", "\n\n\n", 0},
};

START_TEST(wraps_paragraphs)
{
    Canvas canvas;
    canvas_init(&canvas, 8, 3, paragraphs[_i].is_ascii ? ascii : colourful);
    Rect rect = {0, 0, paragraphs[_i].width, paragraphs[_i].height};
    ck_assert_int_eq(canvas_paragraph(&canvas, rect, plain, paragraphs[_i].text), paragraphs[_i].rows);
    check_dump(&canvas, false, paragraphs[_i].dump);
    canvas_release(&canvas);
}
END_TEST

START_TEST(ends_at_the_right)
{
    Canvas canvas;
    canvas_init(&canvas, 8, 1, colourful);
    ck_assert_int_eq(canvas_text_right(&canvas, 8, 0, 8, plain, "left"), 4);
    check_dump(&canvas, false, "    left\n");
    canvas_clear(&canvas);
    ck_assert_int_eq(canvas_text_right(&canvas, 8, 0, 3, plain, "left"), 3);
    check_dump(&canvas, false, "     le\u2026\n");
    canvas_release(&canvas);
}
END_TEST

START_TEST(dumps_styles)
{
    Canvas canvas;
    canvas_init(&canvas, 6, 1, colourful);
    canvas_text(&canvas, 0, 0, 2, style_of(ROLE_DIM), "ab");
    canvas_text(&canvas, 2, 0, 2, style_on(ROLE_STRONG, ROLE_ACCENT), "cd");
    check_dump(&canvas, true, "abcd\nddSS\n");
    canvas.look = mono;
    check_dump(&canvas, true, "abcd\n2255\n");
    canvas_release(&canvas);
}
END_TEST

START_TEST(resizing_blanks)
{
    Canvas canvas;
    canvas_init(&canvas, 3, 1, colourful);
    canvas_text(&canvas, 0, 0, 3, plain, "abc");
    canvas_cursor(&canvas, 1, 0);
    canvas_resize(&canvas, 0, 2);
    ck_assert_int_eq(canvas.width, 1);
    ck_assert_int_eq(canvas.cursor_x, -1);
    check_dump(&canvas, false, "\n\n");
    canvas_release(&canvas);
}
END_TEST

Suite *suite_canvas(void)
{
    Suite *suite = suite_create("canvas");
    TCase *cases = tcase_create("canvas");
    tcase_add_loop_test(cases, puts_lines, 0, (int)ARRAY_LEN(lines));
    tcase_add_loop_test(cases, wraps_paragraphs, 0, (int)ARRAY_LEN(paragraphs));
    tcase_add_test(cases, stays_inside);
    tcase_add_test(cases, parts_wide_characters);
    tcase_add_test(cases, ends_at_the_right);
    tcase_add_test(cases, dumps_styles);
    tcase_add_test(cases, resizing_blanks);
    suite_add_tcase(suite, cases);
    return suite;
}
