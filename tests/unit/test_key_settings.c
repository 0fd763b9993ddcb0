/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "settings/settings.h"
#include "support/stage.h"

Suite *suite_key_settings(void);

static const struct {
    const char *text;
    Action action;
    const char *names;
} right[] = {
    {"keys: {}\n", ACTION_PAUSE, "space"},
    {"keys: {pause: p}\n", ACTION_PAUSE, "p"},
    {"keys: {pause: [p, space]}\n", ACTION_PAUSE, "p space"},
    {"keys:\n  next: [n, right]\n  stop: x\n", ACTION_LEAVE, "x"},
    {"keys: {more: \"#\", less: '@'}\n", ACTION_LESS, "@"},
    {"keys: {pause: n, next: space}\n", ACTION_PAUSE, "n"}, /* they change places */
    {"keys: {redraw: [ctrl-l, R]}\n", ACTION_REDRAW, "ctrl-l R"},
    {"keys: {back: [backspace, delete]}\nminutes: 3\n", ACTION_PAUSE, "space"},
};

START_TEST(reads_keys)
{
    Settings settings = {0};
    DiagnosticList diags = {0};
    Text names = {0};
    settings_read(&settings, right[_i].text, strlen(right[_i].text), &diags);
    key_bindings_add_names(&names, &settings.keys, right[_i].action);
    ck_assert_str_eq(text_show(&names), right[_i].names);
    text_release(&names);
    settings_release(&settings);
    diagnostic_release(&diags);
}
END_TEST

static const struct {
    const char *text;
    uint32_t line, column;
    const char *problem, *hint;
} wrong[] = {
    {"keys: p\n", 1, 7, "keys must be a map from actions to keys, found 'p'",
     "write `keys: {pause: p}`; `knead help keys` lists all actions"},
    {"keys: {pasue: p}\n", 1, 8, "unknown action 'pasue' in keys", "did you mean 'pause'?"},
    {"keys: {juggle: p}\n", 1, 8, "unknown action 'juggle' in keys", "`knead help keys` lists all actions"},
    {"keys: {felt: p}\n", 1, 8, "the keys of felt cannot be changed", NULL},
    {"keys: {pause: 5}\n", 1, 15, "digits are numbers, so '5' cannot be a key of pause", NULL},
    {"keys: {pause: ctrl-c}\n", 1, 15, "ctrl-c always quits, so it cannot be a key of pause", NULL},
    {"keys: {pause: []}\n", 1, 15, "pause needs a key, found an empty list", NULL},
    {"keys: {pause: [p, spcae]}\n", 1, 19, "pause needs the name of a key, found 'spcae'", "did you mean 'space'?"},
    {"keys: {pause: }\n", 1, 15, "pause needs the name of a key, found nothing",
     "signs such as ! and # need quotes: `pause: \"!\"`"},
    {"keys: {pause: {a: b}}\n", 1, 15, "pause needs the name of a key, found a map",
     "write one character, or a name such as enter, space, left or page-down"},
    {"keys: {pause: [p, v, a, s, f, x]}\n", 1, 15, "pause can have at most 5 keys, found 6", NULL},
    {"keys:\n  pause: [p, n]\n", 2, 14, "'n' cannot be a key of pause: it is next (during a session)",
     "choose another key for pause, or give next other keys too"},
    {"keys:\n  next: p\n  pause: p\n", 3, 10, "'p' cannot be a key of pause: it is next (during a session)",
     "choose another key for pause, or give next other keys too"},
    {"keys: {compose: n}\n", 1, 17, "'n' cannot be a key of compose: it is new (the body)",
     "choose another key for compose, or give new other keys too"},
    {"keys: {help: h}\n", 1, 14, "'h' cannot be a key of help: it is left (the body)",
     "choose another key for help, or give left other keys too"},
};

/* The action keeps its usual keys. */
START_TEST(tells_what_is_wrong)
{
    Settings settings = {0};
    DiagnosticList diags = {0};
    ck_assert(!settings_read(&settings, wrong[_i].text, strlen(wrong[_i].text), &diags));
    ck_assert_str_eq(diags.items[0].message, wrong[_i].problem);
    ck_assert_pstr_eq(diags.items[0].hint, wrong[_i].hint);
    ck_assert_uint_eq(diags.items[0].mark.line, wrong[_i].line);
    ck_assert_uint_eq(diags.items[0].mark.column, wrong[_i].column);
    ck_assert_int_eq(key_bindings_action(&settings.keys, MAP_PLAYER, ' '), ACTION_PAUSE);
    ck_assert_int_eq(key_bindings_action(&settings.keys, MAP_PLAYER, '?'), ACTION_HELP);
    settings_release(&settings);
    diagnostic_release(&diags);
}
END_TEST

/* Those in conflict go, and those that stand in the way of what they go back to: never two things by one key. */
START_TEST(what_is_left_has_no_conflict)
{
    static const char text[] = "keys: {pause: [n, b], next: space, step-back: p, more: p}\n";
    Settings settings = {0};
    DiagnosticList diags = {0};
    KeyConflict found[8];
    settings_read(&settings, text, strlen(text), &diags);
    ck_assert_uint_gt(diags.errors, 0);
    ck_assert_uint_eq(key_bindings_conflicts(&settings.keys, found, ARRAY_LEN(found)), 0);
    ck_assert_int_eq(key_bindings_action(&settings.keys, MAP_PLAYER, 'n') == ACTION_NONE, false);
    settings_release(&settings);
    diagnostic_release(&diags);
}
END_TEST

START_TEST(help_and_footer_show_them)
{
    Stage stage;
    stage_open(&stage, "good",
               "keys:\n  help: F\n  page-down: page-down\n  filter: f\n  new: [insert-not, N]\n"
               "  edit-routine: [space, E]\n  back: Q\n");
    ck_assert_uint_eq(stage.diags.errors, 1); /* the name of a key that there is not */
    stage.model.keys = &stage.settings.keys;
    stage_push(&stage, &screen_library);
    stage_check_shows(&stage, 80, 24, "F help", true);
    stage_check_shows(&stage, 80, 24, "Q back", true);
    stage_check_shows(&stage, 80, 24, "f filter", true);
    stage_push(&stage, &screen_help);
    stage_check_golden(&stage, "help-own-keys-80x24", 80, 24, stage_colour, false);
    ck_assert_int_eq(stage_type(&stage, "F").kind, REQUEST_BACK); /* the key that opens it closes it */
    ck_assert_int_eq(stage_type(&stage, "Q").kind, REQUEST_BACK);
    ck_assert_int_eq(stage_type(&stage, "~").kind, REQUEST_NONE);
    stage_release(&stage);
}
END_TEST

Suite *suite_key_settings(void)
{
    Suite *suite = suite_create("key_settings");
    TCase *cases = tcase_create("key_settings");
    tcase_add_loop_test(cases, reads_keys, 0, (int)ARRAY_LEN(right));
    tcase_add_loop_test(cases, tells_what_is_wrong, 0, (int)ARRAY_LEN(wrong));
    tcase_add_test(cases, what_is_left_has_no_conflict);
    tcase_add_test(cases, help_and_footer_show_them);
    suite_add_tcase(suite, cases);
    return suite;
}
