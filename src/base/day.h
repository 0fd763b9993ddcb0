/* SPDX-License-Identifier: MIT */
/* Days of the calendar as numbers: whole days since 1 January 1970, which was a Thursday. Weeks begin on Monday. */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

enum { DAY_WEEK = 7, DAY_SECONDS = 24 * 60 * 60, DAY_TEXT_SIZE = 16, MOMENT_TEXT_SIZE = 48 };

/* The local day of a moment; `offset_min` is the UTC offset of local time then. */
int32_t day_of(int64_t unix_s, int32_t offset_min);

int32_t day_weekday(int32_t day); /* 0 Monday to 6 Sunday */
int32_t day_monday(int32_t day);  /* the Monday of its week */

typedef struct CivilDay {
    int32_t year, month, day; /* month and day count from 1 */
} CivilDay;

CivilDay day_civil(int32_t day);
int32_t day_from_civil(CivilDay civil); /* month 1 to 12 */

/* Reads "2026-03-01". False where it is no day. */
bool day_read(const char *text, int32_t *day);

/* "2026-03-01", written into `text`, which is returned. */
const char *day_print(char text[DAY_TEXT_SIZE], int32_t day);

/* "2026-03-01T12:30:00+01:00": local time, and the UTC offset that it has then. Written into `text`, returned. */
const char *day_print_moment(char text[MOMENT_TEXT_SIZE], int64_t unix_s, int32_t offset_min);

/* "20260301T113000Z": the same moment in UTC. */
const char *day_print_utc(char text[MOMENT_TEXT_SIZE], int64_t unix_s);

const char *day_month_name(int32_t month);     /* "Jan" to "Dec"; 1 to 12 */
const char *day_weekday_name(int32_t weekday); /* "Mon" to "Sun"; 0 to 6 */

#endif
