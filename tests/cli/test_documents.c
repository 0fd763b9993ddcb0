/* SPDX-License-Identifier: MIT */
/* The contracts in doc/ are true: each example does what stands beside it, each command, option and field is named. */
#include <check.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/page.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_documents(void);

static char start_folder[4096], *format_page, *command_page;

/* Where a program may write and lie about is a folder of the test's own; pages and schemas are read before. */
static void set_up(void)
{
    ck_assert_ptr_nonnull(getcwd(start_folder, sizeof start_folder));
    format_page = page_read("doc/routine-format.md");
    command_page = page_read("doc/command-line.md");
    scratch_make_home();
    ck_assert_int_eq(chdir(scratch_folder), 0);
}

static void tear_down(void)
{
    ck_assert_int_eq(chdir(start_folder), 0);
    scratch_remove();
    free(format_page);
    free(command_page);
}

/* What a part of a file is put into, and how it is checked: as standard input where `file` is NULL. */
static const struct {
    const char *marker, *above, *below, *file;
} frames[] = {
    {"yaml", "", "", NULL},
    {"yaml moves", "knead: 1\ntitle: A part\nmoves:\n", "", NULL},
    {"yaml routine", "knead: 1\ntitle: A part\n", "moves:\n  - use: foot-centre\n", NULL},
    {"yaml library", "", "", "moves/part.yaml"}, /* sees the positions of the block before it */
    {"yaml positions", "", "", "positions/part.yaml"},
    {"yaml programme", "", "", "programmes/part.yaml"},
    {"yaml week", "knead: 1\ntitle: A part\nweeks:\n", "", "programmes/part.yaml"},
    {"yaml settings", "", "", "config.yaml"},
};

static const struct {
    const char *marker, *found;
    int status;
} verdicts[] = {
    {"", NULL, 0},
    {" bad", "1 error, 0 warnings", 1},
    {" warned", "0 errors, 1 warning", 0},
};

static Run check_framed(size_t frame, const char *text)
{
    char *whole = memory_print("%s%s%s", frames[frame].above, text, frames[frame].below);
    const char *file = frames[frame].file;
    if (file)
        scratch_put(file, whole);
    char *line = memory_print("check %s", file ? file : "-");
    Run run = run_knead(line, file ? NULL : whole);
    free(line);
    free(whole);
    return run;
}

/* Each quoted line behind a block is a part of what was said; how many there are. */
static size_t expect_quotes(const PageBlock *block, const char *said)
{
    size_t count = 0;
    for (const char *line = block->after; page_begins(line, "> "); line = page_next_line(line), count++) {
        char *quote = page_span(line + 2, page_line_end(line));
        ck_assert_msg(strstr(said, quote) != NULL, "'%s' is not said of\n%s\nbut\n%s", quote, block->text, said);
        free(quote);
    }
    return count;
}

static void try_yaml(const PageBlock *block)
{
    for (size_t i = 0; i < ARRAY_LEN(frames) * ARRAY_LEN(verdicts); i++) {
        const size_t frame = i / ARRAY_LEN(verdicts), verdict = i % ARRAY_LEN(verdicts);
        const size_t length = strlen(frames[frame].marker);
        const bool is_framed = page_begins(block->info, frames[frame].marker);
        if (!is_framed || strcmp(block->info + length, verdicts[verdict].marker) != 0)
            continue;
        Run run = check_framed(frame, block->text);
        ck_assert_msg(run.status == verdicts[verdict].status, "exit status %d of\n%s\n%s", run.status, block->text,
                      run.err);
        const char *found = verdicts[verdict].found;
        ck_assert_msg(found ? strstr(run.err, found) != NULL : !*run.err, "%s\n%s", block->text, run.err);
        ck_assert_msg((expect_quotes(block, run.err) > 0) == (found != NULL), "what is said of it?\n%s", block->text);
        run_release(&run);
        return;
    }
    ck_abort_msg("an unknown kind of block: %s", block->info);
}

START_TEST(format_examples_are_right)
{
    size_t count = 0;
    PageBlock block;
    for (const char *at = format_page; page_block(&at, &block); page_block_release(&block)) {
        if (!*block.info)
            continue;
        try_yaml(&block);
        count++;
    }
    ck_assert_uint_ge(count, 25);
}
END_TEST

/* Whether a line of `text` is the wanted one, or page_begins like it where that ends in `...`. */
static bool has_line(const char *text, const char *wanted, size_t length)
{
    const bool is_begin = length >= 3 && strncmp(wanted + length - 3, "...", 3) == 0;
    const size_t compared = is_begin ? length - 3 : length;
    for (const char *line = text; *line; line = page_next_line(line))
        if (strncmp(line, wanted, compared) == 0 && (is_begin || page_line_end(line) == line + length))
            return true;
    return compared == 0;
}

/* `knead ...` as it was typed; what it prints goes to the file behind `>`, if there is one. */
static Run run_typed(const char *typed, int status)
{
    const char *sign = strchr(typed, '>');
    char *line = page_span(typed, sign ? sign : typed + strlen(typed));
    ck_assert_msg(page_begins(line, "knead") && strchr(" ", line[5]), "this is not a command of knead: %s", typed);
    Run run = run_knead(line + strlen("knead"), NULL);
    ck_assert_msg(run.status == status, "%s: exit status %d\n%s%s", typed, run.status, run.out, run.err);
    if (sign)
        scratch_put(sign + 1 + strspn(sign + 1, " "), run.out);
    free(line);
    return run;
}

static void try_console(const PageBlock *block)
{
    const int status = atoi(block->info + strlen("console"));
    ck_assert_msg(page_begins(block->text, "$ "), "nothing is typed in: %s", block->text);
    for (const char *line = block->text; *line;) {
        char *typed = page_span(line + 2, page_line_end(line));
        Run run = run_typed(typed, status);
        for (line = page_next_line(line); *line && !page_begins(line, "$ "); line = page_next_line(line)) {
            const size_t length = strcspn(line, "\n");
            ck_assert_msg(has_line(run.out, line, length) || has_line(run.err, line, length),
                          "%s: no line '%.*s' in\n%s%s", typed, (int)length, line, run.out, run.err);
        }
        run_release(&run);
        free(typed);
    }
}

static bool is_of_kind(const json_t *wanted, const json_t *found)
{
    const bool is_open = json_is_null(wanted) || json_is_null(found);
    return is_open || json_typeof(wanted) == json_typeof(found) || (json_is_boolean(wanted) && json_is_boolean(found));
}

/* The same keys and kinds of values all the way down; in a longer list what comes is like the last that is shown. Only
 * what is in a list may have empty lists where some are shown that are not. */
static void expect_shape(json_t *wanted, json_t *found, const char *where, bool is_in_list)
{
    ck_assert_msg(is_of_kind(wanted, found), "'%s' is of another kind", where);
    const char *key;
    json_t *value;
    size_t i;
    if (json_is_object(wanted) && json_is_object(found)) {
        ck_assert_msg(json_object_size(wanted) == json_object_size(found), "'%s' has other keys", where);
        json_object_foreach(wanted, key, value)
        {
            ck_assert_msg(json_object_get(found, key) != NULL, "'%s' has no '%s'", where, key);
            expect_shape(value, json_object_get(found, key), key, is_in_list);
        }
    }
    if (!json_is_array(wanted) || !json_is_array(found) || json_array_size(wanted) == 0)
        return;
    ck_assert_msg(is_in_list || json_array_size(found) > 0, "there is nothing in '%s'", where);
    json_array_foreach(found, i, value)
        expect_shape(json_array_get(wanted, MIN_OF(i, json_array_size(wanted) - 1)), value, where, true);
}

static void try_json(const PageBlock *block)
{
    const char *typed = strstr(block->info, "knead");
    ck_assert_msg(typed != NULL, "what prints this?\n%s", block->text);
    json_error_t error;
    Run run = run_typed(typed, atoi(block->info + strlen("json")));
    json_t *wanted = json_loads(block->text, JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(wanted != NULL, "line %d: %s\n%s", error.line, error.text, block->text);
    json_t *found = json_loads(run.out, 0, &error);
    ck_assert_msg(found != NULL, "%s: %s", typed, error.text);
    expect_shape(wanted, found, typed, false);
    json_decref(wanted);
    json_decref(found);
    run_release(&run);
}

/* What some examples are about: a file that is wrong, and a session in the records. */
static void put_things(void)
{
    scratch_put("broken.yaml", "knead: 1\n");
    scratch_put("short.yaml", "knead: 1\ntitle: Short\ndefaults: {prepare: 0}\nmoves:\n"
                              "  - {name: Sole, areas: feet, hold: 1s}\n");
    Run run = run_knead("play ./short.yaml", NULL);
    ck_assert_int_eq(run.status, 0);
    run_release(&run);
}

START_TEST(command_examples_are_right)
{
    size_t count = 0;
    PageBlock block;
    put_things();
    for (const char *at = command_page; page_block(&at, &block); page_block_release(&block), count++) {
        if (page_begins(block.info, "console"))
            try_console(&block);
        else if (page_begins(block.info, "json"))
            try_json(&block);
        else
            ck_assert_msg(!*block.info, "an unknown kind of block: %s", block.info);
    }
    ck_assert_uint_ge(count, 25);
}
END_TEST

/* The options of a page of help, one line each, have each a row in the section, and no other option has one. */
static void expect_options(const char *help, const char *under, const char *section, const char *command)
{
    size_t count = 0;
    const char *line = strstr(help, under);
    for (line = line ? page_next_line(line + 1) : ""; *line && *line != '\n'; line = page_next_line(line)) {
        if (!page_begins(line, "  -"))
            continue;
        const char *name = strstr(line, "--"), *end = name + strcspn(name, " \n");
        char *written = memory_print("`%.*s", (int)(end - name), name);
        char *after = memory_print(", %s", written), *row = memory_print("| %s", written);
        ck_assert_msg(strstr(section, row) || strstr(section, after), "%s has no row for %s`", command, written);
        free(row);
        free(after);
        free(written);
        count++;
    }
    ck_assert_msg(page_count_lines(section, "| `-") == count, "%s has a row too many, or too few", command);
}

/* The first line of a command's help is its heading. */
static void expect_command(const char *name)
{
    char *line = memory_print("help %s", name);
    Run run = run_knead(line, NULL);
    ck_assert_int_eq(run.status, 0);
    const char *end = page_line_end(run.out), *options = strstr(run.out, " [OPTIONS]\n");
    char *use = page_span(run.out, options && options < end ? options : end), *heading = memory_print("`%s`", use);
    char *section = page_section(command_page, heading);
    expect_options(run.out, "\nOptions\n", section, use);
    free(section);
    free(heading);
    free(use);
    run_release(&run);
    free(line);
}

START_TEST(commands_are_named)
{
    size_t count = 0;
    Run run = run_knead("help", NULL);
    const char *line = strstr(run.out, "\nCommands\n");
    ck_assert_ptr_nonnull(line);
    for (line = page_next_line(line + 1); *line != '\n'; line = page_next_line(line)) {
        if (line[2] == ' ' || page_begins(line, "  help safety") || page_begins(line, "  help keys") ||
            page_begins(line, "  help beginner"))
            continue;
        char *name = page_span(line + 2, line + 2 + strcspn(line + 2, " \n"));
        expect_command(name);
        free(name);
        count++;
    }
    ck_assert_uint_ge(count, 13);
    ck_assert_uint_eq(page_count_lines(command_page, "### `knead "), count);
    char *general = page_section(command_page, "In general");
    expect_options(run.out, "\nEverywhere\n", general, "In general");
    free(general);
    run_release(&run);
}
END_TEST

/* Where each map of the format has its table: its schema, and its definition there; NULL: the schema's root. */
static const struct {
    const char *heading, *file, *definition;
} tables[] = {
    {"A routine", "routine", NULL},         {"A check", "routine", "check"},
    {"A source", "routine", "source"},      {"Defaults", "routine", "defaults"},
    {"A move", "routine", "move"},          {"Left and right", "routine", "hold-sides"},
    {"A phase", "routine", "phase"},        {"A cue", "routine", "cue"},
    {"A rest", "routine", "rest"},          {"A repeat", "routine", "repeat"},
    {"Shared moves", "moves", NULL},        {"The settings", "config", NULL},
    {"Positions", "positions", NULL},       {"A position", "positions", "position"},
    {"Arms and legs", "positions", "arms"}, {"Arms and legs", "positions", "legs"},
    {"A prop", "positions", "prop"},        {"Programmes", "programme", NULL},
    {"A week", "programme", "week"},        {"A wish", "programme", "wish"},
};

static json_t *load_schema(const char *name)
{
    char *path = memory_print("%s/share/schema/%s.schema.json", start_folder, name);
    json_t *schema = json_load_file(path, 0, NULL);
    ck_assert_msg(schema != NULL, "%s cannot be read", path);
    free(path);
    return schema;
}

static bool is_required(const json_t *map, const char *key)
{
    size_t i;
    json_t *name;
    json_array_foreach(json_object_get(map, "required"), i,
                       name) if (strcmp(json_string_value(name), key) == 0) return true;
    return false;
}

/* A duration says whether it may be 0, and where it is short; a number its range. That of a pressure is always one. */
static void expect_range(const char *row, const json_t *value)
{
    const json_t *maximum = json_object_get(value, "maximum");
    const int most = (int)json_integer_value(maximum);
    const int least = (int)json_integer_value(json_object_get(value, "minimum"));
    if (!maximum || strstr(row, " | pressure | "))
        return;
    if (strstr(row, " | number, ")) {
        char *range = memory_print("%d to %d", least, most);
        ck_assert_msg(strstr(row, range) != NULL, "it does not say %s:\n%s", range, row);
        free(range);
        return;
    }
    ck_assert_msg((strstr(row, "0 allowed") != NULL) == (least <= 0), "is 0 allowed?\n%s", row);
    ck_assert_msg((strstr(row, "at most 60 s") != NULL) == (most == 60), "how long?\n%s", row);
    ck_assert_msg(most == 60 || most == 3600, "it is no duration:\n%s", row);
}

static const json_t *resolve(const json_t *root, const json_t *value)
{
    static const char start[] = "#/definitions/";
    const char *reference = json_string_value(json_object_get(value, "$ref"));
    return reference ? json_object_get(json_object_get(root, "definitions"), reference + strlen(start)) : value;
}

/* The row of a key says whether it is needed, and its range. */
static void expect_row(const char *section, const json_t *root, const json_t *map, const char *key)
{
    char *begin = memory_print("\n| `%s` | ", key);
    const char *found = strstr(section, begin);
    ck_assert_msg(found != NULL, "there is no row for '%s' in: %.60s", key, section);
    char *row = page_span(found + 1, page_line_end(found + 1));
    ck_assert_msg((strstr(row, " | yes | ") != NULL) == is_required(map, key), "is it needed?\n%s", row);
    expect_range(row, resolve(root, json_object_get(json_object_get(map, "properties"), key)));
    free(row);
    free(begin);
}

START_TEST(fields_are_named)
{
    json_t *root = load_schema(tables[_i].file), *map = root, *value;
    if (tables[_i].definition)
        map = json_object_get(json_object_get(root, "definitions"), tables[_i].definition);
    json_t *properties = json_object_get(map, "properties");
    char *section = page_section(format_page, tables[_i].heading);
    const char *key;
    ck_assert_uint_gt(json_object_size(properties), 0);
    json_object_foreach(properties, key, value) expect_row(section, root, map, key);
    ck_assert_uint_eq(page_count_lines(section, "| `"), json_object_size(properties));
    free(section);
    json_decref(root);
}
END_TEST

static bool has_table(const char *definition)
{
    for (size_t i = 0; i < ARRAY_LEN(tables); i++)
        if (tables[i].definition && strcmp(tables[i].definition, definition) == 0)
            return true;
    return false;
}

/* A map that the schema gets has a table, and of a closed list each word stands under its heading. */
START_TEST(words_are_named)
{
    json_t *root = load_schema("routine"), *definition, *word;
    const char *name, *words = strstr(format_page, "\n## Words\n"), *end = words ? strstr(words + 1, "\n## ") : NULL;
    ck_assert_ptr_nonnull(end);
    char *part = page_span(words, end);
    size_t count = 0, i;
    json_object_foreach(json_object_get(root, "definitions"), name, definition)
    {
        ck_assert_msg(!json_is_false(json_object_get(definition, "additionalProperties")) || has_table(name),
                      "'%s' has no table", name);
        if (!json_object_get(definition, "enumDescriptions"))
            continue;
        json_array_foreach(json_object_get(definition, "enum"), i, word)
        {
            char *written = memory_print("`%s`", json_string_value(word));
            ck_assert_msg(strstr(part, written) != NULL, "there is no %s of '%s' under Words", written, name);
            free(written);
            count++;
        }
    }
    ck_assert_uint_ge(count, 60);
    free(part);
    json_decref(root);
}
END_TEST

Suite *suite_documents(void)
{
    Suite *suite = suite_create("documents");
    TCase *tests = tcase_create("documents");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, format_examples_are_right);
    tcase_add_test(tests, command_examples_are_right);
    tcase_add_test(tests, commands_are_named);
    tcase_add_loop_test(tests, fields_are_named, 0, ARRAY_LEN(tables));
    tcase_add_test(tests, words_are_named);
    suite_add_tcase(suite, tests);
    return suite;
}
