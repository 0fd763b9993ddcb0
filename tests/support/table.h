/* SPDX-License-Identifier: MIT */
/* A table of data in a text file: a row a line, its cells parted by `|`. Blanks around a cell do not count. Empty lines
 * and lines that begin with # are left out. */
#ifndef SUPPORT_TABLE_H
#define SUPPORT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TABLE_MOST_CELLS = 8 };

typedef struct TableRow {
    const char *cells[TABLE_MOST_CELLS]; /* those that are not there are "" */
    int line;
    bool is_used; /* for the test, which asks at its end for rows that it never needed */
} TableRow;

typedef struct Table {
    const char *path; /* borrowed */
    char *text;
    TableRow *rows;
    size_t count;
} Table;

/* Fails the test where the file cannot be read. */
Table table_read(const char *path);
void table_release(Table *table);

/* The first row whose cells begin with these; NULL as `second` or `third`: any. NULL: there is none. */
TableRow *table_find(const Table *table, const char *first, const char *second, const char *third);

/* Fails the test at the first row of a kind (its first cell) that was never used. */
void table_check_used(const Table *table, const char *kind);

/* "20-60", "60-", "-60", or "-" and "" for any. */
typedef struct TableRange {
    int32_t low, high;
} TableRange;
TableRange table_range(const TableRow *row, size_t cell);
bool table_in_range(TableRange range, int32_t value);

/* Whether a word is among those of a cell, which blanks part. */
bool table_has_word(const char *cell, const char *word);

#endif
