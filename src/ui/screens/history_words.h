/* SPDX-License-Identifier: MIT */
/* Days, minutes and counts as the history puts them in words. The functions append to `into`. */
#ifndef UI_SCREENS_HISTORY_WORDS_H
#define UI_SCREENS_HISTORY_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "progress/record.h"

/* "Wed 12 Nov"; with the year if it is not that of `today`. */
void history_words_day(Text *into, int32_t day, int32_t today);

/* "12 Nov". */
void history_words_date(Text *into, int32_t day);

/* "41 min", "2 h 3 min", to the nearest minute; "40 s" below one. */
void history_words_minutes(Text *into, int64_t seconds);

/* "1 session", "12 sessions". */
void history_words_sessions(Text *into, int64_t count);

/* The local day and time of day at which it began. */
int32_t history_words_day_of(const SessionRecord *record);
void history_words_time(Text *into, const SessionRecord *record); /* "18:04" */

#endif
