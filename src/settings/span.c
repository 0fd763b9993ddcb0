/* SPDX-License-Identifier: MIT */
#include "settings/span.h"

#include <string.h>

/* A reading of one key's value, byte by byte. */
typedef struct Scan {
    const char *text, *line_break;
    size_t length, at;
    size_t depth;     /* of brackets */
    bool is_at_start; /* a quote or a bracket here would be one, not a part of a word */
    size_t end;       /* of the value so far */
    size_t certain;   /* bytes of the comments that stand before that end, or on its line */
    Span *span;
} Scan;

size_t span_skip_mark(const char *text, size_t length)
{
    return length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

size_t span_break(const char *text, size_t length, size_t at)
{
    if (at >= length)
        return 0;
    if (text[at] == '\r')
        return at + 1 < length && text[at + 1] == '\n' ? 2 : 1;
    return text[at] == '\n';
}

size_t span_line_end(const char *text, size_t length, size_t at)
{
    while (at < length && !span_break(text, length, at))
        at++;
    return at;
}

const char *span_line_break(const char *text, size_t length)
{
    size_t at = span_line_end(text, length, 0);
    size_t size = span_break(text, length, at);
    return size == 2 ? "\r\n" : size == 1 && text[at] == '\r' ? "\r" : "\n";
}

static size_t line_start(const char *text, size_t length, size_t at)
{
    while (at > 0 && text[at - 1] != '\n' && text[at - 1] != '\r')
        at--;
    return at == 0 ? span_skip_mark(text, length) : at;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t';
}

static size_t skip_spaces(const char *text, size_t length, size_t at)
{
    while (at < length && is_space(text[at]))
        at++;
    return at;
}

static bool is_blank_at(const Scan *scan, size_t at)
{
    return at >= scan->length || is_space(scan->text[at]) || span_break(scan->text, scan->length, at);
}

/* Behind the quote that closes the one at `at`. */
static size_t skip_quoted(const char *text, size_t length, size_t at)
{
    char quote = text[at++];
    while (at < length) {
        bool is_pair = quote == '"' ? text[at] == '\\' : text[at] == '\'' && at + 1 < length && text[at + 1] == '\'';
        if (is_pair)
            at += 2;
        else if (text[at++] == quote)
            break;
    }
    return at < length ? at : length;
}

/* What lies up to `until` is the value's. */
static void take_to(Scan *scan, size_t until)
{
    Span *span = scan->span;
    if (scan->at < span->first_end) {
        if (span->value_end == span->colon)
            span->value = scan->at;
        span->value_end = until < span->first_end ? until : span->first_end;
    }
    scan->at = scan->end = until;
    scan->certain = span->comments.length;
}

static void take_comment(Scan *scan)
{
    size_t until = span_line_end(scan->text, scan->length, scan->at);
    if (scan->at >= scan->span->first_end) {
        Text *comments = &scan->span->comments;
        size_t start = line_start(scan->text, scan->length, scan->at);
        text_add(comments, scan->line_break);
        text_add_span(comments, scan->text + start, skip_spaces(scan->text, scan->length, start) - start);
        text_add_span(comments, scan->text + scan->at, until - scan->at);
        if (scan->end > start)
            scan->certain = comments->length;
    }
    scan->at = until;
    scan->is_at_start = true;
}

/* The lines of text under `|` or `>`: as deep as their first, or empty. */
static void take_block_text(Scan *scan)
{
    size_t at = span_line_end(scan->text, scan->length, scan->at), depth = 0, until = at;
    for (size_t size; (size = span_break(scan->text, scan->length, at)) > 0;) {
        size_t start = at + size, text_start = start;
        while (text_start < scan->length && scan->text[text_start] == ' ')
            text_start++;
        at = span_line_end(scan->text, scan->length, text_start);
        if (text_start == at)
            continue;
        depth = depth ? depth : text_start - start;
        if (depth == 0 || text_start - start < depth)
            break;
        until = at;
    }
    take_to(scan, until);
}

/* `|` or `>`, what is said with it, and its lines. */
static void take_block(Scan *scan)
{
    size_t until = scan->at;
    while (!is_blank_at(scan, until))
        until++;
    take_to(scan, until);
    scan->at = skip_spaces(scan->text, scan->length, scan->at);
    if (scan->at < scan->length && scan->text[scan->at] == '#')
        take_comment(scan);
    take_block_text(scan);
    scan->is_at_start = true;
}

/* An anchor or a tag: what it stands before starts behind it. */
static void take_property(Scan *scan)
{
    size_t until = scan->at;
    while (!is_blank_at(scan, until) && !(scan->depth > 0 && strchr(",[]{}", scan->text[until])))
        until++;
    take_to(scan, until);
}

static void take_byte(Scan *scan)
{
    char byte = scan->text[scan->at];
    bool opens = strchr("[{", byte) && (scan->is_at_start || scan->depth > 0);
    bool closes = strchr("]}", byte) && scan->depth > 0;
    bool parts = (byte == ',' && scan->depth > 0) || (strchr("-?:", byte) && is_blank_at(scan, scan->at + 1));
    if (opens)
        scan->depth++;
    else if (closes)
        scan->depth--;
    scan->is_at_start = opens || parts;
    take_to(scan, scan->at + 1);
}

static void take_token(Scan *scan)
{
    char byte = scan->text[scan->at];
    if (scan->is_at_start && (byte == '\'' || byte == '"')) {
        take_to(scan, skip_quoted(scan->text, scan->length, scan->at));
        scan->is_at_start = false;
    } else if (scan->is_at_start && scan->depth == 0 && (byte == '|' || byte == '>')) {
        take_block(scan);
    } else if (scan->is_at_start && (byte == '&' || byte == '!')) {
        take_property(scan);
    } else {
        take_byte(scan);
    }
}

/* Goes to the next line. False where it is no longer the value's: it is as far to the left as the key and neither a
 * comment nor an entry of a list. */
static bool next_line(Scan *scan)
{
    scan->at += span_break(scan->text, scan->length, scan->at);
    size_t at = scan->at;
    while (at < scan->length && scan->text[at] == ' ')
        at++;
    if (scan->depth > 0 || at == scan->length || span_break(scan->text, scan->length, at) || scan->text[at] == '#')
        return true;
    size_t indent = at - scan->at, key_indent = scan->span->key - scan->span->start;
    bool is_entry = scan->text[at] == '-' && is_blank_at(scan, at + 1);
    return indent > key_indent || (indent == key_indent && is_entry);
}

static void scan_value(Scan *scan)
{
    for (bool goes_on = true; goes_on && scan->at < scan->length;) {
        if (span_break(scan->text, scan->length, scan->at))
            goes_on = next_line(scan);
        else if (is_space(scan->text[scan->at]))
            scan->at++;
        else if (scan->text[scan->at] == '#' && is_blank_at(scan, scan->at - 1))
            take_comment(scan);
        else
            take_token(scan);
    }
}

/* The byte at a mark: the last that is not behind it. Halving: a mark only grows with the place, and nothing else knows
 * how libyaml counts. */
static size_t place_of(const char *text, size_t length, Mark mark)
{
    size_t place = span_skip_mark(text, length), beyond = length;
    while (beyond - place > 1) {
        size_t middle = place + (beyond - place) / 2;
        Mark found = diagnostic_mark_at(text, length, middle);
        if (found.line < mark.line || (found.line == mark.line && found.column <= mark.column))
            place = middle;
        else
            beyond = middle;
    }
    return place;
}

/* Behind the colon of the key at `at`; 0 where there is none. */
static size_t skip_key(const char *text, size_t length, size_t at)
{
    if (at < length && (text[at] == '"' || text[at] == '\''))
        at = skip_quoted(text, length, at);
    else
        while (at < length && ((text[at] >= 'a' && text[at] <= 'z') || text[at] == '_' || text[at] == '-'))
            at++;
    at = skip_spaces(text, length, at);
    return at < length && text[at] == ':' ? at + 1 : 0;
}

bool span_find(Span *span, const char *text, size_t length, Mark mark)
{
    *span = (Span){.key = place_of(text, length, mark)};
    span->start = line_start(text, length, span->key);
    for (size_t at = span->start; at < span->key; at++)
        if (text[at] != ' ')
            return false;
    span->colon = span->value = span->value_end = skip_key(text, length, span->key);
    if (span->colon == 0)
        return false;
    span->first_end = span_line_end(text, length, span->colon);

    Scan scan = {text, span_line_break(text, length), length, span->colon, 0, true, span->colon, 0, span};
    scan_value(&scan);
    span->end = span_line_end(text, length, scan.end);
    span->comments.length = scan.certain;
    if (span->comments.bytes)
        span->comments.bytes[scan.certain] = '\0';
    return true;
}
