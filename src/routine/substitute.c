/* SPDX-License-Identifier: MIT */
#include "routine/substitute.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "routine/routine.h"
#include "yaml/document.h"
#include "yaml/emit.h"

enum { STEP = 2, NO_ITEM = -1 };

static const char instead_of[] = "instead of ";

/* How much of what is written beside the old move stays beside the new one. */
typedef enum KeepLevel { KEEP_ALL_THAT_FITS, KEEP_NO_LENGTH, KEEP_PRIORITY, KEEP_LEVELS } KeepLevel;

/* One item while it is written anew. */
typedef struct Change {
    const char *text, *text_end;
    const Node *map;
    const Move *written, *shared;
    KeepLevel level;
    const char *start, *end; /* of its lines */
    size_t indent, column;   /* of its dash, of its keys; from 0 */
} Change;

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

/* The line of a text, from 1; its end where it has fewer. */
static const char *line_at(const Change *change, uint32_t number)
{
    const char *at = change->text;
    for (; number > 1 && at < change->text_end; number--)
        at += strcspn(at, "\n") + 1;
    return at < change->text_end ? at : change->text_end;
}

static const char *next_line(const Change *change, const char *line)
{
    const char *newline = memchr(line, '\n', (size_t)(change->text_end - line));
    return newline ? newline + 1 : change->text_end;
}

static size_t line_length(const Change *change, const char *line)
{
    size_t length = (size_t)(next_line(change, line) - line);
    while (length > 0 && strchr("\r\n", line[length - 1]))
        length--;
    return length;
}

/* Finds the item's lines; false where it does not stand behind a dash. */
static bool find_lines(Change *change)
{
    const Mark mark = change->map->mark;
    change->start = line_at(change, mark.line);
    change->indent = strspn(change->start, " ");
    change->column = mark.column - 1;
    const size_t dash = change->indent + (change->start[change->indent] == '-');
    if (dash == change->indent || dash + strspn(change->start + dash, " ") != change->column ||
        change->start[change->column] == '&') /* what is named is used elsewhere too */
        return false;
    const char *line = change->end = next_line(change, change->start);
    for (; line < change->text_end; line = next_line(change, line)) {
        const size_t indent = strspn(line, " ");
        const bool has_content = !strchr("#\r\n", line[indent]);
        if (has_content && indent <= change->indent)
            break;
        change->end = has_content ? next_line(change, line) : change->end;
    }
    return true;
}

/* Where the id of the old move stands, where all that is said beside it stays: that alone is written anew then. NULL
 * where something goes, or the id is not the item's own. */
static const char *find_id(const Change *change)
{
    const Node *id = node_find(change->map, "use", NULL);
    for (const Entry *entry = change->map->entries; entry; entry = entry->next)
        if (!is_key(entry->key, "use") && !is_kept(change, entry))
            return NULL;
    const char *at = id ? line_at(change, id->mark.line) + id->mark.column - 1 : NULL;
    return at && at >= change->start && at < change->end ? at : NULL;
}

static const char *name_of(const Move *move)
{
    return move->use ? move->use : move->name;
}

/* "# instead of ID" directly above, from an earlier change: the line, and where its id begins; NULL where there is
 * none. */
static const char *stands_for(const Change *change, const char **id)
{
    const char *line = change->start;
    while (line > change->text && (line == change->start || line[-1] != '\n'))
        line--;
    const size_t indent = strspn(line, " ");
    if (line == change->start || indent != change->indent || strncmp(line + indent, "# ", 2) != 0 ||
        strncmp(line + indent + 2, instead_of, strlen(instead_of)) != 0)
        return NULL;
    *id = line + indent + 2 + strlen(instead_of);
    return memchr(*id, ',', line_length(change, *id)) || memchr(*id, ' ', line_length(change, *id)) ? NULL : line;
}

/* What it had becomes a comment, all but a line that names the old move alone. */
static void say_what_it_had(Text *into, const Change *change)
{
    const Entry *first = change->map->entries;
    const char *line = change->start;
    if (is_key(first->key, "use") && first->key->mark.line == change->map->mark.line && first->next &&
        first->next->key->mark.line > first->key->mark.line && !memchr(line, '#', line_length(change, line)))
        line = next_line(change, line);
    for (; line < change->end; line = next_line(change, line)) {
        const size_t length = line_length(change, line), indent = strspn(line, " ");
        const size_t from = line == change->start ? change->column : indent < change->column ? indent : change->column;
        if (indent < length)
            text_print(into, "%*s#   %.*s\n", (int)change->indent, "", (int)(length - from), line + from);
    }
}

/* The item with the new move, what fits beside it written anew, and above it what it stands for. */
static void write_item(Text *into, const Change *change)
{
    const bool is_bare = change->written->use && change->map->count == 1;
    Text words = {0};
    text_print(&words, "%s%s%s", instead_of, name_of(change->written), is_bare ? "" : ", which had:");
    emit_comment(into, change->indent, text_show(&words));
    text_release(&words);
    if (!is_bare)
        say_what_it_had(into, change);
    text_print(into, "%*s- use: %s\n", (int)change->indent, "", change->shared->use);
    for (const Entry *entry = change->map->entries; entry; entry = entry->next)
        if (!is_key(entry->key, "use") && is_kept(change, entry))
            emit_entry(into, change->indent + STEP, entry, NULL);
}

/* Only the id is another, and a comment says so; that goes where the move is again the one it stood for: *start is
 * it then. */
static void write_id(Text *into, const Change *change, const char *at, const char **start)
{
    const char *use = change->shared->use, *id = NULL, *above = stands_for(change, &id);
    if (above && line_length(change, id) == strlen(use) && strncmp(id, use, strlen(use)) == 0)
        *start = above;
    else if (!above)
        text_print(into, "%*s# %s%s\n", (int)change->indent, "", instead_of, name_of(change->written));
    text_add_span(into, change->start, (size_t)(at - change->start));
    text_add(into, use);
    at += node_find(change->map, "use", NULL)->mark.length;
    text_add_span(into, at, (size_t)(change->end - at));
}

static void add_with_ends(Text *into, const Text *block, bool has_returns)
{
    for (size_t i = 0; i < block->length; i++) {
        if (has_returns && block->bytes[i] == '\n' && (i == 0 || block->bytes[i - 1] != '\r'))
            text_add_char(into, '\r');
        text_add_char(into, block->bytes[i]);
    }
}

/* The whole text with the item changed; nothing is added where it cannot be. */
static void write_text(Text *into, Change *change)
{
    if (!find_lines(change))
        return;
    Text item = {0};
    const char *id = find_id(change), *newline = strchr(change->start, '\n'), *start = change->start;
    if (id)
        write_id(&item, change, id, &start);
    else
        write_item(&item, change);
    text_add_span(into, change->text, (size_t)(start - change->text));
    add_with_ends(into, &item, newline && newline > change->start && newline[-1] == '\r');
    text_add_span(into, change->end, (size_t)(change->text_end - change->end));
    text_release(&item);
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
    Text anew = {0};
    const Node *root = document_parse(&arena, text, length, &ignored), *list = NULL, *map = NULL;
    int before = 0, number = number_of(of->items, of->count, written, &before);
    *now = NULL;
    if (root && number != NO_ITEM && (list = node_find(root, "moves", NULL)))
        map = node_at(list, &number);
    for (KeepLevel level = KEEP_ALL_THAT_FITS; map && is_it(map, written) && level < KEEP_LEVELS && !*now; level++) {
        text_clear(&anew);
        write_text(&anew, &(Change){text, text + length, map, written, shared, level, NULL, NULL, 0, 0});
        *now = read_back(library, &anew, entry, of, written, shared);
    }
    diagnostic_release(&ignored);
    arena_release(&arena);
    if (*now)
        return text_detach(&anew);
    text_release(&anew);
    return NULL;
}
