/* SPDX-License-Identifier: MIT */
#include "routine/routine.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/filter.h"
#include "routine/model.h"
#include "routine/move.h"
#include "routine/read_position.h"
#include "routine/rules.h"
#include "routine/spelling.h"
#include "routine/timeline.h"
#include "yaml/document.h"
#include "yaml/name_table.h"

/* What a routine never says and is worked out from its moves: parts of the body, places, tools. */

typedef void MoveVisitor(void *context, const Move *move);

static void each_move(const Item *items, size_t count, MoveVisitor *visit, void *context)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_MOVE)
            visit(context, items[i].move);
        else
            each_move(items[i].items, items[i].count, visit, context);
    }
}

static bool has_word(const WordList *list, uint8_t word)
{
    return list->count > 0 && memchr(list->items, word, list->count) != NULL;
}

static void add_areas(void *context, const Move *move)
{
    Routine *routine = context;
    for (size_t i = 0; i < move->areas.count; i++)
        if (!has_word(&routine->areas, move->areas.items[i]))
            routine->areas.items[routine->areas.count++] = move->areas.items[i];
}

/* in the order in which they first appear */
static void needs_areas(Routine *routine)
{
    routine->areas = (WordList){arena_take_array(&routine->arena, AREA_COUNT, sizeof(uint8_t)), 0};
    each_move(routine->items, routine->count, add_areas, routine);
}

static void keep_places(void *context, const Move *move)
{
    Routine *routine = context;
    size_t kept = 0;
    if (move->where.count == 0)
        return;
    for (size_t i = 0; i < routine->places.count; i++)
        if (has_word(&move->where, routine->places.items[i]))
            routine->places.items[kept++] = routine->places.items[i];
    routine->places.count = kept;
}

/* those that every move allows */
static void needs_places(Routine *routine)
{
    routine->places = (WordList){arena_take_array(&routine->arena, PLACE_COUNT, sizeof(uint8_t)), PLACE_COUNT};
    for (size_t i = 0; i < PLACE_COUNT; i++)
        routine->places.items[i] = (uint8_t)i;
    each_move(routine->items, routine->count, keep_places, routine);
}

/* The needs so far. Looked up rather than compared one by one: a file may name tens of thousands. */
typedef struct NeedSet {
    Arena names;
    NameTable seen;
    ToolNeed *items;
    size_t count, capacity;
} NeedSet;

enum { SEEN_LIST, SEEN_NEED }; /* owners in the table */

static int compare_tools(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The same text for the same alternatives, in whatever order they stand. */
static const char *name_of_need(Arena *arena, const ToolNeed *need)
{
    size_t count = need->any_of.count;
    const char **tools = arena_take_array(arena, count, sizeof(*tools));
    Text name = {0};
    memcpy(tools, need->any_of.items, count * sizeof(*tools));
    qsort(tools, count, sizeof(*tools), compare_tools);
    for (size_t i = 0; i < count; i++) {
        text_add(&name, tools[i]);
        text_add_char(&name, '|');
    }
    const char *kept = arena_copy(arena, text_show(&name));
    text_release(&name);
    return kept;
}

static void add_needs(void *context, const Move *move)
{
    NeedSet *needs = context;
    const char *list = (const char *)&move->tools.items; /* moves that come from one shared move have one list */
    if (move->tools.count == 0 || name_table_find(&needs->seen, SEEN_LIST, list, sizeof(move->tools.items)))
        return;
    name_table_put(&needs->seen, SEEN_LIST, list, sizeof(move->tools.items), move->tools.items);
    for (size_t i = 0; i < move->tools.count; i++) {
        ToolNeed *need = &move->tools.items[i];
        const char *name = name_of_need(&needs->names, need);
        if (name_table_find(&needs->seen, SEEN_NEED, name, strlen(name)))
            continue;
        name_table_put(&needs->seen, SEEN_NEED, name, strlen(name), need);
        needs->items = memory_grow(needs->items, &needs->capacity, needs->count + 1, sizeof(*needs->items));
        needs->items[needs->count++] = *need;
    }
}

/* each different need once */
static void needs_tools(Routine *routine)
{
    NeedSet needs = {0};
    each_move(routine->items, routine->count, add_needs, &needs);
    routine->tools = (ToolList){arena_take_array(&routine->arena, needs.count, sizeof(ToolNeed)), needs.count};
    if (needs.count > 0)
        memcpy(routine->tools.items, needs.items, needs.count * sizeof(ToolNeed));
    free(needs.items);
    name_table_release(&needs.seen);
    arena_release(&needs.names);
}

static void count_cautions(void *context, const Move *move)
{
    *(size_t *)context += move->cautions.count;
}

static void add_cautions(void *context, const Move *move)
{
    filter_add_new(context, &move->cautions);
}

static void join_cautions(Routine *routine)
{
    size_t most = routine->own_cautions.count;
    each_move(routine->items, routine->count, count_cautions, &most);
    routine->cautions = (TextList){arena_take_array(&routine->arena, most, sizeof(*routine->cautions.items)), 0};
    filter_add_new(&routine->cautions, &routine->own_cautions);
    each_move(routine->items, routine->count, add_cautions, &routine->cautions);
}

/* The items of `moves`: moves, rests and repeats. */

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
        diagnostic_hint(walk->diags, "put a space after the colon: `- %.*s: %.60s`", (int)(colon - text), text,
                        colon + 1);
    else if (schema_is_id(text, node->length))
        diagnostic_hint(walk->diags, "write `- use: %s`", text);
    else
        diagnostic_hint(walk->diags, "write `- use:` and the id of a shared move, or `- name:` and a new move");
}

/* `- calf-milker: 45s`, or a map below it: the id where `use` should be. */
static bool is_bare_id(Reading *reading, const Node *map)
{
    const Node *key = map->count == 1 ? map->entries->key : NULL;
    const Words *ids = key && reading->moves ? reading->moves->ids(reading->moves->context) : NULL;
    if (!ids || words_find(ids, key->text, key->length) < 0)
        return false;
    diagnostic_error(reading->walk.diags, key->mark, "unknown key %s in an item", schema_found(&reading->walk, key));
    diagnostic_hint(reading->walk.diags, "write `- use: %s`, and its other keys on the lines below", key->text);
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
                             "'%s' and '%s' cannot be used together: an item is a move, a rest or a repeat", first,
                             entry->key->text);
            diagnostic_hint(reading->walk.diags, kind_of(key) == ITEM_REPEAT || *kind == ITEM_REPEAT
                                                     ? "put the repeated moves into `moves` of the repeat"
                                                     : "start each item with its own dash");
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
        diagnostic_error(reading->walk.diags, mark, "repeats can be nested at most 3 deep");
        diagnostic_hint(reading->walk.diags, "write out the inner moves, or use fewer levels");
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
        diagnostic_hint(diags, "put a space after each dash, as in `- %.60s: ...`", key + 1);
    else if (schema_is_id(key, strlen(key)))
        diagnostic_hint(diags, "start each with a dash, as in `- use: %s`", key);
    else
        diagnostic_hint(diags, "start each with a dash, as in `- use: calf-milker`");
}

static bool report_no_move(DiagnosticList *diags, Mark mark)
{
    diagnostic_error(diags, mark, "moves must have at least one move");
    diagnostic_hint(diags, "write one, as in `- use: calf-milker`; `knead list --moves` lists the moves");
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
        return report_no_move(diags, list->mark);
    *items = arena_take_array(reading->walk.arena, length, sizeof(Item));
    for (; entry && reading->hold_count <= TIMELINE_STEP_LIMIT; entry = entry->next) {
        Item item = {0};
        if (read_item(reading, entry->value, depth, &item))
            (*items)[(*count)++] = item;
    }
    return true;
}

/* A newer format may have any keys. */
bool routine_is_newer(const Node *root, DiagnosticList *diags)
{
    const Node *version = root->kind == NODE_MAP ? node_find(root, "knead", NULL) : NULL;
    int32_t number = 0;
    if (!version || version->kind != NODE_SCALAR || !schema_digits(version->text, version->length, &number) ||
        number < 2)
        return false;
    diagnostic_error(diags, version->mark,
                     "this file is written in format %d and needs a newer knead: this one reads format 1", (int)number);
    diagnostic_hint(diags, "update knead, or write `knead: 1` if the file is in format 1");
    return true;
}

static void check_whole(Reading *reading, const Node *root, Routine *routine)
{
    DiagnosticList *diags = reading->walk.diags;
    const Node *defaults = node_find(root, "defaults", NULL);
    Mark moves = {0};
    node_find(root, "moves", &moves);
    if (defaults)
        rules_check_defaults(reading, defaults);
    rules_check_sides(reading);
    rules_check_end(diags, routine->items, routine->count);
    rules_check_length(diags, routine, moves);
    needs_areas(routine);
    needs_places(routine);
    needs_tools(routine);
    join_cautions(routine);
}

static void read_routine(Routine *routine, const Node *root, const DefinitionLookup *moves, DiagnosticList *diags)
{
    RoutineFields fields = {.goal = GOAL_NONE, .defaults = defaults_unsaid};
    Reading reading = {.walk = {&routine->arena, diags, &spelling_guesses},
                       .moves = moves,
                       .checks_instead = true,
                       .defaults = &fields.defaults};
    schema_read(&reading.walk, &routine_table, root, &fields);
    reading.goal = (Goal)fields.goal;
    routine->title = fields.title;
    routine->summary = fields.summary;
    routine->check = fields.check;
    routine->pair = fields.pair;
    const Node *pair = fields.pair ? node_find(root, "pair", NULL) : NULL;
    routine->pair_mark = pair ? pair->mark : (Mark){0};
    routine->goal = reading.goal;
    routine->own_cautions = fields.cautions;
    routine->keywords = fields.keywords;
    routine->sources = fields.sources;
    routine->rest_s = fields.defaults.rest_s;
    size_t errors = diags->errors;
    if (!fields.moves || !read_items(&reading, fields.moves, 0, &routine->items, &routine->count))
        return;
    if (diags->errors == errors && !timeline_has_move(routine->items, routine->count))
        report_no_move(diags, fields.moves->mark);
    else
        check_whole(&reading, root, routine);
}

Routine *routine_read(const Node *root, const char *id, const DefinitionLookup *moves, DiagnosticList *diags)
{
    Routine *routine = memory_new(sizeof(*routine));
    routine->id = arena_copy(&routine->arena, id);
    const size_t errors = diags->errors;
    if (!routine_is_newer(root, diags))
        read_routine(routine, root, moves, diags);
    if (diags->errors == errors)
        return routine;
    routine_free(routine);
    return NULL;
}

Routine *routine_parse(const char *text, size_t length, const char *id, const DefinitionLookup *moves,
                       DiagnosticList *diags)
{
    Arena tree = {0};
    const size_t errors = diags->errors;
    const Node *root = document_parse(&tree, text, length, diags);
    const bool is_doubled = diags->errors > errors; /* a key that appears twice; the tree is there all the same */
    Routine *routine = root ? routine_read(root, id, moves, diags) : NULL;
    arena_release(&tree);
    diagnostic_sort(diags);
    if (!is_doubled)
        return routine;
    routine_free(routine);
    return NULL;
}

/* A file with a map from ids to definitions. */
typedef struct DefinitionsFormat {
    const FieldTable *table;
    const char *key, *noun, *what; /* of the map; what one is called in a message, and in its hint */
    void (*check)(Reading *reading, const DefinitionLookup *lookup, const Node *map);
} DefinitionsFormat;

static bool check_definitions(Reading *reading, const DefinitionsFormat *format, const DefinitionLookup *lookup,
                              const char *text, size_t length)
{
    DiagnosticList *diags = reading->walk.diags;
    const size_t errors = diags->errors;
    DefinitionsFileFields fields = {0};
    const Node *root = document_parse(reading->walk.arena, text, length, diags);
    if (root && !routine_is_newer(root, diags)) {
        schema_read(&reading->walk, format->table, root, &fields);
        if (fields.map && fields.map->kind != NODE_MAP) {
            diagnostic_error(diags, fields.map->mark, "%s must be a map from ids to %ss, found %s", format->key,
                             format->noun, schema_found(&reading->walk, fields.map));
            diagnostic_hint(diags, "write the id and a colon, and indent the keys of the %s below it", format->what);
            fields.map = NULL;
        }
        const char *name = arena_print(reading->walk.arena, "the name of a %s", format->noun);
        for (const Entry *entry = fields.map ? fields.map->entries : NULL; entry; entry = entry->next) {
            const char *id;
            schema_id(&reading->walk, &(Field){.key = name}, entry->key, &id);
            format->check(reading, lookup, entry->value);
        }
    }
    diagnostic_sort(diags);
    return root && diags->errors == errors;
}

static void check_shared(Reading *reading, const DefinitionLookup *lookup, const Node *map)
{
    (void)lookup;
    move_check_shared(reading, map);
}

static void check_position(Reading *reading, const DefinitionLookup *lookup, const Node *map)
{
    read_position_check(&reading->walk, lookup, map);
}

static const DefinitionsFormat moves_format = {&moves_file_table, "moves", "shared move", "move", check_shared};
static const DefinitionsFormat positions_format = {&positions_file_table, "positions", "position", "position",
                                                   check_position};

bool routine_check_moves(const char *text, size_t length, const DefinitionLookup *moves, DiagnosticList *diags)
{
    Arena arena = {0};
    Reading reading = {.walk = {&arena, diags, &spelling_guesses},
                       .moves = moves,
                       .checks_instead = moves != NULL,
                       .defaults = &defaults_unsaid,
                       .goal = GOAL_NONE};
    const bool is_good = check_definitions(&reading, &moves_format, moves, text, length);
    arena_release(&arena);
    return is_good;
}

bool routine_check_positions(const char *text, size_t length, const DefinitionLookup *positions, DiagnosticList *diags)
{
    Arena arena = {0};
    Reading reading = {.walk = {&arena, diags, &spelling_guesses}, .defaults = &defaults_unsaid};
    const bool is_good = check_definitions(&reading, &positions_format, positions, text, length);
    arena_release(&arena);
    return is_good;
}

Move *routine_move(Arena *arena, const char *id, const DefinitionLookup *moves, DiagnosticList *diags)
{
    const Node key = {.text = "use", .length = 3}, use = {.text = id, .length = strlen(id)};
    const Entry entry = {.key = &key, .value = &use};
    const Node map = {.kind = NODE_MAP, .entries = &entry, .count = 1};
    Reading reading = {.walk = {arena, diags, &spelling_guesses},
                       .moves = moves,
                       .checks_instead = true,
                       .defaults = &defaults_unsaid,
                       .goal = GOAL_NONE};
    size_t errors = diags->errors;
    Move *move = move_read(&reading, &map);
    return diags->errors == errors ? move : NULL;
}

void routine_free(Routine *routine)
{
    if (!routine)
        return;
    Arena arena = routine->arena; /* which may hold nothing of the routine itself */
    arena_release(&arena);
    free(routine);
}
