/* SPDX-License-Identifier: MIT */
#include "base/diagnostic.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* A hostile file can hold a hundred thousand problems: those behind the first so many are only counted. */
enum { MOST_GATHERED = 10 * DIAGNOSTIC_LIMIT, LONGEST_MESSAGE = 400 };

/* A source line of more cells is shown as the part around the mark. */
enum { WIDEST_LINE = 100, CELLS_BEFORE_MARK = 40, TAB_WIDTH = 4 };

void diagnostic_init(DiagnosticList *list, const char *file)
{
    *list = (DiagnosticList){0};
    list->file = file ? memory_copy_text(file) : NULL;
}

static void release_item(Diagnostic *diag)
{
    free(diag->message);
    free(diag->hint);
}

void diagnostic_release(DiagnosticList *list)
{
    for (size_t i = 0; i < list->count; i++)
        release_item(&list->items[i]);
    free(list->items);
    free(list->file);
    *list = (DiagnosticList){0};
}

static int compare_places(Mark a, Mark b)
{
    if (a.line != b.line)
        return a.line < b.line ? -1 : 1;
    return (a.column > b.column) - (a.column < b.column);
}

bool diagnostic_wants(const DiagnosticList *list)
{
    return list->count < MOST_GATHERED;
}

/* Words that hold text from a file, as they may be shown: cleaned, on one line, not endless. */
PRINTF_LIKE(1, 0)
static char *write_message(const char *format, va_list arguments)
{
    char written[LONGEST_MESSAGE];
    int length = vsnprintf(written, sizeof(written), format, arguments);
    bool is_cut = length >= (int)sizeof(written);
    size_t kept = is_cut ? sizeof(written) - 1 : (size_t)MAX_OF(length, 0);
    if (is_cut)
        kept = utf8_valid(written, kept);
    Text message = {0};
    utf8_clean_line(&message, written, kept);
    if (is_cut)
        text_add(&message, "...");
    return text_detach(&message);
}

PRINTF_LIKE(4, 0)
static void add(DiagnosticList *list, Mark mark, Severity severity, const char *format, va_list arguments)
{
    *(severity == SEVERITY_ERROR ? &list->errors : &list->warnings) += 1;
    list->hint_fits = false;
    if (!diagnostic_wants(list))
        return;
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count++] = (Diagnostic){mark, severity, write_message(format, arguments), NULL};
    list->hint_fits = true;
}

bool diagnostic_error(DiagnosticList *list, Mark mark, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(list, mark, SEVERITY_ERROR, format, arguments);
    va_end(arguments);
    return false;
}

void diagnostic_warning(DiagnosticList *list, Mark mark, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(list, mark, SEVERITY_WARNING, format, arguments);
    va_end(arguments);
}

void diagnostic_hint(DiagnosticList *list, const char *format, ...)
{
    if (!list->hint_fits || list->count == 0)
        return;
    Diagnostic *last = &list->items[list->count - 1];
    va_list arguments;
    va_start(arguments, format);
    free(last->hint);
    last->hint = write_message(format, arguments);
    va_end(arguments);
}

static bool is_same(const Diagnostic *a, const Diagnostic *b)
{
    return a->severity == b->severity && compare_places(a->mark, b->mark) == 0 && strcmp(a->message, b->message) == 0;
}

/* By insertion, which keeps the order of equal ones: few come out of order, and there are never many. */
static void sort_items(DiagnosticList *list)
{
    for (size_t i = 1; i < list->count; i++) {
        Diagnostic diag = list->items[i];
        size_t at = i;
        for (; at > 0 && compare_places(list->items[at - 1].mark, diag.mark) > 0; at--)
            list->items[at] = list->items[at - 1];
        list->items[at] = diag;
    }
}

/* A value that aliases repeat is wrong once. */
static void drop_repeated(DiagnosticList *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        Diagnostic *diag = &list->items[i];
        bool is_repeated = false;
        for (size_t j = kept; j > 0 && compare_places(list->items[j - 1].mark, diag->mark) == 0 && !is_repeated; j--)
            is_repeated = is_same(&list->items[j - 1], diag);
        if (is_repeated) {
            *(diag->severity == SEVERITY_ERROR ? &list->errors : &list->warnings) -= 1;
            release_item(diag);
        } else {
            list->items[kept++] = *diag;
        }
    }
    list->count = kept;
}

void diagnostic_sort(DiagnosticList *list)
{
    sort_items(list);
    drop_repeated(list);
    list->hint_fits = false;
    for (; list->count > DIAGNOSTIC_LIMIT; list->count--)
        release_item(&list->items[list->count - 1]);
}

void diagnostic_make_strict(DiagnosticList *list)
{
    for (size_t i = 0; i < list->count; i++)
        list->items[i].severity = SEVERITY_ERROR;
    list->errors += list->warnings;
    list->warnings = 0;
}

const char *diagnostic_first(const DiagnosticList *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].severity == SEVERITY_ERROR)
            return list->items[i].message;
    return list->count ? list->items[0].message : NULL;
}

/* A place in a source that only moves on, so that all problems together cost one reading. */
typedef struct Reader {
    const char *source;
    size_t length, at;
    uint32_t line, column;
    size_t line_start;
} Reader;

static void start_reading(Reader *reader, const char *source, size_t length)
{
    *reader = (Reader){.source = source, .length = length, .line = 1, .column = 1};
    if (length >= 3 && memcmp(source, "\xEF\xBB\xBF", 3) == 0)
        reader->at = reader->line_start = 3;
}

/* The bytes of the line break at `at`, 0 where there is none. */
static size_t break_size(const Reader *reader, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)reader->source + at;
    size_t left = reader->length - at;
    if (bytes[0] == '\n')
        return 1;
    if (bytes[0] == '\r')
        return left > 1 && bytes[1] == '\n' ? 2 : 1;
    if (bytes[0] == 0xC2)
        return left > 1 && bytes[1] == 0x85 ? 2 : 0;
    return bytes[0] == 0xE2 && left > 2 && bytes[1] == 0x80 && (bytes[2] == 0xA8 || bytes[2] == 0xA9) ? 3 : 0;
}

static void read_on(Reader *reader)
{
    size_t size = break_size(reader, reader->at);
    if (size) {
        reader->at += size;
        reader->line++;
        reader->column = 1;
        reader->line_start = reader->at;
    } else {
        utf8_decode(reader->source + reader->at, reader->length - reader->at, &size);
        reader->at += size;
        reader->column++;
    }
}

Mark diagnostic_mark_at(const char *source, size_t length, size_t offset)
{
    Reader reader;
    start_reading(&reader, source, length);
    while (reader.at < offset && reader.at < length)
        read_on(&reader);
    return (Mark){reader.line, reader.column, 1};
}

/* Goes to a mark, or to the end of its line where that is shorter. False where there is no such line. */
static bool read_to(Reader *reader, Mark mark)
{
    if (reader->line > mark.line || (reader->line == mark.line && reader->column > mark.column))
        start_reading(reader, reader->source, reader->length);
    while (reader->at < reader->length && reader->line < mark.line)
        read_on(reader);
    while (reader->at < reader->length && reader->column < mark.column && !break_size(reader, reader->at))
        read_on(reader);
    return reader->line == mark.line && reader->line_start < reader->length;
}

/* Adds a span of the source, cleaned, tabs as spaces, starting in the cell `cells`; returns the cell it ends in. */
static size_t add_source(Text *into, const char *bytes, size_t length, size_t cells)
{
    size_t at = 0;
    while (at < length) {
        const char *tab = memchr(bytes + at, '\t', length - at);
        size_t end = tab ? (size_t)(tab - bytes) : length;
        size_t before = into->length;
        utf8_clean(into, bytes + at, end - at);
        cells += (size_t)utf8_cells(text_show(into) + before);
        at = end;
        if (tab) {
            size_t spaces = TAB_WIDTH - cells % TAB_WIDTH;
            text_add_repeated(into, ' ', spaces);
            cells += spaces;
            at++;
        }
    }
    return cells;
}

/* How far `cells` characters reach backwards from `at`, no further than `start`. */
static size_t step_back(const char *source, size_t start, size_t at, size_t cells)
{
    for (; at > start && cells > 0; cells--)
        do
            at--;
        while (at > start && ((unsigned char)source[at] & 0xC0) == 0x80);
    return at;
}

/* The same forwards, to the end of the line. */
static size_t step_on(const Reader *reader, size_t at, size_t cells)
{
    for (size_t size; at < reader->length && cells > 0 && !break_size(reader, at); cells--, at += size)
        utf8_decode(reader->source + at, reader->length - at, &size);
    return at;
}

static bool is_line_end(const Reader *reader, size_t at)
{
    return at >= reader->length || break_size(reader, at);
}

/* The line of a mark, or the part around it, and below it the mark. */
static void print_source(Reader *reader, Mark mark, int gutter, const char *colour, const char *plain, Text *into)
{
    if (!read_to(reader, mark))
        return;
    const char *source = reader->source;
    size_t start = step_back(source, reader->line_start, reader->at, WIDEST_LINE);
    size_t end = step_on(reader, start, WIDEST_LINE);
    bool is_whole = start == reader->line_start && is_line_end(reader, end) && end >= reader->at;
    if (!is_whole) {
        start = step_back(source, reader->line_start, reader->at, CELLS_BEFORE_MARK);
        end = step_on(reader, start, WIDEST_LINE);
    }
    size_t marked_end = MIN_OF(step_on(reader, reader->at, MAX_OF(mark.length, 1u)), end);

    text_print(into, "  %*lu | ", gutter, (unsigned long)mark.line);
    size_t indent = 0;
    if (start > reader->line_start) {
        text_add(into, "...");
        indent = 3;
    }
    size_t first = add_source(into, source + start, reader->at - start, indent);
    size_t last = add_source(into, source + reader->at, marked_end - reader->at, first);
    add_source(into, source + marked_end, end - marked_end, last);
    text_add(into, is_line_end(reader, end) ? "\n" : "...\n");

    text_print(into, "  %*s | ", gutter, "");
    text_add_repeated(into, ' ', first);
    text_print(into, "%s^", colour);
    text_add_repeated(into, '~', last > first + 1 ? last - first - 1 : 0);
    text_print(into, "%s\n", plain);
}

static int digits_of(uint32_t number)
{
    int digits = 1;
    for (; number > 9; number /= 10)
        digits++;
    return digits;
}

static void add_file(const DiagnosticList *list, Text *into)
{
    if (!list->file)
        return;
    utf8_clean_line(into, list->file, strlen(list->file));
    text_add_char(into, ':');
}

static void print_one(const DiagnosticList *list, const Diagnostic *diag, Reader *reader, int gutter, bool colour,
                      Text *into)
{
    bool is_error = diag->severity == SEVERITY_ERROR;
    const char *bold = colour ? "\033[1m" : "", *plain = colour ? "\033[0m" : "";
    const char *tint = !colour ? "" : is_error ? "\033[1;31m" : "\033[1;33m";

    text_add(into, bold);
    add_file(list, into);
    if (diag->mark.line)
        text_print(into, "%lu:%lu:", (unsigned long)diag->mark.line, (unsigned long)diag->mark.column);
    text_print(into, "%s%s%s%s:%s ", plain, list->file || diag->mark.line ? " " : "", tint,
               is_error ? "error" : "warning", plain);
    text_print(into, "%s%s%s\n", bold, diag->message, plain);
    if (diag->mark.line && reader->source)
        print_source(reader, diag->mark, gutter, tint, plain, into);
    if (diag->hint)
        text_print(into, "  hint: %s\n", diag->hint);
}

void diagnostic_print(const DiagnosticList *list, const char *source, size_t length, bool colour, Text *into)
{
    size_t count = MIN_OF(list->count, (size_t)DIAGNOSTIC_LIMIT);
    int gutter = 1;
    for (size_t i = 0; i < count; i++)
        gutter = MAX_OF(gutter, digits_of(list->items[i].mark.line));

    Reader reader = {0};
    if (source)
        start_reading(&reader, source, length);
    for (size_t i = 0; i < count; i++)
        print_one(list, &list->items[i], &reader, gutter, colour, into);

    size_t more = list->errors + list->warnings - count;
    if (more == 0)
        return;
    add_file(list, into);
    text_print(into, "%sand %lu more\n", list->file ? " " : "", (unsigned long)more);
}

void diagnostic_words(Text *into, const Diagnostic *diag)
{
    if (diag->mark.line > 0)
        text_print(into, "line %u: ", (unsigned)diag->mark.line);
    text_add(into, diag->message);
    if (diag->hint)
        text_print(into, " (%s)", diag->hint);
}
