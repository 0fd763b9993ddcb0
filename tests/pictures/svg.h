/* SPDX-License-Identifier: MIT */
/* A terminal's screen as a picture: what a person sees with 256 colours on a dark background. */
#ifndef PICTURES_SVG_H
#define PICTURES_SVG_H

#include "base/text.h"
#include "support/pty.h"

/* Adds the screen of so many rows and columns as an SVG document with this title. */
void svg_add_screen(Text *svg, Pty *pty, int rows, int columns, const char *title);

/* The same in parts: what stands before all rows, the rectangles and the words of one row, and what stands after them.
 * `boxes` and `texts` may be the same. */
void svg_begin(Text *svg, int rows, int columns, const char *title);
void svg_add_row(Text *boxes, Text *texts, Pty *pty, int row, int columns);
void svg_end(Text *svg);

/* Keys ("": none) and words of the picture's own in a row that is not the terminal's. They hold nothing that XML would
 * take for its own. */
void svg_add_line(Text *svg, int row, const char *keys, const char *words);

#endif
