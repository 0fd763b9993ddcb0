/* SPDX-License-Identifier: MIT */
#include "cli/list_table.h"

#include <stdlib.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "cli/print.h"

enum { HIDDEN = -1, GAP = 2, CELL_LIMIT = 40 }; /* a column is never padded beyond CELL_LIMIT cells */
enum { INDENT = 4, LEAST_ROOM = 20 };           /* of a line of its own, and for a text to stand in its column */

void list_table_add(ListTable *table, Text cells[COLUMN_COUNT])
{
    table->rows = memory_grow(table->rows, &table->capacity, table->count + 1, sizeof *table->rows);
    for (int i = 0; i < COLUMN_COUNT; i++) {
        table->rows[table->count][i] = memory_copy_text(text_show(&cells[i]));
        text_release(&cells[i]);
    }
    table->count++;
}

/* The column of a row's last text among those that are shown. */
static int last_column(char *const cells[COLUMN_COUNT], const int widths[COLUMN_COUNT])
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
static int start_of(char *const cells[COLUMN_COUNT], const int widths[COLUMN_COUNT], int last)
{
    int start = 0;
    for (int i = 0; i < last; i++)
        if (widths[i] > 0)
            start += MAX_OF(widths[i] + GAP, utf8_cells(cells[i]) + 1);
    return start;
}

/* Whether a row is too long that would be shorter without its places, tools or areas. */
static bool is_too_wide(const ListTable *table, const int widths[COLUMN_COUNT], int width)
{
    for (size_t row = 0; row < table->count; row++) {
        char *const *cells = table->rows[row];
        const int last = last_column(cells, widths);
        if (last >= COLUMN_PLACES && start_of(cells, widths, last) + utf8_cells(cells[last]) > width)
            return true;
    }
    return false;
}

static void lay_columns(const ListTable *table, int width, int widths[COLUMN_COUNT])
{
    measure(table, widths);
    for (int i = COLUMN_AREAS; i >= COLUMN_PLACES && width > 0 && is_too_wide(table, widths, width); i--)
        widths[i] = HIDDEN;
}

static void begin_line(Text *into, int column)
{
    while (into->length > 0 && into->bytes[into->length - 1] == ' ')
        into->bytes[--into->length] = 0;
    text_add_char(into, '\n');
    text_add_repeated(into, ' ', (size_t)column);
}

/* The text that ends a row, which stands at `column`: where it has too little room there, in lines of its own. */
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

void list_table_write(const ListTable *table, int width, Text *into)
{
    int widths[COLUMN_COUNT] = {0};
    lay_columns(table, width, widths);
    for (size_t row = 0; row < table->count; row++) {
        char *const *cells = table->rows[row];
        const int last = last_column(cells, widths);
        for (int i = 0; i < last; i++)
            if (widths[i] > 0)
                print_column(into, cells[i], widths[i] + GAP);
        add_last(into, cells[last], start_of(cells, widths, last), width);
        text_add_char(into, '\n');
    }
}

void list_table_release(ListTable *table)
{
    for (size_t i = 0; i < table->count; i++)
        for (int column = 0; column < COLUMN_COUNT; column++)
            free(table->rows[i][column]);
    free(table->rows);
    *table = (ListTable){0};
}
