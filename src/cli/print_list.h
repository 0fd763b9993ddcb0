/* SPDX-License-Identifier: MIT */
/* The table that `knead list` prints for people: a row for each routine or move, gathered first so that the columns line
 * up. */
#ifndef CLI_PRINT_LIST_H
#define CLI_PRINT_LIST_H

#include <stddef.h>

#include "base/text.h"

typedef enum ListColumn {
    COLUMN_ID,
    COLUMN_TIME,
    COLUMN_PROBLEM, /* in the place of all that follow */
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

/* A row; takes over the texts. */
void print_list_add(ListTable *table, Text cells[COLUMN_COUNT]);

/* All rows, a line for each. In `width` cells (0: as many as it takes) columns get narrower and long texts are cut; where
 * that is not enough, all rows lose their areas, then tools, then places. A remark, a title and what is wrong with a file
 * are never cut: they go on in lines of their own below. */
void print_list_write(const ListTable *table, int width, Text *into);
void print_list_release(ListTable *table);

#endif
