/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "base/words.h"

Suite *suite_words(void);

static const char *const items[] = {"calves", "hamstrings", "feet", "it-band", "hips", "at"};
static const Words words = {items, ARRAY_LEN(items)};

/* clang-format off */
static const struct { const char *text; int index; const char *nearest; } looked_up[] = {
    {"calves", 0, "calves"},
    {"at", 5, "at"},
    {"claves", -1, "calves"},       /* swapped */
    {"calvs", -1, "calves"},        /* left out */
    {"callves", -1, "calves"},      /* put in */
    {"cakves", -1, "calves"},       /* changed */
    {"Calves", -1, "calves"},
    {"HIPS", -1, "hips"},
    {"it_band", -1, "it-band"},
    {"itband", -1, "it-band"},
    {"hamstring", -1, "hamstrings"},
    {"hmstrngs", -1, "hamstrings"},
    {"ham", -1, NULL},
    {"foot", -1, NULL},
    {"x", -1, NULL},
    {"", -1, NULL},
    {"calvesx", -1, "calves"},
    {"calf", -1, NULL},
    {"hamstringshamstringshamstringshamstringshamstringshamstringshamst", -1, NULL},
};
/* clang-format on */

START_TEST(looks_up)
{
    const char *text = looked_up[_i].text;
    ck_assert_int_eq(words_find(&words, text, strlen(text)), looked_up[_i].index);
    ck_assert_pstr_eq(words_nearest(&words, text), looked_up[_i].nearest);
}
END_TEST

START_TEST(finds_only_whole_words)
{
    ck_assert_int_eq(words_find(&words, "feet-first", 4), 2);
    ck_assert_int_eq(words_find(&words, "feet", 3), -1);
    ck_assert_int_eq(words_find(&words, "feet\0more", 9), -1);
    ck_assert_ptr_null(words_nearest(&(Words){NULL, 0}, "feet"));
}
END_TEST

Suite *suite_words(void)
{
    Suite *suite = suite_create("words");
    TCase *tests = tcase_create("words");
    tcase_add_loop_test(tests, looks_up, 0, ARRAY_LEN(looked_up));
    tcase_add_test(tests, finds_only_whole_words);
    suite_add_tcase(suite, tests);
    return suite;
}
