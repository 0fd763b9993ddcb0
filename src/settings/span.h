/* SPDX-License-Identifier: MIT */
/* Where a key of the settings stands in their text, as bytes: its lines, what of the first one is the value, and the
 * comments between its lines, which outlive the value. It reads YAML as far as that needs it; whoever changes the text
 * by it parses the outcome. */
#ifndef SETTINGS_SPAN_H
#define SETTINGS_SPAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"
#include "base/text.h"

typedef struct Span {
    size_t start, key; /* of the key's line, behind a byte order mark; of the key */
    size_t colon;      /* behind the colon */
    size_t value;      /* what of the value stands on the key's line; empty at the colon where there is none */
    size_t value_end;
    size_t first_end; /* of the key's line, without its break; a comment may stand before it */
    size_t end;       /* the same of the line where the value ends */
    Text comments;    /* those on the lines after the first, each a line behind its break */
} Span;

/* The span of a key that stands at `mark`; text_release its comments. False where it does not begin a line, or is not
 * written as `key:`. */
bool span_find(Span *span, const char *text, size_t length, Mark mark);

/* Bytes of the byte order mark, 0 where there is none. */
size_t span_skip_mark(const char *text, size_t length);

/* Bytes of the line break at a place, 0 where there is none: LF, CR LF or CR. */
size_t span_break(const char *text, size_t length, size_t at);

/* The end of the line that a place is on. */
size_t span_line_end(const char *text, size_t length, size_t at);

/* How the text ends its lines, "\n" where it has but one. */
const char *span_line_break(const char *text, size_t length);

#endif
