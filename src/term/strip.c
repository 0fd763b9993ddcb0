/* SPDX-License-Identifier: MIT */
#include "term/strip.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void strip_release(Strip *strip)
{
    free(strip->cells);
    *strip = (Strip){0};
}

static bool is_same(Style a, Style b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

bool strip_is_blank(const Cell *cell)
{
    const Style plain = {ROLE_TEXT, ROLE_GROUND, 0};
    return cell->glyph[0] == ' ' && cell->glyph[1] == 0 && is_same(cell->style, plain);
}

static void add(Strip *strip, Palette *palette, const Cell *cell, Style style)
{
    if (strip->count == 0 || !is_same(style, strip->style)) {
        strip->style = style;
        strip->attributes = palette_attributes(palette, style);
        strip->pair = palette_pair(palette, style);
    }
    wchar_t glyph[CANVAS_GLYPH + 1] = {0};
    for (size_t i = 0; i < CANVAS_GLYPH && cell->glyph[i]; i++)
        glyph[i] = (wchar_t)cell->glyph[i];
    setcchar(&strip->cells[strip->count++], glyph, strip->attributes, strip->pair, NULL);
}

/* A blank shows no ink. In a short gap it keeps that of the cell before it, so that no colour changes for it. */
static bool keeps_ink(const Strip *strip, const Cell *row, int x, int last)
{
    int end = x;
    while (end < last && end - x <= STRIP_GAP && strip_is_blank(&row[end]))
        end++;
    return strip->count > 0 && end > x && end - x <= STRIP_GAP && !strip_is_blank(&row[end]) &&
           strip->style.ground == ROLE_GROUND && !(strip->attributes & (A_REVERSE | A_UNDERLINE));
}

void strip_put(Strip *strip, Palette *palette, int y, const Cell *row, int first, int last)
{
    if (first > 0 && row[first].glyph[0] == 0)
        first--; /* a wide character is put whole */
    const int room = last - first + 1;
    if (room > strip->room) {
        strip->cells = memory_resize(strip->cells, (size_t)room, sizeof *strip->cells);
        strip->room = room;
    }
    strip->count = 0;
    for (int x = first; x <= last; x++) {
        const Cell *cell = &row[x];
        if (cell->glyph[0] != 0)
            add(strip, palette, cell, keeps_ink(strip, row, x, last) ? strip->style : cell->style);
    }
    mvadd_wchnstr(y, first, strip->cells, strip->count);
}
