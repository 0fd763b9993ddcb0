/* SPDX-License-Identifier: MIT */
#include "support/table.h"

#include <check.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"

enum { MOST_BYTES = 1 << 20 };

static char *without_blanks(char *text)
{
    while (isspace((unsigned char)*text))
        text++;
    for (char *end = text + strlen(text); end > text && isspace((unsigned char)end[-1]);)
        *--end = '\0';
    return text;
}

static void take_row(TableRow *row, const Table *table, char *line)
{
    size_t count = 0;
    for (size_t i = 0; i < TABLE_MOST_CELLS; i++)
        row->cells[i] = "";
    for (char *cell = line; cell; count++) {
        char *sign = strchr(cell, '|');
        ck_assert_msg(count < TABLE_MOST_CELLS, "%s:%d: too many cells", table->path, row->line);
        if (sign)
            *sign = '\0';
        row->cells[count] = without_blanks(cell);
        cell = sign ? sign + 1 : NULL;
    }
}

static size_t lines_in(const char *text)
{
    size_t count = 1;
    for (; *text; text++)
        count += *text == '\n';
    return count;
}

Table table_read(const char *path)
{
    Table table = {.path = path};
    size_t length;
    ck_assert_msg(file_read(path, MOST_BYTES, &table.text, &length) == FILE_READ, "%s cannot be read", path);
    table.rows = memory_new(lines_in(table.text) * sizeof *table.rows);
    int number = 1;
    for (char *line = table.text, *next; line; line = next, number++) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        line = without_blanks(line);
        if (*line == '\0' || *line == '#')
            continue;
        table.rows[table.count].line = number;
        take_row(&table.rows[table.count++], &table, line);
    }
    return table;
}

void table_release(Table *table)
{
    free(table->rows);
    free(table->text);
    *table = (Table){0};
}

TableRow *table_find(const Table *table, const char *first, const char *second, const char *third)
{
    for (size_t i = 0; i < table->count; i++) {
        TableRow *row = &table->rows[i];
        if (strcmp(row->cells[0], first) == 0 && (!second || strcmp(row->cells[1], second) == 0) &&
            (!third || strcmp(row->cells[2], third) == 0))
            return row;
    }
    return NULL;
}

void table_check_used(const Table *table, const char *kind)
{
    for (size_t i = 0; i < table->count; i++) {
        const TableRow *row = &table->rows[i];
        ck_assert_msg(strcmp(row->cells[0], kind) != 0 || row->is_used, "%s:%d: '%s' is not needed: %s %s", table->path,
                      row->line, kind, row->cells[1], row->cells[2]);
    }
}

TableRange table_range(const TableRow *row, size_t cell)
{
    const char *text = row->cells[cell];
    const char *dash = strchr(text, '-');
    TableRange range = {0, INT32_MAX};
    ck_assert_msg(*text == '\0' || dash, "line %d: '%s' is no range", row->line, text);
    if (dash && dash > text)
        range.low = (int32_t)strtol(text, NULL, 10);
    if (dash && dash[1])
        range.high = (int32_t)strtol(dash + 1, NULL, 10);
    return range;
}

bool table_in_range(TableRange range, int32_t value)
{
    return value >= range.low && value <= range.high;
}

bool table_has_word(const char *cell, const char *word)
{
    const size_t length = strlen(word);
    for (const char *at = cell; length > 0 && (at = strstr(at, word)) != NULL; at += length) {
        if ((at == cell || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
            return true;
    }
    return false;
}
