/* SPDX-License-Identifier: MIT */
/* What commands print for people: cleaned text, wrapped to the terminal, ASCII where the locale has no more. */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/diag.h"
#include "base/macros.h"
#include "base/text.h"
#include "yaml/schema.h"

enum { PRINT_WIDTH = 80 };

/* Whether a stream may carry colour: a terminal, no NO_COLOR, TERM not dumb. */
bool print_has_colour(FILE *stream);

/* A line; stand-ins replace what the locale cannot show. */
void print_line(const char *format, ...) PRINTF_LIKE(1, 2);
void print_text(FILE *stream, const char *text);

/* All problems of a file on standard error, with colour on a terminal. `source` is its text, or NULL. */
void print_diags(const DiagList *diags, const char *source, size_t length);

/* A paragraph, wrapped to PRINT_WIDTH, every line behind `indent` blanks, the first behind `lead` instead where that is
 * not NULL. */
void print_paragraph(int indent, const char *lead, const char *text);

/* A column of `cells`: the text and the blanks that fill it (one at least); nothing is cut. */
void print_column(Text *line, const char *text, int cells);

/* Words joined by ", " (or another separator). */
void print_join(Text *into, const char *const *items, size_t count, const char *separator);

#endif
