/* SPDX-License-Identifier: MIT */
/* What commands print for people, wrapped and in columns; base/output writes it, cleaned and as the locale has it. */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"
#include "base/macros.h"
#include "base/text.h"
#include "yaml/schema.h"

enum { PRINT_WIDTH = 80 };

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

#endif
