/* SPDX-License-Identifier: MIT */
#include "base/day.h"

#include <stdio.h>
#include <string.h>

enum {
    THURSDAY = 3,
    DAYS_OF_ERA = 146097, /* 400 years of the Gregorian calendar */
    ERA_YEARS = 400,
    DAYS_TO_MARCH_0000 = 719468, /* from 1 March of the year 0 to 1 January 1970 */
};

static int64_t floor_div(int64_t number, int64_t by)
{
    return number / by - (number % by < 0 ? 1 : 0);
}

int32_t day_of(int64_t unix_s, int32_t offset_min)
{
    return (int32_t)floor_div(unix_s + (int64_t)offset_min * 60, DAY_SECONDS);
}

int32_t day_weekday(int32_t day)
{
    const int64_t since_monday = (int64_t)day + THURSDAY;
    return (int32_t)(since_monday - floor_div(since_monday, DAY_WEEK) * DAY_WEEK);
}

int32_t day_monday(int32_t day)
{
    return day - day_weekday(day);
}

/* Years are counted from March here, so that the leap day is the last one of a year. */
CivilDay day_civil(int32_t day)
{
    const int64_t since_march = (int64_t)day + DAYS_TO_MARCH_0000;
    const int64_t era = floor_div(since_march, DAYS_OF_ERA), of_era = since_march - era * DAYS_OF_ERA;
    const int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    const int64_t month = (5 * of_year + 2) / 153; /* 0 is March */
    return (CivilDay){
        .year = (int32_t)(year + era * ERA_YEARS + (month >= 10)),
        .month = (int32_t)(month < 10 ? month + 3 : month - 9),
        .day = (int32_t)(of_year - (153 * month + 2) / 5 + 1),
    };
}

int32_t day_from_civil(CivilDay civil)
{
    const int64_t year = civil.year - (civil.month <= 2), era = floor_div(year, ERA_YEARS),
                  of_era = year - era * ERA_YEARS;
    const int64_t month = civil.month > 2 ? civil.month - 3 : civil.month + 9;
    const int64_t of_year = (153 * month + 2) / 5 + civil.day - 1;
    return (int32_t)(era * DAYS_OF_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - DAYS_TO_MARCH_0000);
}

bool day_read(const char *text, int32_t *day)
{
    CivilDay civil;
    char again[DAY_TEXT_SIZE];
    if (sscanf(text, "%4d-%2d-%2d", &civil.year, &civil.month, &civil.day) != 3 || civil.month < 1 || civil.month > 12)
        return false;
    *day = day_from_civil(civil);
    return strcmp(day_print(again, *day), text) == 0;
}

const char *day_print(char text[DAY_TEXT_SIZE], int32_t day)
{
    const CivilDay civil = day_civil(day);
    snprintf(text, DAY_TEXT_SIZE, "%04d-%02d-%02d", (int)civil.year % 10000, (int)civil.month % 100,
             (int)civil.day % 100);
    return text;
}

/* The seconds since midnight of a moment in local time. */
static int32_t second_of_day(int64_t unix_s, int32_t offset_min)
{
    const int64_t local_s = unix_s + (int64_t)offset_min * 60;
    return (int32_t)(local_s - floor_div(local_s, DAY_SECONDS) * DAY_SECONDS);
}

const char *day_print_moment(char text[MOMENT_TEXT_SIZE], int64_t unix_s, int32_t offset_min)
{
    char day[DAY_TEXT_SIZE];
    const int32_t second = second_of_day(unix_s, offset_min), apart_min = offset_min < 0 ? -offset_min : offset_min;
    snprintf(text, MOMENT_TEXT_SIZE, "%sT%02d:%02d:%02d%c%02d:%02d", day_print(day, day_of(unix_s, offset_min)),
             second / 3600, second / 60 % 60, second % 60, offset_min < 0 ? '-' : '+', apart_min / 60, apart_min % 60);
    return text;
}

const char *day_print_utc(char text[MOMENT_TEXT_SIZE], int64_t unix_s)
{
    const CivilDay civil = day_civil(day_of(unix_s, 0));
    const int32_t second = second_of_day(unix_s, 0);
    snprintf(text, MOMENT_TEXT_SIZE, "%04d%02d%02dT%02d%02d%02dZ", (int)civil.year % 10000, (int)civil.month % 100,
             (int)civil.day % 100, second / 3600, second / 60 % 60, second % 60);
    return text;
}

const char *day_month_name(int32_t month)
{
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return names[month - 1];
}

const char *day_weekday_name(int32_t weekday)
{
    static const char *const names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    return names[weekday];
}
