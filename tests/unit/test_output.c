/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/output.h"
#include "support/harm.h"

Suite *suite_output(void);

typedef void Writer(FILE *stream, const char *text);

/* What comes out of a text, to free(). */
static char *written(Writer *writer, const char *text)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&bytes, &length);
    writer(file, text);
    ck_assert_int_eq(fclose(file), 0);
    return bytes;
}

/* clang-format off */
static const struct {
    Writer *writer;
    const char *text, *out, *in_ascii; /* NULL: the same */
} cases[] = {
    {output_text, "", "", NULL},
    {output_text, "plain\n", "plain\n", NULL},
    {output_text, "caf\u00e9 \u2192\n", "caf\u00e9 \u2192\n", "cafe ->\n"},
    {output_text, "a\x1b[1mb\n", "a\\x1b[1mb\n", NULL},
    {output_text, "\xc2\x9b" "1m\x7f\u202e\xff", "\\u009b1m\\x7f\\u202e\\xff", NULL},
    {output_styled, "\x1b[1ma\x1b[0m\x1b[1;31mb\x1b[0m", "\x1b[1ma\x1b[0m\x1b[1;31mb\x1b[0m", NULL},
    {output_styled, "\x1b[2Ja\x1b]0;x\x07\x1b\x1b[1mb\x1b", "\\x1b[2Ja\\x1b]0;x\\x07\\x1b\x1b[1mb\\x1b", NULL},
    {output_styled, "\x1b[1", "\\x1b[1", NULL},
    {output_styled, "\x1b[1mcaf\u00e9\x1b[0m\u202e", "\x1b[1mcaf\u00e9\x1b[0m\\u202e", "\x1b[1mcafe\x1b[0m\\u202e"},
};
/* clang-format on */

START_TEST(writes)
{
    char *out = written(cases[_i].writer, cases[_i].text);
    ck_assert_str_eq(out, cases[_i].out);
    free(out);
    ck_assert_ptr_nonnull(setlocale(LC_CTYPE, "C"));
    out = written(cases[_i].writer, cases[_i].text);
    ck_assert_str_eq(out, cases[_i].in_ascii ? cases[_i].in_ascii : cases[_i].out);
    free(out);
}
END_TEST

/* What is measured is what is written. */
START_TEST(prepares_what_it_writes)
{
    char *out = written(output_text, cases[_i].text);
    Text prepared = {0};
    output_prepare(&prepared, cases[_i].text);
    if (cases[_i].writer == output_text)
        ck_assert_str_eq(text_show(&prepared), out);
    harm_check("output_prepare", text_show(&prepared), prepared.length, false);
    text_release(&prepared);
    free(out);
}
END_TEST

Suite *suite_output(void)
{
    Suite *suite = suite_create("output");
    TCase *tests = tcase_create("output");
    tcase_add_loop_test(tests, writes, 0, ARRAY_LEN(cases));
    tcase_add_loop_test(tests, prepares_what_it_writes, 0, ARRAY_LEN(cases));
    suite_add_tcase(suite, tests);
    return suite;
}
