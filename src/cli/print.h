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

#endif
