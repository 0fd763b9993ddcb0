/* SPDX-License-Identifier: MIT */
#include "yaml/slip.h"

#include <stdbool.h>
#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"

typedef struct Line {
    const char *start, *first, *end; /* first: what is not a blank */
} Line;

/* Past the line that begins at `at`. */
static const char *next_line(const char *at, const char *all)
{
    const char *newline = memchr(at, '\n', (size_t)(all - at));
    return newline ? newline + 1 : all;
}

static Line line_from(const char *start, const char *all)
{
    const char *newline = start < all ? memchr(start, '\n', (size_t)(all - start)) : NULL;
    Line line = {start, start, newline ? newline : all};
    while (line.first < line.end && *line.first == ' ')
        line.first++;
    return line;
}

static Line line_at(const char *text, size_t length, size_t number)
{
    const char *at = text, *all = text + length;
    for (; number > 0 && at < all; number--)
        at = next_line(at, all);
    return line_from(at, all);
}

/* The last line before that one on which there is anything. */
static Line line_above(const char *text, size_t length, const Line *line)
{
    Line above = {text, text, text};
    for (const char *at = line->start; at > text && above.first == above.end;) {
        for (at--; at > text && at[-1] != '\n';)
            at--;
        above = line_from(at, text + length);
    }
    return above;
}

/* The byte at libyaml's column, which counts characters. */
static const char *byte_at(const Line *line, size_t column)
{
    const char *at = line->start;
    for (size_t size; column > 0 && at < line->end; column--, at += size)
        utf8_decode(at, (size_t)(line->end - at), &size);
    return at;
}

static const char *first_colon(const Line *line)
{
    const char *colon = memchr(line->first, ':', (size_t)(line->end - line->first));
    return colon ? colon : line->end;
}

/* `hold:45s`, which is no key. */
static bool lacks_blank(const Line *line)
{
    const char *colon = first_colon(line);
    return colon + 1 < line->end && colon > line->first && colon[1] != ' ' && colon[1] != '/' && colon[1] != '\r';
}

/* A second colon in a line is part of a text; before the first one, something is wrong with the line itself. */
static const char *mapping_hint(const Line *line, const char *at, const Line *above)
{
    if (at != first_colon(line))
        return "text that holds ': ' goes in quotes; a key starts a line of its own";
    if (lacks_blank(above))
        return "write a blank behind the colon in the line above";
    if (line->first - line->start > above->first - above->start)
        return "the keys of one map start in the same column: this line is further in than the one above";
    return "the line above is no `key: value`; a comment begins with #";
}

static const char *dash_hint(const Line *line, const char *at)
{
    if (at + 1 < line->end && *at == '-' && at[1] != ' ')
        return "write a blank behind the dash, as in `- use: calf-milker`";
    return at < line->end && *at == '-' ? "the dashes of one list start in the same column"
                                        : "the keys of one map start in the same column";
}

static const char *key_hint(const Line *line, const char *at)
{
    if (at < line->end && *at == '-' && at == line->first)
        return "the dashes of one list start in the same column";
    return at > line->first ? "put the whole text in quotes; an apostrophe within '...' is written twice"
                            : "the keys of one map start in the same column";
}

static const char *token_hint(const Line *line, const char *at)
{
    if (at < line->end && *at == '\t')
        return "indent with spaces, not tabs";
    if (at == line->start && at < line->end && *at == '`')
        return "take this line out: the file begins with `knead: 1`";
    return "text that begins with this character goes in quotes";
}

const char *slip_hint(const char *problem, const char *text, size_t length, size_t line, size_t column)
{
    static const struct {
        const char *problem, *hint;
    } hints[] = {
        {"could not find expected ':'",
         "write a colon and a blank behind the key; text that goes on is further in than its key"},
        {"expected ',' or ']'", "close the list with ']'"},
        {"expected ',' or '}'", "close the map with '}'"},
        {"unexpected end of stream", "close the quote that begins here"},
        {"unknown escape character", "in double quotes a backslash is written twice"},
        {"tab character", "indent with spaces, not tabs"},
        {"alphabetic or numeric character", "text that begins with & or * goes in quotes"},
    };
    const Line here = line_at(text, length, line), above = line_above(text, length, &here);
    const char *at = byte_at(&here, column);
    if (strstr(problem, "mapping values are not allowed"))
        return mapping_hint(&here, at, &above);
    if (strstr(problem, "did not find expected '-'"))
        return dash_hint(&here, at);
    if (strstr(problem, "did not find expected key"))
        return key_hint(&here, at);
    if (strstr(problem, "cannot start any token"))
        return token_hint(&here, at);
    for (size_t i = 0; i < ARRAY_LEN(hints); i++)
        if (strstr(problem, hints[i].problem))
            return hints[i].hint;
    return NULL;
}
