/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/output.h"
#include "base/path.h"
#include "base/words.h"
#include "cli/print.h"
#include "cli/print_keys.h"
#include "ui/screens/first_steps.h"
#include "ui/screens/safety.h"

static const Command help, version;

const Command *const command_rows[] = {
    &command_play,    &command_resume,    &command_ctl,      &command_list,   &command_show,
    &command_new,     &command_edit,      &command_remove,   &command_add,    &command_check,
    &command_compose, &command_programme, &command_history,  &command_due,    &command_away,
    &command_stats,   &command_report,    &command_export,   &command_import, &command_config,
    &command_doctor,  &command_schema,    &command_complete, &help,           &version,
};
const size_t command_row_count = ARRAY_LEN(command_rows);

/* NULL where there is none. */
static const Command *find_command(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(command_rows); i++) {
        if (strcmp(command_rows[i]->name, name) == 0)
            return command_rows[i];
    }
    return NULL;
}

/* What people type who know the word from elsewhere. */
static const struct {
    const char *word, *command;
} elsewhere[] = {
    {"ls", "list"},
    {"search", "list"},
    {"find", "list"},
    {"info", "show"},
    {"cat", "show"},
    {"start", "play"},
    {"run", "play"},
    {"begin", "play"},
    {"continue", "resume"},
    {"rm", "remove"},
    {"delete", "remove"},
    {"create", "new"},
    {"copy", "new"},
    {"cp", "new"},
    {"make", "compose"},
    {"generate", "compose"},
    {"validate", "check"},
    {"lint", "check"},
    {"log", "history"},
    {"sessions", "history"},
    {"statistics", "stats"},
    {"today", "due"},
    {"backup", "export"},
    {"restore", "import"},
    {"status", "ctl status"},
    {"pause", "ctl pause"},
    {"stop", "ctl stop"},
    {"next", "ctl next"},
    {"control", "ctl"},
    {"install", "add"},
    {"program", "programme"},
    {"programs", "programme"},
    {"programmes", "programme"},
    {"course", "programme"},
    {"plan", "programme"},
    {"follow", "programme"},
    {"settings", "config"},
    {"set", "config"},
};

/* The command that was probably meant, or NULL. */
static const char *nearest_command(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(elsewhere); i++) {
        if (strcmp(elsewhere[i].word, name) == 0)
            return elsewhere[i].command;
    }
    const char *names[ARRAY_LEN(command_rows)];
    for (size_t i = 0; i < ARRAY_LEN(command_rows); i++)
        names[i] = command_rows[i]->name;
    const Words words = {names, ARRAY_LEN(names)};
    return words_nearest(&words, name);
}

/* The command `help`, which tells the table. */

enum { HELP_COLUMN = 26 };

static void print_row(const char *left, const char *right)
{
    Text line = {0};
    text_add(&line, "  ");
    print_column(&line, left, HELP_COLUMN - 2);
    print_paragraph(HELP_COLUMN, text_show(&line), right);
    text_release(&line);
}

static void print_options(uint64_t options)
{
    for (int id = 0; id < OPTION_COUNT; id++) {
        if ((options & OPTION_BIT(id)) == 0)
            continue;
        Text left = {0};
        option_print((OptionId)id, &left);
        print_row(text_show(&left), option_rows[id].help);
        text_release(&left);
    }
}

static void print_overview(void)
{
    print_line("knead guides you through self-massage and mobility routines, move by move.\n");
    print_line("  knead                     choose a routine and start it");
    print_line("  knead play calf-hamstring-smash\n");
    print_line("Commands");
    for (size_t i = 0; i < ARRAY_LEN(command_rows); i++) {
        Text left = {0};
        text_print(&left, "%s %s", command_rows[i]->name, command_rows[i]->arguments);
        print_row(text_show(&left), command_rows[i]->summary);
        text_release(&left);
    }
    print_row("help beginner", "new to this: with what, how long, how hard, and what to do first");
    print_row("help keys", "all actions, with their keys");
    print_row("help safety", "when not to start, when to get help, and how to stay safe");
    print_line("\nEverywhere");
    print_options(COMMAND_OPTIONS_ALWAYS);
    print_line("\nknead help COMMAND shows more. During a session, press ? to see the keys.");
}

/* First of all: most who ask want a line that they can change. */
static void print_examples(const char *example)
{
    if (!example)
        return;
    print_line("%s", "");
    for (const char *line = example; *line;) {
        const size_t length = strcspn(line, "\n");
        print_line("  %.*s", (int)length, line);
        line += length + (line[length] == '\n');
    }
}

/* What can be said after those of the options that take words of a list too long for a line of help. */
static void print_words_of(uint64_t options)
{
    static const OptionId ids[] = {OPTION_AREA, OPTION_AT, OPTION_GOAL};
    for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
        const OptionRow *row = &option_rows[ids[i]];
        if (!(options & OPTION_BIT(ids[i])))
            continue;
        print_line("\nWords for %s", row->argument);
        Text line = {0};
        for (size_t k = 0; k < row->words->count; k++) { /* a word is not broken at its hyphen */
            const char *word = row->words->items[k];
            if (line.length > 0 && line.length + 2 + strlen(word) > PRINT_WIDTH) {
                print_line("%s", text_show(&line));
                text_release(&line);
            }
            text_print(&line, "  %s", word);
        }
        print_line("%s%s", text_show(&line), ids[i] == OPTION_GOAL ? "  (sleep: wind-down)" : "");
        text_release(&line);
    }
}

static void print_command(const Command *command)
{
    print_line("knead %s%s%s%s", command->name, command->arguments[0] ? " " : "", command->arguments,
               command->options ? " [OPTIONS]" : "");
    print_line("  %s", command->summary);
    print_examples(command->example);
    if (command->details) {
        print_line("%s", "");
        print_paragraph(2, NULL, command->details);
    }
    if (command->options) {
        print_line("\nOptions");
        print_options(command->options);
        print_words_of(command->options);
    }
}

static void print_safety(void)
{
    Text text = {0};
    safety_print(&text, PRINT_WIDTH);
    output_text(stdout, text_show(&text));
    text_release(&text);
}

static void print_first_steps(void)
{
    for (size_t i = 0; i < FIRST_STEPS; i++)
        print_paragraph(2, "-", first_steps[i]);
}

static void print_all_keys(void)
{
    Settings settings = {0};
    context_settings(&settings, NULL);
    print_keys(&settings.keys);
    settings_release(&settings);
}

/* What can be read besides the help of commands. */
static const char *const page_names[] = {"beginner", "keys", "safety"};
static const Words page_words = {page_names, ARRAY_LEN(page_names)};
static void (*const print_pages[ARRAY_LEN(page_names)])(void) = {print_first_steps, print_all_keys, print_safety};

static bool print_page(const char *name)
{
    const int page = words_find(&page_words, name, strlen(name));
    if (page >= 0)
        print_pages[page]();
    return page >= 0;
}

static int run_help(const Context *context)
{
    if (context->count == 0) {
        print_overview();
        return EXIT_FINE;
    }
    if (print_page(context->arguments[0]))
        return EXIT_FINE;
    const Command *command = find_command(context->arguments[0]);
    if (!command) {
        const char *nearest = nearest_command(context->arguments[0]);
        if (nearest)
            print_failure("no help for '%s' (did you mean '%s'?)", context->arguments[0], nearest);
        else
            print_failure("no help for '%s' (knead help lists the commands)", context->arguments[0]);
        return EXIT_USAGE;
    }
    print_command(command);
    return EXIT_FINE;
}

static const Command help = {
    .name = "help",
    .arguments = "[COMMAND]",
    .summary = "show help for knead or one command",
    .example = "knead help play\nknead help beginner",
    .words = &page_words,
    .most = 1,
    .run = run_help,
};

static int run_version(const Context *context)
{
    (void)context;
    print_line("knead %s", KNEAD_VERSION);
    return EXIT_FINE;
}

static const Command version = {
    .name = "version",
    .arguments = "",
    .summary = "show the version of knead",
    .example = "knead version\nknead -V",
    .run = run_version,
};

/* The command line taken apart, and one row of the table carried out. */

static int wrong_usage(const char *line)
{
    print_failure("%s", line);
    return EXIT_USAGE;
}

/* A routine's name in a command's place is the likeliest mistake of all. */
static int unknown_command(const char *name, const Context *context)
{
    Text line = {0};
    text_print(&line, "unknown command '%s'", name);
    const char *nearest = nearest_command(name);
    Library *library = library_new(context->options->texts[OPTION_ROUTINES], context->program_dir);
    char *problem = NULL;
    if (library_find(library, name, &problem))
        text_print(&line, " (to start that routine: knead play %s)", name);
    else if (nearest)
        text_print(&line, " (did you mean '%s'?)", nearest);
    else
        text_add(&line, " (knead help lists the commands)");
    free(problem);
    library_free(library);
    const int status = wrong_usage(text_show(&line));
    text_release(&line);
    return status;
}

/* Whether the options and the number of arguments suit the command. */
static bool suits(const Command *command, const Context *context, Text *problem)
{
    const char *name = command->name[0] ? command->name : "knead alone";
    const uint64_t foreign = context->options->given & ~(command->options | COMMAND_OPTIONS_ALWAYS);
    const uint64_t too_often = context->options->repeated & ~command->lists;
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (foreign & OPTION_BIT(id)) {
            text_print(problem, "%s has no option --%s (see knead help%s%s)", name, option_rows[id].name,
                       command->name[0] ? " " : "", command->name);
            return false;
        }
        if ((too_often & OPTION_BIT(id)) && option_rows[id].kind >= OPTION_IS_WORDS) {
            text_print(problem, "--%s takes one %s here", option_rows[id].name, option_rows[id].argument);
            return false;
        }
    }
    if (context->count < command->least) {
        text_print(problem, "%s needs %s (see knead help %s)", name, command->arguments, name);
        return false;
    }
    if (context->count > command->most) {
        text_print(problem, "%s does not take '%s' (see knead help %s)", name, context->arguments[command->most], name);
        return false;
    }
    return true;
}

static int dispatch(Context *context)
{
    const Options *options = context->options;
    if (options_has(options, OPTION_VERSION))
        return run_version(context);
    const Command *command = options->word_count > 0 ? find_command(options->words[0]) : &command_app;
    if (!command)
        return unknown_command(options->words[0], context);
    if (options_has(options, OPTION_HELP)) { /* `knead play --help` is `knead help play` */
        context->arguments = options->words;
        context->count = options->word_count > 0 ? 1 : 0;
        return run_help(context);
    }
    context->arguments = options->words + (options->word_count > 0 ? 1 : 0);
    context->count = options->word_count > 0 ? options->word_count - 1 : 0;
    Text problem = {0};
    const int status = suits(command, context, &problem) ? command->run(context) : wrong_usage(text_show(&problem));
    text_release(&problem);
    return status;
}

int commands_run(int argc, char **argv)
{
    Options options;
    Text problem = {0};
    int status = EXIT_USAGE;
    if (options_parse(&options, argc, argv, &problem)) {
        char *program_dir = path_of_program(argc > 0 ? argv[0] : NULL);
        Context context = {&options, NULL, 0, program_dir, command_rows, ARRAY_LEN(command_rows)};
        status = dispatch(&context);
        free(program_dir);
    } else {
        wrong_usage(text_show(&problem));
    }
    text_release(&problem);
    options_release(&options);
    const bool is_written = fflush(stdout) == 0 && !ferror(stdout);
    if (!is_written && status == EXIT_FINE)
        status = print_failure("cannot write to standard output");
    return status;
}
