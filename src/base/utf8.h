/* SPDX-License-Identifier: MIT */
/* UTF-8 and terminal cells: decoding, cleaning what came from outside, widths as the terminal will paint them
 * (libc's wcwidth, which ncurses uses too), wrapping and clipping to columns. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* The character at `bytes` (of `length` bytes, at least 1) and in *size the bytes that it takes. A byte that is not
 * strict UTF-8 (overlong, surrogate, above U+10FFFF, cut off) gives -1 and size 1. */
int32_t utf8_decode(const char *bytes, size_t length, size_t *size);

/* Writes one character, at most 4 bytes; returns how many. */
size_t utf8_write(int32_t character, char bytes[4]);

/* Length of the part from the start that is strict UTF-8: `length` where all of it is. */
size_t utf8_valid(const char *bytes, size_t length);

size_t utf8_count(const char *text); /* characters */

/* Length of the part from the start that needs no further look: printable ASCII and newlines. Most text is all that. */
size_t utf8_plain(const char *bytes, size_t length);

/* What a terminal would obey, or what changes the direction of what stands beside it: C0 and C1 controls but newline and
 * tab, DEL, bidirectional controls and marks. */
bool utf8_is_harmful(int32_t character);

/* What a terminal or a person must never be sent: what is harmful, and what cannot be seen: zero-width spaces, variation
 * selectors, tag characters, U+FEFF, non-characters. Newline and tab count as forbidden. */
bool utf8_is_forbidden(int32_t character);

/* What stands for what is harmful where people see it: \x1b, \u202e, and \xff for a byte that is not UTF-8. `bytes` is
 * where it stands, `character` what utf8_decode says of it. */
enum { UTF8_SPELLED_SIZE = 8 };
void utf8_spell(char spelled[UTF8_SPELLED_SIZE], const char *bytes, int32_t character);

/* Cells that a character takes: 0 for combining marks, 1 or 2; 1 for what the C library does not know. */
int utf8_width(int32_t character);
int utf8_cells(const char *text);

/* The bytes from the start of `text` that fit in `cells`, never parting a mark from its letter; *used: their width. */
size_t utf8_fit(const char *text, int cells, int *used);

/* One line of `text` for `cells` columns: returns its bytes, and in *next where the line after it starts (the final
 * zero byte at the end). Breaks at spaces, after hyphens and at newlines; a longer word is cut. cells >= 1. */
size_t utf8_wrap(const char *text, int cells, const char **next);

/* The text as people may be shown it: what is harmful is spelled, what cannot be seen is left out (newline kept, tab as a
 * space, at most 4 marks on a letter). Cleaning again changes nothing. */
void utf8_clean(Text *into, const char *text, size_t length);

/* The same for what has to stay on one line, such as a path in a message: a newline is spelled \n. */
void utf8_clean_line(Text *into, const char *text, size_t length);

/* A plain ASCII stand-in for a character ("-" for a dash, "e" for e acute, "?" at last); never empty. */
const char *utf8_ascii(int32_t character);

/* The cleaned text; with `is_ascii` stand-ins are put for all that is not ASCII, and marks are left out. */
void utf8_show(Text *into, const char *text, size_t length, bool is_ascii);

#endif
