/* SPDX-License-Identifier: MIT */
#include "ui/widgets/canvas.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"

void marks_release(Marks *marks)
{
    free(marks->rows);
    *marks = (Marks){0};
}

int32_t marks_at(const Marks *marks, uint8_t number, int at)
{
    return number > 0 ? marks->rows[number - 1][at] : 0;
}

static uint8_t number_of(Marks *marks, const int32_t row[MARKS_EACH])
{
    for (int i = 0; i < marks->count; i++) {
        if (memcmp(marks->rows[i], row, sizeof *marks->rows) == 0)
            return (uint8_t)(i + 1);
    }
    if (marks->count == MARKS_MOST)
        return 0;
    if (!marks->rows)
        marks->rows = memory_resize(NULL, MARKS_MOST, sizeof *marks->rows);
    memcpy(marks->rows[marks->count++], row, sizeof *marks->rows);
    return (uint8_t)marks->count;
}

uint8_t marks_with(Marks *marks, uint8_t number, int32_t mark)
{
    int32_t row[MARKS_EACH] = {0};
    int count = 0;
    for (int32_t before; count < MARKS_EACH && (before = marks_at(marks, number, count)); count++)
        row[count] = before;
    if (count == MARKS_EACH)
        return number;
    row[count] = mark;
    const uint8_t with = number_of(marks, row);
    return with ? with : number;
}

static const Cell blank_cell = {.glyph = ' ', .style = {ROLE_TEXT, ROLE_GROUND, 0}};

void canvas_init(Canvas *canvas, int width, int height, Look look)
{
    *canvas = (Canvas){.look = look};
    canvas_resize(canvas, width, height);
}

void canvas_release(Canvas *canvas)
{
    free(canvas->cells);
    marks_release(&canvas->marks);
    for (int i = 0; i < CANVAS_MEMOS; i++)
        free(canvas->memos[i].bytes);
    *canvas = (Canvas){0};
}

void canvas_resize(Canvas *canvas, int width, int height)
{
    canvas->width = MAX_OF(width, 1);
    canvas->height = MAX_OF(height, 1);
    canvas->cells = memory_resize(canvas->cells, (size_t)canvas->width * (size_t)canvas->height, sizeof(Cell));
    canvas_clear(canvas);
}

void canvas_clear(Canvas *canvas)
{
    const size_t width = (size_t)canvas->width, height = (size_t)canvas->height;
    for (size_t x = 0; x < width; x++)
        canvas->cells[x] = blank_cell;
    for (size_t y = 1; y < height; y++)
        memcpy(canvas->cells + y * width, canvas->cells, width * sizeof(Cell));
    canvas->has_wide = false;
    canvas_cursor(canvas, -1, -1);
}

void *canvas_memo(Canvas *canvas, uint64_t key, size_t size, bool *is_new)
{
    CanvasMemo *oldest = &canvas->memos[0];
    canvas->asked++;
    for (int i = 0; i < CANVAS_MEMOS; i++) {
        CanvasMemo *memo = &canvas->memos[i];
        if (memo->bytes && memo->key == key && memo->size == size) {
            memo->used = canvas->asked;
            *is_new = false;
            return memo->bytes;
        }
        if (memo->used < oldest->used)
            oldest = memo;
    }
    *is_new = true;
    *oldest = (CanvasMemo){key, size, memory_resize(oldest->bytes, size, 1), canvas->asked};
    return oldest->bytes;
}

static bool is_inside(const Canvas *canvas, int x, int y)
{
    return x >= 0 && y >= 0 && x < canvas->width && y < canvas->height;
}

static Cell *cell_at(const Canvas *canvas, int x, int y)
{
    return &canvas->cells[(size_t)y * (size_t)canvas->width + (size_t)x];
}

/* Half of a wide character cannot stay: what is left of one that is painted over becomes a blank. */
static void part_wide(const Canvas *canvas, int x, int y)
{
    if (x > 0 && cell_at(canvas, x, y)->glyph == 0)
        cell_at(canvas, x - 1, y)->glyph = ' ';
    if (x + 1 < canvas->width && cell_at(canvas, x + 1, y)->glyph == 0)
        cell_at(canvas, x + 1, y)->glyph = ' ';
}

/* The cell for a character of one or two columns, emptied of what was there. */
static inline Cell *take_cell(Canvas *canvas, int x, int y, int width, Style style)
{
    canvas->has_wide = canvas->has_wide || width > 1;
    for (int i = 0; i < width && canvas->has_wide; i++)
        part_wide(canvas, x + i, y);
    Cell *cell = cell_at(canvas, x, y);
    for (int i = 0; i < width; i++)
        cell[i] = (Cell){.style = style};
    return cell;
}

void canvas_put(Canvas *canvas, int x, int y, Style style, int32_t glyph, char ascii)
{
    if (is_inside(canvas, x, y))
        take_cell(canvas, x, y, 1, style)->glyph = canvas->look.is_utf8 ? glyph : (int32_t)ascii;
}

void canvas_run(Canvas *canvas, int x, int y, int cells, Style style, int32_t glyph, char ascii)
{
    const int32_t character = canvas->look.is_utf8 ? glyph : (int32_t)ascii;
    const int end = y >= 0 && y < canvas->height ? MIN_OF(x + cells, canvas->width) : x;
    for (int at = MAX_OF(x, 0); at < end; at++)
        take_cell(canvas, at, y, 1, style)->glyph = character;
}

void canvas_fill(Canvas *canvas, Rect rect, Style style)
{
    int bottom = MIN_OF(rect.y + rect.height, canvas->height);
    for (int y = MAX_OF(rect.y, 0); y < bottom; y++)
        canvas_run(canvas, rect.x, y, rect.width, style, ' ', ' ');
}

void canvas_quarters(Canvas *canvas, int x, int y, Style style, unsigned quarters)
{
    static const int32_t glyphs[] = {' ',    0x2598, 0x259D, 0x2580, 0x2596, 0x258C, 0x259E, 0x259B,
                                     0x2597, 0x259A, 0x2590, 0x259C, 0x2584, 0x2599, 0x259F, 0x2588};
    canvas_put(canvas, x, y, style, glyphs[quarters % ARRAY_LEN(glyphs)], '#');
}

void canvas_cursor(Canvas *canvas, int x, int y)
{
    canvas->cursor_x = x;
    canvas->cursor_y = y;
}

/* Reads a text character by character as it may be shown: what is harmful spelled, what cannot be seen left out, and in
 * ASCII letter by letter of the stand-ins. */
typedef struct CellReader {
    const char *at;
    size_t left;
    char instead[UTF8_SPELLED_SIZE]; /* what is shown for one character, up to its zero byte */
    size_t told;                     /* so much of that has been read */
    bool is_utf8;
} CellReader;

static CellReader read_text(const Canvas *canvas, const char *text, size_t length)
{
    return (CellReader){.at = text, .left = length, .is_utf8 = canvas->look.is_utf8};
}

/* Whether something else is shown for a character, or nothing; it is then in `instead`. */
static bool is_replaced(CellReader *reader, int32_t character, const char *bytes)
{
    const bool is_spelled = character < 0 || utf8_is_harmful(character);
    const bool is_left_out = !is_spelled && utf8_is_forbidden(character);
    const bool is_stood_for = character >= 0x80 && !reader->is_utf8;
    reader->told = 0;
    reader->instead[0] = '\0';
    if (is_spelled)
        utf8_spell(reader->instead, bytes, character);
    else if (is_stood_for && !is_left_out && utf8_width(character) > 0)
        snprintf(reader->instead, sizeof reader->instead, "%s", utf8_ascii(character));
    return is_spelled || is_left_out || is_stood_for;
}

static int32_t next_of_any(CellReader *reader, int *width)
{
    *width = 1;
    while (reader->instead[reader->told] || reader->left > 0) {
        if (reader->instead[reader->told])
            return reader->instead[reader->told++];
        size_t size = 1;
        const char *bytes = reader->at;
        const int32_t character = utf8_decode(bytes, reader->left, &size);
        reader->at += size;
        reader->left -= size;
        if (character == '\n' || character == '\t')
            return ' ';
        if (is_replaced(reader, character, bytes))
            continue;
        *width = utf8_width(character);
        return character;
    }
    return 0;
}

/* The next character and its width; 0 at the end. */
static inline int32_t reader_next(CellReader *reader, int *width)
{
    if (reader->left == 0 || *reader->at < ' ' || *reader->at > '~' || reader->instead[reader->told])
        return next_of_any(reader, width);
    *width = 1; /* as most are */
    reader->left--;
    return *reader->at++;
}

/* Whether it all fits in so many columns. No character has more of them than bytes, but some stand-ins do. */
static bool reader_fits(CellReader reader, int cells)
{
    if (reader.left <= (size_t)cells && utf8_plain(reader.at, reader.left) == reader.left)
        return true;
    int width = 0;
    while (cells >= 0 && reader_next(&reader, &width))
        cells -= width;
    return cells >= 0;
}

static void add_mark(Canvas *canvas, int x, int y, int32_t mark)
{
    Cell *cell = cell_at(canvas, x, y);
    cell->marks = marks_with(&canvas->marks, cell->marks, mark);
}

/* Puts what fits in `cells` columns; returns the columns used. A mark with no letter before it is dropped. */
static int put_reader(Canvas *canvas, CellReader reader, int x, int y, int cells, Style style)
{
    int used = 0, last = -1, width = 0;
    for (int32_t character; (character = reader_next(&reader, &width));) {
        if (width == 0) {
            if (last >= 0)
                add_mark(canvas, x + last, y, character);
            continue;
        }
        if (used + width > cells)
            break;
        take_cell(canvas, x + used, y, width, style)->glyph = character;
        last = used;
        used += width;
    }
    return used;
}

/* One line; with `more` it ends in an ellipsis though it would fit. */
static int put_line(Canvas *canvas, Rect line, Style style, const char *text, size_t length, bool more)
{
    if (line.y < 0 || line.y >= canvas->height || line.x < 0)
        return 0;
    int cells = MIN_OF(line.width, canvas->width - line.x);
    if (cells <= 0)
        return 0;
    CellReader reader = read_text(canvas, text, length);
    if (!more && reader_fits(reader, cells))
        return put_reader(canvas, reader, line.x, line.y, cells, style);
    const char *ellipsis = canvas->look.is_utf8 ? "\xE2\x80\xA6" : "...";
    int ellipsis_cells = MIN_OF(canvas->look.is_utf8 ? 1 : 3, cells);
    int used = put_reader(canvas, reader, line.x, line.y, cells - ellipsis_cells, style);
    while (used > 0 && cell_at(canvas, line.x + used - 1, line.y)->glyph == ' ')
        used--;
    CellReader dots = read_text(canvas, ellipsis, strlen(ellipsis));
    return used + put_reader(canvas, dots, line.x + used, line.y, ellipsis_cells, style);
}

int canvas_text(Canvas *canvas, int x, int y, int cells, Style style, const char *text)
{
    return put_line(canvas, (Rect){x, y, cells, 1}, style, text, strlen(text), false);
}

static int shown_cells(const Canvas *canvas, const char *text, int most)
{
    CellReader reader = read_text(canvas, text, strlen(text));
    int used = 0, width = 0;
    while (used < most && reader_next(&reader, &width))
        used += width;
    return MIN_OF(used, most);
}

int canvas_text_right(Canvas *canvas, int right, int y, int cells, Style style, const char *text)
{
    int used = shown_cells(canvas, text, MIN_OF(cells, right));
    return canvas_text(canvas, right - used, y, used, style, text);
}

int canvas_paragraph(Canvas *canvas, Rect rect, Style style, const char *text)
{
    int cells = MIN_OF(rect.width, canvas->width - rect.x);
    int rows = MIN_OF(rect.height, canvas->height - rect.y);
    if (cells <= 0 || rows <= 0)
        return 0;
    Text clean = {0};
    utf8_show(&clean, text, strlen(text), !canvas->look.is_utf8);
    const char *at = text_show(&clean);
    int row = 0;
    while (*at && row < rows) {
        const char *next = at;
        size_t length = utf8_wrap(at, cells, &next);
        bool more = *next && row + 1 == rows;
        put_line(canvas, (Rect){rect.x, rect.y + row, cells, 1}, style, at, length, more);
        at = next;
        row++;
    }
    text_release(&clean);
    return row;
}

/* Roles as letters, big on a coloured ground; without colours the attributes as a hexadecimal digit. */
static char style_letter(const Canvas *canvas, const Cell *cell)
{
    static const char small[ROLE_COUNT + 1] = ".dscagwbrfhepnkl01234oiujxq_";
    static const char big[ROLE_COUNT + 1] = "TDSCAGWBRFHEPNKL05678OIUJXQ#";
    const Style style = cell->style;
    if (canvas->look.colours < 8) {
        uint8_t attributes = theme_attributes(canvas->look, style);
        return attributes ? "0123456789abcdef"[attributes & 15] : '.';
    }
    if (style.ground == ROLE_GROUND && cell->glyph == ' ' && cell->style.attributes == 0)
        return '.';
    unsigned ink = MIN_OF((unsigned)style.ink, (unsigned)ROLE_COUNT - 1);
    return style.ground == ROLE_GROUND ? small[ink] : big[ink];
}

static void add_character(Text *into, int32_t character)
{
    char bytes[4];
    text_add_span(into, bytes, utf8_write(character, bytes));
}

static void add_glyphs(const Canvas *canvas, const Cell *cell, Text *into)
{
    if (cell->glyph)
        add_character(into, cell->glyph);
    for (int32_t i = 0, mark; i < MARKS_EACH && (mark = marks_at(&canvas->marks, cell->marks, i)); i++)
        add_character(into, mark);
}

static void trim_row(Text *row, char blank, Text *into)
{
    size_t length = row->length;
    while (length > 0 && row->bytes[length - 1] == blank)
        length--;
    text_add_span(into, text_show(row), length);
    text_add_char(into, '\n');
    text_clear(row);
}

void canvas_dump(const Canvas *canvas, bool styles, Text *into)
{
    Text row = {0};
    for (int y = 0; y < canvas->height; y++) {
        for (int x = 0; x < canvas->width; x++)
            add_glyphs(canvas, cell_at(canvas, x, y), &row);
        trim_row(&row, ' ', into);
    }
    for (int y = 0; styles && y < canvas->height; y++) {
        for (int x = 0; x < canvas->width; x++)
            text_add_char(&row, style_letter(canvas, cell_at(canvas, x, y)));
        trim_row(&row, '.', into);
    }
    text_release(&row);
}
