/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "yaml/document.h"
#include "yaml/emit.h"

Suite *suite_emit(void);

/* clang-format off */
static const struct { const char *text; bool was_plain; const char *written; } scalars[] = {
    {"Calf strip", false, "Calf strip"},
    {"", false, "\"\""},
    {"a: b", false, "\"a: b\""},
    {"a #b", false, "\"a #b\""},
    {"- a", false, "\"- a\""},
    {"-5s", true, "-5s"},
    {"-5s", false, "\"-5s\""},
    {"1:30", true, "1:30"},
    {"1:30", false, "\"1:30\""},
    {"08", false, "\"08\""},
    {"yes", true, "yes"},
    {"yes", false, "\"yes\""},
    {"No", false, "\"No\""},
    {"null", false, "\"null\""},
    {"say \"ah\" \\", false, "\"say \\\"ah\\\" \\\\\""},
    {"ends ", false, "\"ends \""},
    {" begins", false, "\" begins\""},
    {"tab\there", false, "\"tab\\there\""},
    {"a\nb", true, "\"a\\nb\""},
    {"caf\xC3\xA9", false, "\"caf\xC3\xA9\""},
    {"caf\xC3\xA9", true, "caf\xC3\xA9"},
    {"*", false, "\"*\""},
    {"'", false, "\"'\""},
    {"%", false, "\"%\""},
    {"@", false, "\"@\""},
    {"\xE2\x80\xA8", false, "\"\\u2028\""},
    {"a\xE2\x80\xA8" "b", true, "\"a\\u2028b\""},
    {"\xE2\x80\xAE", false, "\"\\u202E\""},
    {"\x1B[31m", false, "\"\\u001B[31m\""},
    {"\xC2\x85", false, "\"\\u0085\""},
    {"\xF3\xA0\x81\x81", false, "\"\\U000E0041\""},
};
/* clang-format on */

START_TEST(scalars_are_as_expected)
{
    Text text = {0};
    emit_scalar(&text, scalars[_i].text, strlen(scalars[_i].text), scalars[_i].was_plain);
    ck_assert_str_eq(text_show(&text), scalars[_i].written);
    text_release(&text);
}
END_TEST

/* Writes a tree and reads it again. */
static void check_again(const Node *root)
{
    Arena arena = {0};
    DiagnosticList diags = {0};
    Text text = {0};
    for (const Entry *entry = root->entries; entry; entry = entry->next)
        emit_entry(&text, 0, entry, NULL);
    const Node *again = document_parse(&arena, text_show(&text), text.length, &diags);
    ck_assert_msg(again && node_is_same(root, again), "%s\n%s", diagnostic_first(&diags), text_show(&text));
    text_release(&text);
    diagnostic_release(&diags);
    arena_release(&arena);
}

#define WORDS "words and words and words and words and words and words and words and words and words and words "
/* clang-format off */
static const char *const trees[] = {
    "a: {b: [1, {c: 2, d: [x, y]}, [z, [w]]], e: {f: {g: h}}}\n",
    "a: []\nb: {}\nc: ''\n\"d e\": [[], {}, [[]]]\n",
    "a: \"" WORDS "end\"\n", "a: \"" WORDS " two blanks\"\n", "a: \" " WORDS "\"\n", "a: \"" WORDS "\"\n",
    "a: \"" WORDS "\\n" WORDS "\\n\\n" WORDS "end\"\n", "a: \"# no comment\\n- no item\\nk: v\"\n",
    "a: \"one\\n two\"\n", "a: \"one \\ntwo\"\n", "a: \"\\none\"\n", "a: \"one\\n\"\n", "a: |+\n  one\n\n\n",
    "a:\n  - >-\n    " WORDS "\n    " WORDS "end: not a key # not a comment\n", "a: \"" WORDS WORDS "\\t\"\n",
    "a: plain words\n   over lines with 'quotes' and - dashes\n",
    "a: \"\xE2\x80\xA8" WORDS "\"\n", "a: [\"" WORDS "end\", \"a\\nb\"]\n",
};
/* clang-format on */

START_TEST(reads_as_it_was)
{
    Arena arena = {0};
    DiagnosticList diags = {0};
    const Node *root = document_parse(&arena, trees[_i], strlen(trees[_i]), &diags);
    ck_assert_msg(root != NULL, "%s", diagnostic_first(&diags));
    check_again(root);
    diagnostic_release(&diags);
    arena_release(&arena);
}
END_TEST

/* Every text of up to four signs that mean something to YAML, as a value, in a list and in a list of maps. */
START_TEST(no_text_breaks_out)
{
    static const char signs[] = " \n\t:#-'\"\\a0[{&*!|>%@`,?";
    const size_t count = sizeof signs - 1;
    for (size_t n = 0; n < count * count * count * count; n += 7) {
        char text[5] = {signs[n % count], signs[n / count % count], signs[n / count / count % count],
                        signs[n / count / count / count], '\0'};
        const Node key = {.text = "k", .length = 1}, value = {.text = text, .length = 4};
        const Entry item = {.value = &value}, pair = {.key = &key, .value = &value};
        const Node list = {.kind = NODE_LIST, .entries = &item, .count = 1};
        const Node map = {.kind = NODE_MAP, .entries = &pair, .count = 1};
        const Entry in_list = {.value = &map};
        const Node maps = {.kind = NODE_LIST, .entries = &in_list, .count = 1};
        const Node other = {.text = "l", .length = 1}, third = {.text = "m", .length = 1};
        const Entry last = {.key = &third, .value = &maps}, second = {.key = &other, .value = &list, .next = &last};
        const Entry first = {.key = &key, .value = &value, .next = &second};
        check_again(&(Node){.kind = NODE_MAP, .entries = &first, .count = 3});
    }
}
END_TEST

START_TEST(comments_stay_comments)
{
    Text text = {0};
    emit_comment(&text, 2, "one\nkey: value \x1B[31m \xE2\x80\xAE end " WORDS WORDS);
    Arena arena = {0};
    DiagnosticList diags = {0};
    ck_assert_ptr_null(document_parse(&arena, text_show(&text), text.length, &diags));
    ck_assert_str_eq(diagnostic_first(&diags), "the file is empty");
    ck_assert_ptr_null(strchr(text_show(&text), '\x1B'));
    for (const char *line = text_show(&text); *line; line += strcspn(line, "\n") + 1)
        ck_assert(strncmp(line, "  # ", 4) == 0 && strcspn(line, "\n") <= 120);
    diagnostic_release(&diags);
    text_release(&text);
    arena_release(&arena);
}
END_TEST

Suite *suite_emit(void)
{
    Suite *suite = suite_create("emit");
    TCase *tcase = tcase_create("emit");
    tcase_add_loop_test(tcase, scalars_are_as_expected, 0, ARRAY_LEN(scalars));
    tcase_add_loop_test(tcase, reads_as_it_was, 0, ARRAY_LEN(trees));
    tcase_add_test(tcase, no_text_breaks_out);
    tcase_add_test(tcase, comments_stay_comments);
    suite_add_tcase(suite, tcase);
    return suite;
}
