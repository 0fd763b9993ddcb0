/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/diagnostic.h"
#include "base/macros.h"

Suite *suite_diagnostic(void);

/* clang-format off */
static const struct { const char *source; Mark mark; const char *message, *hint, *printed; } printed[] = {
    {"knead: 1\ntitle: x\n  areas: [claves, feet]\n", {3, 11, 6}, "unknown area 'claves'", "did you mean 'calves'?",
     "my.yaml:3:11: error: unknown area 'claves'\n"
     "  3 |   areas: [claves, feet]\n"
     "    |           ^~~~~~\n"
     "  hint: did you mean 'calves'?\n"},
    {"a: b", {1, 4, 1}, "no", NULL, "my.yaml:1:4: error: no\n  1 | a: b\n    |    ^\n"},
    {"a: b", {0, 0, 0}, "no", NULL, "my.yaml: error: no\n"},
    {NULL, {4, 2, 1}, "no", NULL, "my.yaml:4:2: error: no\n"},
    /* Past the end of its line and of the file. */
    {"a:\nb", {1, 3, 5}, "no", NULL, "my.yaml:1:3: error: no\n  1 | a:\n    |   ^\n"},
    {"a:\n", {2, 1, 1}, "no", NULL, "my.yaml:2:1: error: no\n"},
    {"", {1, 1, 1}, "no", NULL, "my.yaml:1:1: error: no\n"},
    /* Cells, not characters or bytes. */
    {"\u6F22\u5B57: f\u00FC\u00DFe", {1, 5, 4}, "no", NULL,
     "my.yaml:1:5: error: no\n  1 | \u6F22\u5B57: f\u00FC\u00DFe\n    |       ^~~~\n"},
    {"\u6F22\u5B57: f", {1, 1, 2}, "no", NULL, "my.yaml:1:1: error: no\n  1 | \u6F22\u5B57: f\n    | ^~~~\n"},
    {"\tb: c", {1, 2, 1}, "no", NULL, "my.yaml:1:2: error: no\n  1 |     b: c\n    |     ^\n"},
    {"\xEF\xBB\xBF" "a: b", {1, 4, 1}, "no", NULL, "my.yaml:1:4: error: no\n  1 | a: b\n    |    ^\n"},
    /* Every line break that libyaml knows. */
    {"a\r\nb\rc\xC2\x85" "d\xE2\x80\xA8" "e: f\r\ng", {5, 4, 1}, "no", NULL,
     "my.yaml:5:4: error: no\n  5 | e: f\n    |    ^\n"},
    /* Nothing that a terminal would obey. */
    {"a: \033[2J\xC2\x9B\u202Eb\xFF", {1, 1, 1}, "found '\033[2J'\nand more", "\007take it out",
     "my.yaml:1:1: error: found '\\x1b[2J'\\nand more\n  1 | a: \\x1b[2J\\u009b\\u202eb\\xff\n    | ^\n  hint: \\x07take it "
     "out\n"},
};
/* clang-format on */

START_TEST(prints)
{
    DiagnosticList list;
    Text text = {0};
    diagnostic_init(&list, "my.yaml");
    ck_assert(!diagnostic_error(&list, printed[_i].mark, "%s", printed[_i].message));
    if (printed[_i].hint)
        diagnostic_hint(&list, "%s", printed[_i].hint);
    const char *source = printed[_i].source;
    diagnostic_print(&list, source, source ? strlen(source) : 0, false, &text);
    ck_assert_str_eq(text_show(&text), printed[_i].printed);
    text_release(&text);
    diagnostic_release(&list);
}
END_TEST

START_TEST(prints_with_colour)
{
    DiagnosticList list;
    Text text = {0};
    diagnostic_init(&list, "a.yaml");
    diagnostic_warning(&list, (Mark){1, 1, 2}, "hard");
    diagnostic_print(&list, "ab", 2, true, &text);
    ck_assert_str_eq(text_show(&text), "\033[1ma.yaml:1:1:\033[0m \033[1;33mwarning:\033[0m \033[1mhard\033[0m\n"
                                       "  1 | ab\n    | \033[1;33m^~\033[0m\n");
    text_release(&text);
    diagnostic_release(&list);
}
END_TEST

/* A mark in each part of a long line: what is under the caret is what was marked. */
START_TEST(shows_the_part_round_the_mark)
{
    char source[5001];
    memset(source, '.', sizeof(source) - 1);
    source[sizeof(source) - 1] = '\0';
    static const uint32_t columns[] = {1, 30, 41, 99, 100, 101, 2500, 4950, 4998};
    uint32_t column = columns[_i];
    memcpy(source + column - 1, "XYZ", 3);

    DiagnosticList list;
    Text text = {0};
    diagnostic_init(&list, NULL);
    diagnostic_error(&list, (Mark){1, column, 3}, "no");
    diagnostic_print(&list, source, sizeof(source) - 1, false, &text);
    const char *line = strstr(text_show(&text), "  1 | "), *caret_line = strstr(text_show(&text), "    | ");
    ck_assert_ptr_nonnull(line);
    ck_assert_ptr_nonnull(caret_line);
    const char *caret = strstr(caret_line, "^~~\n");
    ck_assert_ptr_nonnull(caret);
    ck_assert_int_eq(strncmp(line + (caret - caret_line), "XYZ", 3), 0);
    ck_assert_int_le(caret_line - line, 120);
    ck_assert(column < 30 || column > 4960 || strstr(line, "...\n") < caret_line);
    text_release(&text);
    diagnostic_release(&list);
}
END_TEST

START_TEST(sorts_and_keeps_the_first)
{
    DiagnosticList list;
    diagnostic_init(&list, "a.yaml");
    for (uint32_t line = 200; line > 0; line--) {
        diagnostic_error(&list, (Mark){line, 1, 1}, "line %u", line);
        diagnostic_hint(&list, "hint %u", line);
    }
    diagnostic_warning(&list, (Mark){1, 1, 1}, "after it");
    diagnostic_sort(&list);
    ck_assert_uint_eq(list.count, DIAGNOSTIC_LIMIT);
    ck_assert_uint_eq(list.errors, 200);
    ck_assert_uint_eq(list.warnings, 1);
    ck_assert_str_eq(list.items[0].message, "line 1");
    ck_assert_str_eq(list.items[0].hint, "hint 1");
    ck_assert_str_eq(list.items[1].message, "after it");
    ck_assert_str_eq(list.items[49].message, "line 49");

    Text text = {0};
    diagnostic_print(&list, NULL, 0, false, &text);
    ck_assert_ptr_nonnull(strstr(text_show(&text), "a.yaml: and 151 more\n"));
    text_release(&text);
    diagnostic_release(&list);
}
END_TEST

START_TEST(stays_small)
{
    DiagnosticList list;
    diagnostic_init(&list, "a.yaml");
    for (uint32_t i = 0; i < 100000; i++)
        diagnostic_error(&list, (Mark){100000 - i, 1, 1}, "problem");
    ck_assert_uint_le(list.capacity, 20 * DIAGNOSTIC_LIMIT);
    ck_assert(!diagnostic_wants(&list));
    ck_assert_uint_eq(list.errors, 100000);
    diagnostic_sort(&list);
    ck_assert_uint_eq(list.count, DIAGNOSTIC_LIMIT);
    diagnostic_release(&list);
}
END_TEST

START_TEST(says_the_same_once)
{
    DiagnosticList list;
    diagnostic_init(&list, "a.yaml");
    for (int i = 0; i < 3; i++) {
        diagnostic_error(&list, (Mark){2, 1, 1}, "shared");
        diagnostic_error(&list, (Mark){2, 1, 1}, "other");
    }
    diagnostic_sort(&list);
    ck_assert_uint_eq(list.count, 2);
    ck_assert_uint_eq(list.errors, 2);
    diagnostic_release(&list);
}
END_TEST

START_TEST(names_the_first)
{
    DiagnosticList list;
    diagnostic_init(&list, "a.yaml");
    ck_assert_ptr_null(diagnostic_first(&list));
    diagnostic_warning(&list, (Mark){1, 1, 1}, "a warning");
    ck_assert_str_eq(diagnostic_first(&list), "a warning");
    diagnostic_error(&list, (Mark){2, 1, 1}, "an error");
    ck_assert_str_eq(diagnostic_first(&list), "an error");
    diagnostic_make_strict(&list);
    ck_assert_str_eq(diagnostic_first(&list), "a warning");
    ck_assert_uint_eq(list.errors, 2);
    ck_assert_uint_eq(list.warnings, 0);
    diagnostic_release(&list);
}
END_TEST

START_TEST(finds_places)
{
    static const char source[] = "\xEF\xBB\xBF"
                                 "a\u00FC\nb\r\nc";
    static const struct {
        size_t offset;
        uint32_t line, column;
    } places[] = {
        {3, 1, 1}, {4, 1, 2}, {6, 1, 3}, {7, 2, 1}, {10, 3, 1}, {11, 3, 2}, {99, 3, 2},
    };
    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        Mark mark = diagnostic_mark_at(source, sizeof(source) - 1, places[i].offset);
        ck_assert_uint_eq(mark.line, places[i].line);
        ck_assert_uint_eq(mark.column, places[i].column);
    }
}
END_TEST

Suite *suite_diagnostic(void)
{
    Suite *suite = suite_create("diagnostic");
    TCase *tests = tcase_create("diag");
    tcase_add_loop_test(tests, prints, 0, ARRAY_LEN(printed));
    tcase_add_test(tests, prints_with_colour);
    tcase_add_loop_test(tests, shows_the_part_round_the_mark, 0, 9);
    tcase_add_test(tests, sorts_and_keeps_the_first);
    tcase_add_test(tests, stays_small);
    tcase_add_test(tests, says_the_same_once);
    tcase_add_test(tests, names_the_first);
    tcase_add_test(tests, finds_places);
    suite_add_tcase(suite, tests);
    return suite;
}
