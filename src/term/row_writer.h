/* SPDX-License-Identifier: MIT */
/* Cells to curses, a row at a time: far cheaper than one by one, and with as few changes of colour as can be. */
#ifndef TERM_ROW_WRITER_H
#define TERM_ROW_WRITER_H

#include <stdbool.h>

#include "term/palette.h"
#include "ui/widgets/canvas.h"

enum { STRIP_GAP = 12 }; /* so many cells are cheaper put than passed over */

/* Zeroed it is ready. */
typedef struct RowWriter {
    cchar_t *cells;
    int room, count;
    Style style; /* of the last one, and what that is painted with */
    attr_t attributes;
    short pair;
} RowWriter;

void row_writer_release(RowWriter *strip);

/* A cell as an erased screen has it. */
extern const Cell strip_blank;

/* Puts the cells from `first` to `last` of a canvas's row where they belong on the screen. */
void row_writer_put(RowWriter *strip, Palette *palette, const Canvas *canvas, int y, int first, int last);

#endif
