/* SPDX-License-Identifier: MIT */
/* A text as its lines, for what works on the words of a file and not on what they mean. */
#ifndef ROUTINE_LINES_H
#define ROUTINE_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

typedef enum LineKind { LINE_BLANK, LINE_COMMENT, LINE_CONTENT } LineKind; /* by its first letter alone */

/* Borrowed from the text; without its end. */
typedef struct Line {
    const char *start;
    size_t length, indent; /* indent: the blanks before the first letter */
    LineKind kind;
} Line;

typedef struct LineList {
    Line *items;
    size_t count, capacity;
} LineList;

/* Into a zeroed list. False where lines end in another way than LF or CR LF, or are indented with tabs. */
bool lines_split(const char *text, size_t length, LineList *lines);
void lines_release(LineList *lines);

/* The first of the comments directly above a line that are not further in than `indent`; the line itself where there is
 * none. Further in, a block of text may have lines that look like comments. */
size_t lines_comments_above(const LineList *lines, size_t line, size_t indent);

/* The first line behind `line` with content that is not further in than `indent`, or the count. */
size_t lines_end(const LineList *lines, size_t line, size_t indent);

/* The comment at the end of a line, its sign included: where no text can hold one. *length 0: none. */
const char *line_comment(const Line *line, size_t from, size_t *length);

#endif
