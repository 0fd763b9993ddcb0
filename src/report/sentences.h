/* SPDX-License-Identifier: MIT */
/* What a report says in words, the same on a page, in a picture and as text. Nothing is escaped. */
#ifndef REPORT_SENTENCES_H
#define REPORT_SENTENCES_H

#include "base/text.h"
#include "report/findings.h"

extern const char sentence_empty[], sentence_wellness[];

void sentence_day(Text *into, int32_t day); /* "28 Nov 2026" */

/* An area as people write it ("upper back"), with a text before and one after. */
void sentence_area(Text *into, const char *before, int area, const char *after);

/* "12 weeks to 28 Nov 2026"; with an area ", calves only". */
void sentence_period(Text *into, const Overview *overview);

/* How much was done, with which areas, and which sides are behind. */
void sentence_sums(Text *into, const Report *report, const Findings *findings);

/* "left 40 min less"; nothing where the sides are about equal, and "even" where they were both held. */
void sentence_sides(Text *into, const int64_t held_ms[SIDE_COUNT]);

/* Each adds nothing where there is nothing to say. */
void sentence_felt(Text *into, const Findings *findings);
void sentence_hurt(Text *into, const Findings *findings);
void sentence_helped(Text *into, const Overview *overview);

/* "Knee to wall (Calves)"; "How it feels (Calves)". */
void sentence_check_name(Text *into, const CheckSeries *series);

/* "First 8.5 cm, last 10 cm, best 11 cm: 1.5 cm better, more is better." */
void sentence_check(Text *into, const CheckSeries *series);

/* The best number of a series, as its index. */
int32_t sentence_best(const CheckSeries *series);

/* "3 Nov 2026, Calves" */
void sentence_note_head(Text *into, const SessionRecord *record);

#endif
