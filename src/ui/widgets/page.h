/* SPDX-License-Identifier: MIT */
/* A column of text to read: blocks, one below the other, wrapped to whatever width there is. What has the focus is a
 * stop, a bit of text of about a line; how many there are does not depend on the size of the window, so a screen can
 * move among them without knowing it. A page is made anew for each key and each drawing. */
#ifndef UI_WIDGETS_PAGE_H
#define UI_WIDGETS_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "ui/widgets/canvas.h"

enum { PAGE_WIDTH = 84, PAGE_LABEL = 12, PAGE_NO_TOP = -1 }; /* the widest that reads well; the room for labels */
enum { PAGE_FORMS = 3 }; /* of what stands flush right: in words, short, and where only the name has to be known */

typedef struct Block {
    const char *label; /* to its left where there is room, else before it; NULL: none, "" goes on under the last */
    const char *text;
    const char *right[PAGE_FORMS]; /* flush right, the longest form first; the block is one line then. NULL: none */
    Style label_style, style;
    bool has_gap;  /* a blank line before it */
    bool is_point; /* one of several, with a point before it */
    int item;      /* what it stands for, as its maker likes; -1: nothing */
    int stops;
} Block;

typedef struct Page {
    Arena arena;
    Look look;
    bool keeps_labels; /* in a column of their own in a small window too */
    int top;           /* the first row that was in sight, to be kept; PAGE_NO_TOP: the focus says which is */
    Block *blocks;
    size_t count, capacity;
} Page;

void page_init(Page *page, Look look);
void page_release(Page *page);

/* Adds a block of plain text; it may be changed until the next is added. Texts are copied. */
Block *page_add(Page *page, const char *label, const char *text);

/* A block of one line with something flush right; a form that is NULL is like the one before it. */
Block *page_add_row(Page *page, const char *label, const char *text, const char *const right[PAGE_FORMS]);

/* Lists: each text a point of its own under one label. */
Block *page_add_point(Page *page, const char *label, const char *text);

int page_stops(const Page *page);
const Block *page_block_at(const Page *page, int stop); /* NULL in an empty page */

int page_rows(const Page *page, int width);

/* Where an arrow leads from a stop, `by` 1 or -1, in a room of that size: to the next block that stands for something,
 * or to text that was out of sight. Where the room has no rows, to the next stop. */
int page_step(const Page *page, Rect room, int focus, int by);

/* The stop that begins at a line of such a room, -1 where none does. */
int page_stop_at(const Page *page, Rect room, int focus, int y);

/* The first row in sight in such a room, counted from the page's first. */
int page_top(const Page *page, Rect room, int focus);

/* The same after a key has led the focus there from `before`: all that belongs to it and what is around is in sight. */
int page_follow(const Page *page, Rect room, int before, int focus);

/* Draws what is in sight around the stop that has the focus and puts the cursor on it. With `marks` the focus is marked
 * even where all is in sight; where it is not, always. A focus of -1 is none: the start, to be looked at only. */
void page_draw(const Page *page, Canvas *canvas, Rect rect, int focus, bool marks);

#endif
