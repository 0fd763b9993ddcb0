/* SPDX-License-Identifier: MIT */
/* What is said of a past session in words, wherever it is shown. */
#ifndef PROGRESS_RECORD_WORDS_H
#define PROGRESS_RECORD_WORDS_H

#include "base/text.h"
#include "progress/record.h"

/* What was done of a move: "1 min 30 s, cut short, felt 4 (5 at most), it hurt"; "skipped" where none of it was. */
void record_words_done(Text *into, const MoveRecord *move);

/* The numbers that were said: "before 6 of 10, after 2 of 10", "after 9.5 cm"; nothing where none was. */
void record_words_measure(Text *into, const Measure *measure);

/* The moves that were left out, in a line for each reason; nothing where none was. */
void record_words_left_out(Text *into, const SessionRecord *record);

#endif
