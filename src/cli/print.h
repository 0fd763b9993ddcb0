/* SPDX-License-Identifier: MIT */
/* Printing for people: lines, wrapped paragraphs, columns, and errors. base/output writes the text; it removes control
 * characters and adapts it to the locale. */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/diagnostic.h"
#include "base/macros.h"
#include "base/text.h"
#include "yaml/schema.h"

enum { PRINT_WIDTH = 80 };

/* How a command ends. */
enum { EXIT_FINE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

/* Whether a stream is a terminal that may be sent colours: not with NO_COLOR or TERM=dumb. */
bool print_has_colour(FILE *stream);

/* The columns of the terminal on standard output; 0: it is none. */
int print_terminal_width(void);

/* Prints `knead: ` and the message on standard error. Returns EXIT_FAILED, so that a caller can return it at once. */
int print_failure(const char *format, ...) PRINTF_LIKE(1, 2);

/* The same for a sentence, which is freed; NULL prints a general one. */
int print_failure_free(char *problem);

/* A line of advice on standard error. */
void print_note(const char *line);

void print_line(const char *format, ...) PRINTF_LIKE(1, 2);

/* Prints all problems of a file on standard error; with colours on a terminal, except with NO_COLOR or TERM=dumb.
 * `source` is the text of the file, or NULL. */
void print_diags(const DiagnosticList *diags, const char *source, size_t length);

/* Prints a paragraph, wrapped to PRINT_WIDTH. Each line is indented by `indent` columns; in the first line `lead`
 * stands in them instead, unless it is NULL. */
void print_paragraph(int indent, const char *lead, const char *text);

/* Adds the text and blanks up to `cells` columns, at least one blank. Nothing is cut. */
void print_column(Text *line, const char *text, int cells);

/* The columns that a text takes when it is printed. */
int print_cells(const char *text);

/* Words joined by ", " (or another separator). */
void print_join(Text *into, const char *const *items, size_t count, const char *separator);

/* Prints a routine file byte for byte, since it may be redirected and read again. Only on a terminal without UTF-8,
 * other characters are replaced by ASCII. */
void print_file(const char *text);

#endif
