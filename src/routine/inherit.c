/* SPDX-License-Identifier: MIT */
#include "routine/inherit.h"

#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "routine/fields.h"
#include "yaml/emit.h"

/* Whether each key stands at the beginning of a line, all in one column. */
static bool has_plain_lines(Inherit *inherit)
{
    const MoveSource *origin = inherit->origin;
    if (!origin->text || !lines_split(origin->text, origin->length, &inherit->lines) || !origin->map->entries)
        return false;
    inherit->column = origin->map->entries->key->mark.column - 1;
    for (const Entry *entry = origin->map->entries; entry; entry = entry->next) {
        const Mark mark = entry->key->mark;
        if (mark.line < 2 || mark.column - 1 != inherit->column ||
            inherit->lines.items[mark.line - 1].indent != inherit->column)
            return false;
    }
    return true;
}

void inherit_init(Inherit *inherit, const Node *map, const Move *move, const MoveSource *origin)
{
    *inherit = (Inherit){.map = map, .move = move, .origin = origin};
    inherit->has_lines = has_plain_lines(inherit);
}

void inherit_release(Inherit *inherit)
{
    lines_release(&inherit->lines);
}

static void add_shifted(Text *into, const Line *line, size_t from, size_t indent)
{
    if (line->kind != LINE_BLANK) {
        text_add_repeated(into, ' ', line->indent - from + indent);
        text_add_span(into, line->start + line->indent, line->length - line->indent);
    }
    text_add_char(into, '\n');
}

void inherit_say_origin(const Inherit *inherit, Text *into, size_t indent)
{
    const MoveSource *origin = inherit->origin;
    Text line = {0};
    text_print(&line, "%s, from %s%s", inherit->move->use, origin->file, origin->is_mine ? "" : " (came with knead)");
    emit_comment(into, indent, text_show(&line));
    text_release(&line);
    LineList above = {0};
    if (origin->above && lines_split(origin->above, origin->above_length, &above))
        for (size_t i = 0; i < above.count; i++)
            add_shifted(into, &above.items[i], above.items[i].indent, indent);
    lines_release(&above);
}

void inherit_say_instead(Text *into, size_t indent, const Node *value)
{
    Text line = {0};
    Entry alone;
    size_t count = 0;
    text_add(&line, "instead: ");
    for (const Entry *entry = schema_entries(value, &alone, &count); entry; entry = entry->next)
        text_print(&line, "%s%s", entry->value->text, entry->next ? ", " : "");
    text_add(&line, " (left out: shared moves, which are in other files)");
    emit_comment(into, indent, text_show(&line));
    text_release(&line);
}

/* Its own ways to say how long take the place of all others, and what goes with those others with them. */
static bool is_replaced(const Node *map, const char *key)
{
    static const char *const lengths[] = {"hold", "passes", "breaths", "phases"};
    const bool has_phases = node_find(map, "phases", NULL) != NULL;
    const bool has_passes = node_find(map, "passes", NULL) != NULL;
    bool is_length = false, has_length = false;
    for (size_t i = 0; i < ARRAY_LEN(lengths); i++) {
        is_length = is_length || strcmp(key, lengths[i]) == 0;
        has_length = has_length || node_find(map, lengths[i], NULL) != NULL;
    }
    return node_find(map, key, NULL) || (has_length && is_length) ||
           (has_length && !has_passes && strcmp(key, "pace") == 0) || (has_phases && strcmp(key, "cues") == 0);
}

/* The lines of a key: comments above it, and all before the next key's. */
static void find_lines(const Inherit *inherit, Mark key, size_t *first, size_t *end)
{
    const LineList *lines = &inherit->lines;
    size_t next = lines->count + 1;
    for (const Entry *entry = inherit->origin->map->entries; entry; entry = entry->next)
        if (entry->key->mark.line > key.line && entry->key->mark.line < next)
            next = entry->key->mark.line;
    *first = lines_comments_above(lines, key.line - 1, inherit->column);
    *end = next <= lines->count ? lines_comments_above(lines, next - 1, inherit->column) : lines->count;
    while (*end > key.line && lines->items[*end - 1].kind == LINE_BLANK)
        --*end;
}

static void add_span(const Inherit *inherit, Text *into, size_t indent, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const Line *line = &inherit->lines.items[i];
        add_shifted(into, line, MIN_OF(line->indent, inherit->column), indent);
    }
}

static bool add_lines(const Inherit *inherit, Text *into, size_t indent, Mark key)
{
    size_t first, end;
    find_lines(inherit, key, &first, &end);
    for (size_t i = first; i < end; i++)
        if (inherit->lines.items[i].kind == LINE_CONTENT && inherit->lines.items[i].indent < inherit->column)
            return false;
    add_span(inherit, into, indent, first, end);
    return true;
}

static void add_comments_above(const Inherit *inherit, Text *into, size_t indent, Mark key)
{
    if (inherit->has_lines)
        add_span(inherit, into, indent, lines_comments_above(&inherit->lines, key.line - 1, inherit->column),
                 key.line - 1);
}

/* A `least` that is longer than the item's own hold gives way to it: written out, it would be a mistake. */
static bool is_too_long(const Inherit *inherit, const Node *least)
{
    int32_t least_s = 0;
    const char *problem = NULL;
    return !duration_parse(least->text, least->length, &least_s, &problem) || least_s != inherit->move->least_s;
}

static void add_least(const Inherit *inherit, Text *into, size_t indent)
{
    char written[DURATION_TEXT_SIZE];
    text_add_repeated(into, ' ', indent);
    text_print(into, "least: %s\n", duration_written(written, inherit->move->least_s));
}

void inherit_add(const Inherit *inherit, Text *into, size_t indent, const char *key)
{
    Mark mark;
    const Node *value = node_find(inherit->origin->map, key, &mark);
    if (!value || is_replaced(inherit->map, key))
        return;
    const bool is_instead = strcmp(key, "instead") == 0;
    if (is_instead || (strcmp(key, "least") == 0 && is_too_long(inherit, value))) {
        add_comments_above(inherit, into, indent, mark);
        if (is_instead)
            inherit_say_instead(into, indent, value);
        else
            add_least(inherit, into, indent);
        return;
    }
    if (inherit->has_lines && add_lines(inherit, into, indent, mark))
        return;
    const Node name = {.text = key, .length = strlen(key), .is_plain = true};
    emit_entry(into, indent, &(Entry){.key = &name, .value = value});
}

void inherit_add_all(const Inherit *inherit, Text *into, size_t indent)
{
    for (size_t i = 0; i < move_table.count; i++)
        inherit_add(inherit, into, indent, move_table.fields[i].key);
}
