/* SPDX-License-Identifier: MIT */
/* All writing to standard output and standard error, except the frames of the screen (term/frame). Text for people is
 * cleaned (base/utf8) and, if the locale is not UTF-8, written in ASCII. Data for programs stays exact. Either way, no
 * control sequence that a terminal would obey gets through, wherever the text came from. */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/macros.h"
#include "base/text.h"

/* Writes text for people. Check ferror() or fflush() for failed writes. */
void output_text(FILE *stream, const char *text);

/* The same, but lets SGR sequences (bold and colour, such as `ESC [ 1;31 m`) through. The caller must have cleaned any
 * foreign text in it. */
void output_styled(FILE *stream, const char *text);

/* Appends the text as output_text would write it, for measuring and layout. */
void output_prepare(Text *into, const char *text);

/* Prints `knead: ` and the message on standard error, on one line even if the message contains newlines. */
void output_problem(const char *format, ...) PRINTF_LIKE(1, 2);
void output_problem_list(const char *format, va_list arguments) PRINTF_LIKE(1, 0);

/* Writes data for programs to standard output. Exact, except that harmful characters (utf8_is_harmful) are written as
 * \u001B; the CR of a line that ends with CR LF is not one. In JSON that means the same; other formats contain such
 * characters only in comments, if at all. False if the write failed. */
bool output_data(const char *text, size_t length);

/* Rings the terminal bell. */
void output_bell(void);

/* Sends a sequence that the terminal obeys and that shows nothing on the screen. The caller must have cleaned any
 * foreign text in it. */
void output_sequence(const char *bytes);

/* Takes the last cells of a line back on the terminal. */
void output_erase(int cells);

#endif
