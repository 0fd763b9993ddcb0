/* SPDX-License-Identifier: MIT */
#include "pictures/svg.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

enum { CELL_WIDTH = 9, CELL_HEIGHT = 18, BASELINE = 14, FONT_SIZE = 15, MARGIN = 9 };
enum { INK = 0xd8d8d8, GROUND = 0x16171a }; /* the terminal's own */

/* A rectangle in a cell: x and width in eighths of its width, y and height in 72ths of its height. */
typedef struct Box {
    int x, width, y, height;
} Box;

/* A glyph that is drawn as rectangles, so that it joins its neighbours whatever the font. Width 0: no rectangle. */
typedef struct Block {
    Box boxes[2];
    int percent; /* how solid; 0: not such a glyph */
} Block;

typedef struct Cell {
    char text[32];
    int ink, ground; /* 0xrrggbb */
    bool is_bold, is_underlined;
    Block block;
} Cell;

static int colour_of(int index, int own)
{
    static const int first[] = {0x26282d, 0xe0696f, 0x8ec07c, 0xd7af5f, 0x6fa8dc, 0xc586c0, 0x63b8c0, 0xc8c8c8,
                                0x6f737a, 0xff8087, 0xaadb96, 0xf0cc80, 0x8fc2f0, 0xdca5d8, 0x85d6dd, 0xffffff};
    static const int levels[] = {0, 95, 135, 175, 215, 255};
    if (index < 0)
        return own;
    if (index < 16)
        return first[index];
    if (index >= 232)
        return (8 + (index - 232) * 10) * 0x010101;
    index -= 16;
    return levels[index / 36] << 16 | levels[index / 6 % 6] << 8 | levels[index % 6];
}

/* Corners: 1 upper left, 2 upper right, 4 lower left, 8 lower right. */
static Block block_of_corners(unsigned corners, int percent)
{
    Block block = {.percent = percent};
    for (int half = 0; half < 2; half++) {
        unsigned pair = corners >> 2 * half & 3;
        block.boxes[half] = (Box){pair == 2 ? 4 : 0, pair == 3 ? 8 : pair == 0 ? 0 : 4, half * 36, 36};
    }
    return block;
}

static Block block_of(int32_t character)
{
    static const uint8_t quarters[] = {4, 8, 1, 13, 9, 7, 11, 2, 6, 14}; /* U+2596 to 259F */
    if (character >= 0x2596 && character <= 0x259f)
        return block_of_corners(quarters[character - 0x2596], 100);
    if (character >= 0x2591 && character <= 0x2593)
        return block_of_corners(15, (character - 0x2590) * 25);
    if (character > 0x2588 && character <= 0x258f)
        return (Block){{{0, 0x2590 - character, 0, 72}}, 100};
    switch (character) {
    case 0x2580:
        return block_of_corners(3, 100);
    case 0x2584:
        return block_of_corners(12, 100);
    case 0x2588:
        return block_of_corners(15, 100);
    case 0x2590:
        return block_of_corners(10, 100);
    case 0x2500: /* a line, a thick one, one in two dashes */
        return (Block){{{0, 8, 34, 4}}, 100};
    case 0x2501:
        return (Block){{{0, 8, 30, 12}}, 100};
    case 0x254c:
        return (Block){{{0, 3, 34, 4}, {4, 3, 34, 4}}, 100};
    default:
        return (Block){0};
    }
}

static Cell cell_at(Pty *pty, int row, int column)
{
    PtyCell from = pty_cell(pty, row, column);
    int ink = colour_of(from.foreground, INK), ground = colour_of(from.background, GROUND);
    Cell cell = {.ink = from.reverse ? ground : ink,
                 .ground = from.reverse ? ink : ground,
                 .is_bold = from.bold,
                 .is_underlined = from.underline};
    size_t size, length = strlen(from.text);
    memcpy(cell.text, length > 0 ? from.text : " ", length > 0 ? length + 1 : 2);
    cell.block = block_of(utf8_decode(cell.text, strlen(cell.text), &size));
    return cell;
}

static void add_box(Text *svg, int row, double column, double columns, Box box, int colour, int percent)
{
    text_print(svg, "<rect x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\" fill=\"#%06x\"", column * CELL_WIDTH,
               row * CELL_HEIGHT + box.y / 4.0, columns * CELL_WIDTH, box.height / 4.0, (unsigned)colour);
    if (percent < 100)
        text_print(svg, " opacity=\"%g\"", percent / 100.0);
    text_add(svg, "/>\n");
}

static void add_grounds(Text *svg, const Cell *cells, int row, int columns)
{
    for (int start = 0, end; start < columns; start = end) {
        for (end = start + 1; end < columns && cells[end].ground == cells[start].ground; end++)
            continue;
        if (cells[start].ground != GROUND)
            add_box(svg, row, start, end - start, (Box){0, 8, 0, 72}, cells[start].ground, 100);
    }
}

/* Whether the rectangle goes on in the next cell. */
static bool goes_on(const Cell *cell, const Cell *next, int which)
{
    Box box = cell->block.boxes[which], after = next->block.boxes[which];
    return box.x + box.width == 8 && after.width > 0 && after.x == 0 && box.y == after.y &&
           box.height == after.height && cell->ink == next->ink && cell->block.percent == next->block.percent;
}

static void add_blocks(Text *svg, const Cell *cells, int row, int columns, int which)
{
    for (int start = 0, end; start < columns; start = end + 1) {
        Box box = cells[start].block.boxes[which];
        for (end = start; box.width > 0 && end + 1 < columns && goes_on(&cells[end], &cells[end + 1], which); end++)
            continue;
        Box last = cells[end].block.boxes[which];
        double left = start + box.x / 8.0, right = end + (last.x + last.width) / 8.0;
        if (box.width > 0)
            add_box(svg, row, left, right - left, box, cells[start].ink, cells[start].block.percent);
    }
}

static bool is_shown(const Cell *cell)
{
    return cell->block.percent == 0 && strcmp(cell->text, " ") != 0;
}

/* Two spaces, which a browser may show as one. */
static bool is_gap(const Cell *cells, int column, int columns)
{
    return column + 1 < columns && strcmp(cells[column].text, " ") == 0 && strcmp(cells[column + 1].text, " ") == 0;
}

/* A character that fonts may lack stands alone: a font that steps in for it may be wider. */
static bool is_same_run(const Cell *cell, const Cell *next)
{
    return (cell->text[0] & 0x80) == 0 && (next->text[0] & 0x80) == 0 && cell->ink == next->ink &&
           cell->is_bold == next->is_bold && cell->is_underlined == next->is_underlined;
}

static void add_escaped(Text *svg, const char *text)
{
    if (strcmp(text, "&") == 0)
        text_add(svg, "&amp;");
    else if (strcmp(text, "<") == 0)
        text_add(svg, "&lt;");
    else
        text_add(svg, text);
}

static void add_texts(Text *svg, const Cell *cells, int row, int columns)
{
    for (int start = 0, end; start < columns; start = end) {
        end = start + 1;
        if (!is_shown(&cells[start]))
            continue;
        while (end < columns && is_same_run(&cells[start], &cells[end]) && !is_gap(cells, end, columns))
            end++;
        int next = end;
        while (!is_shown(&cells[end - 1]))
            end--;
        text_print(svg, "<text x=\"%d\" y=\"%d\" textLength=\"%d\" fill=\"#%06x\"%s%s%s>", start * CELL_WIDTH,
                   row * CELL_HEIGHT + BASELINE, (end - start) * CELL_WIDTH, (unsigned)cells[start].ink,
                   cells[start].is_bold ? " font-weight=\"bold\"" : "",
                   cells[start].is_underlined ? " text-decoration=\"underline\"" : "",
                   (cells[start].text[0] & 0x80) != 0 ? " lengthAdjust=\"spacingAndGlyphs\"" : "");
        for (int column = start; column < end; column++)
            add_escaped(svg, cells[column].text);
        text_add(svg, "</text>\n");
        end = next;
    }
}

void svg_begin(Text *svg, int rows, int columns, const char *title)
{
    const int width = columns * CELL_WIDTH + 2 * MARGIN, height = rows * CELL_HEIGHT + 2 * MARGIN;
    text_print(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"-%d -%d %d %d\">\n",
               width, height, MARGIN, MARGIN, width, height);
    text_print(svg, "<title>%s</title>\n<rect x=\"-%d\" y=\"-%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\"/>\n", title,
               MARGIN, MARGIN, width, height, (unsigned)GROUND);
    text_print(svg,
               "<g shape-rendering=\"crispEdges\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" "
               "font-size=\"%d\">\n",
               FONT_SIZE);
}

void svg_end(Text *svg)
{
    text_add(svg, "</g>\n</svg>\n");
}

void svg_add_row(Text *boxes, Text *texts, Pty *pty, int row, int columns)
{
    Cell *cells = memory_resize(NULL, (size_t)columns, sizeof *cells);
    for (int column = 0; column < columns; column++)
        cells[column] = cell_at(pty, row, column);
    add_grounds(boxes, cells, row, columns);
    add_blocks(boxes, cells, row, columns, 0);
    add_blocks(boxes, cells, row, columns, 1);
    add_texts(texts, cells, row, columns);
    free(cells);
}

void svg_add_screen(Text *svg, Pty *pty, int rows, int columns, const char *title)
{
    Text texts = {0};
    svg_begin(svg, rows, columns, title);
    for (int row = 0; row < rows; row++)
        svg_add_row(svg, &texts, pty, row, columns);
    text_add(svg, text_show(&texts));
    svg_end(svg);
    text_release(&texts);
}

void svg_add_line(Text *svg, int row, const char *keys, const char *words)
{
    const int y = row * CELL_HEIGHT + BASELINE;
    const int length = (int)utf8_count(keys);
    if (length > 0)
        text_print(svg, "<text x=\"0\" y=\"%d\" fill=\"#%06x\" font-weight=\"bold\">%s</text>\n", y,
                   (unsigned)colour_of(3, INK), keys);
    text_print(svg, "<text x=\"%d\" y=\"%d\" fill=\"#%06x\">%s</text>\n", (length > 0 ? length + 2 : 0) * CELL_WIDTH, y,
               (unsigned)colour_of(3, INK), words);
}
