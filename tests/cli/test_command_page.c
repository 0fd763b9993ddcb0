/* SPDX-License-Identifier: MIT */
/* The page knead(1) and the help of commands: the page says of each command, option and key what the tables say, and no
 * more; each example of both works in an empty home. */
#include <check.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "cli/commands.h"
#include "support/mdoc.h"
#include "support/page.h"
#include "support/run.h"
#include "support/scratch.h"
#include "ui/widgets/action.h"

Suite *suite_command_page(void);

static char start_folder[4096], *page, *config_page;

static void set_up(void)
{
    ck_assert_ptr_nonnull(getcwd(start_folder, sizeof start_folder));
    page = page_read("share/man/knead.1");
    config_page = page_read("share/man/knead-config.5");
    scratch_make_home();
    scratch_set("HOME", "");
    ck_assert_int_eq(chdir(scratch_folder), 0);
}

static void tear_down(void)
{
    ck_assert_int_eq(chdir(start_folder), 0);
    scratch_remove();
    free(page);
    free(config_page);
}

/* `Fl y , -yes`, `Fl -minutes Ar N` */
static void add_option(Text *into, int id)
{
    const OptionRow *row = &option_rows[id];
    text_add(into, "Fl ");
    if (row->letter)
        text_print(into, "%c , ", row->letter);
    text_print(into, "-%s", row->name);
    if (row->argument)
        text_print(into, " Ar %s", row->argument);
}

static void add_options(Text *into, const Command *command)
{
    for (int id = 0; id < OPTION_COUNT; id++) {
        if ((command->options & OPTION_BIT(id)) == 0)
            continue;
        text_add(into, "\n.Op ");
        add_option(into, id);
    }
}

/* An entry is the summary, the details and the options, a paragraph each. */
START_TEST(page_has_the_commands)
{
    const MdocPart section = mdoc_section(page, "COMMANDS");
    for (size_t i = 0; i < command_row_count; i++) {
        const Command *command = command_rows[i];
        Text item = {0}, wanted = {0};
        text_print(&item, "Cm %s%s%s", command->name, *command->arguments ? " Ar " : "", command->arguments);
        text_add(&wanted, command->summary);
        if (command->details)
            text_print(&wanted, "\n.Pp\n%s", command->details);
        if (command->options)
            text_add(&wanted, "\n.Pp");
        add_options(&wanted, command);
        mdoc_expect(mdoc_entry(section, text_show(&item)), command->name, text_show(&wanted));
        text_release(&item);
        text_release(&wanted);
    }
    ck_assert_uint_eq(mdoc_count(section), command_row_count);
}
END_TEST

START_TEST(synopsis_has_the_options_of_the_app)
{
    Text wanted = {0};
    text_add(&wanted, ".Nm");
    add_options(&wanted, &command_app);
    text_add(&wanted, "\n.Nm\n.Ar COMMAND\n.Op Ar ARGUMENT...\n.Op Ar OPTIONS");
    mdoc_expect(mdoc_section(page, "SYNOPSIS"), "the synopsis", text_show(&wanted));
    text_release(&wanted);
}
END_TEST

/* An entry is the help, and the range of a number where that does not say it. */
START_TEST(page_has_the_options)
{
    const MdocPart section = mdoc_section(page, "OPTIONS");
    for (int id = 0; id < OPTION_COUNT; id++) {
        const OptionRow *row = &option_rows[id];
        Text item = {0}, wanted = {0};
        char *range = memory_print("%d to %d", (int)row->min, (int)row->max);
        add_option(&item, id);
        text_add(&wanted, row->help);
        if (row->kind == OPTION_IS_NUMBER && row->max < INT_MAX && !strstr(row->help, range))
            text_print(&wanted, "; %s", range);
        mdoc_expect(mdoc_entry(section, text_show(&item)), row->name, text_show(&wanted));
        text_release(&item);
        text_release(&wanted);
        free(range);
    }
    ck_assert_uint_eq(mdoc_count(section), OPTION_COUNT);
}
END_TEST

/* "right n" is `right , n`; "page up" is one key. mdoc takes ? and ! for the end of a sentence. */
static void add_keys(Text *into, const char *keys)
{
    text_add(into, "Cm ");
    if (strchr("?!", *keys))
        text_add(into, "\\&");
    for (const char *at = keys; *at; at++) {
        if (*at == ' ' && !page_begins(keys, "page "))
            text_add(into, " , ");
        else
            text_add_char(into, *at);
    }
}

static const struct {
    const char *heading;
    KeyMap maps[2];
} key_lists[] = {
    {"Everywhere", {MAP_GENERAL, MAP_GENERAL}},
    {"The first screen", {MAP_HOME, MAP_WRITING}},
    {"The player", {MAP_PLAYER, MAP_PLAYER}},
};

START_TEST(page_has_the_keys)
{
    const MdocPart section = mdoc_section(page, key_lists[_i].heading);
    size_t count = 0;
    for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
        const ActionRow *row = &action_rows[i];
        if (row->map != key_lists[_i].maps[0] && row->map != key_lists[_i].maps[1])
            continue;
        Text item = {0};
        add_keys(&item, row->keys);
        mdoc_expect(mdoc_entry(section, text_show(&item)), row->keys, row->help);
        text_release(&item);
        count++;
    }
    ck_assert_uint_gt(count, 0);
    ck_assert_uint_eq(mdoc_count(section), count);
}
END_TEST

/* What ends otherwise than well where no session is and nobody sits there. */
static const struct {
    const char *begin;
    int status;
} others[] = {{"knead resume", 1}, {"knead ctl", 1}, {"knead edit", 1}, {"knead due --notify", 1}};

/* Runs a line as a shell does. Sessions are rehearsed as fast as can be; there are no voices and no players. */
static void run_line(const char *line)
{
    const char *program = getenv("KNEAD_PROGRAM");
    ck_assert_msg(program != NULL, "KNEAD_PROGRAM is not set: run the tests with make test");
    const bool is_followed = page_begins(line, "knead play ") || strstr(line, "programme play") ||
                             strstr(line, " --play");
    Text command = {0};
    text_print(&command, "exec 2>&1 </dev/null; PATH='%.*s'; %s%s", (int)(strrchr(program, '/') - program), program,
               line, is_followed ? " --speed 1000 --yes --mute" : "");
    FILE *pipe = popen(command.bytes, "r");
    ck_assert_ptr_nonnull(pipe);
    Text said = {0};
    char bytes[4096];
    for (size_t length; (length = fread(bytes, 1, sizeof bytes, pipe)) > 0;)
        text_add_span(&said, bytes, length);
    const int status = pclose(pipe);
    int wanted = 0;
    for (size_t i = 0; i < ARRAY_LEN(others); i++)
        wanted = page_begins(line, others[i].begin) ? others[i].status : wanted;
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == wanted, "%s: %d\n%.900s", line, WEXITSTATUS(status),
                  text_show(&said));
    text_release(&said);
    text_release(&command);
}

/* Files that people would have. */
static void put_files(void)
{
    static const char routine[] = "knead: 1\ntitle: Short\ndefaults: {prepare: 0}\nmoves:\n"
                                  "  - {name: Sole, areas: feet, hold: 1s}\n";
    scratch_put("my-lunch.yaml", routine);
    scratch_put("their-hips.yaml", routine);
    scratch_put("my-routines/one.yaml", routine);
    scratch_put("knead/routines/lunch-2.yaml", routine);
}

/* With one session in the records. */
START_TEST(examples_of_the_page_work)
{
    put_files();
    Run run = run_knead("play ./my-lunch.yaml", NULL);
    ck_assert_int_eq(run.status, 0);
    run_release(&run);
    ck_assert_uint_ge(mdoc_each_command(page, run_line), 15);
    ck_assert_uint_ge(mdoc_each_command(config_page, run_line), 3);
}
END_TEST

/* In the order of the help, so that `new` makes what `remove` takes away. */
START_TEST(examples_of_the_help_work)
{
    put_files();
    for (size_t i = 0; i < command_row_count; i++) {
        const Command *command = command_rows[i];
        size_t count = 0;
        for (const char *line = command->example ? command->example : ""; *line; line = page_next_line(line)) {
            char *copy = page_span(line, page_line_end(line));
            run_line(copy);
            free(copy);
            count++;
        }
        ck_assert_msg(count >= 2, "`knead help %s` shows %zu examples", command->name, count);
    }
}
END_TEST

/* What --json prints is shown: of `ctl status` where other programs read it. */
START_TEST(json_is_shown)
{
    char *path = memory_print("%s/doc/command-line.md", start_folder), *document = page_read(path);
    for (size_t i = 0; i < command_row_count; i++) {
        const Command *command = command_rows[i];
        bool is_shown = command == &command_ctl || !(command->options & OPTION_BIT(OPTION_JSON));
        PageBlock block;
        for (const char *at = document; page_block(&at, &block); page_block_release(&block)) {
            char *typed = memory_print("knead %s", command->name);
            const char *found = page_begins(block.info, "json") ? strstr(block.info, typed) : NULL;
            is_shown = is_shown || (found && strchr(" ", found[strlen(typed)]) && strstr(found, "--json"));
            free(typed);
        }
        ck_assert_msg(is_shown, "no example of `knead %s --json` in doc/command-line.md", command->name);
    }
    free(document);
    free(path);
}
END_TEST

Suite *suite_command_page(void)
{
    Suite *suite = suite_create("command_page");
    TCase *tests = tcase_create("command_page");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, page_has_the_commands);
    tcase_add_test(tests, synopsis_has_the_options_of_the_app);
    tcase_add_test(tests, page_has_the_options);
    tcase_add_loop_test(tests, page_has_the_keys, 0, ARRAY_LEN(key_lists));
    tcase_add_test(tests, examples_of_the_page_work);
    tcase_add_test(tests, examples_of_the_help_work);
    tcase_add_test(tests, json_is_shown);
    suite_add_tcase(suite, tests);
    return suite;
}
