/* SPDX-License-Identifier: MIT */
/* The table that `knead list` prints for people: one row for each routine or move. All rows are collected first, so
 * that the columns line up. */
#ifndef CLI_PRINT_LIST_H
#define CLI_PRINT_LIST_H

#include <stddef.h>

#include "base/text.h"

typedef enum ListColumn {
    COLUMN_ID,
    COLUMN_TIME,
    COLUMN_PROBLEM, /* replaces all columns that follow */
    COLUMN_TITLE,
    COLUMN_PLACES,
    COLUMN_TOOLS,
    COLUMN_AREAS,
    COLUMN_REMARK,
    COLUMN_COUNT
} ListColumn;

typedef struct ListTable {
    char *(*rows)[COLUMN_COUNT]; /* owned */
    size_t count, capacity;
} ListTable;

/* Adds a row; takes over the texts. */
void print_list_add(ListTable *table, Text cells[COLUMN_COUNT]);

/* Adds all rows, one line each, at most `width` columns wide (0: no limit). If they are too wide, columns get narrower
 * and texts are cut; if that is not enough, areas are left out in all rows, then tools, then places. Remarks, problems
 * and a title with nothing after it are not cut: they go on in lines below. */
void print_list_write(const ListTable *table, int width, Text *into);
void print_list_release(ListTable *table);

#endif
