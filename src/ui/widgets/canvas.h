/* SPDX-License-Identifier: MIT */
/* A grid of cells to draw into: text, fills, boxes. It does not know the terminal; term/ shows it, tests print it.
 * Every text is cleaned when it is drawn, so that text from a file cannot send control sequences. */
#ifndef UI_WIDGETS_CANVAS_H
#define UI_WIDGETS_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "ui/widgets/rect.h"
#include "ui/widgets/theme.h"

/* Combining marks, such as accents. Each combination of marks is stored once and has a number, so that a cell needs
 * only one byte for it. */

enum { MARKS_EACH = 3, MARKS_MOST = UINT8_MAX };

/* Ready for use when all zero. */
typedef struct Marks {
    int32_t (*rows)[MARKS_EACH]; /* the marks of each number, 0 after the last; owned */
    int count;
} Marks;

void marks_release(Marks *marks);

/* The number of combination `number` (0: no marks) with one more mark. Returns `number` itself if there is no room: a
 * character has MARKS_EACH marks at most, and there are MARKS_MOST combinations at most. */
uint8_t marks_with(Marks *marks, uint8_t number, int32_t mark);

/* A combination's mark, `at` from 0 to MARKS_EACH - 1; 0 where it has none there. */
int32_t marks_at(const Marks *marks, uint8_t number, int at);

/* Small, because each cell is read several times for a frame. Without padding, so that cells can be compared as
 * bytes. */
typedef struct Cell {
    int32_t glyph; /* a character; 0: the right half of a wide one */
    Style style;
    uint8_t marks; /* a number in Canvas.marks; 0: none */
} Cell;

_Static_assert(sizeof(Cell) == 8, "cells are compared as bytes");

enum { CANVAS_MEMOS = 4 };

/* A result of drawing code that is cached for the next frames. */
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
    Marks marks;            /* all that were ever drawn: a number keeps its meaning */
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

/* Draws one line of text at x, y, at most `cells` columns wide (less at the edge of the canvas), cut with an ellipsis.
 * If the look is ASCII, other characters are replaced. Returns the columns used. */
int canvas_text(Canvas *canvas, int x, int y, int cells, Style style, const char *text);

/* The same, ending before `right`. */
int canvas_text_right(Canvas *canvas, int right, int y, int cells, Style style, const char *text);

/* Draws text wrapped into a rectangle and returns the lines used. If the text does not fit, the last line ends in an
 * ellipsis. */
int canvas_paragraph(Canvas *canvas, Rect rect, Style style, const char *text);

/* Draws one glyph `cells` times: `glyph` (a code point) on UTF-8 terminals, `ascii` on others. */
void canvas_run(Canvas *canvas, int x, int y, int cells, Style style, int32_t glyph, char ascii);
void canvas_put(Canvas *canvas, int x, int y, Style style, int32_t glyph, char ascii);
/* Quarters of a cell: the sum of 1 (upper left), 2 (upper right), 4 (lower left) and 8 (lower right). UTF-8 only. */
void canvas_quarters(Canvas *canvas, int x, int y, Style style, unsigned quarters);
void canvas_cursor(Canvas *canvas, int x, int y);

/* Returns `size` bytes that are cached under `key`. If *is_new, they are not filled yet, and the caller fills them. The
 * least recently used entry is replaced when more than CANVAS_MEMOS are needed. */
void *canvas_memo(Canvas *canvas, uint64_t key, size_t size, bool *is_new);

/* For golden files: the text, a line a row without trailing blanks; then, with `styles`, a second block with a letter
 * for each cell's style. */
void canvas_dump(const Canvas *canvas, bool styles, Text *into);

#endif
