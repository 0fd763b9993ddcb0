/* SPDX-License-Identifier: MIT */
/* The two overlays of an author: the title of a new routine, and what is wrong with a file. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/stage.h"
#include "ui/widgets/text_input.h"

Suite *suite_repair(void);

static const char text[] = "knead: 1\n"
                           "title: Lunch\n"
                           "moves:\n"
                           "  - name: Palm\n"
                           "    areas: hands\n"
                           "    hold: 60s\n";
static char path[] = "/home/ada/.config/knead/routines/lunch.yaml";

typedef enum Setting { WRONG, WRONG_NEW, WRONG_COPY, WRONG_IN_SESSION, NAMING, NAMING_COPY, NAMING_NOWHERE } Setting;

/* Problems as a file might have them; what they say in earnest is not looked at here. */
static void put_problems(DiagnosticList *diags)
{
    diagnostic_error(diags, (Mark){5, 12, 5}, "unknown area 'hands'");
    diagnostic_hint(diags, "did you mean 'feet'?");
    diagnostic_warning(diags, (Mark){6, 11, 3}, "a minute is long for a hand");
    diagnostic_error(diags, (Mark){6, 5, 4},
                     "a hold needs a pressure, and this is a long sentence that says so to see how "
                     "it is parted");
    diagnostic_error(diags, (Mark){0}, "the file as a whole is wrong");
    diagnostic_hint(diags, "write another one, with no less than so many words in it that they have to go on below");
}

static void set(Stage *stage, Setting setting)
{
    stage_open(stage, "care", "");
    if (setting == NAMING_COPY)
        stage_look_at(stage, "legs");
    stage->model.new_file_folder = setting == NAMING_NOWHERE ? NULL : "~/.config/knead/routines";
    stage->model.copied = setting == NAMING_COPY ? stage->model.entry->title : NULL;
    stage_push(stage, setting == NAMING_COPY ? &screen_routine : &screen_library);
    if (setting >= NAMING) {
        stage_push(stage, &screen_new_routine);
        return;
    }
    LibraryEntry *entry = library_take_text(stage->library, "lunch", memory_copy_text(text), strlen(text));
    entry->path = path;
    entry->state = ENTRY_BROKEN;
    diagnostic_release(&entry->diags);
    put_problems(&entry->diags);
    stage->model.broken_file = (ModelBrokenFile){.entry = entry,
                                                 .is_new = setting == WRONG_NEW || setting == WRONG_COPY,
                                                 .is_copy = setting == WRONG_COPY,
                                                 .is_followed = setting == WRONG_IN_SESSION};
    stage_push(stage, &screen_file_problems);
}

static const struct {
    const char *name;
    Setting setting;
    const char *keys;
    int width, height;
    const Look *look;
    bool has_styles;
} goldens[] = {
    {"mend-80x24", WRONG, "", 80, 24, &stage_colour, true},
    {"mend-80x24-mono", WRONG_NEW, "", 80, 24, &stage_mono, true},
    {"mend-120x40-ascii", WRONG_IN_SESSION, "", 120, 40, &stage_ascii, false},
    {"mend-40x12", WRONG_COPY, ">>", 40, 12, &stage_colour, false},
    {"mend-20x4", WRONG, ">", 20, 4, &stage_colour, false},
    {"mend-80x1", WRONG, "", 80, 1, &stage_colour, false},
    {"name-80x24", NAMING, "My lunch", 80, 24, &stage_colour, true},
    {"name-copy-80x24-mono", NAMING_COPY, "", 80, 24, &stage_mono, true},
    {"name-taken-120x40-ascii", NAMING, "Legs", 120, 40, &stage_ascii, false},
    {"name-40x12", NAMING, "7", 40, 12, &stage_colour, false},
    {"name-20x4", NAMING, "Lunch, on a long day", 20, 4, &stage_colour, false},
    {"name-80x1", NAMING, "Lunch", 80, 1, &stage_colour, false},
};

START_TEST(looks_as_it_did)
{
    Stage stage;
    set(&stage, goldens[_i].setting);
    stage_type(&stage, goldens[_i].keys);
    stage_check_golden(&stage, goldens[_i].name, goldens[_i].width, goldens[_i].height, *goldens[_i].look,
                       goldens[_i].has_styles);
    stage_release(&stage);
}
END_TEST

static const struct {
    Setting setting;
    const char *keys;
    RequestKind kind;
    const char *text;
} answers[] = {
    {WRONG, "!", REQUEST_REPAIR, NULL},
    {WRONG, "e", REQUEST_REPAIR, NULL},
    {WRONG, "k", REQUEST_KEEP_TEXT, NULL},
    {WRONG, "q", REQUEST_KEEP_TEXT, NULL},
    {WRONG, "~", REQUEST_KEEP_TEXT, NULL},
    {WRONG, "t", REQUEST_THROW_AWAY, NULL},
    {WRONG, "?", REQUEST_SHOW, NULL},
    {WRONG, ">", REQUEST_DRAW, NULL},
    {WRONG, "x", REQUEST_NONE, NULL},
    {NAMING, "!", REQUEST_DRAW, NULL},
    {NAMING, "   !", REQUEST_DRAW, NULL},
    {NAMING, "q", REQUEST_DRAW, NULL},
    {NAMING, "7 3!", REQUEST_DRAW, NULL},
    {NAMING, "Legs!", REQUEST_DRAW, NULL},
    {NAMING, "Legs 2!", REQUEST_WRITE, "Legs 2"},
    {NAMING, "~", REQUEST_BACK, NULL},
    {NAMING, ">", REQUEST_NONE, NULL},
    {NAMING_COPY, "!", REQUEST_WRITE, "My Calves"},
    /* What is offered gives way to the first letter, not to the cursor. */
    {NAMING_COPY, "Walks!", REQUEST_WRITE, "Walks"},
    {NAMING_COPY, "_ 2!", REQUEST_WRITE, "My Calves 2"},
    {NAMING_NOWHERE, "Lunch!", REQUEST_DRAW, NULL},
};

START_TEST(answers_keys)
{
    Stage stage;
    set(&stage, answers[_i].setting);
    const Request request = stage_type(&stage, answers[_i].keys);
    ck_assert_msg(request.kind == answers[_i].kind, "'%s': %d", answers[_i].keys, (int)request.kind);
    ck_assert_pstr_eq(request.text, answers[_i].text);
    ck_assert_int_eq(screens_key(&stage.stack, &stage.model, KEY_INTERRUPT).kind, REQUEST_QUIT);
    stage_release(&stage);
}
END_TEST

static const struct {
    Setting setting;
    int width;
    const char *keys, *words;
} shown[] = {
    {WRONG, 80, "", "restore the old version (knead keeps a backup of yours)"},
    {WRONG_NEW, 80, "", "remove the new file (knead keeps a backup)"},
    {WRONG_COPY, 80, "", "remove your copy (knead keeps a backup)"},
    {WRONG_COPY, 40, "", "remove your copy"},
    {WRONG, 80, "", "the library marks it as broken"},
    {WRONG_IN_SESSION, 80, "", "the session uses the old version"},
    {WRONG, 80, "", "5 |     areas: hands"},
    {WRONG, 80, "", "did you mean 'feet'?"},
    {NAMING, 80, "", "Type a title. The file is named after it."},
    {NAMING, 80, "7", "needs a letter"},
    {NAMING, 80, "My Lunch!!", "my-lunch.yaml in ~/.config/knead/routines"},
    {NAMING, 80, "legs", "You already have a routine legs."},
    {NAMING_NOWHERE, 80, "x", "set HOME"},
    {NAMING_COPY, 80, "", "A copy of Calves"},
};

START_TEST(says_what_will_be)
{
    Stage stage;
    set(&stage, shown[_i].setting);
    stage_type(&stage, shown[_i].keys);
    stage_check_shows(&stage, shown[_i].width, shown[_i].width == 40 ? 12 : 24, shown[_i].words, true);
    stage_release(&stage);
}
END_TEST

/* Where a letter means something of that screen, the help over it does not tell its usual meaning. */
START_TEST(help_tells_no_key_twice)
{
    Stage stage;
    set(&stage, WRONG);
    stage_push(&stage, &screen_help);
    stage_check_shows(&stage, 120, 40, "k q esc", true);
    stage_check_shows(&stage, 120, 40, "up k", false);
    stage_check_shows(&stage, 120, 40, "down j", true);
    stage_release(&stage);
}
END_TEST

/* In every window that is more than a line or two, the arrows lead to the last problem. */
START_TEST(scrolls_to_the_last_problem)
{
    static const int sizes[][2] = {{80, 24}, {40, 12}, {60, 9}, {30, 4}};
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        Stage stage;
        bool is_seen = false;
        set(&stage, WRONG);
        stage.model.width = sizes[i][0];
        stage.model.height = sizes[i][1];
        for (int k = 0; k < 20; k++) {
            char *screen = stage_text(&stage, sizes[i][0], sizes[i][1], stage_colour, false);
            is_seen = is_seen || strstr(screen, "as a whole");
            free(screen);
            stage_type(&stage, ">");
        }
        ck_assert_msg(is_seen, "not at %dx%d", sizes[i][0], sizes[i][1]);
        stage_release(&stage);
    }
}
END_TEST

START_TEST(fits_any_window)
{
    Stage stage;
    set(&stage, (Setting)_i);
    stage_check_sizes(&stage);
    stage_release(&stage);
}
END_TEST

/* Keys, then the text with `|` at the cursor: < and > are left and right, ^ and _ the ends, # deletes, ~ erases. */
/* clang-format off */
static const struct {
    const char *offered, *keys, *line;
} lines[] = {
    {NULL, "Lunch", "Lunch|"},
    {NULL, "ac<b", "ab|c"},
    {NULL, "abc^x", "x|abc"},
    {NULL, "abc^_x", "abcx|"},
    {NULL, "abc<~", "a|c"},
    {NULL, "abc<#", "ab|"},
    {NULL, "a~~~b", "b|"},
    {NULL, "<>#~", "|"},
    {"My Legs", "", "My Legs|"},
    {"My Legs", "x", "x|"},
    {"My Legs", "~", "|"},
    {"My Legs", "#", "|"},
    {"My Legs", "<x", "My Legx|s"},
    {"U\xCC\x88" "b", "<<x", "x|U\xCC\x88" "b"},
    {"a\tb\nc", "", "a b c|"},
};
/* clang-format on */

START_TEST(a_line_is_edited)
{
    static const struct {
        char letter;
        int32_t key;
    } named[] = {{'<', KEY_LEFT_ARROW}, {'>', KEY_RIGHT_ARROW}, {'^', KEY_HOME_KEY},
                 {'_', KEY_END_KEY},    {'#', KEY_DELETE_KEY},  {'~', KEY_BACKSPACE_KEY}};
    TextInput typed = {0};
    if (lines[_i].offered)
        text_input_offer(&typed, lines[_i].offered);
    for (const char *at = lines[_i].keys; *at; at++) {
        int32_t key = *at;
        for (size_t i = 0; i < ARRAY_LEN(named); i++)
            key = named[i].letter == *at ? named[i].key : key;
        text_input_key(&typed, key);
    }
    char *line = memory_print("%.*s|%s", (int)typed.at, typed.text, typed.text + typed.at);
    ck_assert_str_eq(line, lines[_i].line);
    free(line);
}
END_TEST

START_TEST(a_key_that_is_no_letter_leaves_what_was_offered)
{
    TextInput typed = {0};
    text_input_offer(&typed, "Lunch");
    ck_assert(!text_input_key(&typed, 0x202E)); /* right to left from here on */
    ck_assert_str_eq(typed.text, "Lunch");
    ck_assert(typed.is_offered);
}
END_TEST

START_TEST(a_line_has_an_end)
{
    TextInput typed = {0};
    for (int i = 0; i < 2 * TEXT_INPUT_CHARACTERS; i++)
        ck_assert(text_input_key(&typed, 0x1F44D) == (i < TEXT_INPUT_CHARACTERS));
    ck_assert(!text_input_key(&typed, KEY_ENTER_KEY));
    ck_assert(!text_input_key(&typed, 0x202E));
    ck_assert_uint_eq(strlen(typed.text), 4 * TEXT_INPUT_CHARACTERS);
}
END_TEST

Suite *suite_repair(void)
{
    Suite *suite = suite_create("repair");
    TCase *tests = tcase_create("repair");
    tcase_add_loop_test(tests, looks_as_it_did, 0, ARRAY_LEN(goldens));
    tcase_add_loop_test(tests, answers_keys, 0, ARRAY_LEN(answers));
    tcase_add_loop_test(tests, says_what_will_be, 0, ARRAY_LEN(shown));
    tcase_add_test(tests, help_tells_no_key_twice);
    tcase_add_test(tests, scrolls_to_the_last_problem);
    tcase_add_loop_test(tests, fits_any_window, WRONG, NAMING_NOWHERE + 1);
    tcase_add_loop_test(tests, a_line_is_edited, 0, ARRAY_LEN(lines));
    tcase_add_test(tests, a_key_that_is_no_letter_leaves_what_was_offered);
    tcase_add_test(tests, a_line_has_an_end);
    suite_add_tcase(suite, tests);
    return suite;
}
