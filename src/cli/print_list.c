/* SPDX-License-Identifier: MIT */
#include "cli/print_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/locale.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "cli/print.h"

enum { HIDDEN = -1, GAP = 2, CELL_LIMIT = 40 }; /* a column is never padded beyond CELL_LIMIT cells */
enum { INDENT = 4, LEAST_ROOM = 20 };           /* of a line of its own, and for a text to stand in its column */
enum { BRIEF = 8 };                             /* a remark that has a column of its own */

/* How narrow a column gets before the last of them goes, and how wide each gets before others do. */
static const int least[COLUMN_COUNT] = {
    [COLUMN_TITLE] = 20, [COLUMN_PLACES] = 14, [COLUMN_TOOLS] = 12, [COLUMN_AREAS] = 12};
static const int handy[COLUMN_COUNT] = {
    [COLUMN_TITLE] = 30, [COLUMN_PLACES] = 15, [COLUMN_TOOLS] = 14, [COLUMN_AREAS] = 20};

void print_list_add(ListTable *table, Text cells[COLUMN_COUNT])
{
    table->rows = memory_grow(table->rows, &table->capacity, table->count + 1, sizeof *table->rows);
    for (int i = 0; i < COLUMN_COUNT; i++) {
        table->rows[table->count][i] = memory_copy_text(text_show(&cells[i]));
        text_release(&cells[i]);
    }
    table->count++;
}

/* The column of a row's last text among those that are shown. */
static int last_column(const char *const cells[COLUMN_COUNT], const int widths[COLUMN_COUNT])
{
    int last = COLUMN_COUNT - 1;
    while (last > 0 && (widths[last] == HIDDEN || !*cells[last]))
        last--;
    return last;
}

static void measure(const ListTable *table, int widths[COLUMN_COUNT])
{
    for (int i = 0; i < COLUMN_COUNT; i++)
        for (size_t row = 0; row < table->count && i != COLUMN_PROBLEM; row++)
            widths[i] = MAX_OF(widths[i], MIN_OF(utf8_cells(table->rows[row][i]), CELL_LIMIT));
}

/* The column of cells where the text in `last` begins. */
static int start_of(const char *const cells[COLUMN_COUNT], const int widths[COLUMN_COUNT], int last)
{
    int start = 0;
    for (int i = 0; i < last; i++)
        if (widths[i] > 0)
            start += MAX_OF(widths[i] + GAP, utf8_cells(cells[i]) + 1);
    return start;
}

/* The widest remark that is brief, 0 where none is. */
static int brief_remark(const ListTable *table)
{
    int widest = 0;
    for (size_t row = 0; row < table->count; row++) {
        const int cells = utf8_cells(table->rows[row][COLUMN_REMARK]);
        widest = cells <= BRIEF ? MAX_OF(widest, cells) : widest;
    }
    return widest;
}

/* Widens one column after another as far as there is room, none beyond `most` or its widest text. Returns the rest. */
static int widen(int widths[COLUMN_COUNT], const int widest[COLUMN_COUNT], const int most[COLUMN_COUNT], int room)
{
    static const int order[] = {COLUMN_PLACES, COLUMN_TOOLS, COLUMN_TITLE, COLUMN_AREAS};
    for (size_t i = 0; i < ARRAY_LEN(order); i++) {
        const int column = order[i], wanted = MIN_OF(widest[column], most[column]) - widths[column];
        const int more = widths[column] == HIDDEN ? 0 : MAX_OF(MIN_OF(wanted, room), 0);
        widths[column] += more;
        room -= more;
    }
    return room;
}

/* From the last one on, columns go that do not fit even at their narrowest; what room is left then, the others
 * share. */
static void share_room(const ListTable *table, int width, int widths[COLUMN_COUNT])
{
    const int brief = brief_remark(table);
    int widest[COLUMN_COUNT], room = width - (brief > 0 ? GAP + brief : 0);
    for (int i = 0; i < COLUMN_COUNT; i++) {
        widest[i] = widths[i];
        widths[i] = least[i] > 0 ? MIN_OF(widths[i], least[i]) : widths[i];
        room -= i <= COLUMN_AREAS && widths[i] > 0 ? widths[i] + (i > COLUMN_ID ? GAP : 0) : 0;
    }
    for (int i = COLUMN_AREAS; i >= COLUMN_PLACES && room < 0; i--) {
        room += widths[i] > 0 ? widths[i] + GAP : 0;
        widths[i] = HIDDEN;
    }
    room = widen(widths, widest, handy, room);
    widen(widths, widest, widest, room);
}

static void begin_line(Text *into, int column)
{
    while (into->length > 0 && into->bytes[into->length - 1] == ' ')
        into->bytes[--into->length] = 0;
    text_add_char(into, '\n');
    text_add_repeated(into, ' ', (size_t)column);
}

/* A text that ends a row, which stands at `column`: where it has too little room there, in lines of its own. */
static void add_last(Text *into, const char *text, int column, int width)
{
    if (width == 0 || utf8_cells(text) <= width - column) {
        text_add(into, text);
        return;
    }
    if (width - column < LEAST_ROOM) {
        column = INDENT;
        begin_line(into, column);
    }
    while (*text) {
        const char *next = NULL;
        const size_t bytes = utf8_wrap(text, MAX_OF(width - column, LEAST_ROOM - INDENT), &next);
        text_print(into, "%.*s", (int)bytes, text);
        text = next;
        if (*text)
            begin_line(into, column);
    }
}

static const char *cut_cell(Arena *arena, const char *text, int cells)
{
    const char *dots = locale_is_utf8() ? "\xE2\x80\xA6" : "...";
    int used;
    if (utf8_cells(text) <= cells)
        return text;
    const size_t bytes = utf8_fit(text, MAX_OF(cells - utf8_cells(dots), 0), &used);
    return arena_print(arena, "%.*s%s", (int)bytes, text, dots);
}

/* The texts of a row as wide as their columns; the last one may be as wide as the room that is left. A title that
 * has no column beside it goes on in lines of its own, as what is wrong with a file does. */
static void fit_row(Arena *arena, char *const row[COLUMN_COUNT], const int widths[COLUMN_COUNT], int width,
                    const char *cells[COLUMN_COUNT])
{
    for (int i = 0; i < COLUMN_COUNT; i++)
        cells[i] = row[i];
    const int last = last_column(cells, widths);
    for (int i = COLUMN_TITLE; i <= MIN_OF(last, (int)COLUMN_AREAS) && width > 0; i++) {
        if (i < last && widths[i] > 0)
            cells[i] = cut_cell(arena, row[i], widths[i]);
        else if (i == last && i > COLUMN_TITLE)
            cells[i] = cut_cell(arena, row[i], width - start_of(cells, widths, i));
    }
}

/* The columns before the one that ends the line, and that one. */
static void add_line(Text *into, const char *const cells[COLUMN_COUNT], const int widths[COLUMN_COUNT], int last,
                     int width)
{
    for (int i = 0; i < last; i++)
        if (widths[i] > 0)
            print_column(into, cells[i], widths[i] + GAP);
    add_last(into, cells[last], start_of(cells, widths, last), width);
}

/* A remark stands beside the rest where it fits there. */
static void write_row(const char *cells[COLUMN_COUNT], const int widths[COLUMN_COUNT], int width, Text *into)
{
    const char *remark = cells[COLUMN_REMARK];
    const int start = start_of(cells, widths, COLUMN_REMARK);
    const bool is_below = *remark && width > 0 && start + utf8_cells(remark) > width;
    cells[COLUMN_REMARK] = is_below ? "" : remark;
    add_line(into, cells, widths, last_column(cells, widths), width);
    if (is_below) {
        begin_line(into, INDENT);
        add_last(into, remark, INDENT, width);
    }
    text_add_char(into, '\n');
}

void print_list_write(const ListTable *table, int width, Text *into)
{
    int widths[COLUMN_COUNT] = {0};
    measure(table, widths);
    if (width > 0)
        share_room(table, width, widths);
    for (size_t row = 0; row < table->count; row++) {
        Arena arena = {0};
        const char *cells[COLUMN_COUNT];
        fit_row(&arena, table->rows[row], widths, width, cells);
        write_row(cells, widths, width, into);
        arena_release(&arena);
    }
}

void print_list_release(ListTable *table)
{
    for (size_t i = 0; i < table->count; i++)
        for (int column = 0; column < COLUMN_COUNT; column++)
            free(table->rows[i][column]);
    free(table->rows);
    *table = (ListTable){0};
}
