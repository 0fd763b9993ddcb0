/* SPDX-License-Identifier: MIT */
/* The way out: all that is written to standard output and standard error, but for the frames of a screen (term/frame).
 * What a person reads is cleaned (base/utf8) and, where the locale has no UTF-8, written in ASCII; what a program reads
 * stays exact. Nothing that a terminal would obey passes, wherever a text came from. */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/macros.h"
#include "base/text.h"

/* For people. Whether it could be written is told by ferror(), or by fflush(). */
void output_text(FILE *stream, const char *text);

/* The same, where bold and colour (`ESC [ 1;31 m`) pass: for what has cleaned all that stands between them. */
void output_styled(FILE *stream, const char *text);

/* The text as output_text writes it, to be measured and laid out. */
void output_prepare(Text *into, const char *text);

/* What went wrong, on standard error: `knead: ` and the message, on one line whatever is in it. */
void output_problem(const char *format, ...) PRINTF_LIKE(1, 2);
void output_problem_list(const char *format, va_list arguments) PRINTF_LIKE(1, 0);

/* For programs, on standard output: as it is, but for what is harmful, which is written as \u001B. In JSON that means
 * the same; other texts have none of it, or only in comments. False where it could not be written. */
bool output_data(const char *text, size_t length);

/* Rings. */
void output_bell(void);

#endif
