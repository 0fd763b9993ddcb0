/* SPDX-License-Identifier: MIT */
/* Four dots as one cell of the screen: which character, in which two colours. */
#ifndef UI_BODY_DOTS_H
#define UI_BODY_DOTS_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/widgets/canvas.h"

/* What a dot is painted with; ROLE_GROUND is nothing. */
typedef struct DotTone {
    uint8_t rank; /* where two tones have as many dots of a cell, the greater one counts */
    Role role;
    int32_t shade; /* without colours */
    char letter;   /* in ASCII */
    bool is_clear; /* without colours, it keeps its outline */
    bool is_apart; /* with colours, it keeps its outline where the figure ends too */
} DotTone;

/* The dots of a cell: upper left, upper right, lower left, lower right. */
enum { CELL_DOTS = 4 };

/* Draws a cell. At the edge its two colours are the figure's and none, so that the outline is as it is; within, those
 * of most dots. In a small figure two tones of the same rank are not told apart within a cell. */
void dots_put(Canvas *canvas, int x, int y, const DotTone *const cell[CELL_DOTS], bool is_small);

/* The same without colours: a shade fills a cell, so most dots decide. */
void dots_put_shade(Canvas *canvas, int x, int y, const DotTone *const cell[CELL_DOTS]);

/* The character for a cell that is filled with one role. With few colours the greys are shades of the
 * terminal's own. */
int32_t dots_solid(Look look, Role role);

#endif
