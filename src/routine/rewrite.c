/* SPDX-License-Identifier: MIT */
#include "routine/rewrite.h"

#include <string.h>

#include "base/macros.h"
#include "routine/fields.h"
#include "routine/inherit.h"
#include "yaml/emit.h"

enum { STEP = 2 };

void rewrite_dash(Text *into, size_t indent, size_t column, const Text *block)
{
    LineList lines = {0};
    bool has_dash = false;
    lines_split(text_show(block), block->length, &lines);
    for (size_t i = 0; i < lines.count; i++) {
        const Line *line = &lines.items[i];
        const bool is_first = !has_dash && line->kind == LINE_CONTENT;
        text_add_repeated(into, ' ', has_dash ? line->indent : line->kind == LINE_BLANK ? 0 : indent);
        if (is_first) {
            text_add_char(into, '-');
            text_add_repeated(into, ' ', column - indent - 1);
        }
        has_dash = has_dash || is_first;
        text_add_span(into, line->start + line->indent, line->length - line->indent);
        text_add_char(into, '\n');
    }
    lines_release(&lines);
}

static void keep_comment(Text *into, size_t indent, const Line *line)
{
    text_add_repeated(into, ' ', indent);
    text_add_span(into, line->start + line->indent, line->length - line->indent);
    text_add_char(into, '\n');
}

static void add_key(Text *into, size_t column, const Node *map, const char *key)
{
    const Node *value = node_find(map, key, NULL);
    const Node name = {.text = key, .length = strlen(key), .is_plain = true};
    if (value)
        emit_entry(into, column, &(Entry){.key = &name, .value = value});
}

static bool rewrite_move(Text *into, size_t column, const Node *map, const Move *move, MoveSourceList *origins)
{
    const MoveSource *origin = move->use ? move_source_find(origins, move->use) : NULL;
    Inherit inherit;
    if (move->use && !origin)
        return false;
    if (origin) {
        inherit_init(&inherit, map, move, origin);
        inherit_say_origin(&inherit, into, column);
    }
    for (size_t i = 0; i < move_table.count; i++) {
        const char *key = move_table.fields[i].key;
        const Node *own = node_find(map, key, NULL);
        if (strcmp(key, "use") == 0)
            continue;
        if (own && strcmp(key, "instead") == 0)
            inherit_say_instead(into, column, own);
        else if (own)
            add_key(into, column, map, key);
        else if (origin)
            inherit_add(&inherit, into, column, key);
    }
    if (origin)
        inherit_release(&inherit);
    return true;
}

static bool rewrite_list(Text *into, size_t indent, const LineList *lines, const Node *list, const Item *items,
                         MoveSourceList *origins)
{
    Entry alone;
    size_t count = 0, i = 0;
    bool is_good = true;
    for (const Entry *entry = schema_entries(list, &alone, &count); entry && is_good; entry = entry->next, i++) {
        const size_t line = entry->value->mark.line - 1;
        for (size_t k = lines ? lines_comments_above(lines, line, indent) : line; k < line; k++)
            keep_comment(into, indent, &lines->items[k]);
        Text block = {0};
        is_good = rewrite_item(&block, indent + STEP, entry->value, &items[i], origins);
        rewrite_dash(into, indent, indent + STEP, &block);
        text_release(&block);
    }
    return is_good;
}

static bool rewrite_repeat(Text *into, size_t column, const Node *map, const Item *item, MoveSourceList *origins)
{
    add_key(into, column, map, "repeat");
    add_key(into, column, map, "between");
    text_add_repeated(into, ' ', column);
    text_add(into, "moves:\n");
    return rewrite_list(into, column + STEP, NULL, node_find(map, "moves", NULL), item->items, origins);
}

bool rewrite_item(Text *into, size_t column, const Node *map, const Item *item, MoveSourceList *origins)
{
    if (item->kind == ITEM_MOVE)
        return rewrite_move(into, column, map, item->move, origins);
    if (item->kind == ITEM_REPEAT)
        return rewrite_repeat(into, column, map, item, origins);
    for (size_t i = 0; i < rest_table.count; i++)
        add_key(into, column, map, rest_table.fields[i].key);
    return true;
}

/* Comments before the first key, whatever is between them; returns where they end. */
static size_t keep_head(Text *into, const LineList *lines)
{
    size_t end = 0;
    for (; end < lines->count && lines->items[end].kind != LINE_CONTENT; end++)
        if (lines->items[end].kind == LINE_COMMENT)
            keep_comment(into, 0, &lines->items[end]);
    return end;
}

bool rewrite_routine(Text *into, const LineList *lines, const Node *root, const Routine *routine,
                     MoveSourceList *origins)
{
    const size_t head_end = keep_head(into, lines);
    for (size_t i = 0; i < routine_table.count; i++) {
        const char *key = routine_table.fields[i].key;
        Mark mark;
        const Node *value = node_find(root, key, &mark);
        if (!value)
            continue;
        const size_t line = mark.line - 1, first = lines_comments_above(lines, line, 0);
        for (size_t k = MAX_OF(first, head_end); k < line; k++)
            keep_comment(into, 0, &lines->items[k]);
        if (strcmp(key, "moves") != 0) {
            add_key(into, 0, root, key);
            continue;
        }
        text_add(into, "moves:\n");
        if (!rewrite_list(into, STEP, lines, value, routine->items, origins))
            return false;
    }
    return true;
}
