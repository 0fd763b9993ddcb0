/* SPDX-License-Identifier: MIT */
/* Durations as people write them and as they are shown. Whole seconds. */
#ifndef BASE_DURATION_H
#define BASE_DURATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DURATION_TEXT_SIZE = 32 };

/* Reads `45`, `45s`, `2m`, `1m30s`, `1:30` (doc/routine-format.md, "Values"): decimal always, leading zeros mean
 * nothing. False where the text is no duration; *problem is then a fixed phrase ("seconds above 59 after minutes"),
 * or NULL where it simply is not one. Reads any size below 10^6 s: ranges are the caller's. */
bool duration_parse(const char *text, size_t length, int32_t *seconds, const char **problem);

/* `0:42`, `13:10`, `1:02:03`. */
const char *duration_clock(char text[DURATION_TEXT_SIZE], int64_t seconds);

/* `45 s`, `13 min 10 s`, `1 h 5 min`, for people; never empty. */
const char *duration_words(char text[DURATION_TEXT_SIZE], int64_t seconds);

/* `45s`, `1m30s`, as it would be written in a routine. */
const char *duration_written(char text[DURATION_TEXT_SIZE], int64_t seconds);

#endif
