/* SPDX-License-Identifier: MIT */
#include "routine/rules.h"

#include "base/duration.h"
#include "base/macros.h"
#include "routine/timeline.h"

enum {
    PRESSURE_TOO_MUCH = 7,
    PRESSURE_DELICATE = 5,
    ROUTINE_LONG_S = 60 * 60,
};

Mark problem_place_first(const ProblemPlace *spot)
{
    return spot->map ? node_first_key(spot->map) : spot->otherwise;
}

bool problem_place_has(const ProblemPlace *spot, const char *key)
{
    return spot->map && node_find(spot->map, key, NULL) != NULL;
}

Mark problem_place_value(const ProblemPlace *spot, const char *key)
{
    const Node *value = spot->map ? node_find(spot->map, key, NULL) : NULL;
    return value ? value->mark : spot->otherwise;
}

Mark problem_place_key(const ProblemPlace *spot, const char *key)
{
    Mark mark = spot->otherwise;
    return spot->map && node_find(spot->map, key, &mark) ? mark : spot->otherwise;
}

typedef struct Delicate {
    Area area;
    const char *why;
} Delicate;

static const Delicate delicate[] = {
    {AREA_NECK, "large blood vessels and nerves are just under the skin there"},
    {AREA_KNEES, "bone and joint are just under the skin there"},
    {AREA_ABDOMEN, "organs and a large blood vessel are behind it"},
    {AREA_JAW, "its muscles are small and the joint is close"},
    {AREA_HEAD, "there is only a thin layer over bone"},
};

static void check_pressure(DiagnosticList *diags, Pressure pressure, Mark mark)
{
    if (!pressure.is_set || pressure.high < PRESSURE_TOO_MUCH)
        return;
    diagnostic_warning(diags, mark, "pressure %d is too much: muscles tighten against it instead of relaxing",
                       pressure.high);
    diagnostic_hint(diags, "write at most 4-6: firm, but you can breathe easily");
}

/* The row of the first area that the pressure is a lot for, or NULL. */
static const Delicate *find_delicate(const WordList *areas, Pressure pressure)
{
    if (!pressure.is_set || pressure.high < PRESSURE_DELICATE)
        return NULL;
    for (size_t i = 0; i < areas->count; i++)
        for (size_t k = 0; k < ARRAY_LEN(delicate); k++)
            if (areas->items[i] == delicate[k].area)
                return &delicate[k];
    return NULL;
}

bool rules_is_too_hard(const WordList *areas, Pressure pressure)
{
    return (pressure.is_set && pressure.high >= PRESSURE_TOO_MUCH) || find_delicate(areas, pressure);
}

static void check_delicate(DiagnosticList *diags, const WordList *areas, Pressure pressure, Mark mark)
{
    const Delicate *row = find_delicate(areas, pressure);
    if (!row)
        return;
    diagnostic_warning(diags, mark, "pressure %d is a lot for the %s: %s", pressure.high, area_name((int)row->area),
                       row->why);
    diagnostic_hint(diags, "write 1-3 for light pressure, or 4, which is still gentle");
}

/* A stretch, a movement or a breath presses on nothing. */
static bool is_pressing(const Phase *phase)
{
    return phase->technique < TECHNIQUE_STRETCH || phase->technique == TECHNIQUE_NONE;
}

/* The value that says how long, or the place that it was taken from. */
static Mark length_place(uint32_t set, const ProblemPlace *spot)
{
    const char *key = set & SET_HOLD ? "hold" : set & SET_PASSES ? "passes" : set & SET_BREATHS ? "breaths" : "phases";
    return problem_place_value(spot, key);
}

static void check_hold(DiagnosticList *diags, const Phase *phase, Goal goal, Mark mark)
{
    char length[DURATION_TEXT_SIZE];
    int32_t longest_s = MAX_OF(phase->hold.left_s, phase->hold.right_s);
    const int32_t limit_s = phase->technique == TECHNIQUE_BREATHE ? BREATH_LONG_S : HOLD_LONG_S;
    if (longest_s <= (goal == GOAL_WARM_UP ? HOLD_WARM_UP_S : limit_s))
        return;
    duration_words(length, longest_s);
    if (longest_s > limit_s) {
        diagnostic_warning(diags, mark, "one hold of %s is long: after 3 min %s", length,
                           is_pressing(phase) ? "it irritates the spot more than it helps" : "your attention drifts");
        diagnostic_hint(diags,
                        is_pressing(phase)
                            ? "write 3m or less, or come back to the spot later: 30s to 90s does most of the work"
                            : "write 3m or less, or split it into phases, each with its own task");
    }
    if (goal == GOAL_WARM_UP) {
        diagnostic_warning(diags, mark,
                           "a hold of %s does not suit a warm-up: over 60 s it relaxes muscles you are about to use",
                           length);
        diagnostic_hint(diags, "write 60s or less; passes or a movement warm you up better than a hold");
    }
}

/* Where a pressure that comes from the defaults is told of: at the areas that make it too much. */
static Mark pressure_spot(uint32_t set, const ProblemPlace *spot)
{
    return problem_place_value(spot, set & SET_PRESSURE ? "pressure" : "areas");
}

/* Whether some hold presses as hard as the move says: a phase's own pressure takes the place of it. */
static bool is_move_pressure_used(const MoveFields *fields)
{
    size_t own = 0;
    while (own < fields->phases.count && (fields->phases.items[own].set & SET_PRESSURE))
        own++;
    return own == 0 || own < fields->phases.count;
}

static void check_phases(Reading *reading, const MoveFields *fields, const Move *move, const ProblemPlace *spot)
{
    DiagnosticList *diags = reading->walk.diags;
    bool is_own = problem_place_has(spot, "phases");
    for (size_t i = 0; i < fields->phases.count; i++) {
        const PhaseFields *phase = &fields->phases.items[i];
        ProblemPlace own = {is_own ? phase->node : NULL, spot->otherwise};
        check_hold(diags, &move->phases[i], reading->goal, length_place(phase->set, &own));
        check_pressure(diags, phase->dose.pressure, problem_place_value(&own, "pressure"));
        check_delicate(diags, &fields->areas, phase->dose.pressure, problem_place_value(&own, "pressure"));
        if (phase->setup && phase->prepare_s == 0) {
            diagnostic_warning(diags, problem_place_key(&own, "setup"),
                               "this set-up is never shown: its phase has no `prepare`");
            diagnostic_hint(diags, "add `prepare: 10s`, or put it in the phase's cues");
        }
    }
}

static void note_sides(Reading *reading, const Move *move, Mark mark)
{
    for (size_t i = 0; i < move->areas.count; i++)
        reading->areas_of[move->sides] |= (uint32_t)1 << move->areas.items[i];
    if (move->sides != SIDES_LEFT && move->sides != SIDES_RIGHT)
        return;
    OneSided *one = arena_take(reading->walk.arena, sizeof(*one));
    *one = (OneSided){move, mark, reading->one_sided};
    reading->one_sided = one;
}

/* Less than a third of what `auto` gives; 0 is meant, for a move that goes on from the one before. */
static bool is_hurried(const Move *move)
{
    return move->prepare_s > 0 && 3 * move->prepare_s < timeline_auto_of_move_s(move);
}

static void warn_hurried(DiagnosticList *diags, const Move *move, Mark mark)
{
    const int32_t usual_s = timeline_auto_of_move_s(move);
    diagnostic_warning(diags, mark,
                       "%d s is too short to get ready for '%s': hearing the set-up and doing it takes about %d s",
                       (int)move->prepare_s, move->name, (int)usual_s);
    diagnostic_hint(diags, "write `prepare: auto`, or 0 if it needs no time");
}

static void check_prepare(Reading *reading, const MoveFields *fields, const Move *move, const ProblemPlace *spot)
{
    const int32_t written_s = fields->set & SET_PREPARE ? fields->prepare_s : reading->defaults->prepare_s;
    if (written_s == AUTO_S || !is_hurried(move))
        return;
    if (problem_place_has(spot, "prepare"))
        warn_hurried(reading->walk.diags, move, problem_place_value(spot, "prepare"));
    else if (!(fields->set & SET_PREPARE) && !reading->hurried)
        reading->hurried = move;
}

void rules_check_move(Reading *reading, const MoveFields *fields, const Move *move, const ProblemPlace *spot)
{
    DiagnosticList *diags = reading->walk.diags;
    Pressure pressure = fields->dose.pressure.is_set ? fields->dose.pressure : reading->defaults->pressure;
    if (is_move_pressure_used(fields)) {
        check_pressure(diags, fields->dose.pressure, problem_place_value(spot, "pressure"));
        check_delicate(diags, &fields->areas, pressure, pressure_spot(fields->set, spot));
    }
    if (fields->set & SET_PHASES)
        check_phases(reading, fields, move, spot);
    else
        check_hold(diags, &move->phases[0], reading->goal, length_place(fields->set, spot));
    check_prepare(reading, fields, move, spot);
    note_sides(reading, move, fields->set & SET_SIDES ? problem_place_value(spot, "sides") : problem_place_first(spot));
}

void rules_check_defaults(const Reading *reading, const Node *map)
{
    const Node *pressure = node_find(map, "pressure", NULL), *prepare = node_find(map, "prepare", NULL);
    if (pressure)
        check_pressure(reading->walk.diags, reading->defaults->pressure, pressure->mark);
    if (prepare && reading->hurried)
        warn_hurried(reading->walk.diags, reading->hurried, prepare->mark);
}

void rules_check_sides(const Reading *reading)
{
    for (const OneSided *one = reading->one_sided; one; one = one->next) {
        const WordList *areas = &one->move->areas;
        Sides other = one->move->sides == SIDES_LEFT ? SIDES_RIGHT : SIDES_LEFT;
        bool is_answered = false;
        for (size_t i = 0; i < areas->count; i++)
            is_answered = is_answered || (reading->areas_of[other] & (uint32_t)1 << areas->items[i]);
        if (is_answered || areas->count == 0)
            continue;
        diagnostic_warning(reading->walk.diags, one->mark,
                           "this routine works only the %s side of the %s, and has no move for the %s side",
                           sides_name((int)one->move->sides), area_name(areas->items[0]), sides_name((int)other));
        diagnostic_hint(reading->walk.diags, "write `sides: both`, or add a move for the %s side",
                        sides_name((int)other));
    }
}

static void check_end(DiagnosticList *diags, const Item *items, size_t count, bool is_repeated)
{
    while (count > 0) {
        const Item *last = &items[--count];
        if (last->kind == ITEM_MOVE)
            return;
        if (last->kind == ITEM_REPEAT) {
            const bool has_move = timeline_has_move(last->items, last->count);
            check_end(diags, last->items, last->count, is_repeated || has_move);
            if (has_move)
                return;
        } else if (is_repeated) {
            diagnostic_warning(diags, last->mark, "knead skips this rest in the last round: nothing comes after it");
            diagnostic_hint(diags, "use `between:` in the repeat, or put a move after it");
        } else {
            diagnostic_warning(diags, last->mark,
                               "knead skips this rest, because it is the last step: nothing comes after it");
            diagnostic_hint(diags, "remove it, or put a move after it");
        }
    }
}

void rules_check_end(DiagnosticList *diags, const Item *items, size_t count)
{
    check_end(diags, items, count, false);
}

void rules_check_length(DiagnosticList *diags, Routine *routine, Mark mark)
{
    char length[DURATION_TEXT_SIZE];
    const TimelineTotal total = timeline_total(routine);
    routine->seconds = (int32_t)MIN_OF(total.seconds, INT32_MAX);
    routine->move_count = total.moves;
    if (total.steps > TIMELINE_STEP_LIMIT) {
        diagnostic_error(diags, mark, "this routine has more than 5,000 steps, counting repeats");
        diagnostic_hint(diags, "repeat less, or split it into several routines");
    } else if (total.seconds > TIMELINE_SECONDS_LIMIT) {
        diagnostic_error(diags, mark, "this routine takes more than 12 hours");
        diagnostic_hint(diags, "repeat less, or split it into several routines");
    } else if (total.seconds > ROUTINE_LONG_S) {
        diagnostic_warning(diags, mark, "this routine takes %s: more than 60 min makes you sore instead of looser",
                           duration_words(length, total.seconds));
        diagnostic_hint(diags, "split it into several routines, for different days");
    }
}
