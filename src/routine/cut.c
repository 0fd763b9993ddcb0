/* SPDX-License-Identifier: MIT */
#include "routine/cut.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"

typedef struct CutLine {
    const char *start, *first, *end; /* first: what is not a space; end: without the newline */
} CutLine;

/* The next line that is neither blank nor a comment; *at moves past it. False at the end. */
static bool next_line(const char **at, const char *end, CutLine *line)
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

static size_t id_length(const CutLine *line)
{
    const char *at = line->first;
    while (at < line->end && (islower((unsigned char)*at) || isdigit((unsigned char)*at) || *at == '-'))
        at++;
    bool is_key = at > line->first && at < line->end && *at == ':';
    return is_key && (at + 1 == line->end || at[1] == ' ' || at[1] == '\r') ? (size_t)(at - line->first) : 0;
}

/* `moves:` and nothing but a comment behind it. */
static bool begins_moves(const CutLine *line)
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

static size_t count_of(const char *at, const char *end, char wanted)
{
    size_t count = 0;
    while (at < end && (at = memchr(at, wanted, (size_t)(end - at)))) {
        count++;
        at++;
    }
    return count;
}

static const char *skip_blanks(const char *at, const char *end)
{
    while (at < end && isblank((unsigned char)*at))
        at++;
    return at;
}

/* Behind the dashes and the key that a line may begin with. */
static const char *find_value(const CutLine *line)
{
    const char *at = line->first, *end = line->end;
    while (at + 1 < end && *at == '-' && isblank((unsigned char)at[1]))
        at = skip_blanks(at + 1, end);
    const char *key = at;
    while (key < end && (isalnum((unsigned char)*key) || *key == '-' || *key == '_'))
        key++;
    return key < end && *key == ':' ? skip_blanks(key + 1, end) : at;
}

/* Whether what begins on a line surely ends on it. A quoted text and a list or map in brackets may go on over lines
 * that are no further in, and hold what looks like a move. */
static bool is_closed(const CutLine *line)
{
    const char *at = find_value(line), *end = line->end;
    while (end > at && isspace((unsigned char)end[-1]))
        end--;
    if (at == end || !strchr("\"'[{!?", *at))
        return true;
    char last = *at == '[' ? ']' : *at == '{' ? '}' : *at;
    bool has_pairs = (*at == '\'' || count_of(at, end, '"') % 2 == 0) &&
                     (*at == '"' || count_of(at, end, '\'') % 2 == 0);
    return *at != '!' && *at != '?' && end - at > 1 && end[-1] == last && has_pairs &&
           !memchr(at, '\\', (size_t)(end - at)) && count_of(at, end, '[') == count_of(at, end, ']') &&
           count_of(at, end, '{') == count_of(at, end, '}');
}

/* A line that ends for YAML, but not for whoever looks for newlines. */
static bool has_odd_break(const char *text, size_t length)
{
    static const char *const breaks[] = {"\r", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};
    const char *end = text + length;
    for (size_t i = 0; i < ARRAY_LEN(breaks); i++) {
        size_t size = strlen(breaks[i]);
        for (const char *at = text; (at = memchr(at, breaks[i][0], (size_t)(end - at))); at++) {
            bool is_break = (size_t)(end - at) >= size && memcmp(at, breaks[i], size) == 0;
            if (is_break && (i > 0 || at + 1 == end || at[1] != '\n'))
                return true;
        }
    }
    return false;
}

static void add_cut(CutList *cuts, const CutLine *line)
{
    cuts->items = memory_grow(cuts->items, &cuts->capacity, cuts->count + 1, sizeof(*cuts->items));
    cuts->items[cuts->count++] = (Cut){line->first, id_length(line), line->start, 0};
}

/* Where a line that is not indented begins or ends the moves; false where it cannot be told. */
static bool take_top(const CutLine *line, bool *is_in_moves)
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
    if (has_sign(text, length, '&') || has_sign(text, length, '*') || has_odd_break(text, length))
        return false;
    for (CutLine line; next_line(&at, end, &line);) {
        Cut *last = is_in_moves && cuts->count > 0 ? &cuts->items[cuts->count - 1] : NULL;
        ptrdiff_t here = line.first - line.start;
        if (indent == 0 && is_in_moves)
            indent = here;
        if (*line.first == '\t' || !is_closed(&line) || (here == 0 && !take_top(&line, &is_in_moves)))
            return false;
        /* Up to where the next one starts: what looks like a comment may be the end of a text. */
        if (last && here <= indent)
            last->length = (size_t)(line.start - last->start);
        if (here > indent || !is_in_moves || here == 0)
            continue;
        if (here != indent || id_length(&line) == 0)
            return false;
        add_cut(cuts, &line);
    }
    if (is_in_moves && cuts->count > 0)
        cuts->items[cuts->count - 1].length = (size_t)(end - cuts->items[cuts->count - 1].start);
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
