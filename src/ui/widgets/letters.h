/* SPDX-License-Identifier: MIT */
/* Text in large letters, to be read from two metres. A letter is drawn in quarters of cells, from a table of small
 * pictures: low ones of three rows, tall ones of five, and multiples of them. */
#ifndef UI_WIDGETS_LETTERS_H
#define UI_WIDGETS_LETTERS_H

#include "ui/widgets/canvas.h"

enum { LETTERS_LEAST_ROWS = 3, LETTERS_TALL_ROWS = 5, LETTERS_CAPITAL_ROWS = 5 };

/* Draws text, wrapped, in the largest letters of at most `most_rows` rows in which all of it fits. Where none do, the
 * first sentences are large and the rest is plain below them. All of it is plain and bold where not even one sentence
 * fits, on a terminal without quarters of cells, and if a character has no picture (other scripts). Returns the rows
 * used. */
int letters_draw(Canvas *canvas, Rect rect, int most_rows, Style style, const char *text);

/* The cells that one line takes in letters of three or five rows. */
int letters_width(const char *text, int rows);

/* The rows of dots of a capital of the low letters, LETTERS_CAPITAL_ROWS of the same length: '#' or ' '. NULL if
 * `letter` is not from A to Z. */
const char *const *letters_capital(char letter);

#endif
