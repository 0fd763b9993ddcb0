/* SPDX-License-Identifier: MIT */
#include "routine/routine.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/item.h"
#include "routine/needs.h"
#include "routine/rules.h"
#include "routine/sequence.h"
#include "routine/spelling.h"
#include "yaml/document.h"

/* A newer format may have any keys: nothing else is looked at then. */
static bool is_newer(const Node *root, DiagnosticList *diags)
{
    const Node *version = root->kind == NODE_MAP ? node_find(root, "knead", NULL) : NULL;
    int32_t number = 0;
    if (!version || version->kind != NODE_SCALAR || !schema_digits(version->text, version->length, &number) ||
        number < 2)
        return false;
    diagnostic_error(diags, version->mark,
                     "this file is written in format %d and needs a newer knead: this one reads format 1", (int)number);
    diagnostic_hint(diags, "install a newer knead, or write `knead: 1` if the file is older than it says");
    return true;
}

static void check_whole(Reading *reading, const Node *root, const RoutineFields *fields, Routine *routine)
{
    DiagnosticList *diags = reading->walk.diags;
    const Node *defaults = node_find(root, "defaults", NULL);
    Mark moves = {0};
    node_find(root, "moves", &moves);
    if (defaults)
        rules_check_defaults(diags, &fields->defaults, defaults);
    rules_check_sides(reading);
    rules_check_end(diags, routine->items, routine->count);
    rules_check_length(diags, routine, moves);
    needs_areas(routine);
    needs_places(routine);
    needs_tools(routine);
}

static void read_routine(Routine *routine, const Node *root, const MoveLookup *moves, DiagnosticList *diags)
{
    RoutineFields fields = {.goal = GOAL_NONE, .defaults = defaults_unsaid};
    Reading reading = {
        .walk = {&routine->arena, diags, &reading, &spelling_guesses}, .moves = moves, .defaults = &fields.defaults};
    schema_read(&reading.walk, &routine_table, root, &fields);
    reading.goal = (Goal)fields.goal;
    routine->title = fields.title;
    routine->summary = fields.summary;
    routine->check = fields.check;
    routine->goal = reading.goal;
    routine->cautions = fields.cautions;
    routine->sources = fields.sources;
    routine->switch_s = fields.defaults.switch_s;
    routine->rest_s = fields.defaults.rest_s;
    size_t errors = diags->errors;
    if (!fields.moves || !item_read_list(&reading, fields.moves, &routine->items, &routine->count))
        return;
    if (diags->errors == errors && !sequence_has_move(routine->items, routine->count))
        item_report_none(diags, fields.moves->mark);
    else
        check_whole(&reading, root, &fields, routine);
}

Routine *routine_parse(const char *text, size_t length, const char *id, const MoveLookup *moves, DiagnosticList *diags)
{
    Arena tree = {0};
    Routine *routine = memory_new(sizeof(*routine));
    routine->id = arena_copy(&routine->arena, id);
    size_t errors = diags->errors;
    const Node *root = document_parse(&tree, text, length, diags);
    if (root && !is_newer(root, diags))
        read_routine(routine, root, moves, diags);
    arena_release(&tree);
    diagnostic_sort(diags);
    if (root && diags->errors == errors)
        return routine;
    routine_free(routine);
    return NULL;
}

bool routine_check_moves(const char *text, size_t length, const MoveLookup *moves, DiagnosticList *diags)
{
    Arena arena = {0};
    size_t errors = diags->errors;
    MovesFileFields fields = {0};
    Reading reading = {.walk = {&arena, diags, moves ? &reading : NULL, &spelling_guesses},
                       .moves = moves,
                       .defaults = &defaults_unsaid,
                       .goal = GOAL_NONE};
    const Node *root = document_parse(&arena, text, length, diags);
    if (root && !is_newer(root, diags)) {
        schema_read(&reading.walk, &moves_file_table, root, &fields);
        if (fields.moves && fields.moves->kind != NODE_MAP) {
            diagnostic_error(diags, fields.moves->mark, "moves must be a map from ids to shared moves, found %s",
                             schema_found(&reading.walk, fields.moves));
            diagnostic_hint(diags, "write the id and a colon, and the move's keys below it, further in");
            fields.moves = NULL;
        }
        for (const Entry *entry = fields.moves ? fields.moves->entries : NULL; entry; entry = entry->next) {
            const char *key;
            schema_id(&reading.walk, &(Field){.key = "the name of a shared move"}, entry->key, &key);
            move_check_shared(&reading, entry->value);
        }
    }
    arena_release(&arena);
    diagnostic_sort(diags);
    return root && diags->errors == errors;
}

Move *routine_move(Arena *arena, const char *id, const MoveLookup *moves, DiagnosticList *diags)
{
    const Node key = {.text = "use", .length = 3}, use = {.text = id, .length = strlen(id)};
    const Entry entry = {.key = &key, .value = &use};
    const Node map = {.kind = NODE_MAP, .entries = &entry, .count = 1};
    Reading reading = {.walk = {arena, diags, &reading, &spelling_guesses},
                       .moves = moves,
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
