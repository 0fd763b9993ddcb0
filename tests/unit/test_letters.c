/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "support/golden.h"
#include "ui/widgets/letters.h"

Suite *suite_letters(void);

static const Look full = {.colours = 256, .is_utf8 = true}, ascii = {.colours = 256, .is_utf8 = false};

/* Draws and returns the picture, to free(); *rows is what was used. */
static char *picture(const char *text, Look look, int width, int height, int most, int *rows)
{
    Canvas canvas;
    Text dump = {0};
    canvas_init(&canvas, width, height, look);
    *rows = letters_draw(&canvas, (Rect){0, 0, width, height}, most, style_of(ROLE_TEXT), text);
    canvas_dump(&canvas, false, &dump);
    canvas_release(&canvas);
    return text_detach(&dump);
}

static const struct {
    const char *text;
    Look look;
    int width, height, most, rows;
    bool is_plain; /* it can be read in the canvas */
} texts[] = {
    {"Roll", {.colours = 256, .is_utf8 = true}, 40, 12, 10, 9, false},
    {"Roll", {.colours = 256, .is_utf8 = true}, 40, 12, 8, 6, false},
    {"Roll", {.colours = 256, .is_utf8 = true}, 40, 12, 5, 5, false},
    {"Roll", {.colours = 256, .is_utf8 = true}, 40, 12, 3, 3, false},
    {"Roll", {.colours = 256, .is_utf8 = true}, 40, 12, 2, 1, true},
    {"Roll", {.colours = 256, .is_utf8 = true}, 40, 4, 10, 3, false},
    {"Roll", {.colours = 256, .is_utf8 = true}, 40, 2, 10, 1, true},
    {"Roll", {.colours = 256, .is_utf8 = true}, 6, 12, 10, 1, true}, /* too narrow for the word */
    {"Roll", {.colours = 256, .is_utf8 = false}, 40, 12, 10, 1, true},
    {"Roll", {.colours = 256, .is_utf8 = true, .is_halves_only = true}, 40, 12, 10, 1, true},
    {"Roll", {.colours = 0, .is_utf8 = true}, 40, 12, 10, 9, false},
    {"\xD0\xA0\xD0\xBE\xD0\xBB\xD0\xBB", {.colours = 256, .is_utf8 = true}, 40, 12, 10, 1, true}, /* another script */
    {"It\xE2\x80\x99s \xE2\x80\x9Cslow\xE2\x80\x9D", {.colours = 256, .is_utf8 = true}, 40, 5, 5, 5, false},
    {"", {.colours = 256, .is_utf8 = true}, 40, 12, 10, 0, false},
    {"Roll slowly up", {.colours = 256, .is_utf8 = true}, 20, 12, 3, 7, false}, /* two lines */
};

START_TEST(largest_that_fits)
{
    int rows;
    char *drawn = picture(texts[_i].text, texts[_i].look, texts[_i].width, texts[_i].height, texts[_i].most, &rows);
    ck_assert_msg(rows == texts[_i].rows, "%d rows:\n%s", rows, drawn);
    ck_assert_int_eq(strstr(drawn, texts[_i].text) != NULL && *texts[_i].text, texts[_i].is_plain);
    free(drawn);
}
END_TEST

/* Whatever the size, all of a text is there: as large letters, or to be read. */
START_TEST(no_word_is_lost)
{
    static const char long_text[] = "Sit down. Put the ball under the calf, and lift the hips a little. Let it sink.";
    for (int width = 30; width < 120; width += 7) {
        for (int height = 4; height < 20; height++) {
            int rows;
            char *drawn = picture(long_text, full, width, height, 5, &rows);
            ck_assert_int_le(rows, height);
            const bool is_cut = strstr(drawn, "\xE2\x80\xA6") != NULL;
            ck_assert_msg(!is_cut, "%dx%d:\n%s", width, height, drawn);
            free(drawn);
        }
    }
}
END_TEST

START_TEST(sentences_that_do_not_fit_are_plain)
{
    int rows;
    char *drawn = picture("Sit down. Put the ball under the calf, and lift the hips.", full, 60, 6, 5, &rows);
    ck_assert_int_eq(rows, 5);
    ck_assert_ptr_nonnull(strstr(drawn, "Put the ball under the calf, and lift the hips."));
    ck_assert_ptr_null(strstr(drawn, "Sit"));
    free(drawn);
}
END_TEST

/* All that there are, to be looked at. */
START_TEST(alphabets_as_looked_over)
{
    static const char all[] =
        "ABCDEFGHIJKLM NOPQRSTUVWXYZ abcdefghijklm nopqrstuvwxyz 0123456789 !\"#$%&'()*+,-./ :;<=>?@[\\]^_`{|}~";
    Text both = {0};
    for (int most = LETTERS_LEAST_ROWS; most <= LETTERS_TALL_ROWS; most += 2) {
        int rows;
        char *drawn = picture(all, full, 46, 60, most, &rows);
        text_add(&both, drawn);
        free(drawn);
    }
    golden_check("screens/letters.txt", text_show(&both));
    text_release(&both);
}
END_TEST

START_TEST(width_is_that_of_what_is_drawn)
{
    for (int rows = LETTERS_LEAST_ROWS; rows <= LETTERS_TALL_ROWS; rows += 2) {
        const int width = letters_width("GET READY", rows);
        int used;
        char *drawn = picture("GET READY", full, width, rows, rows, &used);
        ck_assert_int_eq(used, rows);
        free(drawn);
        drawn = picture("GET READY", full, width - 1, rows, rows, &used);
        ck_assert_int_lt(used, rows);
        free(drawn);
    }
}
END_TEST

START_TEST(ascii_is_plain)
{
    int rows;
    char *drawn = picture("Roll slowly.", ascii, 80, 20, 10, &rows);
    ck_assert_str_eq(drawn, "Roll slowly.\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n");
    free(drawn);
}
END_TEST

Suite *suite_letters(void)
{
    Suite *suite = suite_create("letters");
    TCase *tests = tcase_create("letters");
    tcase_add_loop_test(tests, largest_that_fits, 0, (int)ARRAY_LEN(texts));
    tcase_add_test(tests, no_word_is_lost);
    tcase_add_test(tests, sentences_that_do_not_fit_are_plain);
    tcase_add_test(tests, alphabets_as_looked_over);
    tcase_add_test(tests, width_is_that_of_what_is_drawn);
    tcase_add_test(tests, ascii_is_plain);
    suite_add_tcase(suite, tests);
    return suite;
}
