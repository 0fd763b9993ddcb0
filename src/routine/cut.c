/* SPDX-License-Identifier: MIT */
#include "routine/cut.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

typedef struct Line {
    const char *start, *first, *end; /* first: what is not a space; end: without the newline */
} Line;

/* The next line that is neither blank nor a comment; *at moves past it. False at the end. */
static bool next_line(const char **at, const char *end, Line *line)
{
    while (*at < end) {
        const char *newline = memchr(*at, '\n', (size_t)(end - *at));
        line->start = line->first = *at;
        line->end = newline ? newline : end;
        *at = newline ? newline + 1 : end;
        while (line->first < line->end && *line->first == ' ')
            line->first++;
        if (line->first < line->end && *line->first != '#' && *line->first != '\r')
            return true;
    }
    return false;
}

static size_t id_length(const Line *line)
{
    const char *at = line->first;
    while (at < line->end && (islower((unsigned char)*at) || isdigit((unsigned char)*at) || *at == '-'))
        at++;
    bool is_key = at > line->first && at < line->end && *at == ':';
    return is_key && (at + 1 == line->end || at[1] == ' ' || at[1] == '\r') ? (size_t)(at - line->first) : 0;
}

/* `moves:` and nothing but a comment behind it. */
static bool begins_moves(const Line *line)
{
    const char *at = line->first + id_length(line) + 1;
    if (id_length(line) != 5 || memcmp(line->first, "moves", 5) != 0)
        return false;
    while (at < line->end && (*at == ' ' || *at == '\r'))
        at++;
    return at == line->end || *at == '#';
}

/* An anchor or an alias: parts of the file need each other then. */
static bool has_sign(const char *text, size_t length, char sign)
{
    const char *end = text + length;
    for (const char *at = text; (at = memchr(at, sign, (size_t)(end - at))); at++)
        if (at + 1 < end && !isspace((unsigned char)at[1]))
            return true;
    return false;
}

static void add_cut(CutList *cuts, const Line *line)
{
    cuts->items = memory_grow(cuts->items, &cuts->capacity, cuts->count + 1, sizeof(*cuts->items));
    cuts->items[cuts->count++] = (Cut){line->first, id_length(line), line->start, 0};
}

/* Where a line that is not indented begins or ends the moves; false where it cannot be told. */
static bool take_top(const Line *line, bool *is_in_moves)
{
    bool begins = begins_moves(line);
    bool is_plain = id_length(line) > 0 && (begins || memcmp(line->first, "moves:", 6) != 0);
    bool is_second = begins && *is_in_moves;
    *is_in_moves = begins;
    return is_plain && !is_second;
}

bool cut_all(const char *text, size_t length, CutList *cuts)
{
    const char *at = text, *end = text + length;
    ptrdiff_t indent = 0;
    bool is_in_moves = false;
    if (has_sign(text, length, '&') || has_sign(text, length, '*'))
        return false;
    for (Line line; next_line(&at, end, &line);) {
        Cut *last = is_in_moves && cuts->count > 0 ? &cuts->items[cuts->count - 1] : NULL;
        ptrdiff_t here = line.first - line.start;
        if (indent == 0 && is_in_moves)
            indent = here;
        if (*line.first == '\t' || (here == 0 && !take_top(&line, &is_in_moves)))
            return false;
        if (here > indent || !is_in_moves || here == 0) {
            if (last && here > 0)
                last->length = (size_t)(line.end - last->start);
            continue;
        }
        if (here != indent || id_length(&line) == 0)
            return false;
        add_cut(cuts, &line);
        last = &cuts->items[cuts->count - 1];
        last->length = (size_t)(line.end - last->start);
    }
    return cuts->count > 0;
}

const Cut *cut_find(const CutList *cuts, const char *id)
{
    size_t length = strlen(id);
    for (size_t i = 0; i < cuts->count; i++)
        if (cuts->items[i].id_length == length && memcmp(cuts->items[i].id, id, length) == 0)
            return &cuts->items[i];
    return NULL;
}

void cut_release(CutList *cuts)
{
    free(cuts->items);
    *cuts = (CutList){0};
}
