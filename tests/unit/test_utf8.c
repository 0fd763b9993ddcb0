/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"

Suite *suite_utf8(void);

/* clang-format off */
static const struct { const char *bytes; size_t length; int32_t character; size_t size; } decoded[] = {
    {"a", 1, 'a', 1},
    {"\0", 1, 0, 1},
    {"\xC3\xA9", 2, 0xE9, 2},
    {"\xE2\x82\xAC", 3, 0x20AC, 3},
    {"\xF0\x9F\xA6\xB6", 4, 0x1F9B6, 4},
    {"\xF4\x8F\xBF\xBF", 4, 0x10FFFF, 4},
    {"\xC3", 1, -1, 1},             /* cut off */
    {"\xE2\x82", 2, -1, 1},
    {"\xC0\x80", 2, -1, 1},         /* overlong */
    {"\xC1\xBF", 2, -1, 1},
    {"\xE0\x80\x80", 3, -1, 1},
    {"\xE0\x9F\xBF", 3, -1, 1},
    {"\xF0\x8F\xBF\xBF", 4, -1, 1},
    {"\xED\xA0\x80", 3, -1, 1},     /* surrogate */
    {"\xF4\x90\x80\x80", 4, -1, 1}, /* above the last */
    {"\xF5\x80\x80\x80", 4, -1, 1},
    {"\x80", 1, -1, 1},
    {"\xFF", 1, -1, 1},
    {"\xC3\x28", 2, -1, 1},
};
/* clang-format on */

START_TEST(decodes)
{
    size_t size = 0;
    int32_t character = utf8_decode(decoded[_i].bytes, decoded[_i].length, &size);
    ck_assert_int_eq(character, decoded[_i].character);
    ck_assert_uint_eq(size, decoded[_i].size);
    ck_assert_uint_eq(utf8_valid(decoded[_i].bytes, decoded[_i].length), character < 0 ? 0 : decoded[_i].length);
    if (character < 0)
        return;
    char bytes[4];
    ck_assert_uint_eq(utf8_write(character, bytes), size);
    ck_assert_mem_eq(bytes, decoded[_i].bytes, size);
}
END_TEST

START_TEST(finds_the_first_bad_byte)
{
    char text[64];
    for (size_t at = 0; at < sizeof(text); at++) {
        memset(text, 'x', sizeof(text));
        text[at] = '\xFF';
        ck_assert_uint_eq(utf8_valid(text, sizeof(text)), at);
    }
}
END_TEST

static const struct {
    const char *text;
    size_t characters;
    int cells;
} measured[] = {
    {"", 0, 0},        {"calf", 4, 4},         {"S\u00FC\u00DFer", 5, 5},
    {"e\u0301", 2, 1}, {"\u6F22\u5B57", 2, 4}, {"\u2190 \u2192", 3, 3},
};

START_TEST(measures)
{
    ck_assert_uint_eq(utf8_count(measured[_i].text), measured[_i].characters);
    ck_assert_int_eq(utf8_cells(measured[_i].text), measured[_i].cells);
}
END_TEST

/* clang-format off */
static const struct { const char *text; int cells; const char *fits; int used; } fitted[] = {
    {"calf", 4, "calf", 4},
    {"calf", 3, "cal", 3},
    {"calf", 0, "", 0},
    {"\u6F22\u5B57", 3, "\u6F22", 2},
    {"e\u0301e\u0301", 1, "e\u0301", 1},
};
/* clang-format on */

START_TEST(fits)
{
    int used = -1;
    size_t length = utf8_fit(fitted[_i].text, fitted[_i].cells, &used);
    ck_assert_uint_eq(length, strlen(fitted[_i].fits));
    ck_assert_int_eq(used, fitted[_i].used);
}
END_TEST

/* clang-format off */
static const struct { const char *text; int cells; const char *lines; } wrapped[] = {
    {"", 10, ""},
    {"one line", 10, "one line"},
    {"sit on the floor", 8, "sit on|the|floor"},
    {"sit on the floor", 6, "sit on|the|floor"},
    {"first\nsecond", 20, "first|second"},
    {"first\n\nthird", 20, "first||third"},
    {"warm-up and wind-down", 8, "warm-up|and|wind-|down"},
    {"pressure 4-6 of ten", 11, "pressure|4-6 of ten"},
    {"unbelievable", 5, "unbel|ievab|le"},
    {"a unbelievable", 5, "a|unbel|ievab|le"},
    {"two  spaces   here", 5, "two|space|s|here"},
    {"ends in a break\n", 20, "ends in a break"},
    {"\u6F22\u5B57", 1, "\u6F22|\u5B57"},
    {"\u6F22\u5B57 \u6F22", 4, "\u6F22\u5B57|\u6F22"},
};
/* clang-format on */

START_TEST(wraps)
{
    Text lines = {0};
    const char *at = wrapped[_i].text;
    for (int turns = 0; *at; turns++) {
        ck_assert_int_lt(turns, 50);
        const char *next = NULL;
        size_t length = utf8_wrap(at, wrapped[_i].cells, &next);
        ck_assert(next > at);
        if (lines.length || turns)
            text_add_char(&lines, '|');
        text_add_span(&lines, at, length);
        at = next;
    }
    ck_assert_str_eq(text_show(&lines), wrapped[_i].lines);
    text_release(&lines);
}
END_TEST

/* clang-format off */
static const struct { const char *text, *clean; } cleaned[] = {
    {"plain text", "plain text"},
    {"a\tb\nc", "a b\nc"},
    {"\033[2Jred\007", "\\x1b[2Jred\\x07"},
    {"one\r\ntwo\rthree", "one\ntwo\\x0dthree"},
    {"\xC2\x9B" "31m", "\\u009b31m"},
    {"a\u202Eb\u2066c\u200Ed", "a\\u202eb\\u2066c\\u200ed"},
    {"a\u200Bb\uFEFFc", "abc"},
    {"\u2764\uFE0F", "\u2764"},
    {"x\xFFy\xC3", "x\\xffy\\xc3"},
    {"z\u0301\u0301\u0301\u0301\u0301\u0301!", "z\u0301\u0301\u0301\u0301!"},
    {"line\u2028line", "line line"},
};
/* clang-format on */

START_TEST(cleans)
{
    Text clean = {0};
    utf8_clean(&clean, cleaned[_i].text, strlen(cleaned[_i].text));
    ck_assert_str_eq(text_show(&clean), cleaned[_i].clean);
    Text again = {0};
    utf8_clean(&again, text_show(&clean), clean.length);
    ck_assert_str_eq(text_show(&again), text_show(&clean));
    text_release(&again);
    text_release(&clean);
}
END_TEST

START_TEST(cleans_to_one_line)
{
    static const struct {
        const char *text, *line;
    } lines_of[] = {
        {"", ""},
        {"a", "a"},
        {"a\nb\n", "a\\nb\\n"},
        {"\n\x1b\n", "\\n\\x1b\\n"},
    };
    for (size_t i = 0; i < ARRAY_LEN(lines_of); i++) {
        Text clean = {0};
        utf8_clean_line(&clean, lines_of[i].text, strlen(lines_of[i].text));
        ck_assert_str_eq(text_show(&clean), lines_of[i].line);
        text_release(&clean);
    }
}
END_TEST

/* clang-format off */
static const struct { const char *text; bool is_ascii; const char *shown; } shown_as[] = {
    {"caf\u00e9 \u2192 e\u0301\x1b", false, "caf\u00e9 \u2192 e\u0301\\x1b"},
    {"caf\u00e9 \u2192 e\u0301\x1b", true, "cafe -> e\\x1b"},
    {"\xff", true, "\\xff"},
};
/* clang-format on */

START_TEST(shows)
{
    Text shown = {0};
    utf8_show(&shown, shown_as[_i].text, strlen(shown_as[_i].text), shown_as[_i].is_ascii);
    ck_assert_str_eq(text_show(&shown), shown_as[_i].shown);
    text_release(&shown);
}
END_TEST

START_TEST(nothing_forbidden_is_left)
{
    Text clean = {0};
    for (int32_t character = 0; character <= 0x10FFFF; character++) {
        char bytes[4];
        text_clear(&clean);
        utf8_clean(&clean, bytes, utf8_write(character, bytes));
        for (size_t at = 0, size; at < clean.length; at += size) {
            int32_t left = utf8_decode(clean.bytes + at, clean.length - at, &size);
            ck_assert_msg(left == '\n' || !utf8_is_forbidden(left), "U+%04X leaves U+%04X", (unsigned)character,
                          (unsigned)left);
        }
    }
    text_release(&clean);
}
END_TEST

/* clang-format off */
static const struct { int32_t character; const char *ascii; } ascii[] = {
    {'a', "a"}, {'~', "~"}, {0xE9, "e"}, {0xDF, "ss"}, {0xFF, "y"}, {0xD7, "x"}, {0x141, "L"},
    {0x17E, "z"}, {0x17F, "s"}, {0x2014, "-"}, {0x2026, "..."}, {0x2192, "->"}, {0x6F22, "?"}, {-1, "?"},
};
/* clang-format on */

START_TEST(has_ascii_for_all)
{
    ck_assert_str_eq(utf8_ascii(ascii[_i].character), ascii[_i].ascii);
}
END_TEST

START_TEST(ascii_is_ascii)
{
    for (int32_t character = ' '; character < 0x3000; character++) {
        const char *text = utf8_ascii(character);
        ck_assert_uint_gt(strlen(text), 0);
        for (; *text; text++)
            ck_assert(*text >= ' ' && *text <= '~');
    }
}
END_TEST

static const struct {
    const char *text, *written;
} spelled[] = {
    {"", ""},
    {"plain, \"quoted\"\n", "plain, \"quoted\"\n"},
    {"a\tb", "a\tb"},
    {"a\r\nb\r\n", "a\nb\n"},
    {"a\rb\r", "a\\x0db\\x0d"},
    {"\x1b[2J\x7f", "\\x1b[2J\\x7f"},
    {"\xC2\x9b", "\\u009b"},
    {"\xE2\x80\xAE"
     "abc",
     "\\u202eabc"},
    {"\xFF\xC3", "\\xff\\xc3"},
    {"\xC3\xA9\xCC\x81 \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xA7", /* a joiner that cannot be seen stays */
     "\xC3\xA9\xCC\x81 \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xA7"},
};

START_TEST(spells_only_what_is_harmful)
{
    Text text = {0};
    utf8_spell_harmful(&text, spelled[_i].text);
    ck_assert_str_eq(text_show(&text), spelled[_i].written);
    text_release(&text);
}
END_TEST

Suite *suite_utf8(void)
{
    Suite *suite = suite_create("utf8");
    TCase *tests = tcase_create("utf8");
    tcase_add_loop_test(tests, decodes, 0, ARRAY_LEN(decoded));
    tcase_add_test(tests, finds_the_first_bad_byte);
    tcase_add_loop_test(tests, measures, 0, ARRAY_LEN(measured));
    tcase_add_loop_test(tests, fits, 0, ARRAY_LEN(fitted));
    tcase_add_loop_test(tests, wraps, 0, ARRAY_LEN(wrapped));
    tcase_add_loop_test(tests, cleans, 0, ARRAY_LEN(cleaned));
    tcase_add_test(tests, nothing_forbidden_is_left);
    tcase_add_test(tests, cleans_to_one_line);
    tcase_add_loop_test(tests, shows, 0, ARRAY_LEN(shown_as));
    tcase_add_loop_test(tests, has_ascii_for_all, 0, ARRAY_LEN(ascii));
    tcase_add_test(tests, ascii_is_ascii);
    tcase_add_loop_test(tests, spells_only_what_is_harmful, 0, ARRAY_LEN(spelled));
    suite_add_tcase(suite, tests);
    return suite;
}
