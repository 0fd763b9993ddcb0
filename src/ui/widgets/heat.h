/* SPDX-License-Identifier: MIT */
/* How much was done, in a few steps. Each has a colour; with fewer than 256 colours characters tell them apart, which
 * grow denser. */
#ifndef UI_WIDGETS_HEAT_H
#define UI_WIDGETS_HEAT_H

#include <stdint.h>

#include "ui/widgets/canvas.h"

typedef enum Heat { HEAT_NONE, HEAT_LITTLE, HEAT_SOME, HEAT_MUCH, HEAT_MOST, HEAT_COUNT } Heat;

typedef struct HeatRow {
    Role role;
    int32_t shade; /* a block character, used with fewer than 256 colours */
    char letter;   /* used in ASCII */
} HeatRow;

extern const HeatRow heat_rows[HEAT_COUNT];

/* The step of an amount, as its share of the most that there is. HEAT_NONE only for 0 and below. */
Heat heat_of(int64_t amount, int64_t most);

/* Draws a step in a number of cells, as a square; `square` is the character for it with 256 colours. */
void heat_put(Canvas *canvas, int x, int y, int cells, Heat step, int32_t square);

#endif
