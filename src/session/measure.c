/* SPDX-License-Identifier: MIT */
#include "session/measure.h"

#include <string.h>

bool measure_is_whole(const Measure *measure)
{
    return measure->before_tenths != MEASURE_NOT_SAID && measure->after_tenths != MEASURE_NOT_SAID;
}

int32_t measure_gain_tenths(const Measure *measure)
{
    const int32_t more = measure->after_tenths - measure->before_tenths;
    return measure->more_is_better ? more : -more;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* The digits at *at as a number, at most four of them; -1 where there is none, or more. */
static int32_t take_digits(const char **at, int32_t digits_most)
{
    int32_t number = 0, digits = 0;
    for (; is_digit(**at); (*at)++, digits++) {
        if (digits == digits_most)
            return -1;
        number = number * 10 + (**at - '0');
    }
    return digits > 0 ? number : -1;
}

bool measure_read(const char *text, CheckUnit unit, int32_t *tenths)
{
    const char *at = text + strspn(text, " ");
    const bool is_below_zero = *at == '-';
    at += *at == '-' || *at == '+';
    const int32_t whole = take_digits(&at, 3);
    int32_t part = 0;
    if (whole >= 0 && (*at == '.' || *at == ',')) {
        at++;
        part = take_digits(&at, 1);
    }
    at += strspn(at, " ");
    if (whole < 0 || part < 0 || *at)
        return false;
    const int32_t number = (whole * 10 + part) * (is_below_zero ? -1 : 1);
    if (unit == UNIT_FEEL && (part != 0 || number < 0 || number > MEASURE_FEEL_MOST))
        return false;
    *tenths = number;
    return true;
}

void measure_add_number(Text *into, int32_t tenths)
{
    const int32_t size = tenths < 0 ? -tenths : tenths;
    text_print(into, "%s%d", tenths < 0 ? "-" : "", (int)(size / 10));
    if (size % 10 != 0)
        text_print(into, ".%d", (int)(size % 10));
}

void measure_add(Text *into, CheckUnit unit, int32_t tenths)
{
    measure_add_number(into, tenths);
    if (unit != UNIT_FEEL)
        text_print(into, " %s", unit_words.items[unit]);
}
