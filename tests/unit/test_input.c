/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/key.h"
#include "base/macros.h"
#include "platform/input.h"
#include "platform/tty.h"

Suite *suite_input(void);

enum { MOST_KEYS = 8 };

/* What comes in one read, and the keys that it is, KEY_NONE at the end. */
/* clang-format off */
static const struct {
    const char *bytes;
    int32_t keys[MOST_KEYS];
} cases[] = {
    {"aq ", {'a', 'q', ' ', KEY_NONE}},
    {"\x1b[A\x1b[B\x1b[C\x1b[D", {KEY_UP_ARROW, KEY_DOWN_ARROW, KEY_RIGHT_ARROW, KEY_LEFT_ARROW, KEY_NONE}},
    {"\x1bOA\x1bOD\x1bOH\x1bOF", {KEY_UP_ARROW, KEY_LEFT_ARROW, KEY_HOME_KEY, KEY_END_KEY, KEY_NONE}},
    {"\x1b[1~\x1b[3~\x1b[4~\x1b[5~\x1b[6~",
     {KEY_HOME_KEY, KEY_DELETE_KEY, KEY_END_KEY, KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_NONE}},
    {"\x1b[1;5Cx", {KEY_RIGHT_ARROW, 'x', KEY_NONE}},
    {"\x1b[3;5~", {KEY_DELETE_KEY, KEY_NONE}},
    {"\x1b[Z\t\r\n\x7f\b", {KEY_BACK_TAB, KEY_TAB_KEY, KEY_ENTER_KEY, KEY_ENTER_KEY, KEY_BACKSPACE_KEY,
                            KEY_BACKSPACE_KEY, KEY_NONE}},
    {"\x03\x0c", {KEY_INTERRUPT, KEY_REDRAW, KEY_NONE}},
    {"\xc3\xa9\xe2\x82\xac", {0xe9, 0x20ac, KEY_NONE}},
    {"\x1b[200~\x1b[99;1;2Ry", {'y', KEY_NONE}}, /* sequences that are no key */
    {"\x1b[<0;1;1M\x1b[<0;1;1m\x1b[<0;80;24Mx", {KEY_CLICK, KEY_CLICK | 23 << 12 | 79, 'x', KEY_NONE}},
    {"\x1b[<64;5;5M\x1b[<65;5;5M", {KEY_UP_ARROW, KEY_DOWN_ARROW, KEY_NONE}},
    {"\x1b[<2;5;5M\x1b[<0;0;5M\x1b[<0;5M\x1b[<0;9999;9999M\x1b[<M\x1b[<0;?;1Mz", {'z', KEY_NONE}},
    {"\x01\x02\x1c" "n", {'n', KEY_NONE}},
    {"\xff\xc3(n", {'(', 'n', KEY_NONE}},        /* not UTF-8 */
    {"\xe2\x80\xae" "b", {'b', KEY_NONE}},       /* a bidirectional control */
    {"\x1bq", {KEY_ESCAPE_KEY, 'q', KEY_NONE}},
    {"\x1b[1\x1b[Ax", {KEY_UP_ARROW, 'x', KEY_NONE}},
};
/* clang-format on */

static void put(Input *keys, const char *bytes, size_t length)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(write(ends[1], bytes, length), (ssize_t)length);
    ck_assert(input_read(keys, ends[0]));
    close(ends[0]);
    close(ends[1]);
}

START_TEST(decodes)
{
    Input keys = {0};
    put(&keys, cases[_i].bytes, strlen(cases[_i].bytes));
    for (size_t i = 0; i < MOST_KEYS; i++) {
        ck_assert_int_eq(input_next_key(&keys, false), cases[_i].keys[i]);
        if (cases[_i].keys[i] == KEY_NONE)
            break;
    }
    ck_assert(!input_is_waiting(&keys));
}
END_TEST

/* The same one byte at a time: a slow line changes nothing. */
START_TEST(decodes_in_pieces)
{
    Input keys = {0};
    size_t count = 0;
    for (const char *byte = cases[_i].bytes; *byte; byte++) {
        put(&keys, byte, 1);
        for (int32_t key; (key = input_next_key(&keys, false)) != KEY_NONE; count++)
            ck_assert_int_eq(key, cases[_i].keys[count]);
    }
    ck_assert_int_eq(cases[_i].keys[count], KEY_NONE);
}
END_TEST

START_TEST(lone_escape_is_a_key_when_late)
{
    Input keys = {0};
    put(&keys, "\x1b", 1);
    ck_assert_int_eq(input_next_key(&keys, false), KEY_NONE);
    ck_assert(input_is_waiting(&keys));
    ck_assert_int_eq(input_next_key(&keys, true), KEY_ESCAPE_KEY);
    ck_assert(!input_is_waiting(&keys));
}
END_TEST

START_TEST(late_sequence_is_no_escape)
{
    Input keys = {0};
    put(&keys, "\x1b[1", 3);
    ck_assert_int_eq(input_next_key(&keys, true), KEY_NONE);
    ck_assert(!input_is_waiting(&keys));
}
END_TEST

START_TEST(endless_sequence_does_not_stick)
{
    Input keys = {0};
    char digits[INPUT_ROOM];
    memset(digits, '1', sizeof digits);
    put(&keys, "\x1b[", 2);
    for (int i = 0; i < 10; i++) {
        put(&keys, digits, sizeof digits - 2);
        input_next_key(&keys, false);
    }
    put(&keys, "A", 1);
    put(&keys, "q", 1);
    int32_t key, last = KEY_NONE;
    while ((key = input_next_key(&keys, false)) != KEY_NONE)
        last = key;
    ck_assert_int_eq(last, 'q');
}
END_TEST

START_TEST(end_of_input_is_told)
{
    int ends[2];
    Input keys = {0};
    ck_assert_int_eq(pipe(ends), 0);
    close(ends[1]);
    ck_assert(!input_read(&keys, ends[0]));
    close(ends[0]);
}
END_TEST

/* An interrupt discards what was typed before it, also keys that poll() has reported. A read that then waited for others
 * would keep the interrupt from being seen. */
START_TEST(reading_no_keys_does_not_block)
{
    const int master = posix_openpt(O_RDWR | O_NOCTTY);
    ck_assert(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
    const int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    Input keys = {0};
    ck_assert(tty_take(slave, true));
    ck_assert(input_read(&keys, slave));
    ck_assert_int_eq(input_next_key(&keys, true), KEY_NONE);
    ck_assert_int_eq(write(master, "q", 1), 1);
    ck_assert(input_read(&keys, slave));
    ck_assert_int_eq(input_next_key(&keys, true), 'q');
    close(master);
    ck_assert(!input_read(&keys, slave));
    tty_give_back();
    close(slave);
}
END_TEST

Suite *suite_input(void)
{
    Suite *suite = suite_create("input");
    TCase *tcase = tcase_create("keys");
    tcase_add_loop_test(tcase, decodes, 0, ARRAY_LEN(cases));
    tcase_add_loop_test(tcase, decodes_in_pieces, 0, ARRAY_LEN(cases) - 2);
    tcase_add_test(tcase, lone_escape_is_a_key_when_late);
    tcase_add_test(tcase, late_sequence_is_no_escape);
    tcase_add_test(tcase, endless_sequence_does_not_stick);
    tcase_add_test(tcase, end_of_input_is_told);
    tcase_add_test(tcase, reading_no_keys_does_not_block);
    suite_add_tcase(suite, tcase);
    return suite;
}
