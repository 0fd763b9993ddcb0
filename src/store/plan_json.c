/* SPDX-License-Identifier: MIT */
#include "store/plan_json.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/fatal.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"

enum {
    FORMAT = 2,
    TEXT_LIMIT = 32 << 20,
    STEP_LIMIT = 100000,
    STEP_SECONDS_LIMIT = 12 * 60 * 60,
    SECONDS_LIMIT = 30 * 24 * 60 * 60,
    MINUTES_LIMIT = SECONDS_LIMIT / 60,
    PRESSURE_LIMIT = 10,
    BREATH_SECONDS_LIMIT = 20,
};

typedef enum MemberKind {
    MEMBER_NUMBER,    /* int32_t */
    MEMBER_TRUTH,     /* bool */
    MEMBER_TEXT,      /* const char * */
    MEMBER_PATH,      /* the same, left out where it is not plain text */
    MEMBER_WORD,      /* an enum of int's size */
    MEMBER_BYTE_WORD, /* an enum in a uint8_t */
    MEMBER_LIST,      /* a pointer to structs, and a size_t that counts them */
} MemberKind;

/* One member of a struct, for writing and reading alike. What is nothing (NULL, 0, false, an empty list) is left
 * out. */
typedef struct Member {
    const char *key;
    MemberKind kind;
    size_t at, count_at; /* its place in the struct; that of a list's count */
    int32_t min, max;    /* a number's range; min 1: a text or list must be there; a word's value if left out */
    const Words *words;  /* of a word */
    const struct PlanShape *items; /* of a list */
} Member;

/* A struct. One with a single member is written as that member's value, others as objects. */
typedef struct PlanShape {
    const Member *members;
    size_t count, size;
} PlanShape;

/* clang-format off */
#define MEMBER_AS(type, member, name, kind_of) .key = name, .kind = kind_of, .at = offsetof(type, member)
#define MEMBER(type, member, kind_of) MEMBER_AS(type, member, #member, kind_of)
#define NUMBER(type, member, low, high) {MEMBER(type, member, MEMBER_NUMBER), .min = low, .max = high}
#define TRUTH(type, member) {MEMBER(type, member, MEMBER_TRUTH)}
#define TEXT(type, member) {MEMBER(type, member, MEMBER_TEXT)}
#define NEEDED_TEXT(type, member) {MEMBER(type, member, MEMBER_TEXT), .min = 1}
#define PATH(type, member) {MEMBER(type, member, MEMBER_PATH)}
#define WORD(type, member, list, if_none) {MEMBER(type, member, MEMBER_WORD), .words = list, .min = if_none}
#define LIST(type, member, shape) \
    {MEMBER(type, member, MEMBER_LIST), .count_at = offsetof(type, member.count), .items = shape}
#define COUNTED(type, member, counter, least, shape) \
    {MEMBER(type, member, MEMBER_LIST), .count_at = offsetof(type, counter), .min = least, .items = shape}
#define SHAPE(type, name)                                                                                              \
    static const PlanShape name##_shape = {name##_members, ARRAY_LEN(name##_members), sizeof(type)}

static const char *const step_kinds[] = {
    [STEP_PREPARE] = "prepare", [STEP_SWITCH] = "switch", [STEP_HOLD] = "hold", [STEP_REST] = "rest",
};
static const char *const variants[] = {
    [VARIANT_PLAIN] = "plain", [VARIANT_LIGHTER] = "lighter", [VARIANT_DEEPER] = "deeper",
};
static const char *const level_reasons[] = {
    [LEVEL_AS_USUAL] = "usual", [LEVEL_FOR_NEW] = "new", [LEVEL_SET] = "settings", [LEVEL_FOR_START] = "start",
};
static const Words step_kind_words = {step_kinds, ARRAY_LEN(step_kinds)};
static const Words variant_words = {variants, ARRAY_LEN(variants)};
static const Words level_reason_words = {level_reasons, ARRAY_LEN(level_reasons)};
_Static_assert(ARRAY_LEN(variants) == VARIANT_COUNT, "a word for each Variant");
_Static_assert(ARRAY_LEN(level_reasons) == LEVEL_REASON_COUNT, "a word for each LevelReason");
_Static_assert(sizeof(Variant) == sizeof(int) && sizeof(LevelReason) == sizeof(int),
               "words are read and written as int");
_Static_assert(ARRAY_LEN(step_kinds) == STEP_KIND_COUNT, "a word for each kind of step");
_Static_assert(sizeof(StepKind) == sizeof(int) && sizeof(Side) == sizeof(int), "words are read and written as int");
_Static_assert(sizeof(BodyPart) == sizeof(int) && sizeof(PartFace) == sizeof(int), "words are as large as int");
_Static_assert(sizeof(CheckUnit) == sizeof(int) && sizeof(Level) == sizeof(int), "words are read and written as int");
_Static_assert(offsetof(TextList, items) == 0 && offsetof(WordList, items) == 0, "a list begins with its items");

static const Member text_members[] = {{.key = "text", .kind = MEMBER_TEXT, .min = 1}};
static const Member area_members[] = {{.key = "area", .kind = MEMBER_BYTE_WORD, .words = &area_words, .min = -1}};
static const Member place_members[] = {{.key = "place", .kind = MEMBER_BYTE_WORD, .words = &place_words, .min = -1}};
static const Member health_members[] = {{.key = "health", .kind = MEMBER_BYTE_WORD, .words = &health_words, .min = -1}};
/* clang-format on */
SHAPE(const char *, text);
SHAPE(uint8_t, area);
SHAPE(uint8_t, place);
SHAPE(uint8_t, health);

static const Member tool_members[] = {COUNTED(ToolNeed, any_of, any_of.count, 1, &text_shape)};
SHAPE(ToolNeed, tool);

static const Member source_members[] = {NEEDED_TEXT(Source, title), TEXT(Source, url)};
SHAPE(Source, source);

static const Member cue_members[] = {NUMBER(StepCue, at_s, 0, STEP_SECONDS_LIMIT), NEEDED_TEXT(StepCue, say)};
SHAPE(StepCue, cue);

static const Member step_members[] = {
    WORD(Step, kind, &step_kind_words, -1),
    NUMBER(Step, at_s, 0, SECONDS_LIMIT),
    NUMBER(Step, seconds, 1, STEP_SECONDS_LIMIT),
    NUMBER(Step, move, -1, STEP_LIMIT),
    WORD(Step, side, &side_words, SIDE_NONE),
    TEXT(Step, name),
    NUMBER(Step, phase, 0, STEP_LIMIT),
    NUMBER(Step, phase_count, 0, STEP_LIMIT),
    TEXT(Step, phase_name),
    TEXT(Step, phase_setup),
    NUMBER(Step, may_end_s, 0, STEP_SECONDS_LIMIT),
    WORD(Step, technique, &technique_words, TECHNIQUE_NONE),
    NUMBER(Step, passes, 0, STEP_SECONDS_LIMIT),
    NUMBER(Step, pace_s, 0, STEP_SECONDS_LIMIT),
    TRUTH(Step, pressure.is_set),
    NUMBER(Step, pressure.low, 0, PRESSURE_LIMIT),
    NUMBER(Step, pressure.high, 0, PRESSURE_LIMIT),
    NUMBER(Step, breathe.in_s, 0, BREATH_SECONDS_LIMIT),
    NUMBER(Step, breathe.hold_s, 0, BREATH_SECONDS_LIMIT),
    NUMBER(Step, breathe.out_s, 0, BREATH_SECONDS_LIMIT),
    NUMBER(Step, breathe.rest_s, 0, BREATH_SECONDS_LIMIT),
    LIST(Step, positions, &text_shape),
    WORD(Step, tool_at.part, &body_part_words, PART_NONE),
    WORD(Step, tool_at.face, &part_face_words, FACE_BELOW),
    COUNTED(Step, cues, cue_count, 0, &cue_shape),
};
SHAPE(Step, step);

#define MOVE_TEXT_ROW(name) TEXT(PlanMove, name),
static const Member move_members[] = {
    NEEDED_TEXT(PlanMove, name),
    TEXT(PlanMove, use),
    LIST(PlanMove, areas, &area_shape),
    LIST(PlanMove, where, &place_shape),
    LIST(PlanMove, tools, &tool_shape),
    WORD(PlanMove, sides, &sides_words, SIDES_NONE),
    TEXT(PlanMove, setup),
    TEXT(PlanMove, plain),
    WORD(PlanMove, variant, &variant_words, VARIANT_PLAIN),
    MOVE_TEXTS(MOVE_TEXT_ROW) LIST(PlanMove, avoid, &text_shape),
    LIST(PlanMove, cautions, &text_shape),
    WORD(PlanMove, technique, &technique_words, TECHNIQUE_NONE),
    LIST(PlanMove, positions, &text_shape),
    WORD(PlanMove, tool_at.part, &body_part_words, PART_NONE),
    WORD(PlanMove, tool_at.face, &part_face_words, FACE_BELOW),
    NUMBER(PlanMove, seconds, 0, SECONDS_LIMIT),
    NUMBER(PlanMove, first_step, 0, STEP_LIMIT),
    NUMBER(PlanMove, step_count, 0, STEP_LIMIT),
    NUMBER(PlanMove, turn, 0, STEP_LIMIT),
    TEXT(PlanMove, lowered),
    TRUTH(PlanMove, is_limited),
    NUMBER(PlanMove, routine, 0, STEP_LIMIT),
    NUMBER(PlanMove, line, 0, INT32_MAX),
};
SHAPE(PlanMove, move);

static const Member routine_members[] = {
    NEEDED_TEXT(PlanRoutine, id),
    PATH(PlanRoutine, path),
    NEEDED_TEXT(PlanRoutine, title),
    TEXT(PlanRoutine, summary),
    {MEMBER_AS(PlanRoutine, check.say, "check", MEMBER_TEXT)},
    {MEMBER_AS(PlanRoutine, check.unit, "unit", MEMBER_WORD), .words = &unit_words, .min = UNIT_FEEL},
    {MEMBER_AS(PlanRoutine, check.more_is_better, "more_is_better", MEMBER_TRUTH)},
    LIST(PlanRoutine, cautions, &text_shape),
    LIST(PlanRoutine, sources, &source_shape),
    NUMBER(PlanRoutine, first_move, 0, STEP_LIMIT),
    NUMBER(PlanRoutine, move_count, 0, STEP_LIMIT),
    NUMBER(PlanRoutine, chosen, 0, STEP_LIMIT),
};
SHAPE(PlanRoutine, routine);

static const Member chosen_members[] = {NEEDED_TEXT(PlanFile, id), PATH(PlanFile, path)};
SHAPE(PlanFile, chosen);

static const Member lead_members[] = {
    WORD(SideLead, area, &area_words, -1),
    NUMBER(SideLead, left_s, -INT32_MAX, INT32_MAX),
};
SHAPE(SideLead, lead);

/* Swaps are not saved: they are of the routine's own moves, and the steps have them already. */
static const Member plan_members[] = {
    NEEDED_TEXT(Plan, title),
    NUMBER(Plan, options.minutes, 0, MINUTES_LIMIT),
    NUMBER(Plan, options.from_move, 0, STEP_LIMIT),
    WORD(Plan, options.side, &side_words, SIDE_NONE),
    WORD(Plan, options.first, &side_words, SIDE_NONE),
    WORD(Plan, options.level, &level_words, LEVEL_STANDARD),
    COUNTED(Plan, options.leads, options.lead_count, 0, &lead_shape),
    WORD(Plan, options.level_reason, &level_reason_words, LEVEL_AS_USUAL),
    LIST(Plan, options.health.words, &health_shape),
    LIST(Plan, options.health.injuries, &area_shape),
    TRUTH(Plan, options.has_caps),
    TRUTH(Plan, options.is_first_week),
    LIST(Plan, options.tools, &text_shape),
    LIST(Plan, options.declined, &text_shape),
    COUNTED(Plan, routines, routine_count, 1, &routine_shape),
    COUNTED(Plan, moves, move_count, 1, &move_shape),
    COUNTED(Plan, steps, step_count, 1, &step_shape),
    COUNTED(Plan, chosen, chosen_count, 1, &chosen_shape),
    COUNTED(Plan, turns, turn_count, 0, &move_shape),
    NUMBER(Plan, seconds, 1, SECONDS_LIMIT),
    TEXT(Plan, dropped),
    TEXT(Plan, declined),
    TEXT(Plan, limits),
    TEXT(Plan, ruled_out),
};
SHAPE(Plan, plan);

static json_t *write_item(const PlanShape *shape, const char *from);

/* Cleaned of what is not UTF-8 or what a terminal would take for a command. */
static char *clean_text(const char *text)
{
    Text clean = {0};
    utf8_clean(&clean, text, strlen(text));
    text_add(&clean, "");
    return text_detach(&clean);
}

static json_t *write_text(const char *text)
{
    char *clean = text ? clean_text(text) : NULL;
    json_t *value = json_string(clean);
    free(clean);
    return value;
}

static bool is_plain(const char *text)
{
    for (size_t length = strlen(text), size = 0; length > 0; text += size, length -= size) {
        const int32_t character = utf8_decode(text, length, &size);
        if (character < 0 || utf8_is_forbidden(character))
            return false;
    }
    return true;
}

static json_t *write_word(const Member *member, int word)
{
    const bool is_known = word != member->min && word >= 0 && (size_t)word < member->words->count;
    return is_known ? json_string(member->words->items[word]) : NULL;
}

static json_t *write_list(const Member *member, const char *from)
{
    const char *items;
    size_t count;
    memcpy(&items, from + member->at, sizeof items);
    memcpy(&count, from + member->count_at, sizeof count);
    json_t *list = count > 0 ? json_array() : NULL;
    for (size_t i = 0; i < count; i++)
        json_array_append_new(list, write_item(member->items, items + i * member->items->size));
    return list;
}

/* NULL: it is left out. */
static json_t *write_member(const Member *member, const char *from)
{
    const void *at = from + member->at;
    switch (member->kind) {
    case MEMBER_NUMBER:
        return *(const int32_t *)at == 0 ? NULL : json_integer(*(const int32_t *)at);
    case MEMBER_TRUTH:
        return *(const bool *)at ? json_true() : NULL;
    case MEMBER_TEXT:
        return write_text(*(const char *const *)at);
    case MEMBER_PATH:
        return *(const char *const *)at && is_plain(*(const char *const *)at) ? json_string(*(const char *const *)at)
                                                                              : NULL;
    case MEMBER_WORD:
        return write_word(member, *(const int *)at);
    case MEMBER_BYTE_WORD:
        return write_word(member, *(const uint8_t *)at);
    case MEMBER_LIST:
        return write_list(member, from);
    }
    return NULL;
}

static json_t *write_object(const PlanShape *shape, const char *from)
{
    json_t *object = json_object();
    for (size_t i = 0; i < shape->count; i++) {
        json_t *value = write_member(&shape->members[i], from);
        if (value)
            json_object_set_new(object, shape->members[i].key, value);
    }
    return object;
}

static json_t *write_item(const PlanShape *shape, const char *from)
{
    return shape->count == 1 ? write_member(shape->members, from) : write_object(shape, from);
}

char *plan_json_write(const Plan *plan)
{
    json_t *root = write_object(&plan_shape, (const char *)plan);
    json_object_set_new(root, "format", json_integer(FORMAT));
    char *text = json_dumps(root, JSON_COMPACT);
    json_decref(root);
    if (!text)
        fatal("out of memory");
    return text;
}

/* Where what is read lives, and the key of the first thing that was wrong. */
typedef struct PlanReader {
    Arena *arena;
    const char *wrong;
} PlanReader;

static bool read_item(PlanReader *reader, const PlanShape *shape, const json_t *value, char *into);

static bool read_number(const Member *member, const json_t *value, int32_t *number)
{
    const json_int_t wide = json_integer_value(value);
    if (!value)
        return member->min <= 0;
    *number = (int32_t)wide;
    return json_is_integer(value) && wide >= member->min && wide <= member->max;
}

static bool read_text(PlanReader *reader, const Member *member, const json_t *value, const char **text_at)
{
    char *clean = json_is_string(value) ? clean_text(json_string_value(value)) : NULL;
    *text_at = arena_copy(reader->arena, clean);
    free(clean);
    return value ? *text_at != NULL : member->min == 0;
}

static bool read_path(PlanReader *reader, const json_t *value, const char **path_at)
{
    const char *path = json_string_value(value);
    *path_at = path && is_plain(path) ? arena_copy(reader->arena, path) : NULL;
    return !value || path;
}

/* -1: none of its words. */
static int read_word(const Member *member, const json_t *value)
{
    const char *word = json_string_value(value);
    return !value ? member->min : word ? words_find(member->words, word, strlen(word)) : -1;
}

static bool read_list(PlanReader *reader, const Member *member, const json_t *value, char *into)
{
    const size_t count = json_array_size(value);
    if (!value)
        return member->min == 0;
    if (!json_is_array(value) || count < (size_t)member->min || count > STEP_LIMIT)
        return false;
    char *items = arena_take_array(reader->arena, count, member->items->size);
    memcpy(into + member->at, &items, sizeof items);
    memcpy(into + member->count_at, &count, sizeof count);
    for (size_t i = 0; i < count; i++) {
        if (!read_item(reader, member->items, json_array_get(value, i), items + i * member->items->size))
            return false;
    }
    return true;
}

/* `value` is NULL where it was left out. */
static bool read_member(PlanReader *reader, const Member *member, const json_t *value, char *into)
{
    void *at = into + member->at;
    switch (member->kind) {
    case MEMBER_NUMBER:
        return read_number(member, value, at);
    case MEMBER_TRUTH:
        *(bool *)at = json_is_true(value);
        return !value || json_is_true(value);
    case MEMBER_TEXT:
        return read_text(reader, member, value, at);
    case MEMBER_PATH:
        return read_path(reader, value, at);
    case MEMBER_WORD:
        *(int *)at = read_word(member, value);
        return *(int *)at >= 0;
    case MEMBER_BYTE_WORD:
        *(uint8_t *)at = (uint8_t)read_word(member, value);
        return read_word(member, value) >= 0;
    case MEMBER_LIST:
        return read_list(reader, member, value, into);
    }
    return false;
}

static bool note_wrong(PlanReader *reader, const char *what)
{
    reader->wrong = reader->wrong ? reader->wrong : what;
    return false;
}

static bool read_object(PlanReader *reader, const PlanShape *shape, const json_t *from, char *into)
{
    for (size_t i = 0; i < shape->count; i++) {
        const Member *member = &shape->members[i];
        if (!read_member(reader, member, json_object_get(from, member->key), into))
            return note_wrong(reader, member->key);
    }
    return true;
}

static bool read_item(PlanReader *reader, const PlanShape *shape, const json_t *value, char *into)
{
    return shape->count == 1 ? read_member(reader, shape->members, value, into)
                             : read_object(reader, shape, value, into);
}

/* A run of `length` from `first` within `count`; first is a place even where the run is empty. */
static bool is_run(int32_t first, int32_t length, size_t count)
{
    return (size_t)first < count && (size_t)length <= count - (size_t)first;
}

static bool are_sound_cues(const Step *step)
{
    for (size_t i = 0; i < step->cue_count; i++) {
        if (step->cues[i].at_s >= step->seconds || (i > 0 && step->cues[i].at_s < step->cues[i - 1].at_s))
            return false;
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
    const bool is_breath = step->breathe.in_s == 0 || step->breathe.out_s > 0;
    return (is_rest ? step->move == -1 : has_move) && in_phases && has_pace && is_breath && are_sound_cues(step) &&
           step->pressure.low <= step->pressure.high && step->may_end_s <= step->seconds &&
           (step->kind != STEP_HOLD || step->phase_count > 0);
}

static bool check_steps(PlanReader *reader, const Plan *plan)
{
    int64_t at_s = 0;
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        if (step->at_s != at_s || !is_sound_step(plan, step))
            return note_wrong(reader, "steps");
        at_s += step->seconds;
    }
    return at_s == plan->seconds || note_wrong(reader, "seconds");
}

/* Its steps are its own, and the holds of each side are the phases in their order. */
static bool is_sound_move(const Plan *plan, size_t index)
{
    const PlanMove *move = &plan->moves[index];
    int32_t next[SIDE_COUNT] = {0}, count = 0;
    for (int32_t i = move->first_step; i < move->first_step + move->step_count; i++) {
        const Step *step = &plan->steps[i];
        count = count > 0 ? count : step->phase_count;
        if (step->move != (int32_t)index || (step->phase_count > 0 && step->phase_count != count) ||
            (step->kind == STEP_HOLD && step->phase != next[step->side]++))
            return false;
    }
    bool is_whole = count > 0;
    for (Side side = SIDE_NONE; side < SIDE_COUNT; side++)
        is_whole = is_whole && (next[side] == 0 || next[side] == count);
    return is_whole;
}

static bool is_sound_check(const Check *check)
{
    return check->unit == UNIT_FEEL ? !check->more_is_better : check->say != NULL;
}

static bool check_runs(PlanReader *reader, const Plan *plan)
{
    for (size_t i = 0; i < plan->move_count; i++) {
        const PlanMove *move = &plan->moves[i];
        if (!is_run(move->first_step, move->step_count, plan->step_count) ||
            (size_t)move->routine >= plan->routine_count ||
            (plan->turn_count > 0 && (size_t)move->turn >= plan->turn_count) || !is_sound_move(plan, i))
            return note_wrong(reader, "moves");
    }
    for (size_t i = 0; i < plan->routine_count; i++) {
        const PlanRoutine *routine = &plan->routines[i];
        if (!is_run(routine->first_move, routine->move_count, plan->move_count) ||
            (size_t)routine->chosen >= plan->chosen_count || !is_sound_check(&routine->check))
            return note_wrong(reader, "routines");
    }
    return true;
}

static bool read_plan(PlanReader *reader, const json_t *root, Plan *plan)
{
    if (json_integer_value(json_object_get(root, "format")) != FORMAT)
        return note_wrong(reader, "format");
    return read_object(reader, &plan_shape, root, (char *)plan) && check_runs(reader, plan) &&
           check_steps(reader, plan);
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
    Plan *plan = memory_new(sizeof *plan);
    PlanReader reader = {.arena = &plan->arena};
    const bool is_read = read_plan(&reader, root, plan);
    json_decref(root);
    if (!is_read) {
        *problem = memory_print("its plan is not readable ('%s' is wrong)", reader.wrong);
        plan_free(plan);
        return NULL;
    }
    return plan;
}
