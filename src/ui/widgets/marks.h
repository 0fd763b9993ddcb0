/* SPDX-License-Identifier: MIT */
/* The marks that stand on characters: each combination of them is kept once and has a number, so that a cell of a canvas
 * needs but a byte for its own. */
#ifndef UI_WIDGETS_MARKS_H
#define UI_WIDGETS_MARKS_H

#include <stdint.h>

enum { MARKS_EACH = 3, MARKS_MOST = UINT8_MAX };

/* Zeroed it is ready. */
typedef struct Marks {
    int32_t (*rows)[MARKS_EACH]; /* a number's marks, 0 after the last; owned */
    int count;
} Marks;

void marks_release(Marks *marks);

/* The number of a combination (0: none) with one mark more; the same number where there can be no more: of three on one
 * character, or of MARKS_MOST combinations. */
uint8_t marks_with(Marks *marks, uint8_t number, int32_t mark);

/* A combination's mark, `at` from 0 to MARKS_EACH - 1; 0 where it has none there. */
int32_t marks_at(const Marks *marks, uint8_t number, int at);

#endif
