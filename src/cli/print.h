/* SPDX-License-Identifier: MIT */
/* What commands print for people, wrapped and in columns, and how they fail; base/output writes it, cleaned and as the
 * locale has it. */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"
#include "base/macros.h"
#include "base/text.h"
#include "yaml/schema.h"

enum { PRINT_WIDTH = 80 };

/* How a command ends. */
enum { EXIT_FINE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

/* `knead: ` and the message on standard error; returns EXIT_FAILED, so that a failure is one line. */
int print_failure(const char *format, ...) PRINTF_LIKE(1, 2);

/* The same for a sentence that is freed. */
int print_failure_free(char *problem);

/* A line of advice on standard error. */
void print_note(const char *line);

void print_line(const char *format, ...) PRINTF_LIKE(1, 2);

/* All problems of a file on standard error, with colour on a terminal, but for NO_COLOR and TERM=dumb. `source` is its text, or NULL. */
void print_diags(const DiagnosticList *diags, const char *source, size_t length);

/* A paragraph, wrapped to PRINT_WIDTH, every line behind `indent` blanks, the first behind `lead` instead where that is
 * not NULL. */
void print_paragraph(int indent, const char *lead, const char *text);

/* A column of `cells`: the text and the blanks that fill it (one at least); nothing is cut. */
void print_column(Text *line, const char *text, int cells);

/* The cells that a text takes where it is printed. */
int print_cells(const char *text);

/* Words joined by ", " (or another separator). */
void print_join(Text *into, const char *const *items, size_t count, const char *separator);

/* A routine's file: exactly, for it is redirected and read again; a terminal without UTF-8 is sent stand-ins. */
void print_file(const char *text);

/* What `knead list` prints for people: a row for each routine or move, gathered first so that the columns line up. */
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
