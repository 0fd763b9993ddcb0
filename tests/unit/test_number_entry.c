/* SPDX-License-Identifier: MIT */
/* How it feels before and after a session, as the screens ask for it; the number and the note that are typed. */
#include "ui/screens/number_entry.h"

#include <check.h>
#include <stdlib.h>

#include "base/macros.h"
#include "support/stage.h"

Suite *suite_number_entry(void);

enum { NONE = MEASURE_NOT_SAID, BACKSPACE = KEY_BACKSPACE_KEY };

static const struct {
    CheckUnit unit;
    int32_t tenths, key;
    RequestKind kind;
    int32_t value;
    const char *text;
} keys[] = {
    {UNIT_FEEL, NONE, '0', REQUEST_BEFORE, 0, NULL},          {UNIT_FEEL, NONE, '7', REQUEST_BEFORE, 70, NULL},
    {UNIT_FEEL, NONE, '1', REQUEST_BEFORE, 10, NULL},         {UNIT_FEEL, 10, '0', REQUEST_BEFORE, 100, NULL}, /* 10 */
    {UNIT_FEEL, 100, '0', REQUEST_BEFORE, 0, NULL},           {UNIT_FEEL, 20, '0', REQUEST_BEFORE, 0, NULL},
    {UNIT_FEEL, 10, '1', REQUEST_BEFORE, 10, NULL},           {UNIT_FEEL, 70, BACKSPACE, REQUEST_BEFORE, NONE, NULL},
    {UNIT_FEEL, NONE, BACKSPACE, REQUEST_NONE, 0, NULL},      {UNIT_FEEL, NONE, 'x', REQUEST_NONE, 0, NULL},
    {UNIT_CM, NONE, '4', REQUEST_ENTER, REQUEST_BEFORE, "4"}, {UNIT_CM, 10, '0', REQUEST_ENTER, REQUEST_BEFORE, "0"},
    {UNIT_CM, 35, BACKSPACE, REQUEST_BEFORE, NONE, NULL},
};

START_TEST(digits_say_how_it_feels)
{
    const Request request = number_entry_key(REQUEST_BEFORE, keys[_i].unit, keys[_i].tenths, keys[_i].key);
    ck_assert_int_eq(request.kind, keys[_i].kind);
    ck_assert_int_eq(request.value, keys[_i].value);
    ck_assert_pstr_eq(request.text, keys[_i].text);
}
END_TEST

static Stage stage;

static void set_up(void)
{
    stage_open(&stage, "screens", "{}\n");
    stage.model.measure = MEASURE_NONE;
    stage.model.can_record = true;
}

static void tear_down(void)
{
    stage_release(&stage);
}

static void open_entry(RequestKind request, CheckUnit unit, const char *text, bool is_begun)
{
    stage.model.entering = (ModelEntering){
        .request = request, .unit = unit, .text = text, .is_begun = is_begun, .check = "Knee to the wall."};
    stage_push(&stage, &screen_entry);
}

/* What is typed, and the request that it leads to. */
static const struct {
    RequestKind request;
    CheckUnit unit;
    const char *text;
    bool is_begun;
    const char *typed;
    RequestKind kind;
    int32_t value;
    const char *answer; /* of a note */
} entries[] = {
    {REQUEST_RECORD_AFTER, UNIT_FEEL, NULL, false, "6!", REQUEST_RECORD_AFTER, 60, NULL},
    {REQUEST_RECORD_AFTER, UNIT_FEEL, "4", false, "6!", REQUEST_RECORD_AFTER, 60, NULL}, /* in its place */
    {REQUEST_RECORD_AFTER, UNIT_FEEL, "4", false, "!", REQUEST_RECORD_AFTER, 40, NULL},
    {REQUEST_RECORD_AFTER, UNIT_FEEL, NULL, false, "!", REQUEST_RECORD_AFTER, NONE, NULL},
    {REQUEST_RECORD_AFTER, UNIT_FEEL, NULL, false, "11!", REQUEST_DRAW, 0, NULL},
    {REQUEST_RECORD_AFTER, UNIT_FEEL, NULL, false, "4.5!", REQUEST_DRAW, 0, NULL},
    {REQUEST_RECORD_AFTER, UNIT_FEEL, NULL, false, "-1!", REQUEST_DRAW, 0, NULL},
    {REQUEST_BEFORE, UNIT_CM, "1", true, "2.5!", REQUEST_BEFORE, 125, NULL},
    {REQUEST_BEFORE, UNIT_CM, "3", true, ",5!", REQUEST_BEFORE, 35, NULL},
    {REQUEST_BEFORE, UNIT_CM, "3", true, "-!", REQUEST_BEFORE, -30, NULL},
    {REQUEST_BEFORE, UNIT_CM, "3", true, "-5!", REQUEST_BEFORE, -350, NULL},
    {REQUEST_BEFORE, UNIT_CM, "3", true, "--5!", REQUEST_BEFORE, 350, NULL},
    {REQUEST_BEFORE, UNIT_CM, "1", true, "000!", REQUEST_DRAW, 0, NULL},
    {REQUEST_BEFORE, UNIT_S, NULL, false, "x!", REQUEST_DRAW, 0, NULL},
    {REQUEST_BEFORE, UNIT_CM, "3", true, "~", REQUEST_BACK, 0, NULL},
    {REQUEST_RECORD_NOTE, UNIT_FEEL, NULL, false, "Good?!", REQUEST_RECORD_NOTE, 0, "Good?"},
    {REQUEST_RECORD_NOTE, UNIT_FEEL, "Soft", false, "er!", REQUEST_RECORD_NOTE, 0, "Softer"}, /* it goes on */
    {REQUEST_RECORD_NOTE, UNIT_FEEL, NULL, false, "  !", REQUEST_RECORD_NOTE, 0, ""},
    {REQUEST_RECORD_NOTE, UNIT_FEEL, "Soft", false, "q~", REQUEST_BACK, 0, NULL},
};

START_TEST(what_is_typed_is_asked_for)
{
    open_entry(entries[_i].request, entries[_i].unit, entries[_i].text, entries[_i].is_begun);
    const Request request = stage_type(&stage, entries[_i].typed);
    ck_assert_int_eq(request.kind, entries[_i].kind);
    ck_assert_int_eq(request.value, entries[_i].value);
    ck_assert_pstr_eq(request.text, entries[_i].answer);
}
END_TEST

START_TEST(says_what_a_number_may_be)
{
    open_entry(REQUEST_RECORD_AFTER, UNIT_FEEL, NULL, false);
    stage_type(&stage, "11!");
    stage_check_shows(&stage, 80, 24, "Type a whole number from 0 to 10, or nothing at all.", true);
    stage_type(&stage, "{");
    stage_check_shows(&stage, 80, 24, "Type a whole number", false);
}
END_TEST

START_TEST(a_note_has_an_end)
{
    open_entry(REQUEST_RECORD_NOTE, UNIT_FEEL, NULL, false);
    for (int i = 0; i < 999; i++)
        stage_type(&stage, "a");
    screens_key(&stage.stack, &stage.model, 0xE9); /* two bytes: no room */
    stage_type(&stage, "bc");
    const Request request = stage_type(&stage, "!");
    ck_assert_uint_eq(strlen(request.text), 1000);
    ck_assert_int_eq(request.text[999], 'b');
    stage_check_shows(&stage, 80, 24, "aaab", true);
}
END_TEST

/* On the page of a routine. */
static const struct {
    bool can_record;
    int32_t before_tenths;
    CheckUnit unit;
    int width, height;
    const char *words;
    bool is_shown;
} befores[] = {
    {true, NONE, UNIT_FEEL, 80, 24, "before      how does it feel? 0 (fine) to 10 (worst): press a number", true},
    {true, NONE, UNIT_FEEL, 80, 24, "1  Calf strip", true}, /* the moves are in sight still */
    {true, 60, UNIT_FEEL, 80, 24, "before      6 of 10\n", true},
    {true, NONE, UNIT_CM, 80, 24, "before      how many cm? Press a number, after \"try first\" below\n", true},
    {true, 35, UNIT_CM, 80, 24, "before      3.5 cm\n", true},
    {false, NONE, UNIT_FEEL, 80, 24, "before", false},
    {true, NONE, UNIT_FEEL, 20, 4, "before", false},
};

START_TEST(page_of_a_routine_asks)
{
    stage_look_at(&stage, "legs");
    stage.model.can_record = befores[_i].can_record;
    stage.model.measure.before_tenths = befores[_i].before_tenths;
    stage.model.measure.unit = (uint8_t)befores[_i].unit;
    stage_push(&stage, &screen_routine);
    stage_check_shows(&stage, befores[_i].width, befores[_i].height, befores[_i].words, befores[_i].is_shown);
}
END_TEST

static const struct {
    bool can_record;
    const char *keys;
    RequestKind kind;
    int32_t value;
} routine_keys[] = {
    {true, "6", REQUEST_BEFORE, 60},   {true, "6!", REQUEST_START, 0},
    {true, "!", REQUEST_START, 0}, /* it is skipped with the key that starts */
    {true, ">>6", REQUEST_BEFORE, 60}, {false, "6", REQUEST_NONE, 0},
};

START_TEST(page_of_a_routine_takes_digits)
{
    stage_look_at(&stage, "legs");
    stage.model.can_record = routine_keys[_i].can_record;
    stage_push(&stage, &screen_routine);
    const Request request = stage_type(&stage, routine_keys[_i].keys);
    ck_assert_int_eq(request.kind, routine_keys[_i].kind);
    ck_assert_int_eq(request.value, routine_keys[_i].value);
}
END_TEST

/* A number that is out of sight is told until the next key. */
START_TEST(a_number_out_of_sight_is_told)
{
    stage_look_at(&stage, "legs");
    stage_push(&stage, &screen_routine);
    stage.model.width = 40;
    stage.model.height = 12;
    stage_type(&stage, "_6");
    stage.model.measure.before_tenths = 60;
    stage_check_shows(&stage, 40, 12, "before: 6 of 10", true);
    stage_type(&stage, "<");
    stage_check_shows(&stage, 40, 12, "before: 6 of 10", false);
    stage.model.width = 20;
    ck_assert_int_eq(stage_type(&stage, "7").kind, REQUEST_NONE); /* where it would not be seen */
}
END_TEST

static const struct {
    const char *name;
    RequestKind request;
    CheckUnit unit;
    const char *text, *keys;
    int width, height;
    const Look *look;
} goldens[] = {
    {"entry-80x24", REQUEST_BEFORE, UNIT_CM, "4", "", 80, 24, &stage_colour},
    {"entry-wrong-80x24-mono", REQUEST_RECORD_AFTER, UNIT_FEEL, NULL, "11!", 80, 24, &stage_mono},
    {"entry-note-40x12-ascii", REQUEST_RECORD_NOTE, UNIT_FEEL,
     "It eased after the second round, the left a little less", "", 40, 12, &stage_ascii},
    {"entry-20x4", REQUEST_RECORD_BEFORE, UNIT_FEEL, "6", "", 20, 4, &stage_colour},
};

START_TEST(entry_looks_as_it_did)
{
    stage_look_at(&stage, "neck");
    stage_push(&stage, &screen_routine);
    open_entry(goldens[_i].request, goldens[_i].unit, goldens[_i].text, goldens[_i].request == REQUEST_BEFORE);
    stage_type(&stage, goldens[_i].keys);
    stage_check_golden(&stage, goldens[_i].name, goldens[_i].width, goldens[_i].height, *goldens[_i].look, true);
}
END_TEST

START_TEST(page_looks_as_it_did)
{
    static const char *const names[] = {"routine-before-80x24", "routine-before-40x12-ascii"};
    stage_look_at(&stage, "legs");
    stage.model.measure.before_tenths = _i == 0 ? NONE : 60;
    if (_i == 1)
        stage.model.width = 40, stage.model.height = 12;
    stage_push(&stage, &screen_routine);
    stage_check_golden(&stage, names[_i], stage.model.width, stage.model.height, _i == 0 ? stage_colour : stage_ascii,
                       false);
}
END_TEST

START_TEST(entry_fits_every_window)
{
    open_entry(REQUEST_RECORD_NOTE, UNIT_FEEL, "Calm", false);
    stage_check_sizes(&stage);
}
END_TEST

Suite *suite_number_entry(void)
{
    Suite *suite = suite_create("number_entry");
    TCase *tests = tcase_create("number_entry");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, digits_say_how_it_feels, 0, (int)ARRAY_LEN(keys));
    tcase_add_loop_test(tests, what_is_typed_is_asked_for, 0, (int)ARRAY_LEN(entries));
    tcase_add_test(tests, says_what_a_number_may_be);
    tcase_add_test(tests, a_note_has_an_end);
    tcase_add_loop_test(tests, page_of_a_routine_asks, 0, (int)ARRAY_LEN(befores));
    tcase_add_loop_test(tests, page_of_a_routine_takes_digits, 0, (int)ARRAY_LEN(routine_keys));
    tcase_add_test(tests, a_number_out_of_sight_is_told);
    tcase_add_loop_test(tests, entry_looks_as_it_did, 0, (int)ARRAY_LEN(goldens));
    tcase_add_loop_test(tests, page_looks_as_it_did, 0, 2);
    tcase_add_test(tests, entry_fits_every_window);
    suite_add_tcase(suite, tests);
    return suite;
}
