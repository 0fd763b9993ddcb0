/* SPDX-License-Identifier: MIT */
#include "routine/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* What libyaml takes for the end of a line besides LF and CR LF: a lone CR, U+0085, U+2028, U+2029. */
static bool has_odd_break(const Line *line)
{
    for (size_t i = 0; i < line->length; i++) {
        const char *at = line->start + i;
        const size_t left = line->length - i;
        if (*at == '\r' || (left > 1 && memcmp(at, "\xC2\x85", 2) == 0) ||
            (left > 2 && (memcmp(at, "\xE2\x80\xA8", 3) == 0 || memcmp(at, "\xE2\x80\xA9", 3) == 0)))
            return true;
    }
    return false;
}

static Line look(const char *start, size_t length)
{
    Line line = {.start = start, .length = length > 0 && start[length - 1] == '\r' ? length - 1 : length};
    while (line.indent < line.length && start[line.indent] == ' ')
        line.indent++;
    const bool is_blank = line.indent == line.length;
    line.kind = is_blank ? LINE_BLANK : start[line.indent] == '#' ? LINE_COMMENT : LINE_CONTENT;
    return line;
}

bool lines_split(const char *text, size_t length, LineList *lines)
{
    bool is_plain = true;
    for (const char *at = text, *end = text + length; at < end;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline ? newline : end;
        const Line line = look(at, (size_t)(stop - at));
        is_plain = is_plain && !has_odd_break(&line) && (line.kind != LINE_CONTENT || line.start[line.indent] != '\t');
        lines->items = memory_grow(lines->items, &lines->capacity, lines->count + 1, sizeof(*lines->items));
        lines->items[lines->count++] = line;
        at = newline ? newline + 1 : end;
    }
    return is_plain;
}

void lines_release(LineList *lines)
{
    free(lines->items);
    *lines = (LineList){0};
}

size_t lines_comments_above(const LineList *lines, size_t line, size_t indent)
{
    while (line > 0 && line <= lines->count && lines->items[line - 1].kind == LINE_COMMENT &&
           lines->items[line - 1].indent <= indent)
        line--;
    return line;
}

size_t lines_end(const LineList *lines, size_t line, size_t indent)
{
    size_t end = line + 1;
    while (end < lines->count && (lines->items[end].kind != LINE_CONTENT || lines->items[end].indent > indent))
        end++;
    return end;
}

const char *line_comment(const Line *line, size_t from, size_t *length)
{
    for (size_t i = from; i < line->length; i++)
        if (line->start[i] == '#' && (i == 0 || line->start[i - 1] == ' ' || line->start[i - 1] == '\t')) {
            *length = line->length - i;
            return line->start + i;
        }
    *length = 0;
    return NULL;
}
