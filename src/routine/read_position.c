/* SPDX-License-Identifier: MIT */
#include "routine/read_position.h"

#include <string.h>

#include "base/macros.h"
#include "routine/fields.h"

static const Node *find(const DefinitionLookup *positions, const char *id)
{
    return positions && schema_is_id(id, strlen(id)) ? positions->find(positions->context, id) : NULL;
}

static void report_unknown(Walk *walk, const DefinitionLookup *positions, Mark mark, const char *id)
{
    diagnostic_error(walk->diags, mark, "unknown position '%s'", id);
    const Words *ids = positions && walk->diags->hint_fits ? positions->ids(positions->context) : NULL;
    const char *near = ids ? words_nearest(ids, id) : NULL;
    if (near)
        diagnostic_hint(walk->diags, "did you mean '%s'?", near);
    else
        diagnostic_hint(walk->diags, "write one from a file in the folder `positions`");
}

static void report_broken(Walk *walk, Mark mark, const char *id, const DiagnosticList *problems)
{
    diagnostic_error(walk->diags, mark, "the position '%s' has a problem: %s", id, diagnostic_first(problems));
    diagnostic_hint(walk->diags, "`knead check` shows where");
}

/* clang-format off */
static const struct { uint32_t bit; const char *key, *example; } needed[] = {
    {SET_PELVIS, "pelvis", "[0, 54]"}, {SET_SPINE, "spine", "88"}, {SET_HEAD, "head", "88"},
    {SET_ARMS, "arms", "{worked: [-60, 15], other: [-70, 5]}"},
    {SET_LEGS, "legs", "{worked: [-90, -90, 0], other: [-90, -90, 0]}"},
};
/* clang-format on */

static void check_whole(Walk *walk, const PositionFields *fields, const Node *map)
{
    for (size_t i = 0; i < ARRAY_LEN(needed); i++) {
        if (fields->set & needed[i].bit)
            continue;
        diagnostic_error(walk->diags, node_first_key(map), "missing key '%s' in a position", needed[i].key);
        diagnostic_hint(walk->diags, "write `%s: %s`, or `use:` and the id of a position that has it", needed[i].key,
                        needed[i].example);
    }
}

/* The fields of the position that a map starts from. False after a problem with it, which is reported. */
static bool read_used(Walk *walk, const DefinitionLookup *positions, const Node *use, PositionFields *fields)
{
    const Node *map = use->kind == NODE_SCALAR ? find(positions, use->text) : NULL;
    if (!map) {
        if (use->kind == NODE_SCALAR && schema_is_id(use->text, use->length))
            report_unknown(walk, positions, use->mark, use->text);
        return false;
    }
    const Node *further = map->kind == NODE_MAP ? node_find(map, "use", NULL) : NULL;
    if (further) {
        diagnostic_error(walk->diags, use->mark, "the position '%s' starts from another one itself", use->text);
        diagnostic_hint(walk->diags, "use '%s', and write what differs here",
                        further->kind == NODE_SCALAR ? further->text : "that one");
        return false;
    }
    DiagnosticList problems = {0};
    Walk alone = {walk->arena, &problems, NULL};
    if (schema_read(&alone, &position_table, map, fields))
        check_whole(&alone, fields, map);
    const bool is_good = problems.errors == 0;
    if (!is_good)
        report_broken(walk, use->mark, use->text, &problems);
    diagnostic_release(&problems);
    return is_good;
}

static bool read_map(Walk *walk, const DefinitionLookup *positions, const Node *map, PositionFields *fields)
{
    const size_t errors = walk->diags->errors;
    const Node *use = map->kind == NODE_MAP ? node_find(map, "use", NULL) : NULL;
    if (use && !read_used(walk, positions, use, fields))
        *fields = (PositionFields){.set = SET_BODY}; /* what it would have is not missing too */
    schema_read(walk, &position_table, map, fields);
    if (map->kind == NODE_MAP)
        check_whole(walk, fields, map);
    return walk->diags->errors == errors;
}

static void take_limbs(int32_t limbs[LIMB_COUNT][LIMB_PARTS], const LimbFields *fields)
{
    memcpy(limbs[LIMB_WORKED], fields->worked, sizeof fields->worked);
    memcpy(limbs[LIMB_OTHER], fields->other, sizeof fields->other);
}

/* `id` is one that is there. */
static const Position *read_known(Walk *walk, const DefinitionLookup *positions, const char *id)
{
    PositionFields fields = {0};
    if (!read_map(walk, positions, find(positions, id), &fields))
        return NULL;
    Position *position = arena_take(walk->arena, sizeof *position);
    *position = (Position){.id = arena_copy(walk->arena, id),
                           .title = fields.title,
                           .view = (PositionView)fields.view,
                           .pelvis_x = fields.pelvis[0],
                           .pelvis_y = fields.pelvis[1],
                           .props = fields.props.items,
                           .prop_count = fields.props.count};
    memcpy(position->spine, fields.spine, sizeof fields.spine);
    memcpy(position->head, fields.head, sizeof fields.head);
    take_limbs(position->arms, &fields.arms);
    take_limbs(position->legs, &fields.legs);
    return position;
}

const Position *read_position_by_id(Arena *arena, const DefinitionLookup *positions, const char *id)
{
    DiagnosticList ignored = {0}; /* its file tells of them when it is checked */
    Walk walk = {arena, &ignored, NULL};
    const Position *position = find(positions, id) ? read_known(&walk, positions, id) : NULL;
    diagnostic_release(&ignored);
    return position;
}

void read_position_check(Walk *walk, const DefinitionLookup *positions, const Node *map)
{
    PositionFields fields = {0};
    read_map(walk, positions, map, &fields);
}

void read_position_check_named(Walk *walk, const DefinitionLookup *positions, const Node *named)
{
    Entry alone;
    size_t count = 0;
    const Position *first = NULL;
    const Entry *entry = named ? schema_entries(named, &alone, &count) : NULL;
    for (; entry; entry = entry->next) {
        const Node *id = entry->value;
        if (id->kind != NODE_SCALAR || !schema_is_id(id->text, id->length))
            continue;
        if (!find(positions, id->text)) {
            report_unknown(walk, positions, id->mark, id->text);
            continue;
        }
        DiagnosticList problems = {0};
        Walk apart = {walk->arena, &problems, NULL};
        const Position *position = read_known(&apart, positions, id->text);
        if (!position) {
            report_broken(walk, id->mark, id->text, &problems);
        } else if (first && !position_is_mixable(first, position)) {
            diagnostic_error(walk->diags, id->mark, "the position '%s' must have the view and the props of '%s'",
                             id->text, first->id);
            diagnostic_hint(walk->diags, "write the same `view` and `props` in both: the body moves between them");
        }
        diagnostic_release(&problems);
        first = first ? first : position;
    }
}
