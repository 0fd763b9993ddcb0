/* SPDX-License-Identifier: MIT */
#include "routine/routine_item.h"

#include <string.h>

#include "base/macros.h"
#include "routine/sequence.h"

enum { REPEAT_DEPTH_LIMIT = 3 };

static bool read_items(Reading *reading, const Node *list, int depth, Item **items, size_t *count);

/* The keys that say what an item is; `name` and `use` are those of a move. */
static const char *const kind_keys[] = {"use", "name", "rest", "repeat"};
static const Words kind_words = {kind_keys, ARRAY_LEN(kind_keys)};

static ItemKind kind_of(int key)
{
    return key == 2 ? ITEM_REST : key == 3 ? ITEM_REPEAT : ITEM_MOVE;
}

/* What a text that is no item was probably meant to be. */
static void hint_item(Walk *walk, const Node *node)
{
    const char *text = node->kind == NODE_SCALAR ? node->text : "";
    const char *colon = strchr(text, ':');
    if (strncmp(text, "rest", 4) == 0 && strcspn(text, " :") == 4)
        diagnostic_hint(walk->diags, "write `- rest: 10s`");
    else if (colon && words_find(&kind_words, text, (size_t)(colon - text)) >= 0)
        diagnostic_hint(walk->diags, "write a blank behind the colon: `- %.*s: %.60s`", (int)(colon - text), text,
                        colon + 1);
    else if (schema_is_id(text, node->length))
        diagnostic_hint(walk->diags, "write `- use: %s`", text);
    else
        diagnostic_hint(walk->diags, "write `- use:` and the id of a shared move, or `- name:` and a move of its own");
}

/* `- calf-milker: 45s`, or a map below it: the id where `use` should be. */
static bool is_bare_id(Reading *reading, const Node *map)
{
    const Node *key = map->count == 1 ? map->entries->key : NULL;
    const Words *ids = key && reading->moves ? reading->moves->ids(reading->moves->context) : NULL;
    if (!ids || words_find(ids, key->text, key->length) < 0)
        return false;
    diagnostic_error(reading->walk.diags, key->mark, "unknown key %s in an item", schema_found(&reading->walk, key));
    diagnostic_hint(reading->walk.diags, "write `- use: %s`, and what it has otherwise on lines below", key->text);
    return true;
}

/* The kind of an item by its keys, or by what they were probably meant to be. False after reporting a mix. */
static bool find_kind(Reading *reading, const Node *map, ItemKind *kind)
{
    const char *first = NULL;
    *kind = ITEM_MOVE;
    for (const Entry *entry = map->entries; entry; entry = entry->next) {
        int key = words_find(&kind_words, entry->key->text, entry->key->length);
        if (key < 0)
            continue;
        if (first && kind_of(key) != *kind) {
            diagnostic_error(reading->walk.diags, entry->key->mark,
                             "'%s' and '%s' do not go together: an item is a move, a rest or a repeat", first,
                             entry->key->text);
            diagnostic_hint(reading->walk.diags, kind_of(key) == ITEM_REPEAT || *kind == ITEM_REPEAT
                                                     ? "put what is repeated into the repeat's own `moves`"
                                                     : "begin each item with a dash of its own");
            return false;
        }
        first = entry->key->text;
        *kind = kind_of(key);
    }
    return true;
}

/* `reapeat: 3`: a rest or a repeat whose own key is misspelt would else be read as a move that lacks everything. */
static bool is_misspelt(Reading *reading, const Node *map)
{
    for (size_t i = 0; i < ARRAY_LEN(kind_keys); i++)
        if (node_find(map, kind_keys[i], NULL))
            return false;
    for (const Entry *entry = map->entries; entry; entry = entry->next) {
        const char *near = words_nearest(&kind_words, entry->key->text);
        if (!near || kind_of(words_find(&kind_words, near, strlen(near))) == ITEM_MOVE)
            continue;
        diagnostic_error(reading->walk.diags, entry->key->mark, "unknown key %s in an item",
                         schema_found(&reading->walk, entry->key));
        diagnostic_hint(reading->walk.diags, "did you mean '%s'?", near);
        return true;
    }
    return false;
}

static bool read_rest(Reading *reading, const Node *map, Item *item)
{
    RestFields fields = {0};
    bool is_good = schema_read(&reading->walk, &rest_table, map, &fields);
    item->rest_s = fields.rest_s;
    item->say = fields.say;
    return is_good;
}

static bool read_repeat(Reading *reading, const Node *map, int depth, Item *item)
{
    RepeatFields fields = {0};
    Mark mark = {0};
    node_find(map, "repeat", &mark);
    if (depth >= REPEAT_DEPTH_LIMIT) {
        diagnostic_error(reading->walk.diags, mark, "repeats nest at most 3 deep");
        diagnostic_hint(reading->walk.diags, "write the inner moves out, or repeat fewer levels");
        return false;
    }
    bool is_good = schema_read(&reading->walk, &repeat_table, map, &fields);
    item->times = fields.times;
    item->between_s = fields.between_s;
    return fields.moves && read_items(reading, fields.moves, depth + 1, &item->items, &item->count) && is_good;
}

static bool read_item(Reading *reading, const Node *node, int depth, Item *item)
{
    Walk *walk = &reading->walk;
    if (node->kind != NODE_MAP) {
        diagnostic_error(walk->diags, node->mark, "an item must be a map, found %s", schema_found(walk, node));
        hint_item(walk, node);
        return false;
    }
    item->mark = node_first_key(node);
    if (!find_kind(reading, node, &item->kind) || is_bare_id(reading, node) || is_misspelt(reading, node))
        return false;
    if (item->kind == ITEM_REST)
        return read_rest(reading, node, item);
    if (item->kind == ITEM_REPEAT)
        return read_repeat(reading, node, depth, item);
    item->move = move_read(reading, node);
    return true;
}

/* A lone item needs no dash, but a map from ids to moves is how shared moves are written, not a routine's. */
static bool is_lone_item(const Node *map)
{
    for (size_t i = 0; i < ARRAY_LEN(kind_keys); i++)
        if (node_find(map, kind_keys[i], NULL))
            return true;
    return false;
}

static void hint_list(DiagnosticList *diags, const Node *list)
{
    const char *key = list->kind == NODE_MAP && list->entries ? list->entries->key->text : "";
    if (key[0] == '-')
        diagnostic_hint(diags, "write a blank behind each dash, as in `- %.60s: ...`", key + 1);
    else if (schema_is_id(key, strlen(key)))
        diagnostic_hint(diags, "begin each with a dash, as in `- use: %s`", key);
    else
        diagnostic_hint(diags, "begin each with a dash, as in `- use: calf-milker`");
}

bool routine_item_report_none(DiagnosticList *diags, Mark mark)
{
    diagnostic_error(diags, mark, "moves must have at least one move");
    diagnostic_hint(diags, "write one, as in `- use: calf-milker`; `knead list --moves` shows those that there are");
    return false;
}

static bool read_items(Reading *reading, const Node *list, int depth, Item **items, size_t *count)
{
    Entry alone;
    size_t length;
    DiagnosticList *diags = reading->walk.diags;
    if (list->kind != NODE_LIST && !(list->kind == NODE_MAP && is_lone_item(list))) {
        diagnostic_error(diags, list->mark, "moves must be a list of moves, rests and repeats, found %s",
                         schema_found(&reading->walk, list));
        hint_list(diags, list);
        return false;
    }
    const Entry *entry = schema_entries(list, &alone, &length);
    if (length == 0)
        return routine_item_report_none(diags, list->mark);
    *items = arena_take_array(reading->walk.arena, length, sizeof(Item));
    for (; entry && reading->hold_count <= SEQUENCE_STEP_LIMIT; entry = entry->next) {
        Item item = {0};
        if (read_item(reading, entry->value, depth, &item))
            (*items)[(*count)++] = item;
    }
    return true;
}

bool routine_item_read_list(Reading *reading, const Node *list, Item **items, size_t *count)
{
    return read_items(reading, list, 0, items, count);
}
