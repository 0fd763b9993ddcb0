/* SPDX-License-Identifier: MIT */
#include "routine/export.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/duration.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "routine/fields.h"
#include "routine/model.h"
#include "routine/routine.h"
#include "routine/struct_members.h"
#include "routine/template.h"
#include "yaml/document.h"
#include "yaml/emit.h"

enum { STEP = 2 };

typedef struct Export {
    Text *into;
    EmitSource routine; /* its text as its author wrote it */
    const Library *library;
    const LibraryEntry *entry;
} Export;

/* One item of a list while it is written. */
typedef struct ItemWriter {
    Text *into;
    size_t column; /* of its keys */
    bool has_dash; /* stands before the first key; comments go above it */
} ItemWriter;

static size_t comment_column(const ItemWriter *item)
{
    return item->has_dash ? item->column : item->column - STEP;
}

static void add_entry(ItemWriter *item, const char *key, const Node *value, const EmitSource *source)
{
    const Node name = {.text = key, .length = strlen(key), .is_plain = true};
    const size_t start = item->into->length;
    emit_entry(item->into, item->column, &(Entry){.key = &name, .value = value}, source);
    if (!item->has_dash)
        item->into->bytes[start + item->column - STEP] = '-';
    item->has_dash = true;
}

static void add_key(ItemWriter *item, const Node *map, const char *key, const EmitSource *source)
{
    Mark mark;
    const Node *value = node_find(map, key, &mark);
    if (!value)
        return;
    emit_comments(item->into, comment_column(item), source, mark, false);
    add_entry(item, key, value, source);
}

/* In the place of `instead`: the moves are in other files. */
static void say_instead(ItemWriter *item, const Node *value)
{
    Text line = {0};
    Entry alone;
    size_t count = 0;
    text_add(&line, "instead: ");
    for (const Entry *entry = schema_entries(value, &alone, &count); entry; entry = entry->next)
        text_print(&line, "%s%s", entry->value->text, entry->next ? ", " : "");
    text_add(&line, " (left out: shared moves, which are in other files)");
    emit_comment(item->into, comment_column(item), text_show(&line));
    text_release(&line);
}

/* The comments in the file of shared moves that stand above its id: without the blank line between it and the move
 * before. */
static void say_source(ItemWriter *item, const char *id, const Definition *shared)
{
    Text line = {0}, above = {0};
    text_print(&line, "%s, from moves/%s%s", id, path_base(shared->file->path),
               shared->file->is_mine ? "" : " (came with knead)");
    emit_comment(item->into, comment_column(item), text_show(&line));
    emit_comments(&above, comment_column(item), &shared->text, shared->key, false);
    text_add(item->into, text_show(&above));
    text_release(&above);
    text_release(&line);
}

/* Its own ways to say how long take the place of all others, and what goes with those others with them. */
static bool is_replaced(const Node *map, const char *key)
{
    static const char *const lengths[] = {"hold", "passes", "breaths", "phases"};
    bool is_length = false, has_length = false;
    for (size_t i = 0; i < ARRAY_LEN(lengths); i++) {
        is_length = is_length || strcmp(key, lengths[i]) == 0;
        has_length = has_length || node_find(map, lengths[i], NULL) != NULL;
    }
    return (has_length && is_length) || (has_length && !node_find(map, "passes", NULL) && strcmp(key, "pace") == 0) ||
           (node_find(map, "phases", NULL) && strcmp(key, "cues") == 0);
}

/* A `least` that is longer than the item's own hold gives way to it: written out, it would be a mistake. */
static bool is_too_long(const Node *least, const Move *move)
{
    int32_t least_s = 0;
    const char *problem = NULL;
    return !duration_parse(least->text, least->length, &least_s, &problem) || least_s != move->least_s;
}

static void add_shared_key(ItemWriter *item, const Move *move, const char *key, const Definition *shared)
{
    Mark mark;
    const Node *value = node_find(shared->map, key, &mark);
    if (!value)
        return;
    emit_comments(item->into, comment_column(item), &shared->text, mark, false);
    if (strcmp(key, "instead") == 0) {
        say_instead(item, value);
    } else if (strcmp(key, "least") == 0 && is_too_long(value, move)) {
        char written[DURATION_TEXT_SIZE];
        duration_written(written, move->least_s);
        add_entry(item, key, &(Node){.text = written, .length = strlen(written), .is_plain = true}, NULL);
    } else {
        add_entry(item, key, value, &shared->text);
    }
}

/* Those of the shared move and the item's own, which are joined. */
static void add_cautions(ItemWriter *item, const Move *move)
{
    Arena arena = {0};
    const size_t count = move->cautions.count;
    Node *values = arena_take_array(&arena, count, sizeof *values);
    Entry *entries = arena_take_array(&arena, count, sizeof *entries);
    for (size_t i = 0; i < count; i++) {
        const char *text = move->cautions.items[i];
        values[i] = (Node){.text = text, .length = strlen(text)};
        entries[i] = (Entry){.value = &values[i], .next = i + 1 < count ? &entries[i + 1] : NULL};
    }
    add_entry(item, "cautions", &(Node){.kind = NODE_LIST, .entries = entries, .count = count}, NULL);
    arena_release(&arena);
}

static void write_move(Export *export, ItemWriter *item, const Node *map, const Move *move)
{
    Definition shared;
    Mark mark = {0};
    const bool is_shared = move->use && library_find_move(export->library, export->entry, move->use, &shared);
    if (is_shared)
        say_source(item, move->use, &shared);
    for (size_t i = 0; i < move_table.count; i++) {
        const char *key = move_table.fields[i].key;
        const Node *own = node_find(map, key, &mark);
        const bool is_said = strcmp(key, "use") == 0 || strcmp(key, "instead") == 0; /* as a comment */
        if (own && is_said)
            emit_comments(item->into, comment_column(item), &export->routine, mark, false);
        if (own && strcmp(key, "instead") == 0)
            say_instead(item, own);
        else if (own && is_shared && strcmp(key, "cautions") == 0)
            add_cautions(item, move);
        else if (own && !is_said)
            add_key(item, map, key, &export->routine);
        else if (!own && is_shared && !is_replaced(map, key))
            add_shared_key(item, move, key, &shared);
    }
}

static void write_list(Export *export, size_t indent, const Node *list, const Item *items)
{
    Entry alone;
    size_t count = 0, i = 0;
    for (const Entry *entry = schema_entries(list, &alone, &count); entry; entry = entry->next, i++) {
        const Node *map = entry->value;
        ItemWriter item = {.into = export->into, .column = indent + STEP};
        emit_comments(export->into, indent, &export->routine, map->mark, true);
        if (items[i].kind == ITEM_MOVE) {
            write_move(export, &item, map, items[i].move);
            continue;
        }
        const FieldTable *table = items[i].kind == ITEM_REST ? &rest_table : &repeat_table;
        for (size_t k = 0; k < table->count; k++)
            if (strcmp(table->fields[k].key, "moves") != 0)
                add_key(&item, map, table->fields[k].key, &export->routine);
        if (items[i].kind == ITEM_REPEAT) {
            Mark mark;
            const Node *moves = node_find(map, "moves", &mark);
            emit_comments(export->into, item.column, &export->routine, mark, false);
            text_add_repeated(export->into, ' ', item.column);
            text_add(export->into, "moves:\n");
            write_list(export, item.column + STEP, moves, items[i].items);
        }
    }
}

/* The bytes of the comments and blank lines before the first key; *lines is how many. */
static size_t head_length(const EmitSource *source, uint32_t *lines)
{
    size_t length = 0;
    for (*lines = 0;; ++*lines) {
        const char *line = source->text + length, *newline = strchr(line, '\n');
        if (!newline || !strchr("#\n", line[strspn(line, " \r")]))
            return length;
        length = (size_t)(newline + 1 - source->text);
    }
}

/* In the place of `pair`, which is another file. */
static void say_pair(Export *export, const char *id)
{
    Text line = {0};
    text_print(&line, "pair: %s (left out: another routine)", id);
    emit_comment(export->into, 0, text_show(&line));
    text_release(&line);
}

static void write_routine(Export *export, const Node *root, const Routine *routine)
{
    uint32_t head_lines;
    text_add_span(export->into, export->routine.text, head_length(&export->routine, &head_lines));
    for (size_t i = 0; i < routine_table.count; i++) {
        const char *key = routine_table.fields[i].key;
        Mark mark;
        const Node *value = node_find(root, key, &mark);
        if (!value)
            continue;
        if (mark.line > head_lines + 1)
            emit_comments(export->into, 0, &export->routine, mark, false);
        if (strcmp(key, "pair") == 0) {
            say_pair(export, routine->pair);
        } else if (strcmp(key, "moves") != 0) {
            const Node name = {.text = key, .length = strlen(key), .is_plain = true};
            emit_entry(export->into, 0, &(Entry){.key = &name, .value = value}, &export->routine);
        } else {
            text_add(export->into, "moves:\n");
            write_list(export, STEP, value, routine->items);
        }
    }
}

/* The file's text without the line that names a schema on its author's machine, its lines ended by LF alone; NULL
 * where it cannot be read. */
static char *read_text(const LibraryEntry *entry, size_t *length)
{
    static const char byte_order_mark[] = "\xEF\xBB\xBF";
    char *source = library_entry_text(entry, length);
    if (!source)
        return NULL;
    int32_t line;
    const size_t mark = *length >= 3 && memcmp(source, byte_order_mark, 3) == 0 ? 3 : 0;
    char *text = template_copy(source + mark, *length - mark, NULL, length, &line), *end = text;
    for (const char *at = text; *at; at++)
        if (at[0] != '\r' || at[1] != '\n')
            *end++ = *at;
    *end = '\0';
    *length = (size_t)(end - text);
    free(source);
    return text;
}

/* But for the routine that they go with. */
static bool is_same(Routine *read, const Routine *routine)
{
    Routine alone = *routine;
    alone.pair = NULL;
    if (read)
        read->pair = NULL;
    const bool is_good = read && struct_members_same_routine(read, &alone);
    routine_free(read);
    return is_good;
}

/* Lines that end for YAML with what is spelt out when it is printed. */
static bool has_odd_breaks(const char *text)
{
    return strchr(text, '\r') || strstr(text, "\xC2\x85") || strstr(text, "\xE2\x80\xA8") ||
           strstr(text, "\xE2\x80\xA9");
}

/* To free(); NULL where the text does not mean the routine any more, or cannot be written so that it does. */
static char *write_alone(const Library *library, const LibraryEntry *entry, const char *text, size_t length)
{
    Arena tree = {0};
    DiagnosticList ignored = {0};
    Text written = {0};
    const Routine *routine = entry->routine;
    if (!has_odd_breaks(text) && !routine->pair &&
        is_same(routine_parse(text, length, entry->id, NULL, &ignored), routine)) {
        text_add_span(&written, text, length);
    } else if (is_same(library_parse(library, entry, text, length, &ignored), routine)) {
        const Node *root = document_parse(&tree, text, length, &ignored);
        write_routine(&(Export){&written, {text, length}, library, entry}, root, routine);
        if (!is_same(routine_parse(text_show(&written), written.length, entry->id, NULL, &ignored), routine))
            text_release(&written);
    }
    arena_release(&tree);
    diagnostic_release(&ignored);
    return written.length > 0 ? text_detach(&written) : NULL;
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
        *problem = memory_print("cannot read %s any more", entry->path);
        return NULL;
    }
    char *written = write_alone(library, entry, text, length);
    if (!written)
        *problem = memory_print("cannot write %s as one complete file; send it together with its "
                                "folder of moves",
                                entry->path);
    free(text);
    return written;
}
