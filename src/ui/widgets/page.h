/* SPDX-License-Identifier: MIT */
/* A column of text to read: blocks, one below the other, wrapped to the width there is. The focus is on a stop, which
 * is about one line of text. The number of stops does not depend on the size of the window, so a screen can move the
 * focus without knowing the size. A page is made again for each key and each drawing. */
#ifndef UI_WIDGETS_PAGE_H
#define UI_WIDGETS_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "ui/widgets/canvas.h"

enum { PAGE_WIDTH = 84, PAGE_LABEL = 12, PAGE_NO_TOP = -1 }; /* the widest that reads well; the room for labels */
enum { PAGE_FORMS = 4 }; /* of the text on the right: in words, shorter, and shortest where the name needs the room */

typedef struct Block {
    const char *label; /* on its left if there is room, else above it; NULL: none; "": same label as above */
    const char *text;
    const char *right[PAGE_FORMS]; /* right-aligned, the longest form first; the block is one line then. NULL: none */
    Style label_style, style;
    bool has_gap;  /* a blank line before it */
    bool is_point; /* an item of a list, with a bullet before it */
    bool is_head;  /* where the page has columns, one may begin here */
    int item;      /* any number that the caller likes, such as an index; -1: none */
    int stops;
} Block;

typedef struct Page {
    Arena arena;
    Look look;
    bool keeps_labels; /* labels have their own column in a small window too */
    int top;           /* the first visible row, to be kept; PAGE_NO_TOP: it follows from the focus */
    Block *blocks;
    size_t count, capacity;
} Page;

void page_init(Page *page, Look look);
void page_release(Page *page);

/* Adds a block of plain text; it may be changed until the next is added. Texts are copied. */
Block *page_add(Page *page, const char *label, const char *text);

/* Adds a block of one line with something on the right; a form that is NULL is the same as the one before it. */
Block *page_add_row(Page *page, const char *label, const char *text, const char *const right[PAGE_FORMS]);

/* Adds an item of a list; all items of a list stand under one label. */
Block *page_add_point(Page *page, const char *label, const char *text);

int page_stops(const Page *page);
const Block *page_block_at(const Page *page, int stop); /* NULL in an empty page */

int page_rows(const Page *page, int width);

/* Shares the blocks out among columns in at most `most` rooms, such that the longest is as short as it can be. A column
 * begins where a block `is_head`. The columns borrow the blocks of the page. Returns how many there are. */
int page_cut(const Page *page, const Rect *rooms, int most, Page *columns);

/* The stop that an arrow key (`by` is 1 or -1) leads to in a room of that size: in the next block that has an `item`,
 * or the next one that is not visible. If the room has no rows: the next stop. `focus` itself if there is none. */
int page_step(const Page *page, Rect room, int focus, int by);

/* The stop that begins in row `y` of the canvas, inside the room; -1 if there is none. */
int page_stop_at(const Page *page, Rect room, int focus, int y);

/* The first visible row in such a room, counted from the first row of the page. A focus of -1, here and above: none. */
int page_top(const Page *page, Rect room, int focus);

/* The same after a key has moved the focus from `before`: the whole stop is visible, with some rows around it. */
int page_follow(const Page *page, Rect room, int before, int focus);

/* Draws the rows around the focus and puts the cursor on it. The focus is marked if the page does not fit, or with
 * `marks`. A focus of -1: none; draws the rows from `top`, or from the start. */
void page_draw(const Page *page, Canvas *canvas, Rect rect, int focus, bool marks);

#endif
