/* SPDX-License-Identifier: MIT */
#include "routine/substitute.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/routine.h"
#include "yaml/document.h"
#include "yaml/emit.h"

enum { STEP = 2, NO_ITEM = -1 };

static const char instead_of[] = "instead of ";

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

/* Into a zeroed list. False where lines end in another way than LF or CR LF, or are indented with tabs. */
static bool lines_split(const char *text, size_t length, LineList *lines)
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

static void lines_release(LineList *lines)
{
    free(lines->items);
    *lines = (LineList){0};
}

/* The first of the comments directly above a line that are not further in than `indent`; the line itself where there is
 * none. Further in, a block of text may have lines that look like comments. */
static size_t lines_comments_above(const LineList *lines, size_t line, size_t indent)
{
    while (line > 0 && line <= lines->count && lines->items[line - 1].kind == LINE_COMMENT &&
           lines->items[line - 1].indent <= indent)
        line--;
    return line;
}

/* The first line behind `line` with content that is not further in than `indent`, or the count. */
static size_t lines_end(const LineList *lines, size_t line, size_t indent)
{
    size_t end = line + 1;
    while (end < lines->count && (lines->items[end].kind != LINE_CONTENT || lines->items[end].indent > indent))
        end++;
    return end;
}

/* The comment at the end of a line, its sign included: where no text can hold one. NULL: none. */
static const char *line_comment(const Line *line, size_t from, size_t *length)
{
    for (size_t i = from; i < line->length; i++)
        if (line->start[i] == '#' && (i == 0 || line->start[i - 1] == ' ' || line->start[i - 1] == '\t')) {
            *length = line->length - i;
            return line->start + i;
        }
    *length = 0;
    return NULL;
}

/* How much of what is written beside the old move stays beside the new one. */
typedef enum KeepLevel { KEEP_ALL_THAT_FITS, KEEP_NO_LENGTH, KEEP_PRIORITY, KEEP_LEVELS } KeepLevel;

/* One item while it is written anew. */
typedef struct Change {
    const LineList *lines;
    const Node *map;
    const Move *written, *shared;
    KeepLevel level;
    size_t first, end;     /* its lines */
    size_t indent, column; /* of its dash, of its keys */
    Text notes;            /* comments of its own */
    Text had;              /* lines that do not fit the new move */
    Text kept;             /* lines that do */
} Change;

char *substitute_read(const LibraryEntry *entry, size_t *length)
{
    char *text = NULL;
    if (!entry->is_text)
        return file_read(entry->path, DOCUMENT_LIMIT, &text, length) == FILE_READ ? text : NULL;
    text = memory_new(entry->source_length + 1);
    memcpy(text, entry->source, entry->source_length);
    *length = entry->source_length;
    return text;
}

/* Which of the moves, in the order of the text, it is: counted on from *number; NO_ITEM where it is none of them. */
static int number_of(const Item *items, size_t count, const Move *move, int *number)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_MOVE && items[i].move == move)
            return *number;
        *number += items[i].kind == ITEM_MOVE;
        const int inside = number_of(items[i].items, items[i].count, move, number);
        if (inside != NO_ITEM)
            return inside;
    }
    return NO_ITEM;
}

static const Move *move_at(const Item *items, size_t count, int *number)
{
    const Move *found = NULL;
    for (size_t i = 0; i < count && !found; i++) {
        if (items[i].kind == ITEM_MOVE && (*number)-- == 0)
            return items[i].move;
        found = move_at(items[i].items, items[i].count, number);
    }
    return found;
}

const Move *substitute_find(const Routine *of, const Move *written, const Routine *other)
{
    int before = 0, number = number_of(of->items, of->count, written, &before);
    return number == NO_ITEM ? NULL : move_at(other->items, other->count, &number);
}

static const Node *node_at(const Node *list, int *number)
{
    Entry alone;
    size_t count = 0;
    const Node *found = NULL;
    for (const Entry *entry = schema_entries(list, &alone, &count); entry && !found; entry = entry->next) {
        const Node *inner = node_find(entry->value, "moves", NULL);
        const bool is_move = !inner && !node_find(entry->value, "rest", NULL);
        if (is_move && (*number)-- == 0)
            return entry->value;
        found = inner ? node_at(inner, number) : NULL;
    }
    return found;
}

static bool is_key(const Node *key, const char *name)
{
    return strcmp(key->text, name) == 0;
}

/* Of a move that is one hold: how that is said to last. */
static HoldKind kind_of(const Move *move)
{
    return move->phase_count == 1 && !move->phases[0].name ? move->phases[0].hold.kind : HOLD_NOT_SET;
}

/* Whether the item says how long, in the way in which the new move lasts. */
static bool fits_length(const Change *change, const Entry *entry)
{
    const HoldKind kind = kind_of(change->shared);
    const bool is_time = kind == HOLD_TIME || kind == HOLD_RANGE || kind == HOLD_LEFT_RIGHT;
    const bool has_both = change->shared->sides == SIDES_BOTH && !node_find(change->map, "sides", NULL);
    if (is_key(entry->key, "hold"))
        return is_time && (entry->value->kind == NODE_SCALAR || has_both);
    if (is_key(entry->key, "passes") || is_key(entry->key, "pace"))
        return kind == HOLD_PASSES;
    if (is_key(entry->key, "breaths"))
        return kind == HOLD_BREATHS;
    return is_key(entry->key, "least") && ((is_time && node_find(change->map, "hold", NULL)) ||
                                           (kind == HOLD_PASSES && node_find(change->map, "passes", NULL)) ||
                                           (kind == HOLD_BREATHS && node_find(change->map, "breaths", NULL)));
}

/* What a move of its own says is its own; beside `use` it is what its author wants of the routine. */
static bool is_kept(const Change *change, const Entry *entry)
{
    if (is_key(entry->key, "priority"))
        return true;
    if (!change->written->use || change->level == KEEP_PRIORITY)
        return false;
    if (is_key(entry->key, "sides"))
        return change->shared->sides != SIDES_NONE && strcmp(entry->value->text, "none") != 0;
    if (is_key(entry->key, "first"))
        return change->shared->sides == SIDES_BOTH;
    return change->level == KEEP_ALL_THAT_FITS && fits_length(change, entry);
}

static void add_line(Text *into, const char *before, const Line *line, size_t from)
{
    text_add(into, before);
    text_add_span(into, line->start + from, line->length - from);
    text_add_char(into, '\n');
}

/* Lines that go: content is kept as a comment, relative to the column of the keys; comments stay what they are, but for
 * those further in, which may be lines of a text. */
static void drop_lines(Change *change, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const Line *line = &change->lines->items[i];
        const size_t start = i == change->first || line->indent > change->column ? change->column : line->indent;
        if (line->kind == LINE_COMMENT && line->indent <= change->column)
            add_line(&change->notes, "", line, line->indent);
        else if (line->kind != LINE_BLANK)
            add_line(&change->had, "#   ", line, start);
    }
}

static void keep_lines(Change *change, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const Line *line = &change->lines->items[i];
        text_add_repeated(&change->kept, ' ', i == change->first ? change->column : 0);
        add_line(&change->kept, "", line, i == change->first ? change->column : 0);
    }
}

/* The line of `use` goes; a comment at its end stays. */
static void drop_use(Change *change, const Entry *entry, size_t to)
{
    const size_t line = entry->key->mark.line - 1;
    size_t length;
    const Node *id = entry->value;
    const char *comment = line_comment(&change->lines->items[line], id->mark.column - 1 + id->length, &length);
    if (comment) {
        text_add_span(&change->notes, comment, length);
        text_add_char(&change->notes, '\n');
    }
    drop_lines(change, line + 1, to);
}

static bool is_inside(const Change *change, const Entry *entry)
{
    const size_t line = entry->key->mark.line - 1;
    return line >= change->first && line < change->end;
}

/* Key by key: each begins a line, and has all lines up to the comments above the next. */
static void sort_lines(Change *change)
{
    size_t from = change->first;
    for (const Entry *entry = change->map->entries; entry; entry = entry->next) {
        const size_t line = entry->key->mark.line - 1;
        size_t to = change->end;
        if (entry->next)
            to = lines_comments_above(change->lines, entry->next->key->mark.line - 1, change->column);
        if (to <= line)
            to = line + 1;
        if (is_key(entry->key, "use"))
            drop_use(change, entry, to);
        else if (is_kept(change, entry))
            keep_lines(change, from, to);
        else
            drop_lines(change, from, to);
        from = to;
    }
}

/* An item in brackets, an alias, or one with merge keys: its lines as they are go, what is kept is written anew. */
static void sort_keys(Change *change)
{
    const bool is_bare = change->written->use && change->map->count == 1;
    if (!is_bare)
        drop_lines(change, change->first, change->end);
    for (const Entry *entry = change->map->entries; entry; entry = entry->next) {
        if (!is_key(entry->key, "use") && is_kept(change, entry))
            emit_entry(&change->kept, change->column, entry, NULL);
    }
}

/* Whether each key begins a line of the item, all in one column. */
static bool has_plain_lines(const Change *change)
{
    const size_t column = change->map->mark.column;
    const Line *line = &change->lines->items[change->first];
    bool is_plain = change->map->entries && !strchr("{*", line->start[column - 1]);
    for (const Entry *entry = change->map->entries; entry && is_plain; entry = entry->next)
        is_plain = is_inside(change, entry) && entry->key->mark.column == column;
    return is_plain;
}

/* Finds the item's lines; false where it does not stand behind a dash. */
static bool find_lines(Change *change)
{
    const Mark mark = change->map->mark;
    if (mark.line == 0 || mark.line > change->lines->count)
        return false;
    change->first = mark.line - 1;
    const Line *line = &change->lines->items[change->first];
    size_t at = line->indent;
    change->indent = at;
    if (at >= line->length || line->start[at] != '-')
        return false;
    for (at++; at < mark.column - 1; at++)
        if (at >= line->length || line->start[at] != ' ')
            return false;
    change->column = mark.column - 1;
    change->end = lines_end(change->lines, change->first, change->indent);
    while (change->lines->items[change->end - 1].kind != LINE_CONTENT)
        change->end--;
    return true;
}

static const char *name_of(const Move *move)
{
    return move->use ? move->use : move->name;
}

/* "# instead of ID" directly above, from an earlier change: the id, or NULL. */
static const char *stands_for(const Change *change, size_t *length)
{
    const Line *line = change->first > 0 ? &change->lines->items[change->first - 1] : NULL;
    const size_t sign = strlen("# ") + strlen(instead_of);
    if (!line || line->kind != LINE_COMMENT || line->indent != change->indent || line->length <= line->indent + sign ||
        strncmp(line->start + line->indent + strlen("# "), instead_of, strlen(instead_of)) != 0)
        return NULL;
    const char *id = line->start + line->indent + sign;
    *length = line->length - line->indent - sign;
    return memchr(id, ',', *length) || memchr(id, ' ', *length) ? NULL : id;
}

/* The comments above the item that say what it stands for. */
static void say_what_for(Text *into, const Change *change, bool is_said)
{
    LineList lines = {0};
    lines_split(text_show(&change->notes), change->notes.length, &lines);
    for (size_t i = 0; i < lines.count; i++) {
        text_add_repeated(into, ' ', change->indent);
        add_line(into, "", &lines.items[i], 0);
    }
    lines_release(&lines);
    if (is_said)
        return;
    Text words = {0};
    text_print(&words, "%s%s%s", instead_of, name_of(change->written), change->had.length > 0 ? ", which had:" : "");
    emit_comment(into, change->indent, text_show(&words));
    text_release(&words);
    lines_split(text_show(&change->had), change->had.length, &lines);
    for (size_t i = 0; i < lines.count; i++) {
        text_add_repeated(into, ' ', change->indent);
        add_line(into, "", &lines.items[i], 0);
    }
    lines_release(&lines);
}

/* The item as it is now; *above: how many lines above it go as well. */
static void write_item(Text *into, Change *change, size_t *above)
{
    if (has_plain_lines(change)) {
        sort_lines(change);
    } else {
        change->column = change->indent + STEP;
        sort_keys(change);
    }
    size_t length = 0;
    const char *id = change->shared->use, *first = change->had.length == 0 ? stands_for(change, &length) : NULL;
    const bool is_back = first && length == strlen(id) && strncmp(first, id, length) == 0;
    *above = is_back ? 1 : 0;
    say_what_for(into, change, first != NULL);
    text_add_repeated(into, ' ', change->indent);
    text_add_char(into, '-');
    text_add_repeated(into, ' ', change->column - change->indent - 1);
    text_print(into, "use: %s\n", id);
    text_add(into, text_show(&change->kept));
}

static void add_with_ends(Text *into, const Text *block, bool has_returns)
{
    for (size_t i = 0; i < block->length; i++) {
        if (has_returns && block->bytes[i] == '\n')
            text_add_char(into, '\r');
        text_add_char(into, block->bytes[i]);
    }
}

/* The whole text with the item changed; nothing is added where it cannot be. */
static void write_text(Text *into, const char *text, size_t length, Change *change)
{
    size_t above = 0;
    Text item = {0};
    if (find_lines(change)) {
        write_item(&item, change, &above);
        const LineList *lines = change->lines;
        const Line *last = &lines->items[change->end - 1];
        const char *start = lines->items[change->first - above].start, *stop = text + length;
        const bool has_returns = last->start + last->length < stop && last->start[last->length] == '\r';
        text_add_span(into, text, (size_t)(start - text));
        add_with_ends(into, &item, has_returns);
        if (change->end < lines->count)
            text_add_span(into, lines->items[change->end].start, (size_t)(stop - lines->items[change->end].start));
    }
    text_release(&item);
    text_release(&change->notes);
    text_release(&change->had);
    text_release(&change->kept);
}

/* What a text means, if it is what it should be. */
static Routine *read_back(const Library *library, const Text *text, const LibraryEntry *entry, const Routine *of,
                          const Move *written, const Move *shared)
{
    DiagnosticList ignored = {0};
    Routine *now = text->length > 0 ? library_parse(library, entry, text_show(text), text->length, &ignored) : NULL;
    const Move *move = now ? substitute_find(of, written, now) : NULL;
    diagnostic_release(&ignored);
    if (move && text_same(move->use, shared->use) && strcmp(move->name, shared->name) == 0 &&
        now->move_count == of->move_count)
        return now;
    routine_free(now);
    return NULL;
}

/* Whether the item is what it is thought to be: the text may be newer. */
static bool is_it(const Node *map, const Move *written)
{
    const Node *name = node_find(map, written->use ? "use" : "name", NULL);
    return name && name->kind == NODE_SCALAR && strcmp(name->text, name_of(written)) == 0;
}

char *substitute_write(const Library *library, const LibraryEntry *entry, const char *text, size_t length,
                       const Routine *of, const Move *written, const Move *shared, Routine **now)
{
    Arena arena = {0};
    DiagnosticList ignored = {0};
    LineList lines = {0};
    Text anew = {0};
    const Node *root = document_parse(&arena, text, length, &ignored), *list = NULL, *map = NULL;
    int before = 0, number = number_of(of->items, of->count, written, &before);
    *now = NULL;
    if (root && number != NO_ITEM && lines_split(text, length, &lines) && (list = node_find(root, "moves", NULL)))
        map = node_at(list, &number);
    for (KeepLevel level = KEEP_ALL_THAT_FITS; map && is_it(map, written) && level < KEEP_LEVELS && !*now; level++) {
        text_clear(&anew);
        write_text(&anew, text, length,
                   &(Change){.lines = &lines, .map = map, .written = written, .shared = shared, .level = level});
        *now = read_back(library, &anew, entry, of, written, shared);
    }
    lines_release(&lines);
    diagnostic_release(&ignored);
    arena_release(&arena);
    if (*now)
        return text_detach(&anew);
    text_release(&anew);
    return NULL;
}
