/* SPDX-License-Identifier: MIT */
#include "yaml/emit.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "base/utf8.h"

enum { WIDTH = 120, LEAST_WIDTH = 40, STEP = 2, KEY_CELLS = 16 };

/* Words that YAML, or an older one, takes for something else than text. */
static bool is_special(const char *text, size_t length)
{
    static const char *const words[] = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"};
    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        if (strlen(words[i]) == length && strncasecmp(words[i], text, length) == 0)
            return true;
    return false;
}

/* Whether it begins with a letter, and has letters, digits and those signs alone; none of them ends a text where it
 * stands. */
static bool is_harmless(const char *text, size_t length, const char *signs)
{
    if (length == 0 || !isalpha((unsigned char)text[0]) || text[length - 1] == ' ' || is_special(text, length))
        return false;
    for (size_t i = 0; i < length; i++)
        if (!isalnum((unsigned char)text[i]) && (!text[i] || !strchr(signs, text[i])))
            return false;
    return true;
}

/* Such a character goes between quotes as it is. */
static bool is_printable(int32_t character)
{
    return character >= ' ' && character != 0x7F && (character < 0x80 || character >= 0xA0) && character != 0x2028 &&
           character != 0x2029 && !utf8_is_forbidden(character);
}

static void add_quoted(Text *into, const char *text, size_t length)
{
    text_add_char(into, '"');
    for (size_t at = 0, size; at < length; at += size) {
        const int32_t character = utf8_decode(text + at, length - at, &size);
        if (character == '"' || character == '\\')
            text_add_char(into, '\\');
        if (character == '\n' || character == '\t')
            text_add(into, character == '\n' ? "\\n" : "\\t");
        else if (is_printable(character))
            text_add_span(into, text + at, size);
        else if (character > 0xFFFF)
            text_print(into, "\\U%08X", (unsigned)character);
        else
            text_print(into, "\\u%04X", (unsigned)character);
    }
    text_add_char(into, '"');
}

static bool is_one_line(const char *text, size_t length)
{
    for (size_t at = 0, size; at < length; at += size)
        if (!is_printable(utf8_decode(text + at, length - at, &size)))
            return false;
    return length > 0;
}

/* What is written without quotes was good at one place of a file, so it is at any other, if it is on one line. */
static bool stays_plain(const char *text, size_t length, bool was_plain)
{
    return (was_plain && is_one_line(text, length)) || is_harmless(text, length, " ,.;-?!'()/%&+");
}

void emit_scalar(Text *into, const char *text, size_t length, bool was_plain)
{
    if (stays_plain(text, length, was_plain))
        text_add_span(into, text, length);
    else
        add_quoted(into, text, length);
}

/* Whether it can stand as lines below its key: no blanks where they would be lost or mean something. */
static bool suits_block(const char *text, size_t length, bool is_folded)
{
    if (length == 0 || strchr(" \n", text[0]) || strchr(" \n", text[length - 1]))
        return false;
    for (size_t at = 0, size; at < length; at += size) {
        const int32_t character = utf8_decode(text + at, length - at, &size);
        const bool is_break = character == '\n' && !is_folded;
        if (!is_break && !is_printable(character))
            return false;
        if (is_break && (text[at - 1] == ' ' || text[at + 1] == ' '))
            return false;
        if (is_folded && character == ' ' && text[at + 1] == ' ')
            return false;
    }
    return true;
}

/* The bytes of one line: words up to `cells`, at least one. Only a blank parts words. */
static size_t fold(const char *text, size_t length, size_t cells)
{
    size_t fits = 0;
    for (size_t at = 0, count = 0, size; at < length; at += size, count++) {
        utf8_decode(text + at, length - at, &size);
        if (text[at] == ' ')
            fits = at;
        if (count >= cells && fits > 0)
            return fits;
    }
    return length;
}

/* In lines of their width, each behind `sign`. */
static void add_folded(Text *into, size_t indent, const char *sign, const char *text, size_t length)
{
    const size_t before = indent + strlen(sign), cells = before + LEAST_WIDTH < WIDTH ? WIDTH - before : LEAST_WIDTH;
    for (size_t bytes, past; length > 0; text += past, length -= past) {
        bytes = fold(text, length, cells);
        past = MIN_OF(bytes + 1, length);
        text_print(into, "%*s%s%.*s\n", (int)indent, "", sign, (int)bytes, text);
    }
}

static void add_literal(Text *into, size_t indent, const char *text, size_t length)
{
    for (size_t bytes, past; length > 0; text += past, length -= past) {
        const char *end = memchr(text, '\n', length);
        bytes = end ? (size_t)(end - text) : length;
        past = MIN_OF(bytes + 1, length);
        text_print(into, "%*s%.*s\n", (int)indent, "", (int)bytes, text);
    }
}

static void emit_text(Text *into, size_t indent, const Node *value)
{
    const bool is_long = indent + value->length > WIDTH / 4 * 3;
    if (is_long && suits_block(value->text, value->length, true)) {
        text_add(into, " >-\n");
        add_folded(into, indent + STEP, "", value->text, value->length);
    } else if (memchr(value->text, '\n', value->length) && suits_block(value->text, value->length, false)) {
        text_add(into, " |-\n");
        add_literal(into, indent + STEP, value->text, value->length);
    } else {
        text_add_char(into, ' ');
        emit_scalar(into, value->text, value->length, value->is_plain);
        text_add_char(into, '\n');
    }
}

static void add_key(Text *into, const Entry *entry)
{
    emit_scalar(into, entry->key->text, entry->key->length, entry->key->is_plain);
    text_add_char(into, ':');
}

/* Words that stood beside each other on one line: `[calves, feet]`. */
static bool is_row(const Node *list, size_t indent)
{
    size_t cells = indent + KEY_CELLS;
    for (const Entry *entry = list->entries; entry; entry = entry->next) {
        if (list->kind != NODE_LIST || entry->value->mark.line != list->mark.line ||
            entry->value->kind != NODE_SCALAR || !is_harmless(entry->value->text, entry->value->length, "-| "))
            return false;
        cells += entry->value->length + strlen(", ");
    }
    return cells <= WIDTH;
}

static void add_row(Text *into, const Node *list)
{
    text_add(into, " [");
    for (const Entry *entry = list->entries; entry; entry = entry->next) {
        text_add_span(into, entry->value->text, entry->value->length);
        text_add(into, entry->next ? ", " : "]\n");
    }
}

static void emit_value(Text *into, size_t indent, const Node *value, const EmitSource *source);

/* A map behind a dash begins on the dash's line. */
static void emit_item(Text *into, size_t indent, const Node *item, const EmitSource *source)
{
    const bool is_map = item->kind == NODE_MAP && item->count > 0;
    emit_comments(into, indent, source, item->mark, true);
    emit_comments(into, indent, source, is_map ? item->entries->key->mark : item->mark, false);
    text_add_repeated(into, ' ', indent);
    text_add_char(into, '-');
    if (!is_map) {
        emit_value(into, indent, item, source);
        return;
    }
    text_add_char(into, ' ');
    add_key(into, item->entries);
    emit_value(into, indent + STEP, item->entries->value, source);
    for (const Entry *entry = item->entries->next; entry; entry = entry->next) {
        emit_comments(into, indent + STEP, source, entry->key->mark, false);
        emit_entry(into, indent + STEP, entry, source);
    }
}

static void emit_value(Text *into, size_t indent, const Node *value, const EmitSource *source)
{
    if (value->kind == NODE_SCALAR) {
        emit_text(into, indent, value);
    } else if (value->count == 0) {
        text_add(into, value->kind == NODE_LIST ? " []\n" : " {}\n");
    } else if (is_row(value, indent)) {
        add_row(into, value);
    } else {
        text_add_char(into, '\n');
        for (const Entry *entry = value->entries; entry; entry = entry->next) {
            if (value->kind == NODE_LIST) {
                emit_item(into, indent + STEP, entry->value, source);
                continue;
            }
            emit_comments(into, indent + STEP, source, entry->key->mark, false);
            emit_entry(into, indent + STEP, entry, source);
        }
    }
}

void emit_entry(Text *into, size_t indent, const Entry *entry, const EmitSource *source)
{
    text_add_repeated(into, ' ', indent);
    add_key(into, entry);
    emit_value(into, indent, entry->value, source);
}

void emit_comment(Text *into, size_t indent, const char *comment)
{
    Text cleaned = {0};
    utf8_clean(&cleaned, comment, strlen(comment));
    for (char *at = cleaned.bytes; at && *at; at++)
        *at = *at == '\n' ? ' ' : *at;
    add_folded(into, indent, "# ", text_show(&cleaned), cleaned.length);
    text_release(&cleaned);
}

/* A line of a text, from 0, without its end; `start` is NULL behind the last one. */
typedef struct SourceLine {
    const char *start;
    size_t length, indent; /* indent: the blanks before the first letter */
} SourceLine;

static SourceLine line_at(const EmitSource *source, size_t number)
{
    const char *at = source->text, *end = at + source->length;
    for (; number > 0 && at < end; number--) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline ? newline + 1 : end;
    }
    if (number > 0 || at == end)
        return (SourceLine){0};
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    SourceLine line = {.start = at, .length = (size_t)((newline ? newline : end) - at)};
    while (line.length > 0 && strchr("\r ", at[line.length - 1]))
        line.length--;
    while (line.indent < line.length && at[line.indent] == ' ')
        line.indent++;
    return line;
}

static void add_comment(Text *into, size_t indent, const char *sign, size_t length)
{
    const size_t start = length > 1 && sign[1] == ' ' ? 2 : 1;
    Text words = {0};
    text_add_span(&words, sign + start, length - start);
    if (words.length == 0) {
        text_add_repeated(into, ' ', indent);
        text_add(into, "#\n");
    }
    emit_comment(into, indent, text_show(&words));
    text_release(&words);
}

/* Further in than the key, a block of text may have lines that look like comments. */
static void add_comments_above(Text *into, size_t indent, const EmitSource *source, size_t number, size_t column)
{
    size_t first = number;
    for (; first > 0; first--) {
        const SourceLine above = line_at(source, first - 1);
        if (above.indent == above.length || above.start[above.indent] != '#' || above.indent > column)
            break;
    }
    const bool has_gap = first > 0 && line_at(source, first - 1).length == 0;
    if (has_gap && into->length > 0)
        text_add_char(into, '\n');
    for (; first < number; first++) {
        const SourceLine line = line_at(source, first);
        add_comment(into, indent, line.start + line.indent, line.length - line.indent);
    }
}

/* Where there is no quote before it, a number sign behind a blank begins a comment. */
static void add_comment_behind(Text *into, size_t indent, const SourceLine *line, size_t column)
{
    for (size_t i = column; i < line->length && !strchr("'\"", line->start[i]); i++) {
        if (line->start[i] == '#' && i > 0 && strchr(" \t", line->start[i - 1])) {
            add_comment(into, indent, line->start + i, line->length - i);
            return;
        }
    }
}

void emit_comments(Text *into, size_t indent, const EmitSource *source, Mark mark, bool is_item)
{
    if (!source || mark.line == 0)
        return;
    const SourceLine line = line_at(source, mark.line - 1);
    const size_t column = mark.column - 1;
    size_t at = line.indent;
    while (at < column && at < line.length && strchr("- ", line.start[at]))
        at++;
    if (at < column || !line.start)
        return;
    const bool has_dash = line.indent < column;
    if (has_dash == is_item)
        add_comments_above(into, indent, source, mark.line - 1, line.indent);
    if (!is_item)
        add_comment_behind(into, indent, &line, column);
}

char *emit_word_list(const WordList *list, const Words *words)
{
    Text text = {0};
    for (size_t i = 0; i < list->count; i++)
        text_print(&text, "%s%s", i ? ", " : "[", words->items[list->items[i]]);
    text_add(&text, list->count ? "]" : "[]");
    return text_detach(&text);
}
