/* SPDX-License-Identifier: MIT */
#include "audio/spoken_text.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"

enum { DIGITS_MOST = 6, THOUSAND = 1000, HUNDRED = 100, TWENTY = 20, TEN = 10 };

static const struct {
    const char *written, *one, *more;
} units[] = {
    {"s", "second", "seconds"},
    {"sec", "second", "seconds"},
    {"min", "minute", "minutes"},
    {"h", "hour", "hours"},
    {"cm", "centimetre", "centimetres"},
    {"mm", "millimetre", "millimetres"},
    {"m", "metre", "metres"},
    {"kg", "kilogram", "kilograms"},
    {"%", "percent", "percent"},
    {"\xC2\xB0", "degree", "degrees"},
    {"x", "time", "times"},
    {"\xC3\x97", "time", "times"},
};

/* What stands between two numbers that are a range: a hyphen, or the dashes U+2013 and U+2212. */
static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x88\x92"};

static void add_below_hundred(Text *into, int64_t number)
{
    static const char *const small[TWENTY] = {
        "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
        "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    static const char *const tens[TEN] = {"",      "",      "twenty",  "thirty", "forty",
                                          "fifty", "sixty", "seventy", "eighty", "ninety"};
    if (number < TWENTY)
        text_add(into, small[number]);
    else
        text_print(into, "%s%s%s", tens[number / TEN], number % TEN ? "-" : "",
                   number % TEN ? small[number % TEN] : "");
}

/* "forty-two"; from 0 to 999,999, other numbers as digits. */
static void add_number(Text *into, int64_t number)
{
    if (number < 0 || number >= (int64_t)THOUSAND * THOUSAND) {
        text_print(into, "%lld", (long long)number);
        return;
    }
    if (number >= THOUSAND) {
        add_number(into, number / THOUSAND);
        text_print(into, " thousand%s", number % THOUSAND == 0 ? "" : number % THOUSAND < HUNDRED ? " and " : " ");
        number %= THOUSAND;
        if (number == 0)
            return;
    }
    if (number >= HUNDRED) {
        add_below_hundred(into, number / HUNDRED);
        text_print(into, " hundred%s", number % HUNDRED ? " and " : "");
        number %= HUNDRED;
        if (number == 0)
            return;
    }
    add_below_hundred(into, number);
}

static size_t digits_at(const char *text)
{
    return strspn(text, "0123456789");
}

static bool is_word_byte(char byte)
{
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

/* The length of a dash at the start of a text; 0: there is none, or no number behind it. */
static size_t dash_at(const char *text)
{
    for (size_t i = 0; i < ARRAY_LEN(dashes); i++) {
        const size_t length = strlen(dashes[i]);
        if (strncmp(text, dashes[i], length) == 0 && digits_at(text + length) > 0)
            return length;
    }
    return 0;
}

/* A number with its decimals, each of which is said by itself. Returns its length. */
static size_t add_digits(Text *into, const char *text, bool *is_one)
{
    size_t length = digits_at(text);
    *is_one = length == 1 && text[0] == '1';
    if (length > DIGITS_MOST)
        text_add_span(into, text, length);
    else
        add_number(into, atoi(text));
    if (text[length] == '.' && digits_at(text + length + 1) > 0) {
        *is_one = false;
        text_add(into, " point");
        for (length++; digits_at(text + length) > 0; length++) {
            text_add_char(into, ' ');
            add_number(into, text[length] - '0');
        }
    }
    return length;
}

/* A unit behind a number, with or without a blank before it. Returns what of the text it takes. */
static size_t add_unit(Text *into, const char *text, bool is_one)
{
    const size_t blank = text[0] == ' ' ? 1 : 0;
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        const size_t length = strlen(units[i].written);
        if (strncmp(text + blank, units[i].written, length) == 0 && !is_word_byte(text[blank + length])) {
            text_print(into, " %s", is_one ? units[i].one : units[i].more);
            return blank + length;
        }
    }
    return 0;
}

/* "1:30" is one minute thirty. */
static size_t add_clock(Text *into, const char *text)
{
    const size_t minutes = digits_at(text);
    if (minutes == 0 || minutes > 2 || text[minutes] != ':' || digits_at(text + minutes + 1) != 2)
        return 0;
    const int count = atoi(text), seconds = atoi(text + minutes + 1);
    add_number(into, count);
    text_add(into, count == 1 ? " minute" : " minutes");
    if (seconds > 0) {
        text_add_char(into, ' ');
        add_number(into, seconds);
    }
    return minutes + 3;
}

static size_t add_quantity(Text *into, const char *text)
{
    bool is_one;
    size_t length = add_clock(into, text), dash;
    if (length > 0)
        return length;
    length = add_digits(into, text, &is_one);
    while ((dash = dash_at(text + length)) > 0) {
        text_add(into, " to ");
        length += dash;
        length += add_digits(into, text + length, &is_one);
        is_one = false;
    }
    return length + add_unit(into, text + length, is_one);
}

void spoken_text_add(Text *into, const char *text)
{
    bool is_in_word = false;
    for (size_t length; *text; text += length) {
        length = 1;
        if (digits_at(text) > 0 && !is_in_word)
            length = add_quantity(into, text);
        else
            text_add_char(into, *text == '\n' || *text == '\t' ? ' ' : *text);
        is_in_word = is_word_byte(text[length - 1]) && length == 1;
    }
}
