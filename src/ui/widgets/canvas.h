/* SPDX-License-Identifier: MIT */
/* A grid of cells to draw into: text, fills, boxes. It knows nothing of a terminal; term/ shows it, tests dump it.
 * Every text is cleaned on its way in, so nothing from a file can send a control sequence. */
#ifndef UI_WIDGETS_CANVAS_H
#define UI_WIDGETS_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "ui/widgets/rect.h"
#include "ui/widgets/theme.h"

/* The marks that stand on characters: each combination of them is kept once and has a number, so that a cell needs but a
 * byte for its own. */

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

/* Small, for a frame touches each of them several times; without padding, so that two are the same where their bytes
 * are. */
typedef struct Cell {
    int32_t glyph; /* a character; 0: the right half of a wide one */
    Style style;
    uint8_t marks; /* what stands on the character: a number of the canvas's Marks, 0 for nothing */
} Cell;

_Static_assert(sizeof(Cell) == 8, "cells are compared as bytes");

enum { CANVAS_MEMOS = 4 };

/* Something that drawing has worked out and will want again. */
typedef struct CanvasMemo {
    uint64_t key;
    size_t size;
    void *bytes;   /* owned */
    uint32_t used; /* when it was last asked for, as Canvas.asked counts */
} CanvasMemo;

typedef struct Canvas {
    int width, height; /* at least 1 */
    Cell *cells;       /* row by row; owned */
    Look look;
    Marks marks;            /* of all that was ever put: a cell's number does not change its meaning */
    bool has_wide;          /* a wide character was put since it was cleared */
    int cursor_x, cursor_y; /* where the focus is, for screen readers; -1: nowhere */
    CanvasMemo memos[CANVAS_MEMOS];
    uint32_t asked;
} Canvas;

void canvas_init(Canvas *canvas, int width, int height, Look look);
void canvas_release(Canvas *canvas);

/* Another size; all cells blank. */
void canvas_resize(Canvas *canvas, int width, int height);
void canvas_clear(Canvas *canvas);
void canvas_fill(Canvas *canvas, Rect rect, Style style);

/* One line of text from x, y, at most `cells` columns (less where the canvas ends), clipped with an ellipsis. In ASCII
 * every other character is put as its stand-in. Returns the columns used. */
int canvas_text(Canvas *canvas, int x, int y, int cells, Style style, const char *text);

/* The same, ending before `right`. */
int canvas_text_right(Canvas *canvas, int right, int y, int cells, Style style, const char *text);

/* Text wrapped into a rectangle; returns the lines used. The last line that fits ends in an ellipsis if more
 * follows. */
int canvas_paragraph(Canvas *canvas, Rect rect, Style style, const char *text);

/* `cells` times one glyph. `glyph` is the UTF-8 look, `ascii` the other. */
void canvas_run(Canvas *canvas, int x, int y, int cells, Style style, int32_t glyph, char ascii);
void canvas_put(Canvas *canvas, int x, int y, Style style, int32_t glyph, char ascii);
void canvas_cursor(Canvas *canvas, int x, int y);

/* `size` bytes that last as long as the canvas, for what was worked out under a key. *is_new: they are to be filled now.
 * What was not asked for longest gives way. */
void *canvas_memo(Canvas *canvas, uint64_t key, size_t size, bool *is_new);

/* For golden files: the text, a line a row without trailing blanks; then, with `styles`, a second block with a letter
 * for each cell's style. */
void canvas_dump(const Canvas *canvas, bool styles, Text *into);

#endif
