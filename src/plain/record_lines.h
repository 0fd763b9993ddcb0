/* SPDX-License-Identifier: MIT */
/* One session of the past as lines. */
#ifndef PLAIN_RECORD_LINES_H
#define PLAIN_RECORD_LINES_H

#include "plain/console.h"
#include "progress/record.h"

/* Says what was done in it: how long, how it felt, the note, each move and side, what was left out. */
void record_lines_say(Console *console, const SessionRecord *record);

/* The numbers before and after, and the note; nothing where there are none. */
void record_lines_say_numbers(Console *console, const SessionRecord *record);

#endif
