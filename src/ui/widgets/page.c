/* SPDX-License-Identifier: MIT */
#include "ui/widgets/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "ui/widgets/list.h"

enum { MARGIN = 2, LABEL_MIN_WIDTH = 48, KEPT_MIN_WIDTH = 32, STOP_CHARACTERS = 64 };

/* How a block lies in a width: where its text starts and how wide it is, and the lines it takes. */
typedef struct PageLayout {
    bool has_label_line; /* the label has a line of its own */
    int text_x, text_width;
    int rows; /* without the gap */
} PageLayout;

void page_init(Page *page, Look look)
{
    *page = (Page){.look = look, .top = PAGE_NO_TOP};
}

void page_release(Page *page)
{
    free(page->blocks);
    arena_release(&page->arena);
    *page = (Page){0};
}

/* The text as this look can show it, so that it is wrapped by the widths that it will have. */
static const char *copy_for_look(Page *page, const char *text)
{
    if (!text)
        return NULL;
    Text shown = {0};
    utf8_show(&shown, text, strlen(text), !page->look.is_utf8);
    const char *copy = arena_copy(&page->arena, text_show(&shown));
    text_release(&shown);
    return copy;
}

Block *page_add(Page *page, const char *label, const char *text)
{
    page->blocks = memory_grow(page->blocks, &page->capacity, page->count + 1, sizeof(*page->blocks));
    Block *block = &page->blocks[page->count++];
    int characters = (int)utf8_count(text);
    *block = (Block){
        .label = copy_for_look(page, label),
        .text = copy_for_look(page, text),
        .label_style = style_of(ROLE_DIM),
        .style = style_of(ROLE_TEXT),
        .item = -1,
        .stops = MAX_OF(1, (characters + STOP_CHARACTERS - 1) / STOP_CHARACTERS),
    };
    return block;
}

Block *page_add_row(Page *page, const char *label, const char *text, const char *const right[PAGE_FORMS])
{
    Block *block = page_add(page, label, text);
    for (int form = 0; form < PAGE_FORMS; form++)
        block->right[form] = right[form] ? copy_for_look(page, right[form]) : block->right[form - 1];
    block->stops = 1;
    return block;
}

Block *page_add_point(Page *page, const char *label, const char *text)
{
    Block *block = page_add(page, label, text);
    block->is_point = true;
    return block;
}

int page_stops(const Page *page)
{
    int stops = 0;
    for (size_t i = 0; i < page->count; i++)
        stops += page->blocks[i].stops;
    return stops;
}

/* The block of a stop, and in *stop which of the block's own it is. */
static size_t find_block(const Page *page, int *stop)
{
    size_t i = 0;
    for (; i + 1 < page->count && *stop >= page->blocks[i].stops; i++)
        *stop -= page->blocks[i].stops;
    *stop = MIN_OF(*stop, page->blocks[i].stops - 1);
    return i;
}

const Block *page_block_at(const Page *page, int stop)
{
    return page->count > 0 ? &page->blocks[find_block(page, &stop)] : NULL;
}

static int count_lines(const char *text, int width)
{
    int lines = 0;
    while (*text) {
        const char *next = text;
        utf8_wrap(text, width, &next);
        text = next;
        lines++;
    }
    return MAX_OF(lines, 1);
}

static PageLayout lay_block(const Page *page, const Block *block, int width)
{
    bool is_wide = width >= (page->keeps_labels ? KEPT_MIN_WIDTH : LABEL_MIN_WIDTH);
    PageLayout lay = {.text_x = MARGIN};
    if (block->label && is_wide)
        lay.text_x += PAGE_LABEL;
    else
        lay.has_label_line = block->label && *block->label;
    if (block->is_point)
        lay.text_x += 2;
    lay.text_width = MAX_OF(width - lay.text_x - 1, 1);
    lay.rows = block->right[0] ? 1 : count_lines(block->text, lay.text_width);
    return lay;
}

int page_rows(const Page *page, int width)
{
    int rows = 0;
    for (size_t i = 0; i < page->count; i++) {
        PageLayout lay = lay_block(page, &page->blocks[i], width);
        rows += lay.rows + (lay.has_label_line ? 1 : 0) + (page->blocks[i].has_gap && i > 0 ? 1 : 0);
    }
    return rows;
}

/* The blocks from `first` up to a head, as many as have room in a column, as a page; *end is the block after it. */
static Page column_of(const Page *page, size_t first, int width, int height, size_t *end)
{
    Page column = *page;
    column.blocks += first;
    column.count = 0;
    for (size_t at = first + 1; at <= page->count; at++) {
        if (at < page->count && !page->blocks[at].is_head)
            continue;
        const size_t before = column.count;
        column.count = at - first;
        if (before > 0 && page_rows(&column, width) > height) {
            column.count = before;
            break;
        }
    }
    *end = first + column.count;
    return column;
}

int page_cut(const Page *page, const Rect *rooms, int most, Page *columns)
{
    for (int height = page_rows(page, rooms[0].width) / most;; height++) {
        size_t at = 0;
        int count = 0;
        bool fits = true;
        for (; at < page->count && count < most; count++) {
            columns[count] = column_of(page, at, rooms[count].width, height, &at);
            fits = fits && page_rows(&columns[count], rooms[count].width) <= height;
        }
        if (at == page->count && fits)
            return count;
    }
}

/* The row, counted from the page's first, in which a stop lies. */
static int row_of_stop(const Page *page, int width, int stop)
{
    size_t block = find_block(page, &stop);
    int row = 0;
    for (size_t i = 0; i <= block; i++) {
        PageLayout lay = lay_block(page, &page->blocks[i], width);
        row += page->blocks[i].has_gap && i > 0 ? 1 : 0;
        /* What stands for something is marked itself, not the label above it. */
        int label = lay.has_label_line && (stop > 0 || page->blocks[i].item >= 0) ? 1 : 0;
        if (i == block)
            return row + label + stop * lay.rows / page->blocks[i].stops;
        row += lay.rows + (lay.has_label_line ? 1 : 0);
    }
    return row;
}

/* The row in which what belongs to a stop ends. */
static int last_row_of_stop(const Page *page, int width, int stop)
{
    int within = stop;
    const Block *block = &page->blocks[find_block(page, &within)];
    if (within + 1 < block->stops)
        return MAX_OF(row_of_stop(page, width, stop), row_of_stop(page, width, stop + 1) - 1);
    const PageLayout lay = lay_block(page, block, width);
    return row_of_stop(page, width, stop - within) + (lay.has_label_line && block->item < 0 ? 1 : 0) + lay.rows - 1;
}

int page_stop_at(const Page *page, Rect room, int focus, int y)
{
    if (y < room.y || y >= room.y + room.height)
        return -1;
    const int row = y - room.y + page_top(page, room, focus), stops = page_stops(page);
    for (int stop = 0; stop < stops; stop++) {
        if (row_of_stop(page, room.width, stop) == row)
            return stop;
    }
    return -1;
}

static bool stands_for_something(const Page *page, int stop)
{
    size_t block = find_block(page, &stop);
    return stop == 0 && page->blocks[block].item >= 0;
}

/* The first of so many rows in sight, `row` being the one of the focus. */
static int top_of(const Page *page, int row, int rows, int height)
{
    return page->top == PAGE_NO_TOP ? list_top(row, rows, height)
                                    : list_keep(page->top, row, rows, MAX_OF(height, 1), 0);
}

static int row_of_focus(const Page *page, int width, int focus)
{
    return focus < 0 ? MAX_OF(page->top, 0) : row_of_stop(page, width, focus);
}

int page_top(const Page *page, Rect room, int focus)
{
    return top_of(page, row_of_focus(page, room.width, focus), page_rows(page, room.width), room.height);
}

int page_follow(const Page *page, Rect room, int before, int focus)
{
    const int rows = page_rows(page, room.width), height = MAX_OF(room.height, 1);
    const int top = top_of(page, row_of_focus(page, room.width, before), rows, room.height);
    const int end_kept = list_keep(top, last_row_of_stop(page, room.width, focus), rows, height, LIST_MARGIN);
    return list_keep(end_kept, row_of_stop(page, room.width, focus), rows, height, LIST_MARGIN);
}

int page_step(const Page *page, Rect room, int focus, int by)
{
    const int stops = page_stops(page), rows = room.height > 0 ? page_rows(page, room.width) : 0;
    const int top = rows > 0 ? page_top(page, room, focus) : 0;
    /* A row at an edge may be half of something: it counts as out of sight where there is more behind it. */
    const int first = top > 0 ? top + 1 : 0, end = top + room.height < rows ? top + room.height - 1 : rows;
    for (int stop = focus + by; stop >= 0 && stop < stops; stop += by) {
        if (rows == 0 || stands_for_something(page, stop))
            return stop;
        int row = row_of_stop(page, room.width, stop);
        if (row < first || row >= end)
            return stop;
    }
    return focus;
}

static bool is_in(Rect rect, int y)
{
    return y >= rect.y && y < rect.y + rect.height;
}

/* The longest form that leaves the name enough room, else the last. */
static const char *right_that_fits(const Block *block, int cells)
{
    static const int name_cells[PAGE_FORMS] = {24, 12, 12, 0};
    int form = 0;
    while (form + 1 < PAGE_FORMS && utf8_cells(block->right[form]) + name_cells[form] > cells)
        form++;
    return block->right[form];
}

static void draw_row(Canvas *canvas, Rect rect, int y, const Block *block, PageLayout lay)
{
    const char *right = right_that_fits(block, lay.text_width);
    int cells = utf8_cells(right);
    canvas_text_right(canvas, rect.x + rect.width - 1, y, lay.text_width, style_of(ROLE_DIM), right);
    canvas_text(canvas, rect.x + lay.text_x, y, lay.text_width - cells - 2, block->style, block->text);
}

static void draw_lines(Canvas *canvas, Rect rect, int y, const Block *block, PageLayout lay)
{
    Text line = {0};
    for (const char *at = block->text, *next = at; *at; at = next, y++) {
        size_t length = utf8_wrap(at, lay.text_width, &next);
        if (!is_in(rect, y))
            continue;
        text_clear(&line);
        text_add_span(&line, at, length);
        canvas_text(canvas, rect.x + lay.text_x, y, lay.text_width, block->style, text_show(&line));
    }
    text_release(&line);
}

/* Draws a block whose first row would be at y; only what is inside the rectangle. Returns the row after it. */
static int draw_block(Canvas *canvas, Rect rect, int y, const Block *block, PageLayout lay)
{
    if (block->label && is_in(rect, y)) {
        int cells = lay.has_label_line ? rect.width - MARGIN : PAGE_LABEL - 1;
        canvas_text(canvas, rect.x + MARGIN, y, cells, block->label_style, block->label);
    }
    y += lay.has_label_line ? 1 : 0;
    if (block->is_point && is_in(rect, y))
        canvas_put(canvas, rect.x + lay.text_x - 2, y, style_of(ROLE_DIM), 0xB7, '-');
    if (!block->right[0])
        draw_lines(canvas, rect, y, block, lay);
    else if (is_in(rect, y))
        draw_row(canvas, rect, y, block, lay);
    return y + lay.rows;
}

void page_draw(const Page *page, Canvas *canvas, Rect rect, int focus, bool marks)
{
    if (page->count == 0 || rect.height <= 0)
        return;
    const int rows = page_rows(page, rect.width), focus_row = row_of_focus(page, rect.width, focus);
    const int top = top_of(page, focus_row, rows, rect.height);
    const Block *chosen = marks && focus >= 0 ? page_block_at(page, focus) : NULL;
    for (int i = 0, y = rect.y - top; i < (int)page->count && y < rect.y + rect.height; i++) {
        Block block = page->blocks[i];
        if (&page->blocks[i] == chosen && block.right[0])
            block.style = style_of(ROLE_STRONG);
        y += block.has_gap && i > 0 ? 1 : 0;
        y = draw_block(canvas, rect, y, &block, lay_block(page, &block, rect.width));
    }
    int right = rect.x + rect.width - 1, cursor = rect.y + focus_row - top;
    if (top > 0)
        canvas_put(canvas, right, rect.y, style_of(ROLE_ACCENT), 0x25B4, '^');
    if (top + rect.height < rows)
        canvas_put(canvas, right, rect.y + rect.height - 1, style_of(ROLE_ACCENT), 0x25BE, 'v');
    if (focus < 0)
        return;
    if (marks || rows > rect.height)
        canvas_put(canvas, rect.x, cursor, style_of(ROLE_ACCENT), 0x25B8, '>');
    canvas_cursor(canvas, rect.x, cursor);
}
