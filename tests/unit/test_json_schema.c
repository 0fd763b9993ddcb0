/* SPDX-License-Identifier: MIT */
/* The JSON Schemas for editors say the same as the field tables, key by key: neither can change without the other. */
#include <check.h>
#include <jansson.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/field_value.h"
#include "routine/fields.h"
#include "settings/health.h"
#include "settings/settings.h"
#include "settings/theme_file.h"

Suite *suite_json_schema(void);

enum { MOST_NUMBER = 3700 };

/* A map of the format: its table, and its definition in a schema; NULL: the schema's root. */
typedef struct Part {
    const char *file, *definition;
    const FieldTable *table;
    const char *without; /* a key of the table that must not be there */
} Part;

static const Part parts[] = {
    {"routine", NULL, &routine_table, NULL},
    {"routine", "defaults", &defaults_table, NULL},
    {"routine", "source", &source_table, NULL},
    {"routine", "check", &check_table, NULL},
    {"routine", "move", &move_table, NULL},
    {"routine", "phase", &phase_table, NULL},
    {"routine", "cue", &cue_table, NULL},
    {"routine", "hold-sides", &hold_table, NULL},
    {"routine", "rest", &rest_table, NULL},
    {"routine", "repeat", &repeat_table, NULL},
    {"moves", NULL, &moves_file_table, NULL},
    {"moves", "move", &move_table, "use"}, /* a shared move cannot use another one */
    {"moves", "phase", &phase_table, NULL},
    {"moves", "cue", &cue_table, NULL},
    {"moves", "hold-sides", &hold_table, NULL},
    {"positions", NULL, &positions_file_table, NULL},
    {"positions", "position", &position_table, NULL},
    {"positions", "arms", &arms_table, NULL},
    {"positions", "legs", &legs_table, NULL},
    {"positions", "prop", &prop_table, NULL},
    {"programme", NULL, &programme_table, NULL},
    {"programme", "week", &week_table, NULL},
    {"programme", "wish", &wish_table, NULL},
    {"programme", "check", &check_table, NULL},
    {"programme", "source", &source_table, NULL},
    {"config", NULL, &settings_table, NULL},
    {"config", "hooks", &hooks_table, NULL},
    {"theme", NULL, &theme_file_table, NULL},
};

static json_t *load(const char *name)
{
    char *path = memory_print("share/schema/%s.schema.json", name);
    json_error_t error;
    json_t *schema = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(schema != NULL, "%s:%d: %s", path, error.line, error.text);
    free(path);
    return schema;
}

static bool has_definition(const json_t *root, const char *name)
{
    return json_object_get(json_object_get(root, "definitions"), name) != NULL;
}

static const json_t *definition(const json_t *root, const char *name)
{
    const json_t *found = json_object_get(json_object_get(root, "definitions"), name);
    ck_assert_msg(found != NULL, "there is no definition '%s'", name);
    return found;
}

/* What a schema refers to, or itself. */
static const json_t *resolve(const json_t *root, const json_t *schema)
{
    static const char start[] = "#/definitions/";
    const char *reference = json_string_value(json_object_get(schema, "$ref"));
    if (!reference)
        return schema;
    ck_assert_msg(strncmp(reference, start, strlen(start)) == 0, "%s leads out of the file", reference);
    return resolve(root, definition(root, reference + strlen(start)));
}

/* The schema of one value: where a list may stand, of what stands in it or alone. */
static const json_t *lone(const json_t *root, const json_t *property)
{
    const json_t *schema = resolve(root, property), *otherwise = json_object_get(schema, "else");
    const json_t *first = json_array_get(json_object_get(schema, "anyOf"), 0);
    return otherwise ? lone(root, otherwise) : first ? lone(root, first) : schema;
}

/* In whose name a problem is told. */
typedef struct Told {
    const Part *part;
    const char *key;
} Told;

static void expect(bool is_so, Told told, const char *what)
{
    ck_assert_msg(is_so, "share/schema/%s.schema.json: %s: key '%s': %s", told.part->file, told.part->table->noun,
                  told.key, what);
}

static bool is_text(const json_t *value, const char *text)
{
    return json_is_string(value) && strcmp(json_string_value(value), text) == 0;
}

static bool has_text(const json_t *array, const char *text)
{
    for (size_t i = 0; i < json_array_size(array); i++)
        if (is_text(json_array_get(array, i), text))
            return true;
    return false;
}

static void check_words(Told told, const json_t *schema, const Words *words)
{
    const json_t *listed = json_object_get(schema, "enum"), *meanings = json_object_get(schema, "enumDescriptions");
    expect(json_array_size(listed) == (words ? words->count : 0), told, "has not as many words as the table");
    expect(json_array_size(meanings) == json_array_size(listed), told, "each word needs a description");
    for (size_t i = 0; words && i < words->count; i++) {
        const json_t *meaning = json_array_get(meanings, i);
        expect(is_text(json_array_get(listed, i), words->items[i]), told, "words are not the table's, in its order");
        expect(json_string_length(meaning) > 0, told, "a description is empty");
        if (words == &health_words)
            expect(is_text(meaning, health_meaning((Health)i)), told, "a description is not the settings screen's");
    }
}

static void check_range(Told told, const json_t *schema, const Field *field)
{
    const json_t *least = json_object_get(schema, "minimum"), *most = json_object_get(schema, "maximum");
    bool is_needed = field->read == schema_number || field->read == schema_duration ||
                     field->read == field_value_set_up_time;
    if (!least && !most && !is_needed)
        return;
    bool is_from_end = field->read == field_value_cue_time;
    expect(json_is_integer(least) && json_integer_value(least) == (is_from_end ? -field->max : field->min), told,
           "minimum is not the table's");
    expect(json_is_integer(most) && json_integer_value(most) == field->max, told, "maximum is not the table's");
}

static void check_field(const Part *part, const json_t *root, const json_t *object, const Field *field)
{
    Told told = {part, field->key};
    const json_t *property = json_object_get(json_object_get(object, "properties"), field->key);
    if (part->without && strcmp(part->without, field->key) == 0) {
        expect(property == NULL, told, "must not be there");
        return;
    }
    expect(property != NULL, told, "is missing");
    expect(field->help && is_text(json_object_get(property, "description"), field->help), told,
           "description is not the table's help");
    expect(has_text(json_object_get(object, "required"), field->key) == field->required, told,
           "is required in one of both only");
    const json_t *schema = lone(root, property);
    if (field->read == field_value_version) { /* a number, or the same in quotes */
        expect(json_integer_value(json_array_get(json_object_get(schema, "enum"), 0)) == field->max, told,
               "is not the table's version");
        return;
    }
    check_words(told, schema, field->words);
    check_range(told, schema, field);
}

static bool is_in_table(const FieldTable *table, const char *key)
{
    for (size_t i = 0; i < table->count; i++)
        if (strcmp(table->fields[i].key, key) == 0)
            return true;
    return false;
}

START_TEST(says_what_the_table_says)
{
    const Part *part = &parts[_i];
    json_t *root = load(part->file);
    const json_t *object = part->definition ? definition(root, part->definition) : root;
    expect(json_is_false(json_object_get(object, "additionalProperties")), (Told){part, "additionalProperties"},
           "must be false");
    for (size_t i = 0; i < part->table->count; i++)
        check_field(part, root, object, &part->table->fields[i]);
    const char *key;
    json_t *value, *properties = json_object_get(object, "properties");
    json_object_foreach(properties, key, value)
        expect(is_in_table(part->table, key), (Told){part, key}, "is not in the table");
    json_decref(root);
}
END_TEST

/* Each file stands alone, so what they share stands in each. */
START_TEST(shared_definitions_are_the_same)
{
    json_t *routine = load("routine");
    const char *const others[] = {"moves", "positions", "programme", "config"};
    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        json_t *other = load(others[i]);
        const char *name;
        json_t *value, *definitions = json_object_get(other, "definitions");
        json_object_foreach(definitions, name, value)
        {
            bool is_own = strcmp(name, "move") == 0 || strcmp(name, "injury") == 0 || strcmp(name, "key") == 0;
            is_own = is_own || (strcmp(others[i], "moves") != 0 && !has_definition(routine, name));
            ck_assert_msg(is_own || json_equal(value, definition(routine, name)),
                          "definition '%s' is not the same in routine and %s", name, others[i]);
        }
        json_decref(other);
    }
    json_decref(routine);
}
END_TEST

/* Actions whose keys can be chosen, and names of keys. */
START_TEST(names_actions_and_keys)
{
    json_t *root = load("config");
    const json_t *keys = json_object_get(json_object_get(root, "properties"), "keys");
    const json_t *actions = json_object_get(json_object_get(keys, "propertyNames"), "enum");
    const json_t *names = json_object_get(json_array_get(json_object_get(definition(root, "key"), "anyOf"), 0), "enum");
    size_t count = 0;
    for (int i = 1; i < ACTION_COUNT; i++) {
        const bool is_there = has_text(actions, action_rows[i].name);
        ck_assert_msg(is_there == !action_is_fixed((Action)i), "the action '%s'", action_rows[i].name);
        count += is_there;
    }
    ck_assert_uint_eq(json_array_size(actions), count);
    ck_assert_uint_eq(json_array_size(names), key_names.count);
    for (size_t i = 0; i < key_names.count; i++)
        ck_assert(has_text(names, key_names.items[i]));
    json_decref(root);
}
END_TEST

/* A definition with a pattern, and the reader that has to be of the same mind about every text. */
typedef struct Pattern {
    const char *file, *definition, *property; /* the property's own pattern where that is not NULL */
    FieldReader *read;
    int32_t min, max;
} Pattern;

static const Pattern patterns[] = {
    {"routine", "time", NULL, schema_duration, 1, ONE_HOUR_S},
    {"routine", "time-or-none", NULL, schema_duration, 0, ONE_HOUR_S},
    {"routine", "set-up-time", NULL, field_value_set_up_time, 0, ONE_HOUR_S},
    {"routine", "pace", NULL, schema_duration, 1, 60},
    {"routine", "hold", NULL, field_value_phase_hold, 1, ONE_HOUR_S},
    {"routine", "cue-time", NULL, field_value_cue_time, 0, ONE_HOUR_S},
    {"routine", "pressure", NULL, field_value_pressure, 0, 10},
    {"routine", "breath", NULL, field_value_breath, 0, 20},
    {"routine", "id", NULL, schema_id, 0, 0},
    {"routine", "tool", NULL, field_value_tools, 0, 0},
    {"routine", "number-of-passes", NULL, schema_number, 1, 200},
    {"routine", "number-of-breaths", NULL, schema_number, 1, 100},
    {"routine", "move", "priority", schema_number, 1, 3},
    {"routine", "repeat", "repeat", schema_number, 2, 20},
    {"routine", "tool-at", NULL, position_value_tool_at, 0, 0},
    {"positions", "angle", NULL, position_value_length, -ANGLE_MOST, ANGLE_MOST},
    {"positions", "length", NULL, position_value_length, -LENGTH_MOST, LENGTH_MOST},
    {"programme", "wish", "minutes", schema_number, 3, 60},
    {"config", NULL, "minutes", schema_number, 1, 720},
    {"config", NULL, "rate", schema_number, 50, 200},
    {"config", NULL, "volume", schema_number, 1, 100},
};

/* What people write, and what they nearly do. */
/* clang-format off */
static const char *const written[] = {
    "half", "-5s", "-0", "-1:30", "--5s", "5 s", " 5s", "5s ", "5S", "1h", "1.5m", "1,5m", "90sec", "1m30", "1m 30s",
    "1m75s", "1:75", "1:5", "01:05", "001m005s", "0m0s", "0:00", "60m0s", "60:00", "60m1s", "60:01", "61m", "0m59s",
    "0:59", "0060m", "3600s", "3601s", "03600", "m", "s", ":30", "1:", "1:30s", "1m:30", "30s-90s", "30-90", "1m-2m",
    "1:00-1:30", "30s-", "-30s-90s", "30s--90s", "0-30s", "30s-61m", "30s-60m", "4-6", "4 - 6", "4..6", "6-4", "10-10",
    "0-0", "0-10", "9-10", "9-11", "04-06", "010", "11", "0-11", "4-6-8", "4-0-6", "4-6-0", "4-0-6-0", "4-2-6-2",
    "20-20-20-20", "21-4", "4-21", "4-21-6", "0-6", "4-6-8-2-1", "4-6-", "-4-6", "a", "a1", "1a", "a-", "-a", "a--b",
    "calf-milker", "Calf", "calf_milker", "a b", "a|b", "a | b", "a  |b| c", "a|", "|a", "a||b", "a|B", "a, b", " a ",
    "calf below", " sole", "sole  above ", "calf under", "below calf", "calf below above", "outer-shin", "-7.5", "7.55",
    "-360", "360.0", "360.1", "-200.0", "200.5", "199.9", "-0.1", "359.9", ".5", "5.", "--5", "-", "00200", "0360.0",
    "1", "1.0", "0x1", "1e2", "+1", "0", "00", "000", "1s", "60s", "61s", "1m", "1m0s", "2m",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
};
/* clang-format on */

typedef struct Judges {
    const Pattern *pattern;
    regex_t regex;
} Judges;

static bool reads(const Pattern *pattern, const char *text)
{
    union {
        Hold hold;
        Breath breath;
        Pressure pressure;
        CueTime time;
        ToolList tools;
        const char *text;
        int32_t number;
        ToolPlace place;
    } at;
    Arena arena = {0};
    DiagnosticList diags;
    diagnostic_init(&diags, "test");
    memset(&at, 0, sizeof at);
    const Field field = {.key = "key", .read = pattern->read, .min = pattern->min, .max = pattern->max};
    const Node node = {.kind = NODE_SCALAR,
                       .is_plain = true,
                       .text = text,
                       .length = strlen(text),
                       .mark = {.line = 1, .column = 1, .length = (uint32_t)strlen(text)}};
    bool is_good = pattern->read(&(Walk){.arena = &arena, .diags = &diags}, &field, &node, &at);
    bool is_backwards = !is_good && diags.count > 0 && strstr(diags.items[0].message, "backwards");
    diagnostic_release(&diags);
    arena_release(&arena);
    /* Which of two times is the longer one is more than a pattern can say. */
    return is_good || (is_backwards && pattern->read == field_value_phase_hold);
}

static void judge(const Judges *judges, const char *text)
{
    bool matches = regexec(&judges->regex, text, 0, NULL, 0) == 0, is_read = reads(judges->pattern, text);
    ck_assert_msg(matches == is_read, "%s: '%s' is %s by the schema, %s by the reader",
                  judges->pattern->property ? judges->pattern->property : judges->pattern->definition, text,
                  matches ? "right" : "wrong", is_read ? "right" : "wrong");
}

START_TEST(patterns_judge_as_readers_do)
{
    const Pattern *pattern = &patterns[_i];
    json_t *root = load(pattern->file);
    const json_t *schema = pattern->definition ? definition(root, pattern->definition) : root;
    if (pattern->property)
        schema = json_object_get(json_object_get(schema, "properties"), pattern->property);
    const char *expression = json_string_value(json_object_get(schema, "pattern"));
    ck_assert_ptr_nonnull(expression);
    Judges judges = {.pattern = pattern};
    ck_assert_int_eq(regcomp(&judges.regex, expression, REG_EXTENDED | REG_NOSUB), 0);
    for (size_t i = 0; i < ARRAY_LEN(written); i++)
        judge(&judges, written[i]);
    for (int number = 0; number <= MOST_NUMBER; number++) {
        char *given[] = {memory_print("%d", number),
                         memory_print("%ds", number),
                         memory_print("%dm", number),
                         memory_print("0%d", number),
                         memory_print("%d:%02d", number / 60, number % 60),
                         memory_print("%dm%ds", number / 60, number % 60)};
        for (size_t i = 0; i < ARRAY_LEN(given); i++) {
            judge(&judges, given[i]);
            free(given[i]);
        }
    }
    regfree(&judges.regex);
    json_decref(root);
}
END_TEST

Suite *suite_json_schema(void)
{
    Suite *suite = suite_create("json_schema");
    TCase *tcase = tcase_create("tables");
    tcase_add_loop_test(tcase, says_what_the_table_says, 0, ARRAY_LEN(parts));
    tcase_add_test(tcase, shared_definitions_are_the_same);
    tcase_add_test(tcase, names_actions_and_keys);
    tcase_add_loop_test(tcase, patterns_judge_as_readers_do, 0, ARRAY_LEN(patterns));
    suite_add_tcase(suite, tcase);
    return suite;
}
