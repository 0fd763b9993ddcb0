/* SPDX-License-Identifier: MIT */
/* A course in words. Days are told as today, tomorrow, or a date. */
#ifndef PROGRESS_COURSE_WORDS_H
#define PROGRESS_COURSE_WORDS_H

#include "base/text.h"
#include "progress/course.h"

/* "today", "tomorrow", "Thu 3 Dec". */
void course_words_day(Text *into, int32_t day, int32_t today);

/* "week 2 of 4, day 3": the place of a part. */
void course_words_place(Text *into, const Programme *programme, size_t index);

/* "done Mon 30 Nov", "skipped today", "next, today, 2 days missed before", "Thu 3 Dec", "rest". */
void course_words_part(Text *into, const CoursePart *part, int32_t today);

/* "2 days later than planned", "1 day earlier than planned"; nothing where it is as planned. */
void course_words_shift(Text *into, const Course *course);

/* How far it is: "3 of 12 done, 1 skipped, 2 days later than planned". */
void course_words_sum(Text *into, const Course *course);

/* What there is to do: "today", "rest today, next on Thu 3 Dec", "done for today, next tomorrow", "away, next on ...",
 * "starts on ...", "finished on ...". */
void course_words_now(Text *into, const Course *course, int32_t today);

/* The sign of a part for a row of a week, as UTF-8 or in ASCII; each state has another one. */
const char *course_words_sign(PartState state, bool is_ascii);

#endif
