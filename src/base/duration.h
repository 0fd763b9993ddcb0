/* SPDX-License-Identifier: MIT */
/* Reads durations as people write them, and formats them. All in whole seconds. */
#ifndef BASE_DURATION_H
#define BASE_DURATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DURATION_TEXT_SIZE = 32 };

/* Reads `45`, `45s`, `2m`, `1m30s`, `1:30` (doc/routine-format.md, "Values"). Numbers are decimal, with or without
 * leading zeros. False if the text is no duration: *problem is then a fixed phrase ("seconds above 59 after minutes"),
 * or NULL if there is nothing more to say. Accepts anything below 10^6 s; the caller checks the range. */
bool duration_parse(const char *text, size_t length, int32_t *seconds, const char **problem);

/* As a clock: `0:42`, `13:10`, `1:02:03`. Like the two below, writes into `text` and returns it. */
const char *duration_clock(char text[DURATION_TEXT_SIZE], int64_t seconds);

/* In words: `45 s`, `13 min 10 s`, `1 h 5 min`; never empty. */
const char *duration_words(char text[DURATION_TEXT_SIZE], int64_t seconds);

/* The same, rounded to whole minutes where there is one: "1 h 20 min", "45 s". */
const char *duration_minutes(char text[DURATION_TEXT_SIZE], int64_t seconds);

/* As a routine file has it: `45s`, `1m30s`. */
const char *duration_written(char text[DURATION_TEXT_SIZE], int64_t seconds);

#endif
