/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "yaml/document.h"
#include "yaml/schema.h"

Suite *suite_schema(void);

typedef struct Thing {
    const char *title, *note, *id;
    int32_t number, hold;
    uint8_t area;
    WordList areas;
    TextList notes, ids;
    uint32_t set;
} Thing;

enum { SET_HOLD = 1 << 0, SET_NOTE = 1 << 3 };

static const char *const areas[] = {"calves", "hamstrings", "feet"};
static const Words area_words = {areas, ARRAY_LEN(areas)};

static const Field thing_fields[] = {
    {"title", schema_line, offsetof(Thing, title), .required = true, .help = "What it is called."},
    {"note", schema_text, offsetof(Thing, note), SET_NOTE, .max = 20},
    {"id", schema_id, .at = offsetof(Thing, id)},
    {"number", schema_number, offsetof(Thing, number), .min = 2, .max = 20},
    {"hold", schema_duration, offsetof(Thing, hold), SET_HOLD, .min = 1, .max = 3600},
    {"area", schema_word, offsetof(Thing, area), .words = &area_words},
    {"areas", schema_word_list, offsetof(Thing, areas), .min = 1, .words = &area_words, .noun = "area"},
    {"notes", schema_text_list, offsetof(Thing, notes), .max = 20},
    {"ids", schema_id_list, .at = offsetof(Thing, ids)},
};
static const FieldTable thing_table = {"a thing", thing_fields, ARRAY_LEN(thing_fields), offsetof(Thing, set)};

static Arena arena;
static DiagnosticList diags;

static void begin(void)
{
    arena = (Arena){0};
    diagnostic_init(&diags, "t.yaml");
}

static void end(void)
{
    arena_release(&arena);
    diagnostic_release(&diags);
}

static bool read_thing(const char *text, Thing *thing)
{
    *thing = (Thing){0};
    const Node *root = document_parse(&arena, text, strlen(text), &diags);
    ck_assert_ptr_nonnull(root);
    Walk walk = {.arena = &arena, .diags = &diags};
    bool is_good = schema_read(&walk, &thing_table, root, thing);
    ck_assert_int_eq(is_good, diags.errors == 0);
    diagnostic_sort(&diags);
    return is_good;
}

START_TEST(fills_the_struct)
{
    Thing thing;
    ck_assert(read_thing("title: '  Calves '\nnote: \"one\\ttwo\\nthree\"\nid: calf-milker-2\nnumber: 010\nhold: 1:30\n"
                         "area: feet\nareas: [feet, calves]\nnotes: alone\nids: [a, b]\n",
                         &thing));
    ck_assert_str_eq(thing.title, "Calves");
    ck_assert_str_eq(thing.note, "one two\nthree");
    ck_assert_str_eq(thing.id, "calf-milker-2");
    ck_assert_int_eq(thing.number, 10);
    ck_assert_int_eq(thing.hold, 90);
    ck_assert_uint_eq(thing.area, 2);
    ck_assert_uint_eq(thing.areas.count, 2);
    ck_assert_uint_eq(thing.areas.items[0], 2);
    ck_assert_uint_eq(thing.areas.items[1], 0);
    ck_assert_uint_eq(thing.notes.count, 1);
    ck_assert_str_eq(thing.notes.items[0], "alone");
    ck_assert_uint_eq(thing.ids.count, 2);
    ck_assert_str_eq(thing.ids.items[1], "b");
    ck_assert_uint_eq(thing.set, SET_HOLD | SET_NOTE);
}
END_TEST

START_TEST(copies_what_it_keeps)
{
    Arena of_nodes = {0};
    const char *text = "title: Calves\nid: calf\n";
    const Node *root = document_parse(&of_nodes, text, strlen(text), &diags);
    Thing thing = {0};
    Walk walk = {.arena = &arena, .diags = &diags};
    ck_assert(schema_read(&walk, &thing_table, root, &thing));
    arena_release(&of_nodes);
    ck_assert_str_eq(thing.title, "Calves");
    ck_assert_str_eq(thing.id, "calf");
}
END_TEST

/* clang-format off */
static const struct { const char *text; uint32_t line, column; const char *message, *hint; } wrong[] = {
    {"title: t\nhodl: 5\n", 2, 1, "unknown key 'hodl' in a thing", "did you mean 'hold'?"},
    {"title: t\nzebra: 5\n", 2, 1, "unknown key 'zebra' in a thing",
     "one of title, note, id, number, hold, area, areas, notes, ids"},
    {"title: t\n'': 5\n", 2, 1, "unknown key '' in a thing", NULL},
    {"title: t\n\"hold\\0\": 5\n", 2, 1, "unknown key 'hold\\x00' in a thing", NULL},
    {"# first\nhold: 5\n", 2, 1, "missing key 'title' in a thing", "write `title: ...`: what it is called"},
    {"{}", 1, 1, "missing key 'title' in a thing", NULL},
    {"- title: t", 1, 1, "a thing must be a map, found a list", NULL},
    {"text", 1, 1, "a thing must be a map, found 'text'", NULL},
    {"title: [t]", 1, 8, "title must be text, found a list", NULL},
    {"title:", 1, 7, "title must be text, found nothing", NULL},
    {"title: ' '", 1, 8, "title must not be empty", NULL},
    {"title: \"\\u200B\"", 1, 8, "title must not be empty", NULL},
    {"title: \"a\\nb\"", 1, 8, "title must be on one line", NULL},
    {"title: \"a\\e[2J\"", 1, 8, "title must not contain the character U+001B", NULL},
    {"title: \"a\\u202Eb\"", 1, 8, "title must not contain the character U+202E", NULL},
    {"title: \"a\\0b\"", 1, 8, "title must not contain the character U+0000", NULL},
    {"title: t\nnote: aaaaaaaaaaaaaaaaaaaaa", 2, 7, "note must be at most 20 bytes long, found 21", "fewer"},
    {"title: t\nnotes: [a, [b]]", 2, 12, "notes must be text, found a list", NULL},
    {"title: t\nid: Calf", 2, 5, "id must be an id such as calf-milker, found 'Calf'", "lower-case"},
    {"title: t\nid: 2calf", 2, 5, "id must be an id such as calf-milker, found '2calf'", NULL},
    {"title: t\nid: {a: b}", 2, 5, "id must be an id such as calf-milker, found a map", NULL},
    {"title: t\nids: [a, B]", 2, 10, "ids must be an id such as calf-milker, found 'B'", NULL},
    {"title: t\nnumber: 1", 2, 9, "number must be a whole number from 2 to 20, found '1'", NULL},
    {"title: t\nnumber: 1_0", 2, 9, "number must be a whole number from 2 to 20, found '1_0'", NULL},
    {"title: t\nnumber: 1e1", 2, 9, "number must be a whole number from 2 to 20, found '1e1'", NULL},
    {"title: t\nnumber: 0x10", 2, 9, "number must be a whole number from 2 to 20, found '0x10'", NULL},
    {"title: t\nnumber: -3", 2, 9, "number must be a whole number from 2 to 20, found '-3'", NULL},
    {"title: t\nnumber: 99999999999999999999", 2, 9,
     "number must be a whole number from 2 to 20, found '99999999999999999999'", NULL},
    {"title: t\nhold: 0s", 2, 7, "hold must be 1s to 60m, found '0s'", NULL},
    {"title: t\nhold: 61m", 2, 7, "hold must be 1s to 60m, found '61m'", NULL},
    {"title: t\nhold: 1:75", 2, 7,
     "hold must be a duration such as 45s or 1m30s, found '1:75': seconds above 59 after minutes", NULL},
    {"title: t\nhold: long", 2, 7, "hold must be a duration such as 45s or 1m30s, found 'long'", NULL},
    {"title: t\nhold: [5]", 2, 7, "hold must be a duration such as 45s or 1m30s, found a list", NULL},
    {"title: t\narea: claves", 2, 7, "unknown area 'claves'", "did you mean 'calves'?"},
    {"title: t\narea: nose", 2, 7, "unknown area 'nose'", "one of calves, hamstrings, feet"},
    {"title: t\narea: [feet]", 2, 7, "area must be a word, found a list", NULL},
    {"title: t\nareas: [feet, claves]", 2, 15, "unknown area 'claves'", "did you mean 'calves'?"},
    {"title: t\nareas: [feet, feet]", 2, 15, "'feet' appears twice in areas", NULL},
    {"title: t\nareas: []", 2, 8, "areas must have at least 1 item in its list", NULL},
    {"title: t\narea: \"x\\e[31m\"", 2, 7, "unknown area 'x\\x1b[31m'", NULL},
};
/* clang-format on */

START_TEST(tells_what_is_wrong)
{
    Thing thing;
    ck_assert(!read_thing(wrong[_i].text, &thing));
    ck_assert_uint_eq(diags.count, 1);
    ck_assert_str_eq(diags.items[0].message, wrong[_i].message);
    ck_assert_uint_eq(diags.items[0].mark.line, wrong[_i].line);
    ck_assert_uint_eq(diags.items[0].mark.column, wrong[_i].column);
    if (wrong[_i].hint)
        ck_assert_ptr_nonnull(strstr(diags.items[0].hint, wrong[_i].hint));
}
END_TEST

START_TEST(goes_on_after_each)
{
    Thing thing;
    ck_assert(!read_thing("hold: x\nnumber: 5\nnop: 1\nareas: [feet, nose, calves, hips]\n", &thing));
    ck_assert_uint_eq(diags.errors, 5);
    ck_assert_int_eq(thing.number, 5);
    ck_assert_uint_eq(thing.areas.count, 2);
    ck_assert_uint_eq(thing.set, SET_HOLD);
    ck_assert_int_eq(thing.hold, 0);
    for (size_t i = 1; i < diags.count; i++)
        ck_assert_uint_le(diags.items[i - 1].mark.line, diags.items[i].mark.line);
}
END_TEST

START_TEST(holds_its_limits_to_the_byte)
{
    for (size_t length = 79; length <= 81; length++) {
        char text[200] = "title: ";
        memset(text + 7, 'x', length);
        Thing thing;
        ck_assert_int_eq(read_thing(text, &thing), length <= 80);
    }
    diagnostic_release(&diags);
    for (size_t length = 63; length <= 65; length++) {
        char text[200] = "title: t\nid: ";
        memset(text + strlen(text), 'x', length);
        Thing thing;
        ck_assert_int_eq(read_thing(text, &thing), length <= 64);
    }
}
END_TEST

/* A hundred thousand mistakes cost neither their words nor their hints. */
START_TEST(bears_very_many_mistakes)
{
    Text text = {0};
    text_add(&text, "title: t\nareas: [");
    for (int i = 0; i < 90000; i++)
        text_add(&text, "claves,");
    text_add(&text, "]\n");
    Thing thing;
    ck_assert(!read_thing(text_show(&text), &thing));
    ck_assert_uint_eq(diags.errors, 90000);
    ck_assert_uint_eq(diags.count, DIAGNOSTIC_LIMIT);
    ck_assert_str_eq(diags.items[DIAGNOSTIC_LIMIT - 1].hint, "did you mean 'calves'?");
    ck_assert_uint_lt(arena.total, (size_t)16 << 20);
    text_release(&text);
}
END_TEST

/* clang-format off */
static const struct { const char *text; bool is_number; int32_t number; } digits[] = {
    {"0", true, 0}, {"010", true, 10}, {"000000000007", true, 7}, {"999999999", true, 999999999},
    {"1000000000", false, 0}, {"", false, 0}, {"1 ", false, 0}, {"+1", false, 0},
};
/* clang-format on */

START_TEST(reads_digits)
{
    int32_t number = 0;
    ck_assert_int_eq(schema_digits(digits[_i].text, strlen(digits[_i].text), &number), digits[_i].is_number);
    ck_assert_int_eq(number, digits[_i].number);
}
END_TEST

Suite *suite_schema(void)
{
    Suite *suite = suite_create("schema");
    TCase *tests = tcase_create("schema");
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, fills_the_struct);
    tcase_add_test(tests, copies_what_it_keeps);
    tcase_add_loop_test(tests, tells_what_is_wrong, 0, ARRAY_LEN(wrong));
    tcase_add_test(tests, goes_on_after_each);
    tcase_add_test(tests, holds_its_limits_to_the_byte);
    tcase_add_test(tests, bears_very_many_mistakes);
    tcase_add_loop_test(tests, reads_digits, 0, ARRAY_LEN(digits));
    suite_add_tcase(suite, tests);
    return suite;
}
