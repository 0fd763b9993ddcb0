/* SPDX-License-Identifier: MIT */
/* Nothing that a terminal would obey comes out of a name, a value, a variable, a file or a record, in any command. What
 * run_knead catches is looked through for it; here are the places where it can come from. */
#include <check.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "support/harm.h"
#include "support/records.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_harm(void);

#define SHOWN "\\x1b]0;PWN\\x07\\x7f\\x0d\\x08\\u009b31m\\u202e\\u2066\\u200f\\u061c" /* as people see it */
#define MOVES "moves:\n  - name: Press\n    areas: feet\n    hold: 20s\n"
#define GOOD "knead: 1\ntitle: Good\n" MOVES
#define CONFIG "c" HARM
#define OWN CONFIG "/knead/routines/"
#define DATA "d" HARM

/* As YAML and JSON can say it, which may hold no control as it is. */
#define ESCAPED_YAML "\\e]0;PWN\\a\\x7f\\r\\b\\x9b31m\\u202e\\u2066\\u200f\\u061c"
#define ESCAPED_JSON "\\u001b]0;PWN\\u0007\\u007f\\u009b31m\\u202e\\u2066\\u200f\\u061c"

static void put_link(const char *name)
{
    char *path = scratch_path(name);
    ck_assert_int_eq(symlink("nowhere" HARM, path), 0);
    free(path);
}

static void put_routines(void)
{
    scratch_put("good.yaml", GOOD);
    scratch_put(HARM ".yaml", GOOD);
    scratch_put("x" HARM ".yaml", "knead: 1\ntitle: [\n" HARM);
    scratch_put("y" HARM_UTF8 ".yaml",
                "knead: 1\ntitle: Bad\xe2\x80\xae \xc2\x85# \xe2\x80\xaf\xe2\x81\xa6\nmoves: \"" ESCAPED_YAML "\"\n");
    put_link("z" HARM ".yaml");
    scratch_put(OWN "good.yaml", GOOD "# \xe2\x80\xae\xe2\x81\xa6 a comment\n");
    scratch_put(OWN "lines.yaml", "knead: 1\r\ntitle: Lines\r\nmoves: # \xe2\x80\x8f\r\n  - use: hand\r\n");
    scratch_put(OWN "short.yaml",
                "knead: 1\ntitle: Short\nmoves:\n  - {name: Tap, areas: feet, hold: 1s, prepare: 0}\n");
    scratch_put(OWN "n" HARM ".yaml", GOOD);
    scratch_put(OWN "b" HARM ".yaml", "knead: 1\ntitle: [\n");
    scratch_put(OWN "title.yaml", "knead: 1\ntitle: \"T" ESCAPED_YAML "\"\n" MOVES);
    scratch_put(OWN "words.yaml",
                "knead: 1\ntitle: Words\n\"k" ESCAPED_YAML "\": 1\ngoal: \"g" ESCAPED_YAML "\"\nmoves:\n"
                "  - use: \"u" ESCAPED_YAML "\"\n  - name: \"n" ESCAPED_YAML "\"\n    areas: \"a" ESCAPED_YAML "\"\n"
                "    hold: \"h" ESCAPED_YAML "\"\n    cues: [{at: 0, say: \"s" ESCAPED_YAML "\"}, {at: \"t" ESCAPED_YAML
                "\", say: x}]\n"
                "    tools: [\"o" ESCAPED_YAML "\"]\n    setup: \"p" ESCAPED_YAML "\"\n");
    put_link(OWN "l" HARM ".yaml");
    scratch_put(OWN "moves/hand.yaml", "knead: 1\nmoves:\n  hand:\n    name: Hand\n    areas: hands\n    hold: 20s\n");
    scratch_put(OWN "moves/m" HARM ".yaml",
                "knead: 1\nmoves:\n  \"i" ESCAPED_YAML "\":\n    name: Arm\n    areas: \"a" ESCAPED_YAML "\"\n");
}

static void put_hex(Text *into, const char *text)
{
    text_add(into, "CAST(X'");
    for (; *text; text++)
        text_print(into, "%02x", (unsigned char)*text);
    text_add(into, "' AS TEXT)");
}

static void do_with_harm(const char *before, const char *text, const char *behind)
{
    Text sql = {0};
    text_add(&sql, before);
    put_hex(&sql, text);
    text_add(&sql, behind);
    records_do_raw(text_show(&sql));
    text_release(&sql);
}

/* A session that was left a second before its end, with harm in every text. */
static void put_records(void)
{
    records_leave(DATA "/knead/knead.db", 184000);
    do_with_harm("UPDATE sessions SET title = ", "T" HARM, "");
    do_with_harm("UPDATE sessions SET routines = ", "r" HARM " s" HARM, "");
    do_with_harm("UPDATE sessions SET uid = id || ", HARM, "");
    do_with_harm("UPDATE done SET name = ", "N" HARM, "");
    do_with_harm("UPDATE done SET use = ", "u" HARM, "");
    do_with_harm("UPDATE done SET areas = ", "calves a" HARM, "");
    do_with_harm("UPDATE plans SET plan = replace(plan, 'Foot centre', ", "Foot" ESCAPED_JSON, ")");
    do_with_harm("UPDATE plans SET plan = replace(plan, 'Sit down.', ", "Sit" ESCAPED_JSON, ")");
    do_with_harm("UPDATE plans SET plan = replace(plan, 'Calves', ", "Calves" ESCAPED_JSON, ")");
}

static void set_up(void)
{
    scratch_make();
    scratch_set("HOME", "h" HARM);
    scratch_set("XDG_CONFIG_HOME", CONFIG);
    scratch_set("XDG_DATA_HOME", DATA);
    scratch_set("XDG_DATA_DIRS", "e" HARM);
    scratch_set("XDG_RUNTIME_DIR", "r" HARM);
    setenv("TERM", "t" HARM, 1);
    setenv("EDITOR", "e" HARM, 1);
    put_routines();
}

/* clang-format off */
static const struct { const char *line, *input; } lines[] = {
    /* the command line: @ is harm, $ the scratch folder */
    {"@", NULL}, {"--@", NULL}, {"--@=@", NULL}, {"-@", NULL}, {"list --area @", NULL}, {"list --at @", NULL},
    {"list --tool @", NULL}, {"list --goal @", NULL}, {"list --minutes @", NULL}, {"list --json=@", NULL},
    {"list @", NULL}, {"list --moves @", NULL}, {"play @", NULL}, {"play ./@", NULL}, {"play good --from @", NULL},
    {"play good --side @", NULL}, {"play good --speed @", NULL}, {"show @", NULL}, {"show @/@", NULL},
    {"show good @", NULL}, {"show good --minutes @", NULL}, {"new @", NULL}, {"new lunch --from @", NULL},
    {"edit @", NULL}, {"add @", NULL}, {"check @", NULL}, {"check ./@", NULL}, {"check @ x@ -", "@"},
    {"compose --save @", NULL}, {"compose --tool @", NULL}, {"compose --area @", NULL}, {"compose --for @", NULL},
    {"compose --area calves,@", NULL}, {"remove @", NULL}, {"remove $/@.yaml", NULL}, {"history --days @", NULL},
    {"history --area @", NULL}, {"schema @", NULL}, {"help @", NULL}, {"help safety @", NULL}, {"@ --help", NULL},
    {"resume @", NULL}, {"--routines @ list", NULL}, {"--routines $/@ list", NULL}, {"--routines $ list", NULL},
    {"--routines $ list --json", NULL}, {"--routines $ check", NULL}, {"--routines $ check --json", NULL},
    /* files by their names */
    {"check $/@.yaml $/x@.yaml $/z@.yaml", NULL}, {"check $/@.yaml $/x@.yaml $/z@.yaml --json", NULL},
    {"check $", NULL}, {"check $ --strict --json", NULL}, {"show $/@.yaml", NULL}, {"show $/@.yaml --json", NULL},
    {"show $/@.yaml --yaml", NULL}, {"show $/x@.yaml", NULL}, {"show $/z@.yaml", NULL}, {"edit $/@.yaml", NULL},
    {"play $/@.yaml --plain --yes --mute --speed 1000", NULL}, {"play $/x@.yaml", NULL}, {"play $/z@.yaml", NULL},
    {"add $/@.yaml", NULL}, {"add $/x@.yaml", NULL}, {"add $/z@.yaml", NULL}, {"add $/n@", NULL}, {"add $", NULL},
    {"add -", "knead: 1\ntitle: [\n@"}, {"check -", "knead: 1\n@: 1\n"}, {"check - --json", "knead: 1\n@: 1\n"},
    {"new copy --from $/@.yaml", NULL}, {"new copy --from $/x@.yaml", NULL},
    /* what is in them, and the folders of variables */
    {"", NULL}, {"list", NULL}, {"list --json", NULL}, {"list --moves", NULL}, {"list --moves --json", NULL},
    {"check", NULL}, {"check --json", NULL}, {"show title", NULL}, {"show words", NULL}, {"show words --json", NULL},
    {"show good --yaml", NULL}, {"show lines --yaml", NULL}, {"show lines", NULL}, {"show lines --timeline", NULL},
    {"show lines --json", NULL}, {"edit good", NULL}, {"new lunch", NULL}, {"add $/good.yaml", NULL},
    {"compose --minutes 5", NULL}, {"compose --minutes 5 --save mine", NULL}, {"compose --minutes 5 --json", NULL},
    {"remove good", NULL}, {"remove n@", NULL}, {"resume", NULL}, {"history", NULL}, {"play words", NULL},
    {"doctor", NULL}, {"doctor --json", NULL},
    {"play lines --plain --mute --speed 1000", NULL},
    {"help", NULL}, {"help safety", NULL}, {"--version", NULL}, {"schema", NULL}, {"schema config", NULL},
};
/* clang-format on */

/* The line with harm and the folder in their places. */
static char *fill(const char *line, const char *harm)
{
    Text filled = {0};
    for (; line && *line; line++) {
        if (*line == '@')
            text_add(&filled, harm);
        else if (*line == '$')
            text_add(&filled, scratch_folder);
        else
            text_add_char(&filled, *line);
    }
    return text_detach(&filled);
}

static Run run_with(const char *line, const char *input)
{
    char *filled = fill(line, HARM), *given = input ? fill(input, HARM_UTF8) : NULL;
    Run run = run_knead(filled, given);
    free(filled);
    free(given);
    return run;
}

START_TEST(no_line_does_harm)
{
    Run run = run_with(lines[_i].line, lines[_i].input);
    ck_assert_msg(run.status <= 2, "knead %s: %d\n%s", lines[_i].line, run.status, run.err);
    ck_assert_msg(*run.out || *run.err, "knead %s is silent", lines[_i].line);
    run_release(&run);
}
END_TEST

/* A locale without UTF-8 must not be sent bytes that mean controls in it. */
START_TEST(none_does_in_ascii)
{
    setenv("LC_ALL", "C", 1);
    Run run = run_with(lines[_i].line, lines[_i].input);
    const bool is_yaml = strstr(lines[_i].line, "--yaml") != NULL; /* a file, whatever the locale */
    for (const char *at = run.out; *at && !is_yaml; at++)
        ck_assert_msg((unsigned char)*at < 0x80, "knead %s: %.400s", lines[_i].line, run.out);
    for (const char *at = run.err; *at; at++)
        ck_assert_msg((unsigned char)*at < 0x80, "knead %s: %.400s", lines[_i].line, run.err);
    run_release(&run);
}
END_TEST

/* It is not swallowed either: what was meant can be read. */
/* clang-format off */
static const struct { const char *line, *said; } shown[] = {
    {"@", "unknown command '" SHOWN}, {"--@", "unknown option '--" SHOWN}, {"list --area @", "there is no '" SHOWN},
    {"show ./@.yaml", SHOWN}, {"check $/x@.yaml", "/x" SHOWN}, {"check $/x@.yaml", "\\x9b2J\\xff.yaml:"},
    {"add $/z@.yaml", "/z" SHOWN}, {"check $/z@.yaml", "/z" SHOWN}, {"--routines $/q@ list", "/q" SHOWN},
    {"show a\nb", "a\\nb"}, {"a\nb", "'a\\nb'"},
};
/* clang-format on */

START_TEST(it_is_shown_instead)
{
    Run run = run_with(shown[_i].line, NULL);
    ck_assert_int_ne(run.status, 0);
    ck_assert_msg(strstr(run.err, shown[_i].said) != NULL, "'%s' is not in: %s", shown[_i].said, run.err);
    run_release(&run);
}
END_TEST

static json_t *answer(const char *line)
{
    Run run = run_with(line, NULL);
    json_error_t error;
    json_t *value = json_loads(run.out, 0, &error);
    ck_assert_msg(value != NULL, "knead %s: %s\n%s%s", line, error.text, run.out, run.err);
    run_release(&run);
    return value;
}

/* A name that is UTF-8 comes through exactly; a byte that is not is U+FFFD, as JSON has nothing for it. */
START_TEST(json_tells_paths_exactly)
{
    json_t *one = answer("check $/y" HARM_UTF8 ".yaml --json"), *other = answer("check $/x@.yaml --json");
    const char *file = json_string_value(json_object_get(json_array_get(one, 0), "file"));
    ck_assert_msg(file && strstr(file, "/y" HARM_UTF8 ".yaml"), "%s", file);
    file = json_string_value(json_object_get(json_array_get(other, 0), "file"));
    ck_assert_msg(file && strstr(file, "\xd8\x9c\xef\xbf\xbd"
                                       "2J\xef\xbf\xbd.yaml"),
                  "%s", file);
    json_decref(one);
    json_decref(other);
}
END_TEST

START_TEST(json_tells_records_exactly)
{
    put_records();
    do_with_harm("UPDATE sessions SET title = ", "T" HARM_UTF8, "");
    json_t *all = answer("history --json"), *first = json_array_get(all, 0);
    ck_assert_str_eq(json_string_value(json_object_get(first, "title")), "T" HARM_UTF8);
    const char *name = json_string_value(json_object_get(json_array_get(json_object_get(first, "moves"), 0), "name"));
    ck_assert_msg(name && strncmp(name, "N" HARM_UTF8, strlen("N" HARM_UTF8) - 2) == 0, "%s", name);
    json_decref(all);
}
END_TEST

/* The same text as YAML, to the letter, but for what would do harm in a comment. */
START_TEST(yaml_means_the_same)
{
    Run run = run_with("show good --yaml", NULL);
    ck_assert_str_eq(run.out, GOOD "# \\u202E\\u2066 a comment\n");
    run_release(&run);
    scratch_put(OWN "seen.yaml", "knead: 1\r\ntitle: \xe2\x9d\xa4\xef\xb8\x8f \"caf\xc3\xa9\"\r\n" MOVES);
    run = run_with("show seen --yaml", NULL);
    ck_assert_str_eq(run.out, "knead: 1\ntitle: \xe2\x9d\xa4\xef\xb8\x8f \"caf\xc3\xa9\"\n" MOVES);
    run_release(&run);
}
END_TEST

static const char *const of_records[] = {
    "history",        "history --area calves",
    "history --json", "resume --plain --yes --mute",
    "list",           "play good --plain --yes --speed 1000",
};

START_TEST(records_do_none)
{
    put_records();
    Run run = run_with(of_records[_i], NULL);
    ck_assert_msg(*run.out, "knead %s: %s", of_records[_i], run.err);
    if (_i == 0)
        ck_assert_msg(strstr(run.out, "T" SHOWN) && strstr(run.out, "N" SHOWN), "%s", run.out);
    run_release(&run);
}
END_TEST

/* clang-format off */
static const char *const settings[] = {
    "\"k" ESCAPED_YAML "\": 1\n", "places: [\"p" ESCAPED_YAML "\"]\n", "tools: [\"t" ESCAPED_YAML "\"]\n",
    "theme: \"" ESCAPED_YAML "\"\n", "minutes: \"" ESCAPED_YAML "\"\n", "health: [\"" ESCAPED_YAML "\"]\n", HARM,
    "# \xe2\x80\xae\nminutes: [ # \xe2\x81\xa6\n",
};
/* clang-format on */

START_TEST(settings_do_none)
{
    scratch_put(CONFIG "/knead/config.yaml", settings[_i]);
    static const char *const asked[] = {"list", "compose --minutes 5", "play good --plain --yes --speed 1000",
                                        "show good"};
    for (size_t i = 0; i < ARRAY_LEN(asked); i++) {
        Run run = run_with(asked[i], NULL);
        ck_assert_msg(*run.err, "knead %s is silent", asked[i]);
        run_release(&run);
    }
}
END_TEST

/* The text that is sent is there under a name with harm in it. */
START_TEST(a_twin_with_such_a_name)
{
    scratch_put(OWN "\xc2\x9b"
                    "31m.yaml",
                "knead: 1\ntitle: Twin\n" MOVES);
    scratch_put("twin.yaml", "knead: 1\ntitle: Twin\n" MOVES);
    Run run = run_with("add $/twin.yaml", NULL);
    ck_assert_int_eq(run.status, 0);
    ck_assert_msg(strstr(run.out, "You already have it as \\u009b31m: ") != NULL, "%s%s", run.out, run.err);
    run_release(&run);
}
END_TEST

/* Folders that cannot be: what is told of them names them. */
START_TEST(variables_do_none)
{
    scratch_put("file" HARM, "");
    scratch_set("XDG_DATA_HOME", "file" HARM);
    Run play = run_with("play short --plain --yes --mute", NULL), history = run_with("history", NULL);
    scratch_set("XDG_CONFIG_HOME", "file" HARM);
    Run made = run_with("new lunch", NULL), added = run_with("add $/good.yaml", NULL);
    ck_assert_msg(strstr(play.err, "file" SHOWN) != NULL, "%s", play.err);
    ck_assert_msg(strstr(made.err, "file" SHOWN) != NULL, "%s", made.err);
    ck_assert_msg(strstr(added.err, "file" SHOWN) != NULL, "%s", added.err);
    run_release(&play);
    run_release(&history);
    run_release(&made);
    run_release(&added);
}
END_TEST

Suite *suite_harm(void)
{
    Suite *suite = suite_create("harm");
    TCase *tests = tcase_create("harm");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, set_up, scratch_remove);
    tcase_add_loop_test(tests, no_line_does_harm, 0, ARRAY_LEN(lines));
    tcase_add_loop_test(tests, none_does_in_ascii, 0, ARRAY_LEN(lines));
    tcase_add_loop_test(tests, it_is_shown_instead, 0, ARRAY_LEN(shown));
    tcase_add_test(tests, json_tells_paths_exactly);
    tcase_add_test(tests, json_tells_records_exactly);
    tcase_add_test(tests, yaml_means_the_same);
    tcase_add_loop_test(tests, records_do_none, 0, ARRAY_LEN(of_records));
    tcase_add_loop_test(tests, settings_do_none, 0, ARRAY_LEN(settings));
    tcase_add_test(tests, a_twin_with_such_a_name);
    tcase_add_test(tests, variables_do_none);
    suite_add_tcase(suite, tests);
    return suite;
}
