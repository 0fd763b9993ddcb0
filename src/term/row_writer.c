/* SPDX-License-Identifier: MIT */
#include "term/row_writer.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void row_writer_release(RowWriter *strip)
{
    free(strip->cells);
    *strip = (RowWriter){0};
}

static bool is_same(Style a, Style b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

const Cell strip_blank = {' ', {ROLE_TEXT, ROLE_GROUND, 0}, 0};

static bool is_blank(const Cell *cell)
{
    return memcmp(cell, &strip_blank, sizeof *cell) == 0;
}

static void use_style(RowWriter *strip, Palette *palette, Style style)
{
    if (strip->count == 0 || !is_same(style, strip->style)) {
        strip->style = style;
        strip->attributes = palette_attributes(palette, style);
        strip->pair = palette_pair(palette, style);
    }
}

static void add(RowWriter *strip, const Marks *marks, const Cell *cell)
{
    wchar_t glyph[1 + MARKS_EACH + 1] = {(wchar_t)cell->glyph};
    for (int i = 0; i < MARKS_EACH; i++)
        glyph[1 + i] = (wchar_t)marks_at(marks, cell->marks, i);
    setcchar(&strip->cells[strip->count++], glyph, strip->attributes, strip->pair, NULL);
}

/* As the last one; much of a row is like what stands before it. */
static void add_again(RowWriter *strip)
{
    strip->cells[strip->count] = strip->cells[strip->count - 1];
    strip->count++;
}

/* A blank shows no ink. A short gap keeps that of the cell before it, so that no colour changes for it. */
static bool keeps_ink(const RowWriter *strip, int gap)
{
    return strip->count > 0 && gap <= STRIP_GAP && strip->style.ground == ROLE_GROUND &&
           !(strip->attributes & (A_REVERSE | A_UNDERLINE));
}

/* Blanks from `x` on; returns where they end. */
static int add_blanks(RowWriter *strip, Palette *palette, const Cell *row, int x, int last)
{
    int end = x + 1;
    while (end <= last && is_blank(&row[end]))
        end++;
    if (end > last || !keeps_ink(strip, end - x))
        use_style(strip, palette, strip_blank.style);
    add(strip, NULL, &strip_blank);
    for (int next = x + 1; next < end; next++)
        add_again(strip);
    return end;
}

static int add_cell(RowWriter *strip, Palette *palette, const Marks *marks, const Cell *row, int x, int first)
{
    if (row[x].glyph == 0)
        return x + 1; /* the right half of a wide character, which was put whole */
    if (x > first && memcmp(&row[x], &row[x - 1], sizeof *row) == 0) {
        add_again(strip);
    } else {
        use_style(strip, palette, row[x].style);
        add(strip, marks, &row[x]);
    }
    return x + 1;
}

void row_writer_put(RowWriter *strip, Palette *palette, const Canvas *canvas, int y, int first, int last)
{
    const Cell *row = canvas->cells + (size_t)y * (size_t)canvas->width;
    if (first > 0 && row[first].glyph == 0)
        first--;
    const int room = last - first + 1;
    if (room > strip->room) {
        strip->cells = memory_resize(strip->cells, (size_t)room, sizeof *strip->cells);
        strip->room = room;
    }
    strip->count = 0;
    for (int x = first; x <= last;)
        x = is_blank(&row[x]) ? add_blanks(strip, palette, row, x, last)
                              : add_cell(strip, palette, &canvas->marks, row, x, first);
    mvwadd_wchnstr(newscr, y, first, strip->cells, strip->count);
}
