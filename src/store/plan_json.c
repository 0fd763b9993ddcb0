/* SPDX-License-Identifier: MIT */
#include "store/plan_json.h"

#include <assert.h>
#include <jansson.h>
#include <string.h>

#include "base/fatal.h"
#include "base/macros.h"
#include "base/memory.h"
#include "store/json_field.h"
#include "store/json_kind.h"

enum {
    FORMAT = 1,
    TEXT_LIMIT = 32 << 20,
    STEP_LIMIT = 100000,
    STEP_SECONDS_LIMIT = 12 * 60 * 60,
    SECONDS_LIMIT = 30 * 24 * 60 * 60,
    MINUTES_LIMIT = SECONDS_LIMIT / 60,
};

/* clang-format off */
static const char *const step_kinds[] = {
    [STEP_PREPARE] = "prepare", [STEP_SWITCH] = "switch", [STEP_HOLD] = "hold", [STEP_REST] = "rest",
};
/* clang-format on */
static const Words step_kind_words = {step_kinds, ARRAY_LEN(step_kinds)};
static_assert(ARRAY_LEN(step_kinds) == STEP_KIND_COUNT, "a word for each kind of step");

#define TEXT(word, type, member)                                                                                       \
    {                                                                                                                  \
        .key = word, .kind = &json_text, .at = offsetof(type, member)                                                  \
    }
#define NEEDED_TEXT(word, type, member)                                                                                \
    {                                                                                                                  \
        .key = word, .kind = &json_text, .at = offsetof(type, member), .min = 1                                        \
    }
#define NUMBER(word, type, member, low, high)                                                                          \
    {                                                                                                                  \
        .key = word, .kind = &json_number, .at = offsetof(type, member), .min = low, .max = high                       \
    }
#define WORD(word, type, member, list, otherwise)                                                                      \
    {                                                                                                                  \
        .key = word, .kind = &json_word, .at = offsetof(type, member), .words = list, .min = otherwise                 \
    }
#define LIST(word, type, member, list_kind)                                                                            \
    {                                                                                                                  \
        .key = word, .kind = list_kind, .at = offsetof(type, member)                                                   \
    }
#define WORD_LIST(word, type, member, list)                                                                            \
    {                                                                                                                  \
        .key = word, .kind = &json_word_list, .at = offsetof(type, member), .words = list                              \
    }

static const JsonField step_fields[] = {
    WORD("kind", Step, kind, &step_kind_words, -1),
    NUMBER("at", Step, at_s, 0, SECONDS_LIMIT),
    NUMBER("seconds", Step, seconds, 1, STEP_SECONDS_LIMIT),
    NUMBER("move", Step, move, -1, STEP_LIMIT),
    WORD("side", Step, side, &side_words, SIDE_NONE),
    TEXT("name", Step, name),
    NUMBER("phase", Step, phase, 0, STEP_LIMIT),
    NUMBER("phases", Step, phase_count, 0, STEP_LIMIT),
    TEXT("phase_name", Step, phase_name),
    NUMBER("may_end", Step, may_end_s, 0, STEP_SECONDS_LIMIT),
    WORD("technique", Step, technique, &technique_words, TECHNIQUE_NONE),
    NUMBER("passes", Step, passes, 0, STEP_SECONDS_LIMIT),
    NUMBER("pace", Step, pace_s, 0, STEP_SECONDS_LIMIT),
    LIST("pressure", Step, pressure, &json_pressure),
    LIST("breathe", Step, breathe, &json_breath),
    LIST("cues", Step, cues, &json_cue_list),
};

static const JsonField move_fields[] = {
    NEEDED_TEXT("name", PlanMove, name),
    TEXT("use", PlanMove, use),
    WORD_LIST("areas", PlanMove, areas, &area_words),
    WORD_LIST("where", PlanMove, where, &place_words),
    LIST("tools", PlanMove, tools, &json_tool_list),
    WORD("sides", PlanMove, sides, &sides_words, SIDES_NONE),
    TEXT("setup", PlanMove, setup),
    TEXT("feel", PlanMove, feel),
    TEXT("lighter", PlanMove, lighter),
    TEXT("deeper", PlanMove, deeper),
    TEXT("confirm", PlanMove, confirm),
    LIST("avoid", PlanMove, avoid, &json_text_list),
    WORD("technique", PlanMove, technique, &technique_words, TECHNIQUE_NONE),
    NUMBER("seconds", PlanMove, seconds, 0, SECONDS_LIMIT),
    NUMBER("first_step", PlanMove, first_step, 0, STEP_LIMIT),
    NUMBER("steps", PlanMove, step_count, 0, STEP_LIMIT),
    NUMBER("turn", PlanMove, turn, 0, STEP_LIMIT),
    TEXT("lowered", PlanMove, lowered),
    NUMBER("routine", PlanMove, routine, 0, STEP_LIMIT),
    NUMBER("line", PlanMove, line, 0, INT32_MAX),
};

/* Of a move as it is written. */
static const JsonField turn_fields[] = {
    NEEDED_TEXT("name", PlanMove, name),
    TEXT("use", PlanMove, use),
    WORD("sides", PlanMove, sides, &sides_words, SIDES_NONE),
    NUMBER("routine", PlanMove, routine, 0, STEP_LIMIT),
    NUMBER("line", PlanMove, line, 0, INT32_MAX),
    NUMBER("left_out", PlanMove, seconds, 0, SECONDS_LIMIT),
};

static const JsonField chosen_fields[] = {
    NEEDED_TEXT("id", PlanFile, id),
    LIST("path", PlanFile, path, &json_path),
};

static const JsonField routine_fields[] = {
    NEEDED_TEXT("id", PlanRoutine, id),
    LIST("path", PlanRoutine, path, &json_path),
    NEEDED_TEXT("title", PlanRoutine, title),
    TEXT("summary", PlanRoutine, summary),
    TEXT("check", PlanRoutine, check),
    LIST("cautions", PlanRoutine, cautions, &json_text_list),
    LIST("sources", PlanRoutine, sources, &json_source_list),
    NUMBER("first_move", PlanRoutine, first_move, 0, STEP_LIMIT),
    NUMBER("moves", PlanRoutine, move_count, 0, STEP_LIMIT),
    NUMBER("chosen", PlanRoutine, chosen, 0, STEP_LIMIT),
};

static const JsonField plan_fields[] = {
    NEEDED_TEXT("title", Plan, title),
    NUMBER("seconds", Plan, seconds, 1, SECONDS_LIMIT),
    TEXT("dropped", Plan, dropped),
    TEXT("left_out", Plan, declined),
    NUMBER("minutes", Plan, options.minutes, 0, MINUTES_LIMIT),
    NUMBER("from", Plan, options.from_move, 0, STEP_LIMIT),
    WORD("side", Plan, options.side, &side_words, SIDE_NONE),
    WORD("first", Plan, options.first, &side_words, SIDE_NONE),
    WORD_LIST("health", Plan, options.health, &health_words),
    LIST("declined", Plan, options.declined, &json_text_list),
};

char *plan_json_write(const Plan *plan)
{
    json_t *root = json_field_write_object(plan_fields, ARRAY_LEN(plan_fields), plan);
    json_object_set_new(root, "format", json_integer(FORMAT));
    json_object_set_new(root, "routines",
                        json_field_write_array(routine_fields, ARRAY_LEN(routine_fields), plan->routines,
                                               sizeof(*plan->routines), plan->routine_count));
    json_object_set_new(root, "moves",
                        json_field_write_array(move_fields, ARRAY_LEN(move_fields), plan->moves, sizeof(*plan->moves),
                                               plan->move_count));
    json_object_set_new(root, "steps",
                        json_field_write_array(step_fields, ARRAY_LEN(step_fields), plan->steps, sizeof(*plan->steps),
                                               plan->step_count));
    if (plan->chosen_count > 0) {
        json_object_set_new(root, "chosen",
                            json_field_write_array(chosen_fields, ARRAY_LEN(chosen_fields), plan->chosen,
                                                   sizeof(*plan->chosen), plan->chosen_count));
    }
    if (plan->turn_count > 0) {
        json_object_set_new(root, "turns",
                            json_field_write_array(turn_fields, ARRAY_LEN(turn_fields), plan->turns,
                                                   sizeof(*plan->turns), plan->turn_count));
    }
    char *text = json_dumps(root, JSON_COMPACT);
    json_decref(root);
    if (!text) {
        fatal("out of memory");
    }
    return text;
}

/* A run of `length` from `first` within `count`; first is a place even where the run is empty. */
static bool is_run(int32_t first, int32_t length, size_t count)
{
    return (size_t)first < count && (size_t)length <= count - (size_t)first;
}

static bool are_sound_cues(const Step *step)
{
    for (size_t i = 0; i < step->cue_count; i++) {
        if (step->cues[i].at_s >= step->seconds || (i > 0 && step->cues[i].at_s < step->cues[i - 1].at_s)) {
            return false;
        }
    }
    return true;
}

/* What the session counts on: it divides by the pace, and looks up moves and names without asking. */
static bool is_sound_step(const Plan *plan, const Step *step)
{
    const bool is_rest = step->kind == STEP_REST;
    const bool has_move = step->move >= 0 && (size_t)step->move < plan->move_count && step->name;
    const bool in_phases = step->phase == 0 || step->phase < step->phase_count;
    const bool has_pace = step->passes == 0 || step->pace_s > 0;
    return (is_rest ? step->move == -1 : has_move) && in_phases && has_pace && are_sound_cues(step) &&
           step->may_end_s <= step->seconds && (step->kind != STEP_HOLD || step->phase_count > 0);
}

static bool check_steps(JsonReader *reader, const Plan *plan)
{
    int64_t at_s = 0;
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        if (step->at_s != at_s || !is_sound_step(plan, step)) {
            return json_field_wrong(reader, "steps");
        }
        at_s += step->seconds;
    }
    return at_s == plan->seconds || json_field_wrong(reader, "seconds");
}

static bool check_runs(JsonReader *reader, const Plan *plan)
{
    for (size_t i = 0; i < plan->move_count; i++) {
        const PlanMove *move = &plan->moves[i];
        if (!is_run(move->first_step, move->step_count, plan->step_count) ||
            (size_t)move->routine >= plan->routine_count ||
            (plan->turn_count > 0 && (size_t)move->turn >= plan->turn_count)) {
            return json_field_wrong(reader, "moves");
        }
    }
    for (size_t i = 0; i < plan->routine_count; i++) {
        const PlanRoutine *routine = &plan->routines[i];
        if (!is_run(routine->first_move, routine->move_count, plan->move_count) ||
            (size_t)routine->chosen >= plan->chosen_count) {
            return json_field_wrong(reader, "routines");
        }
    }
    return true;
}

/* A text from before these were written has none: then the routines are those that were chosen. */
static bool read_written(JsonReader *reader, const json_t *root, Plan *plan)
{
    void *chosen = NULL;
    void *turns = NULL;
    const json_t *chosen_list = json_object_get(root, "chosen");
    const json_t *turn_list = json_object_get(root, "turns");
    if ((chosen_list && !json_field_read_array(reader, chosen_fields, ARRAY_LEN(chosen_fields), chosen_list,
                                               sizeof(*plan->chosen), STEP_LIMIT, &chosen, &plan->chosen_count)) ||
        (turn_list && !json_field_read_array(reader, turn_fields, ARRAY_LEN(turn_fields), turn_list,
                                             sizeof(*plan->turns), STEP_LIMIT, &turns, &plan->turn_count))) {
        return false;
    }
    plan->turns = turns;
    plan->chosen = chosen;
    if (!chosen_list) {
        plan->chosen_count = plan->routine_count;
        plan->chosen = arena_take_array(reader->arena, plan->chosen_count, sizeof(*plan->chosen));
        for (size_t i = 0; i < plan->routine_count; i++) {
            plan->chosen[i] = (PlanFile){plan->routines[i].id, plan->routines[i].path};
            plan->routines[i].chosen = (int32_t)i;
        }
    }
    return true;
}

static bool read_plan(JsonReader *reader, const json_t *root, Plan *plan)
{
    void *routines = NULL;
    void *moves = NULL;
    void *steps = NULL;
    if (json_integer_value(json_object_get(root, "format")) != FORMAT) {
        return json_field_wrong(reader, "format");
    }
    if (!json_field_read_object(reader, plan_fields, ARRAY_LEN(plan_fields), root, plan) ||
        !json_field_read_array(reader, routine_fields, ARRAY_LEN(routine_fields), json_object_get(root, "routines"),
                               sizeof(*plan->routines), STEP_LIMIT, &routines, &plan->routine_count) ||
        !json_field_read_array(reader, move_fields, ARRAY_LEN(move_fields), json_object_get(root, "moves"),
                               sizeof(*plan->moves), STEP_LIMIT, &moves, &plan->move_count) ||
        !json_field_read_array(reader, step_fields, ARRAY_LEN(step_fields), json_object_get(root, "steps"),
                               sizeof(*plan->steps), STEP_LIMIT, &steps, &plan->step_count)) {
        return false;
    }
    plan->routines = routines;
    plan->moves = moves;
    plan->steps = steps;
    return read_written(reader, root, plan) && check_runs(reader, plan) && check_steps(reader, plan);
}

Plan *plan_json_read(const char *text, char **problem)
{
    json_error_t error = {0};
    const size_t length = strlen(text);
    json_t *root = length <= TEXT_LIMIT ? json_loadb(text, length, JSON_REJECT_DUPLICATES, &error) : NULL;
    if (!root) {
        *problem = memory_print("its plan is not readable (line %d: %s)", error.line, error.text);
        return NULL;
    }
    Plan *plan = memory_new(sizeof(*plan));
    JsonReader reader = {.arena = &plan->arena};
    const bool is_read = read_plan(&reader, root, plan);
    json_decref(root);
    if (!is_read) {
        *problem = memory_print("its plan is not readable (%s)", reader.problem);
        plan_free(plan);
        return NULL;
    }
    return plan;
}
