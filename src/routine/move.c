/* SPDX-License-Identifier: MIT */
#include "routine/move.h"

#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "routine/filter.h"
#include "routine/read_position.h"
#include "routine/rules.h"
#include "routine/timeline.h"

struct SharedMove {
    const char *id;
    MoveFields fields;
    const char *problem; /* NULL: it is as it should be */
    SharedMove *next;
};

const char move_unknown[] = "unknown shared move";
const DefaultsFields defaults_unsaid = {.prepare_s = AUTO_S, .switch_s = AUTO_S};

/* How long, how hard and how: what moves and their phases have in common. */

/* clang-format off */
static const struct { uint32_t bit; const char *key; } lengths[] = {
    {SET_HOLD, "hold"}, {SET_PASSES, "passes"}, {SET_BREATHS, "breaths"}, {SET_PHASES, "phases"},
};
/* clang-format on */

static bool is_before(Mark a, Mark b)
{
    return a.line < b.line || (a.line == b.line && a.column < b.column);
}

/* Two ways to say how long: the one that is written second is the one too many. */
static bool check_single(DiagnosticList *diags, uint32_t set, const ProblemPlace *spot)
{
    const char *first = NULL, *second = NULL;
    Mark first_mark = {0}, second_mark = {0};
    for (size_t i = 0; i < ARRAY_LEN(lengths); i++) {
        Mark mark = problem_place_key(spot, lengths[i].key);
        if (!(set & lengths[i].bit) || (spot->map && !problem_place_has(spot, lengths[i].key)))
            continue; /* not said, or a misspelt key was taken for it */
        if (!first || is_before(mark, first_mark)) {
            second = first, second_mark = first_mark;
            first = lengths[i].key, first_mark = mark;
        } else if (!second || is_before(mark, second_mark)) {
            second = lengths[i].key, second_mark = mark;
        }
    }
    if (!second)
        return true;
    diagnostic_error(diags, second_mark, "'%s' and '%s' cannot be used together: both say how long", first, second);
    diagnostic_hint(diags, "keep one of them");
    return false;
}

static bool missing(DiagnosticList *diags, const ProblemPlace *spot, const char *key, const char *noun,
                    const char *hint)
{
    diagnostic_error(diags, problem_place_first(spot), "missing key '%s' in %s", key, noun);
    diagnostic_hint(diags, "%s", hint);
    return false;
}

/* Exactly one way to say how long, with what it needs. `has_breathe`: it is said here or above. False after a
 * problem. */
static bool check_dose(DiagnosticList *diags, uint32_t set, bool has_breathe, const ProblemPlace *spot,
                       const char *noun)
{
    if ((set & SET_LENGTHS) == 0 && (set & SET_PACE))
        return missing(diags, spot, "passes", noun,
                       "'pace' is the time for one pass: add the number, as in `passes: 10`");
    if ((set & SET_LENGTHS) == 0) {
        diagnostic_error(diags, problem_place_first(spot),
                         "missing key 'hold' in %s, or another key that says how long", noun);
        diagnostic_hint(diags, "write one such as `hold: 45s`, or `passes` with `pace`, or `breaths`");
        return false;
    }
    if (!check_single(diags, set, spot))
        return false;
    if ((set & SET_PACE) && !(set & SET_PASSES)) {
        diagnostic_error(diags, problem_place_key(spot, "pace"), "'pace' only works with 'passes'");
        diagnostic_hint(diags, "leave it out, or use `passes` for the length");
        return false;
    }
    if ((set & SET_PASSES) && !(set & SET_PACE))
        return missing(diags, spot, "pace", noun, "'passes' needs the time for one pass, as in `pace: 4s`");
    if ((set & SET_BREATHS) && !has_breathe)
        return missing(diags, spot, "breathe", noun, "'breaths' needs the length of one breath, as in `breathe: 4-6`");
    return true;
}

/* The hold that the fields stand for; HOLD_NOT_SET where they could not be read. */
static Hold hold_of_dose(const DoseFields *dose, uint32_t set, Breath breathe)
{
    if (set & SET_HOLD)
        return dose->hold;
    Hold hold = {0};
    if (set & SET_PASSES) { /* not what a shared move says of the way that was replaced */
        hold = (Hold){.kind = HOLD_PASSES, .passes = dose->passes, .pace_s = dose->pace_s};
        hold.left_s = dose->passes * dose->pace_s;
    } else if (set & SET_BREATHS) {
        hold = (Hold){.kind = HOLD_BREATHS, .breaths = dose->breaths};
        hold.left_s = dose->breaths * (breathe.in_s + breathe.hold_s + breathe.out_s + breathe.rest_s);
    }
    if (hold.left_s == 0)
        return (Hold){0};
    hold.right_s = hold.left_s;
    return hold;
}

/* What is wrong with the time of one cue in a hold, NULL where nothing is. */
static const char *wrong_time(const CueList *cues, size_t index, int32_t hold_s)
{
    int32_t at = timeline_cue_at(cues, index, hold_s);
    if (at < 0)
        return "it comes before the start";
    if (at >= hold_s)
        return "it must come before the end";
    return index > 0 && at <= timeline_cue_at(cues, index - 1, hold_s) ? "" : NULL;
}

/* Whether the cues fit into the hold, each before its end and after the one before it. */
static void check_cues(DiagnosticList *diags, const CueList *cues, const Hold *hold, const ProblemPlace *spot)
{
    bool is_own = problem_place_has(spot, "cues");
    if (hold->kind == HOLD_NOT_SET || cues->count == 0 || cues->items[0].when == CUE_SPREAD)
        return;
    for (size_t i = 0; i < cues->count; i++) {
        char length[DURATION_TEXT_SIZE], at[DURATION_TEXT_SIZE];
        int32_t hold_s = hold->left_s;
        const char *wrong = wrong_time(cues, i, hold_s);
        if (!wrong && hold->right_s != hold_s)
            wrong = wrong_time(cues, i, hold_s = hold->right_s);
        if (!wrong)
            continue;
        Mark mark = is_own ? cues->items[i].mark : spot->otherwise;
        int32_t at_s = timeline_cue_at(cues, i, hold_s);
        if (*wrong) {
            bool is_from_end = cues->items[i].when == CUE_FROM_END;
            diagnostic_error(diags, mark, "the cue at %s%s is outside a hold of %s: %s", is_from_end ? "-" : "",
                             duration_words(at, is_from_end ? cues->items[i].seconds : at_s),
                             duration_words(length, hold_s), wrong);
            diagnostic_hint(diags, is_own ? "give it another time, or make the hold longer"
                                          : "make the hold longer, or write `cues` here");
        } else {
            diagnostic_error(diags, mark, "the cue at %s must come after the one before it, in a hold of %s",
                             duration_words(at, at_s), duration_words(length, hold_s));
            diagnostic_hint(diags, is_own ? "write cues in order of time" : "change the hold, or write `cues` here");
        }
        if (!is_own)
            return;
    }
}

static const Node *find_shared(const Reading *reading, const char *id)
{
    return reading->moves ? reading->moves->find(reading->moves->context, id) : NULL;
}

static void report_unknown(const Reading *reading, Mark mark, const char *id)
{
    DiagnosticList *diags = reading->walk.diags;
    diagnostic_error(diags, mark, "%s '%s'", move_unknown, id);
    if (!diags->hint_fits)
        return;
    const Words *ids = reading->moves ? reading->moves->ids(reading->moves->context) : NULL;
    const char *near = ids ? words_nearest(ids, id) : NULL;
    if (near)
        diagnostic_hint(diags, "did you mean '%s'?", near);
    else
        diagnostic_hint(diags, "`knead list --moves` lists them");
}

/* The positions that the map and its phases name. */
static void check_positions(Reading *reading, const Node *map, const MoveFields *fields)
{
    const DefinitionLookup *positions = reading->moves ? reading->moves->positions : NULL;
    if (!positions || map->kind != NODE_MAP)
        return;
    read_position_check_named(&reading->walk, positions, node_find(map, "position", NULL));
    for (size_t i = 0; node_find(map, "phases", NULL) && i < fields->phases.count; i++)
        read_position_check_named(&reading->walk, positions, node_find(fields->phases.items[i].node, "position", NULL));
}

/* The map's own fields; shared moves that `instead` names must be there. */
static void read_fields(Reading *reading, const Node *map, MoveFields *fields)
{
    schema_read(&reading->walk, &move_table, map, fields);
    check_positions(reading, map, fields);
    const Node *instead = reading->checks_instead ? node_find(map, "instead", NULL) : NULL;
    size_t count = 0;
    Entry alone;
    const Entry *entry = instead && fields->instead.count > 0 ? schema_entries(instead, &alone, &count) : NULL;
    for (; entry; entry = entry->next)
        if (entry->value->kind == NODE_SCALAR && !find_shared(reading, entry->value->text))
            report_unknown(reading, entry->value->mark, entry->value->text);
}

static MoveFields fields_unsaid(void)
{
    MoveFields fields = {.sides = SIDES_COUNT, .priority = 2};
    fields.dose.technique = TECHNIQUE_NONE;
    fields.dose.tool_at.part = PART_NONE;
    return fields;
}

/* The nearest thing said: the phase's own, the move's, the routine's. */
static Pressure pick_pressure(const DoseFields *own, const DoseFields *above, const DefaultsFields *defaults)
{
    return own->pressure.is_set ? own->pressure : above->pressure.is_set ? above->pressure : defaults->pressure;
}

static Breath pick_breath(const DoseFields *own, const DoseFields *above, const DefaultsFields *defaults)
{
    return own->breathe.in_s ? own->breathe : above->breathe.in_s ? above->breathe : defaults->breathe;
}

static Phase build_phase(const DoseFields *dose, uint32_t set, const MoveFields *move, const DefaultsFields *defaults)
{
    Phase phase = {.cues = dose->cues, .pressure = pick_pressure(dose, &move->dose, defaults)};
    uint8_t technique = dose->technique != TECHNIQUE_NONE ? dose->technique : move->dose.technique;
    phase.technique = (Technique)technique;
    phase.positions = set & SET_POSITION ? dose->positions : move->dose.positions;
    phase.tool_at = dose->tool_at.part != PART_NONE ? dose->tool_at : move->dose.tool_at;
    phase.breathe = pick_breath(dose, &move->dose, defaults);
    phase.hold = hold_of_dose(dose, set, phase.breathe);
    return phase;
}

static void build_phases(Reading *reading, const MoveFields *fields, const ProblemPlace *spot, Move *move)
{
    bool is_own = problem_place_has(spot, "phases");
    move->phase_count = MAX_OF(fields->phases.count, 1);
    move->phases = arena_take_array(reading->walk.arena, move->phase_count, sizeof(Phase));
    reading->hold_count += (int32_t)move->phase_count;
    if (fields->phases.count == 0)
        move->phases[0] = build_phase(&fields->dose, fields->set, fields, reading->defaults);
    move->phases[0].mark = move->mark;
    for (size_t i = 0; i < fields->phases.count; i++) {
        const PhaseFields *phase = &fields->phases.items[i];
        move->phases[i] = build_phase(&phase->dose, phase->set, fields, reading->defaults);
        move->phases[i].name = phase->name;
        move->phases[i].setup = phase->setup;
        move->phases[i].prepare_s = phase->prepare_s;
        move->phases[i].mark = is_own ? phase->node->mark : spot->otherwise;
    }
}

/* Of a move that says none itself: those of its first phase that does. */
static void pick_position(Move *move, const MoveFields *fields)
{
    move->positions = fields->dose.positions;
    move->tool_at = fields->dose.tool_at;
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        if (move->positions.count == 0)
            move->positions = phase->positions;
        if (move->tool_at.part == PART_NONE)
            move->tool_at = phase->tool_at;
    }
}

#define COPY_TEXT(name) move->name = fields->name;

static Move *build(Reading *reading, const MoveFields *fields, const ProblemPlace *spot, Mark mark)
{
    const DefaultsFields *defaults = reading->defaults;
    Move *move = arena_take(reading->walk.arena, sizeof(*move));
    *move = (Move){
        .use = fields->use,
        .name = fields->name,
        .areas = fields->areas,
        .where = fields->where,
        .not_with = fields->not_with,
        .tools = fields->tools,
        .setups = fields->setups,
        .avoid = fields->avoid,
        .keywords = fields->keywords,
        .cautions = fields->cautions,
        .instead = fields->instead,
        .priority = fields->priority,
        .least_s = fields->least_s,
        .mark = mark,
    };
    MOVE_TEXTS(COPY_TEXT);
    move->technique = (Technique)fields->dose.technique;
    move->sides = fields->sides < SIDES_COUNT ? (Sides)fields->sides : (Sides)defaults->sides;
    uint8_t first = fields->set & SET_FIRST ? fields->first : defaults->first;
    move->first = first == 0 ? SIDE_LEFT : SIDE_RIGHT;
    move->prepare_s = fields->set & SET_PREPARE ? fields->prepare_s : defaults->prepare_s;
    move->switch_s = fields->set & SET_SWITCH ? fields->switch_s : defaults->switch_s;
    if (move->prepare_s == AUTO_S || move->switch_s == AUTO_S) {
        const int32_t auto_s = timeline_auto_of_move_s(move);
        move->prepare_s = move->prepare_s == AUTO_S ? auto_s : move->prepare_s;
        move->switch_s = move->switch_s == AUTO_S ? timeline_auto_switch_s(auto_s) : move->switch_s;
    }
    build_phases(reading, fields, spot, move);
    pick_position(move, fields);
    return move;
}

/* A map of set-ups has a text for each tool of the first need; it may have more, as a shared move whose tools are
 * replaced has. */
static void check_setups(Reading *reading, const Move *move, const ProblemPlace *spot)
{
    DiagnosticList *diags = reading->walk.diags;
    const SetUpList *setups = &move->setups;
    if (setups->count == 0 || !setups->items[0].tool)
        return;
    const char **names = arena_take_array(reading->walk.arena, setups->count, sizeof(*names));
    for (size_t i = 0; i < setups->count; i++)
        names[i] = setups->items[i].tool;
    const Words known = {names, setups->count};
    const bool is_own = problem_place_has(spot, "setup");
    for (size_t i = 0; move->tools.count > 0 && i < move->tools.items[0].any_of.count; i++) {
        const char *tool = move->tools.items[0].any_of.items[i], *near = words_nearest(&known, tool);
        if (words_find(&known, tool, strlen(tool)) >= 0)
            continue;
        diagnostic_error(diags, problem_place_key(spot, is_own ? "setup" : "tools"),
                         "setup has no text for the tool '%s'", tool);
        if (near)
            diagnostic_hint(diags, "it has one for '%s': did you mean '%s'?", near, tool);
        else
            diagnostic_hint(diags, is_own ? "add a line for it, or write one text that serves all tools"
                                          : "write `setup` here, for these tools");
    }
}

static void check_sides(DiagnosticList *diags, const MoveFields *fields, const Move *move, const ProblemPlace *spot)
{
    bool is_unread = (fields->set & SET_SIDES) && fields->sides == SIDES_COUNT;
    if (fields->dose.hold.kind != HOLD_LEFT_RIGHT || move->sides == SIDES_BOTH || is_unread)
        return;
    bool is_own_hold = problem_place_has(spot, "hold");
    diagnostic_error(diags, problem_place_value(spot, is_own_hold ? "hold" : "sides"),
                     "times for left and right need `sides: both`, found `sides: %s`", sides_name((int)move->sides));
    diagnostic_hint(diags, is_own_hold ? "write one time, or `sides: both`" : "write `hold` here with one time");
}

/* A `least` from the shared move gives way to a shorter hold here; one that is written here must fit. */
static void check_least(DiagnosticList *diags, const MoveFields *fields, Move *move, const ProblemPlace *spot)
{
    char least[DURATION_TEXT_SIZE], length[DURATION_TEXT_SIZE];
    int32_t longest_s = 0;
    for (size_t i = 0; i < move->phase_count; i++)
        longest_s = MAX_OF(longest_s, MAX_OF(move->phases[i].hold.left_s, move->phases[i].hold.right_s));
    if (fields->least_s <= longest_s || longest_s == 0)
        return;
    if (problem_place_has(spot, "least")) {
        diagnostic_error(diags, problem_place_value(spot, "least"), "least is %s, longer than the hold of %s",
                         duration_words(least, fields->least_s), duration_words(length, longest_s));
        diagnostic_hint(diags, "write %s or less, or make the hold longer", duration_written(least, longest_s));
    }
    move->least_s = longest_s;
}

static void check_phases(Reading *reading, const MoveFields *fields, const Move *move, const ProblemPlace *spot)
{
    DiagnosticList *diags = reading->walk.diags;
    bool is_own = problem_place_has(spot, "phases");
    if (fields->set & SET_CUES) {
        diagnostic_error(diags, problem_place_key(spot, "cues"), "'cues' cannot be used with 'phases'");
        diagnostic_hint(diags, "give each phase its own cues");
    }
    for (size_t i = 0; i < fields->phases.count; i++) {
        const PhaseFields *phase = &fields->phases.items[i];
        bool has_breathe = ((phase->set | fields->set | reading->defaults->set) & SET_BREATHE) != 0;
        ProblemPlace own = {is_own ? phase->node : NULL, is_own ? node_first_key(phase->node) : spot->otherwise};
        if (check_dose(diags, phase->set, has_breathe, &own, "a phase"))
            check_cues(diags, &phase->dose.cues, &move->phases[i].hold, &own);
    }
}

/* What is needed and what does not go together, then the move itself. */
static Move *complete(Reading *reading, const MoveFields *fields, const ProblemPlace *spot, Mark mark)
{
    DiagnosticList *diags = reading->walk.diags;
    bool has_breathe = ((fields->set | reading->defaults->set) & SET_BREATHE) != 0;
    size_t errors = diags->errors;
    bool is_dose = check_dose(diags, fields->set, has_breathe, spot, "a move");
    Move *move = build(reading, fields, spot, mark);
    if (!is_dose)
        return move;
    if (fields->set & SET_PHASES)
        check_phases(reading, fields, move, spot);
    else
        check_cues(diags, &fields->dose.cues, &move->phases[0].hold, spot);
    check_setups(reading, move, spot);
    check_sides(diags, fields, move, spot);
    check_least(diags, fields, move, spot);
    if (diags->errors == errors)
        rules_check_move(reading, fields, move, spot);
    return move;
}

static void check_named(DiagnosticList *diags, const MoveFields *fields, const ProblemPlace *spot)
{
    if (!(fields->set & SET_NAME)) {
        diagnostic_error(diags, spot->otherwise, "missing key 'name' in a move");
        diagnostic_hint(diags, "write `name: ...`, or `use:` and the id of a shared move");
    } else if (!(fields->set & SET_AREAS)) {
        diagnostic_error(diags, spot->otherwise, "missing key 'areas' in a move");
        diagnostic_hint(diags, "write the body parts it works, as in `areas: [calves]`");
    }
}

/* Whether some key of the map was probably meant to be `name` or `use`: then it is not missing, but misspelt. */
static bool is_misspelt(const Node *map)
{
    static const char *const words[] = {"name", "use"};
    static const Words wanted = {words, ARRAY_LEN(words)};
    for (const Entry *entry = map->entries; entry; entry = entry->next)
        if (words_find(&wanted, entry->key->text, entry->key->length) < 0 && words_nearest(&wanted, entry->key->text))
            return true;
    return false;
}

static void read_shared(Reading *reading, const Node *map, MoveFields *fields)
{
    Mark use;
    ProblemPlace spot = {map, node_first_key(map)};
    read_fields(reading, map, fields);
    if (map->kind != NODE_MAP)
        return;
    if (node_find(map, "use", &use)) {
        diagnostic_error(reading->walk.diags, use, "a shared move cannot use another one");
        diagnostic_hint(reading->walk.diags, "write the whole move here");
        return;
    }
    if ((fields->set & SET_NAME) || !is_misspelt(map))
        check_named(reading->walk.diags, fields, &spot);
    complete(reading, fields, &spot, spot.otherwise);
}

void move_check_shared(Reading *reading, const Node *map)
{
    MoveFields fields = fields_unsaid();
    read_shared(reading, map, &fields);
}

/* A key that stands twice in a shared move, at any depth. Nobody else tells of it here: its file is not checked.
 * Of a map's keys only so many are looked at; among more there is one that is unknown, or two that are the same. */
static void report_repeated(DiagnosticList *diags, const Node *node)
{
    enum { MOST_KEYS = 64 };
    size_t count = 0;
    for (const Entry *entry = node->entries; entry; entry = entry->next, count++) {
        const Entry *before = node->kind == NODE_MAP && count <= MOST_KEYS ? node->entries : entry;
        while (before != entry && (before->key->length != entry->key->length ||
                                   memcmp(before->key->text, entry->key->text, entry->key->length) != 0))
            before = before->next;
        if (before != entry)
            diagnostic_error(diags, entry->key->mark, "the key '%.60s' appears twice", entry->key->text);
        report_repeated(diags, entry->value);
    }
}

static const SharedMove *take_shared(Reading *reading, const char *id)
{
    for (const SharedMove *known = reading->shared; known; known = known->next)
        if (strcmp(known->id, id) == 0)
            return known;
    const Node *map = schema_is_id(id, strlen(id)) ? find_shared(reading, id) : NULL;
    if (!map)
        return NULL;
    Arena *arena = reading->walk.arena;
    SharedMove *shared = arena_take(arena, sizeof(*shared));
    *shared = (SharedMove){.id = arena_copy(arena, id), .fields = fields_unsaid(), .next = reading->shared};
    DiagnosticList problems = {0};
    Reading alone = {.walk = {arena, &problems, NULL}, .defaults = &defaults_unsaid, .goal = GOAL_NONE};
    report_repeated(&problems, map);
    read_shared(&alone, map, &shared->fields);
    if (problems.errors > 0)
        shared->problem = arena_copy(arena, diagnostic_first(&problems));
    diagnostic_release(&problems);
    return reading->shared = shared;
}

/* What the move says itself replaces what its shared move says; ways to say how long replace each other. */
static MoveFields fields_below(const SharedMove *shared, const Node *map)
{
    MoveFields fields = shared->fields;
    bool has_phases = node_find(map, "phases", NULL) != NULL, has_passes = node_find(map, "passes", NULL) != NULL;
    if (!has_phases && !has_passes && !node_find(map, "hold", NULL) && !node_find(map, "breaths", NULL))
        return fields;
    uint32_t gone = SET_LENGTHS | (has_passes ? 0 : (uint32_t)SET_PACE) | (has_phases ? (uint32_t)SET_CUES : 0);
    fields.set &= ~gone;
    fields.phases = (PhaseList){0};
    fields.dose.hold = (Hold){0};
    if (has_phases)
        fields.dose.cues = (CueList){0};
    return fields;
}

/* The cautions of the shared move stay: what is written beside `use` is added. */
static TextList join(Arena *arena, const TextList *first, const TextList *second)
{
    TextList both = {arena_take_array(arena, first->count + second->count, sizeof(*both.items)), 0};
    filter_add_new(&both, first);
    filter_add_new(&both, second);
    return both;
}

static Move *read_new(Reading *reading, const Node *map)
{
    MoveFields fields = fields_unsaid();
    ProblemPlace spot = {map, node_first_key(map)};
    read_fields(reading, map, &fields);
    if (!(fields.set & SET_NAME) && is_misspelt(map))
        return build(reading, &fields, &spot, map->mark);
    check_named(reading->walk.diags, &fields, &spot);
    return complete(reading, &fields, &spot, map->mark);
}

Move *move_read(Reading *reading, const Node *map)
{
    DiagnosticList *diags = reading->walk.diags;
    const Node *use = node_find(map, "use", NULL);
    if (!use)
        return read_new(reading, map);
    const SharedMove *shared = use->kind == NODE_SCALAR ? take_shared(reading, use->text) : NULL;
    bool is_whole = shared && !shared->problem;
    MoveFields fields = is_whole ? fields_below(shared, map) : fields_unsaid();
    const TextList cautions = fields.cautions;
    fields.cautions = (TextList){0};
    ProblemPlace spot = {map, use->mark};
    read_fields(reading, map, &fields);
    fields.cautions = join(reading->walk.arena, &cautions, &fields.cautions);
    if (is_whole)
        return complete(reading, &fields, &spot, map->mark);
    if (shared) {
        diagnostic_error(diags, use->mark, "the shared move '%s' has a problem: %s", shared->id, shared->problem);
        diagnostic_hint(diags, "`knead check` shows where");
    } else if (fields.use) {
        report_unknown(reading, use->mark, fields.use);
    }
    return build(reading, &fields, &spot, map->mark);
}
