/* SPDX-License-Identifier: MIT */
#include "ui/screens/history_words.h"

#include "base/day.h"
#include "base/duration.h"

enum { MINUTE = 60 };

void history_words_date(Text *into, int32_t day)
{
    const CivilDay civil = day_civil(day);
    text_print(into, "%d %s", (int)civil.day, day_month_name(civil.month));
}

void history_words_day(Text *into, int32_t day, int32_t today)
{
    text_print(into, "%s ", day_weekday_name(day_weekday(day)));
    history_words_date(into, day);
    if (day_civil(day).year != day_civil(today).year)
        text_print(into, " %d", (int)day_civil(day).year);
}

void history_words_minutes(Text *into, int64_t seconds)
{
    char words[DURATION_TEXT_SIZE];
    const int64_t whole = seconds < MINUTE ? seconds : (seconds + MINUTE / 2) / MINUTE * MINUTE;
    text_add(into, duration_words(words, whole));
}

void history_words_sessions(Text *into, int64_t count)
{
    text_print(into, "%lld session%s", (long long)count, count == 1 ? "" : "s");
}

int32_t history_words_day_of(const SessionRecord *record)
{
    return day_of(record->started_s, record->offset_min);
}

void history_words_time(Text *into, const SessionRecord *record)
{
    const int64_t local_s = record->started_s + (int64_t)record->offset_min * MINUTE;
    const int of_day = (int)(local_s - (int64_t)history_words_day_of(record) * DAY_SECONDS);
    text_print(into, "%02d:%02d", of_day / (MINUTE * MINUTE), of_day / MINUTE % MINUTE);
}
