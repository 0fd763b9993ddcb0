/* SPDX-License-Identifier: MIT */
#include "progress/balance.h"

#include "base/macros.h"

enum { SECOND_MS = 1000, MINUTE_S = 60 };

int32_t balance_seconds(const int64_t held_ms[SIDE_COUNT])
{
    const int64_t apart = held_ms[SIDE_LEFT] - held_ms[SIDE_RIGHT];
    return (int32_t)MIN_OF((apart < 0 ? -apart : apart) / SECOND_MS, (int64_t)INT32_MAX);
}

void balance_add_minutes(Text *into, int32_t seconds)
{
    text_print(into, " %d min behind", (int)MAX_OF((seconds + MINUTE_S / 2) / MINUTE_S, 1));
}

void balance_add(Text *into, Side side, int32_t seconds, bool is_long)
{
    text_print(into, "%s%s", side_name((int)side), is_long ? " is" : "");
    balance_add_minutes(into, seconds);
}
