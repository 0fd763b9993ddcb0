/* SPDX-License-Identifier: MIT */
#include "routine/export.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/inherit.h"
#include "routine/lines.h"
#include "routine/members.h"
#include "routine/model.h"
#include "routine/move_source.h"
#include "routine/rewrite.h"
#include "routine/routine.h"
#include "routine/template.h"
#include "yaml/document.h"

/* A routine's text with its shared moves written out where they are used, line by line, so that all else stays as its
 * author wrote it. */

enum { STEP = 2 };

/* What becomes of a line. */
typedef struct Edit {
    const char *now; /* NULL: it stays as it is */
    bool is_gone;
} Edit;

typedef struct Unfolding {
    Arena arena;
    const LineList *lines;
    Edit *edits;
    MoveSourceList *origins;
} Unfolding;

static const Line *line_of(const Unfolding *unfolding, Mark mark)
{
    return mark.line > 0 && mark.line <= unfolding->lines->count ? &unfolding->lines->items[mark.line - 1] : NULL;
}

static bool stands_at(const Line *line, size_t at, const char *word)
{
    const size_t length = strlen(word);
    return at + length <= line->length && memcmp(line->start + at, word, length) == 0;
}

/* What came in by a merge key stands further up. */
static bool is_inside(const Node *map, Mark key)
{
    return key.line > map->mark.line || (key.line == map->mark.line && key.column >= map->mark.column);
}

static bool is_alias(const Unfolding *unfolding, const Node *node)
{
    const Line *line = line_of(unfolding, node->mark);
    return line && stands_at(line, node->mark.column - 1, "*");
}

/* Whether nothing but blanks stands before a column, and a dash if *has_dash comes back true. */
static bool begins_line(const Line *line, size_t column, bool *has_dash)
{
    size_t at = line->indent;
    *has_dash = at < column && line->start[at] == '-';
    at += *has_dash;
    while (at < column && line->start[at] == ' ')
        at++;
    return at == column && (!*has_dash || line->indent + 1 < column);
}

/* The line of a key that begins one, NULL where it does not. */
static const Line *key_line(const Unfolding *unfolding, Mark mark, const char *key, bool *has_dash)
{
    const Line *line = line_of(unfolding, mark);
    const size_t column = mark.column - 1, end = column + strlen(key);
    const bool is_key = line && column < line->length && begins_line(line, column, has_dash) &&
                        stands_at(line, column, key) && end < line->length && line->start[end] == ':';
    return is_key ? line : NULL;
}

/* Comments in a line or behind a value, each as a line of its own. */
static void keep_comment(Text *into, size_t indent, const Line *line, size_t from)
{
    size_t length;
    const char *comment = line_comment(line, from, &length);
    if (!comment)
        return;
    text_add_repeated(into, ' ', indent);
    text_add_span(into, comment, length);
    text_add_char(into, '\n');
}

static void replace(Unfolding *unfolding, size_t line, size_t count, const Text *now)
{
    for (size_t i = 0; i < count; i++)
        unfolding->edits[line + i] = (Edit){.is_gone = true};
    unfolding->edits[line].now = arena_copy_span(&unfolding->arena, text_show(now), now->length);
}

/* `use: ID` and nothing else but a comment on the line. */
static bool is_use(const Line *line, const Node *id, Mark use)
{
    const size_t at = id->mark.column - 1;
    size_t end = at + id->length;
    if (id->mark.line != use.line || !stands_at(line, at, id->text))
        return false;
    while (end < line->length && line->start[end] == ' ')
        end++;
    return end == line->length || (line->start[end] == '#' && line->start[end - 1] == ' ');
}

static bool unfold_use(Unfolding *unfolding, const Node *map, const Move *move, Mark use)
{
    const Node *id = node_find(map, "use", NULL);
    const MoveSource *origin = move_source_find(unfolding->origins, id->text);
    bool has_dash = false;
    const Line *line = key_line(unfolding, use, "use", &has_dash);
    if (!origin || !line || !is_use(line, id, use))
        return false;
    const size_t column = use.column - 1;
    Text head = {0}, keys = {0}, now = {0};
    Inherit inherit;
    inherit_init(&inherit, map, move, origin);
    inherit_say_origin(&inherit, &head, column);
    keep_comment(&head, column, line, id->mark.column - 1);
    inherit_add_all(&inherit, &keys, column);
    inherit_release(&inherit);
    const bool has_key = keys.length > 0;
    text_add(&head, text_show(&keys));
    if (has_dash)
        rewrite_dash(&now, line->indent, column, &head);
    else
        text_add(&now, text_show(&head));
    replace(unfolding, use.line - 1, 1, &now);
    text_release(&head);
    text_release(&keys);
    text_release(&now);
    return has_key || !has_dash;
}

/* The lines of a value, its key's included: a list may begin in the key's own column. */
static size_t value_end(const LineList *lines, size_t line, size_t column)
{
    size_t end = lines_end(lines, line, column);
    while (end < lines->count && lines->items[end].indent == column && stands_at(&lines->items[end], column, "- "))
        end = lines_end(lines, end, column);
    while (lines->items[end - 1].kind != LINE_CONTENT)
        end--;
    return end;
}

static bool unfold_instead(Unfolding *unfolding, const Node *value, Mark key)
{
    bool has_dash = false;
    const LineList *lines = unfolding->lines;
    const Line *line = key_line(unfolding, key, "instead", &has_dash);
    if (!line || has_dash)
        return false;
    const size_t first = key.line - 1, end = value_end(lines, first, line->indent);
    Text now = {0};
    inherit_say_instead(&now, line->indent, value);
    for (size_t i = first; i < end; i++)
        keep_comment(&now, line->indent, &lines->items[i], 0);
    replace(unfolding, first, end - first, &now);
    text_release(&now);
    return true;
}

static bool unfold_move(Unfolding *unfolding, const Node *map, const Move *move)
{
    Mark use, instead;
    const Node *id = node_find(map, "use", &use), *others = node_find(map, "instead", &instead);
    if (id && is_inside(map, use) && !unfold_use(unfolding, map, move, use))
        return false;
    return !others || !is_inside(map, instead) || unfold_instead(unfolding, others, instead);
}

/* Writes an item anew in the place of its lines, all comments of their own above it. */
static bool rewrite_lines(Unfolding *unfolding, const Node *map, const Item *item)
{
    const LineList *lines = unfolding->lines;
    const Line *line = line_of(unfolding, map->mark);
    bool has_dash = false;
    if (!line || !begins_line(line, map->mark.column - 1, &has_dash) || !has_dash)
        return false;
    const size_t first = map->mark.line - 1, column = line->indent + STEP;
    size_t end = lines_end(lines, first, line->indent);
    while (lines->items[end - 1].kind != LINE_CONTENT)
        end--;
    Text block = {0}, now = {0};
    for (size_t i = first + 1; i < end; i++)
        if (lines->items[i].kind == LINE_COMMENT && lines->items[i].indent <= column)
            keep_comment(&block, column, &lines->items[i], 0);
    if (end == first + 1 && map->mark.length > 1)
        keep_comment(&block, column, line, map->mark.column + map->mark.length - 2);
    const bool is_good = rewrite_item(&block, column, map, item, unfolding->origins);
    rewrite_dash(&now, line->indent, column, &block);
    replace(unfolding, first, end - first, &now);
    text_release(&block);
    text_release(&now);
    return is_good;
}

static bool unfold_list(Unfolding *unfolding, const Node *list, const Item *items)
{
    Entry alone;
    size_t count = 0, i = 0;
    bool is_good = true;
    for (const Entry *entry = schema_entries(list, &alone, &count); entry && is_good; entry = entry->next, i++) {
        const Node *map = entry->value;
        const Node *inner = items[i].kind == ITEM_REPEAT ? node_find(map, "moves", NULL) : NULL;
        if (is_alias(unfolding, map)) /* what it stands for is done where that is written */
            continue;
        if (inner && !is_alias(unfolding, inner))
            is_good = unfold_list(unfolding, inner, items[i].items);
        else if (items[i].kind == ITEM_MOVE)
            is_good = unfold_move(unfolding, map, items[i].move);
        is_good = is_good || rewrite_lines(unfolding, map, &items[i]);
    }
    return is_good;
}

/* False where the text is not written so plainly that lines tell; nothing is added then. `root` and `routine` are what
 * was read from the lines. */
static bool unfold_text(Text *into, const LineList *lines, const Node *root, const Routine *routine,
                        MoveSourceList *origins)
{
    Unfolding unfolding = {.lines = lines, .origins = origins};
    unfolding.edits = arena_take_array(&unfolding.arena, lines->count, sizeof(*unfolding.edits));
    const Node *moves = node_find(root, "moves", NULL);
    const bool is_good = moves && unfold_list(&unfolding, moves, routine->items);
    for (size_t i = 0; i < lines->count && is_good; i++) {
        if (unfolding.edits[i].now) {
            text_add(into, unfolding.edits[i].now);
        } else if (!unfolding.edits[i].is_gone) {
            text_add_span(into, lines->items[i].start, lines->items[i].length);
            text_add_char(into, '\n');
        }
    }
    arena_release(&unfolding.arena);
    return is_good;
}

static const char mark_of_order[] = "\xEF\xBB\xBF";

/* The file's text without the line that names a schema on its author's machine; NULL where it cannot be read. */
static char *read_text(const LibraryEntry *entry, size_t *length)
{
    char *read = NULL;
    const char *source = entry->source;
    *length = entry->source_length;
    if (!source && !entry->is_text && file_read(entry->path, DOCUMENT_LIMIT, &read, length) == FILE_READ)
        source = read;
    if (!source)
        return NULL;
    int32_t line;
    const bool has_mark = *length >= 3 && memcmp(source, mark_of_order, 3) == 0;
    char *text = template_copy(source + (has_mark ? 3 : 0), *length - (has_mark ? 3 : 0), NULL, length, &line);
    free(read);
    return text;
}

/* Whether a text means the same without any other file. */
static bool stands_alone(const char *text, size_t length, const Routine *routine)
{
    DiagnosticList diags = {0};
    Routine *read = routine_parse(text, length, routine->id, NULL, &diags);
    const bool is_same = read && members_same_routine(read, routine);
    routine_free(read);
    diagnostic_release(&diags);
    return is_same;
}

/* Line by line; where that cannot be, or does not mean the same, all of it anew. NULL where neither does. */
static char *write_out(const char *text, size_t length, const Routine *routine, MoveSourceList *origins)
{
    Arena tree = {0};
    DiagnosticList ignored = {0};
    LineList lines = {0};
    Text written = {0};
    const Node *root = document_parse(&tree, text, length, &ignored);
    const bool is_plain = lines_split(text, length, &lines);
    if (!is_plain)
        lines_release(&lines);
    bool is_good = root && is_plain && unfold_text(&written, &lines, root, routine, origins) &&
                   stands_alone(text_show(&written), written.length, routine);
    if (root && !is_good) {
        text_clear(&written);
        is_good = rewrite_routine(&written, &lines, root, routine, origins) &&
                  stands_alone(text_show(&written), written.length, routine);
    }
    lines_release(&lines);
    arena_release(&tree);
    diagnostic_release(&ignored);
    if (is_good)
        return text_detach(&written);
    text_release(&written);
    return NULL;
}

/* The file's own routine as it is now: its tree and the text then have one shape. */
static char *write_checked(const char *text, size_t length, LibraryEntry *entry, MoveSourceList *origins)
{
    DiagnosticList ignored = {0};
    const MoveLookup source = move_source_lookup(origins);
    Routine *routine = routine_parse(text, length, entry->id, &source, &ignored);
    char *written = NULL;
    if (routine && members_same_routine(routine, entry->routine))
        written = write_out(text, length, routine, origins);
    routine_free(routine);
    diagnostic_release(&ignored);
    return written;
}

char *export_routine(Library *library, LibraryEntry *entry, char **problem)
{
    library_load(library, entry);
    if (!entry->routine) {
        *problem = memory_print("%s has errors; `knead check` shows them", entry->path);
        return NULL;
    }
    size_t length = 0;
    char *text = read_text(entry, &length);
    if (!text) {
        *problem = memory_print("%s cannot be read any more", entry->path);
        return NULL;
    }
    MoveSourceList *origins = move_source_open(library, entry);
    char *written = write_checked(text, length, entry, origins);
    if (!written)
        *problem = memory_print("%s could not be written as one file that means the same; send it together with its "
                                "folder of moves",
                                entry->path);
    move_source_close(origins);
    free(text);
    return written;
}
