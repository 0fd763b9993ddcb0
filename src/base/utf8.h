/* SPDX-License-Identifier: MIT */
/* UTF-8 and terminal cells: decoding, cleaning text from outside, the width of text on the terminal (libc's wcwidth,
 * which ncurses uses too), and wrapping to a number of columns. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* Decodes the character at `bytes`; `length` is at least 1. *size is the number of bytes it takes. A byte that is not
 * strict UTF-8 (overlong, surrogate, above U+10FFFF, truncated) gives -1 and size 1. */
int32_t utf8_decode(const char *bytes, size_t length, size_t *size);

/* Encodes one character, at most 4 bytes; returns how many. */
size_t utf8_write(int32_t character, char bytes[4]);

/* Length of the leading part that is strict UTF-8; equals `length` if all of it is. */
size_t utf8_valid(const char *bytes, size_t length);

size_t utf8_count(const char *text); /* characters */

/* Length of the leading part that is only printable ASCII and newlines. Such text needs no cleaning, and most text is
 * like that. */
size_t utf8_plain(const char *bytes, size_t length);

/* Characters that a terminal would obey, or that change the direction of the text around them: C0 and C1 controls
 * except newline and tab, DEL, bidirectional controls and marks. */
bool utf8_is_harmful(int32_t character);

/* The first harmful character of a text, or -1 where there is none. */
int32_t utf8_find_harmful(const char *text, size_t length);

/* Characters that are never sent to a terminal as they are: harmful ones, and ones that cannot be seen (zero-width
 * spaces, variation selectors, tag characters, U+FEFF, non-characters). Newline and tab count as forbidden too; -1 does
 * as well. */
bool utf8_is_forbidden(int32_t character);

/* Writes the visible replacement of a harmful character: \x1b, \u202e, or \xff for a byte that is not UTF-8. `bytes`
 * points to the character in the text; `character` is what utf8_decode returned for it. */
enum { UTF8_SPELLED_SIZE = 8 };
void utf8_spell(char spelled[UTF8_SPELLED_SIZE], const char *bytes, int32_t character);

/* Terminal cells of a character: 0 for combining marks, else 1 or 2; 1 if the C library does not know it. utf8_cells is
 * the sum over a text. */
int utf8_width(int32_t character);
int utf8_cells(const char *text);

/* How many leading bytes of `text` fit in `cells`, keeping combining marks with their letter. *used is their width in
 * cells. */
size_t utf8_fit(const char *text, int cells, int *used);

/* Takes one line of at most `cells` columns off `text` (cells >= 1). Returns its length in bytes; *next points to the
 * start of the following line, or to the final zero byte. Breaks at spaces, after hyphens and at newlines; a word
 * longer than the line is cut. */
size_t utf8_wrap(const char *text, int cells, const char **next);

/* Appends the text as it may be shown to people: harmful characters are spelled (utf8_spell), invisible ones are left
 * out. Newlines are kept, a tab becomes a space, and a letter keeps at most 4 marks. Cleaning a text twice gives the
 * same as cleaning it once. */
void utf8_clean(Text *into, const char *text, size_t length);

/* Appends the text for other programs to read: harmful characters are spelled, and all else is as it is. CR before a
 * newline is left out. */
void utf8_spell_harmful(Text *into, const char *text);

/* The same as utf8_clean for text that must stay on one line, such as a path in a message: a newline becomes \n. */
void utf8_clean_line(Text *into, const char *text, size_t length);

/* An ASCII replacement for a character ("-" for a dash, "e" for e acute, "?" if there is none better); never empty. */
const char *utf8_ascii(int32_t character);

/* Appends the cleaned text. With `is_ascii`, characters outside ASCII are replaced (utf8_ascii) and marks left out. */
void utf8_show(Text *into, const char *text, size_t length, bool is_ascii);

#endif
