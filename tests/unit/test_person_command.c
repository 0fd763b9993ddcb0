/* SPDX-License-Identifier: MIT */
/* Commands at moments of a session, as the settings say them; and that a routine cannot say any. */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "routine/routine.h"
#include "settings/settings.h"

Suite *suite_person_command(void);

#define WAYS "write a command in a list, such as [playerctl, pause]"
#define MAP_WAYS "write a command for start, switch or end, as in {start: [playerctl, pause]}"

static DiagnosticList diags;

static void set_up(void)
{
    diagnostic_init(&diags, NULL);
}

static void tear_down(void)
{
    diagnostic_release(&diags);
}

/* Each command that is there, with a bar behind each of its texts: "start: a|b|". */
static void check_hooks(const Settings *settings, const char *expected)
{
    Text text = {0};
    for (int hook = 0; hook < HOOK_COUNT; hook++) {
        const TextList *command = &settings->hooks[hook];
        if (command->count > 0)
            text_print(&text, "%s%s: ", text.length > 0 ? " " : "", hook_words.items[hook]);
        for (size_t i = 0; i < command->count; i++)
            text_print(&text, "%s|", command->items[i]);
    }
    ck_assert_str_eq(text_show(&text), expected);
    text_release(&text);
}

static const struct {
    const char *text, *hooks;
} right[] = {
    {"", ""},
    {"hooks: {}\n", ""},
    {"hooks: {start: [playerctl, pause], end: [playerctl, play]}\n", "start: playerctl|pause| end: playerctl|play|"},
    {"hooks:\n  switch:\n  - ./beep\n  - \"\"\n  - ' a  b '\n  - $(reboot)\n", "switch: ./beep|| a  b |$(reboot)|"},
    {"hooks: {end: [on]}\n", "end: on|"},
};

START_TEST(reads)
{
    Settings settings = {0};
    ck_assert_msg(settings_read(&settings, right[_i].text, strlen(right[_i].text), &diags), "%s",
                  diagnostic_first(&diags));
    check_hooks(&settings, right[_i].hooks);
    settings_release(&settings);
}
END_TEST

/* hint NULL: none; `hooks` are those that are left. */
static const struct {
    const char *text;
    uint32_t column;
    const char *message, *hint, *hooks;
} wrong[] = {
    {"hooks:", 7, "hooks must be a map, found nothing", MAP_WAYS, ""},
    {"hooks: playerctl pause", 8, "hooks must be a map, found 'playerctl pause'", MAP_WAYS, ""},
    {"hooks: [playerctl, pause]", 8, "hooks must be a map, found a list", MAP_WAYS, ""},
    {"hooks: {start: playerctl pause}", 16, "start must be a list of text, found 'playerctl pause'", WAYS, ""},
    {"hooks: {start: }", 16, "start must be a list of text, found nothing", WAYS, ""},
    {"hooks: {start: []}", 16, "start must begin with a command, found an empty list", WAYS, ""},
    {"hooks: {start: [''], end: [b]}", 17, "start must begin with a command, found empty text", WAYS, "end: b|"},
    {"hooks: {switch: [a, [b]]}", 21, "switch must be a list of text, found a list",
     "write one text for each argument; \"\" is empty text", ""},
    {"hooks: {end: [a, \"\\e[1m\"]}", 18, "end must not contain the character U+001B", NULL, ""},
    {"hooks: {stop: [a]}", 9, "unknown key 'stop' in hooks", "one of start, switch, end", ""},
    {"hooks: {finish: [a]}", 9, "unknown key 'finish' in hooks", "did you mean 'end'?", ""},
    {"hook: {end: [a]}", 1, "unknown key 'hook' in the settings", "did you mean 'hooks'?", ""},
    {"notices: on", 10, "unknown way of notices 'on'", "did you mean 'terminal'?", ""},
    {"notices: osc9", 10, "unknown way of notices 'osc9'", "did you mean 'osc-9'?", ""},
    {"awake: never", 8, "unknown word for awake 'never'", "one of on, off", ""},
    {"awake: no", 8, "unknown word for awake 'no'", "did you mean 'off'?", ""},
};

START_TEST(tells_what_is_wrong)
{
    Settings settings = {0};
    ck_assert(!settings_read(&settings, wrong[_i].text, strlen(wrong[_i].text), &diags));
    ck_assert_uint_eq(diags.count, 1);
    ck_assert_str_eq(diags.items[0].message, wrong[_i].message);
    ck_assert_uint_eq(diags.items[0].mark.column, wrong[_i].column);
    ck_assert_str_eq(diags.items[0].hint ? diags.items[0].hint : "", wrong[_i].hint ? wrong[_i].hint : "");
    check_hooks(&settings, wrong[_i].hooks);
    ck_assert_int_eq(settings.notices, NOTICES_OFF);
    ck_assert_int_eq(settings.awake, AWAKE_ON);
    settings_release(&settings);
}
END_TEST

/* Whoever gives a routine to somebody gives no command with it, wherever it is written. */
static const char *const routines[] = {
    "knead: 1\ntitle: A\nhooks: {start: [reboot]}\nmoves:\n  - {name: B, areas: feet, hold: 9s}\n",
    "knead: 1\ntitle: A\nmoves:\n  - {name: B, areas: feet, hold: 9s, hooks: {start: [reboot]}}\n",
    "knead: 1\ntitle: A\ndefaults: {hooks: {end: [reboot]}}\nmoves:\n  - {name: B, areas: feet, hold: 9s}\n",
};

START_TEST(routine_names_no_command)
{
    ck_assert_ptr_null(routine_parse(routines[_i], strlen(routines[_i]), "a", NULL, &diags));
    ck_assert_uint_eq(diags.errors, 1);
    ck_assert_msg(strstr(diags.items[0].message, "unknown key 'hooks'") != NULL, "%s", diags.items[0].message);
}
END_TEST

Suite *suite_person_command(void)
{
    Suite *suite = suite_create("person_command");
    TCase *tests = tcase_create("person_command");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, reads, 0, ARRAY_LEN(right));
    tcase_add_loop_test(tests, tells_what_is_wrong, 0, ARRAY_LEN(wrong));
    tcase_add_loop_test(tests, routine_names_no_command, 0, ARRAY_LEN(routines));
    suite_add_tcase(suite, tests);
    return suite;
}
