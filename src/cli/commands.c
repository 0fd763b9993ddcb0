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
#include "ui/screens/safety.h"

static const uint32_t PLAYING = OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_MUTE) | OPTION_BIT(OPTION_QUIET);
static const uint32_t ALWAYS = OPTION_BIT(OPTION_ROUTINES) | OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_VERSION);

/* clang-format off */
const Command commands[] = {
    {"play", "ROUTINE...", "follow a routine; several are done one after another",
     "A routine is an id that `knead list` shows, or a path: anything with a / or ending in .yaml or .yml. Where a "
     "session was left, it asks first; with --yes, or where nobody can be asked, what was done of that is kept in your "
     "history and this one starts.",
     "knead play calf-hamstring-smash\nknead play standing-desk-feet --minutes 4\nknead play ./my-lunch.yaml --speed 60",
     OPTION_BIT(OPTION_MINUTES) | OPTION_BIT(OPTION_FROM) | OPTION_BIT(OPTION_SIDE) | OPTION_BIT(OPTION_PLAIN) |
         OPTION_BIT(OPTION_SPEED) | OPTION_BIT(OPTION_MUTE) | OPTION_BIT(OPTION_QUIET) | OPTION_BIT(OPTION_YES),
     0, 1, 100, command_play},
    {"resume", "", "go on with the session that was left, where it was left", NULL, NULL,
     OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_MUTE) | OPTION_BIT(OPTION_QUIET) | OPTION_BIT(OPTION_YES), 0, 0,
     0, command_resume},
    {"list", "[WORD...]", "the routines; words keep those in which all of them are found",
     "Filters of different kinds all hold; of several words of one kind, as in --area calves,feet, any will do. With "
     "--tool, a routine stays when the tools given cover every need; with --tool none, when it needs none.",
     "knead list --area calves,feet --minutes 10\nknead list --at desk --tool tennis-ball,block",
     OPTION_BIT(OPTION_AREA) | OPTION_BIT(OPTION_AT) | OPTION_BIT(OPTION_TOOL) | OPTION_BIT(OPTION_GOAL) |
         OPTION_BIT(OPTION_MINUTES) | OPTION_BIT(OPTION_MOVES) | OPTION_BIT(OPTION_JSON),
     OPTION_BIT(OPTION_AREA) | OPTION_BIT(OPTION_AT) | OPTION_BIT(OPTION_TOOL) | OPTION_BIT(OPTION_GOAL), 0, 100,
     command_list},
    {"show", "ROUTINE", "a routine to read: moves, sides, times, tools, cautions, sources", NULL,
     "knead show itb-cross-friction\nknead show itb-cross-friction --minutes 6 --timeline\n"
     "knead show itb-cross-friction --yaml > for-a-friend.yaml",
     OPTION_BIT(OPTION_MINUTES) | OPTION_BIT(OPTION_TIMELINE) | OPTION_BIT(OPTION_YAML) | OPTION_BIT(OPTION_JSON), 0, 1,
     1, command_show},
    {"new", "ID", "a new routine of your own, from a commented template; opens your editor",
     "The editor is $VISUAL, else $EDITOR, else vi. With --from, the new routine is a copy of another.",
     "knead new lunch\nknead new my-calves --from calf-hamstring-smash", OPTION_BIT(OPTION_FROM), 0, 1, 1, command_new},
    {"edit", "ROUTINE", "a routine in your editor; one that came with knead is first copied to your own", NULL,
     "knead edit lunch", 0, 0, 1, 1, command_edit},
    {"remove", "ROUTINE", "take a routine of your own away: its file is put aside, and it says where",
     "What came with knead stays; of a copy of yours that stands in its place, the one that came is there again. A file of "
     "shared moves is named by its path.",
     "knead remove lunch", 0, 0, 1, 1, command_remove},
    {"add", "FILE", "take a routine that someone sent: checked, shown, and copied to your own",
     "`-` is standard input. Nothing of yours is overwritten: a name that is taken gets -2.",
     "knead add their-hips.yaml", 0, 0, 1, 1, command_add},
    {"check", "[FILE...]", "say what is wrong with routine files and settings, and what to write instead",
     "Without a file, every routine and shared move that can be found is checked, and your settings. A folder stands for "
     "the routines right in it and in its folder of moves, no deeper; a file named config.yaml is checked as settings. "
     "`-` is standard input.",
     "knead check my-lunch.yaml\nknead check ~/my-routines --strict",
     OPTION_BIT(OPTION_STRICT) | OPTION_BIT(OPTION_JSON), 0, 0, 10000, command_check},
    {"compose", "", "put a routine together from the moves that fit, and print it",
     "Where something is not said, your settings say it, or anything goes. --area, --at and --tool take several, as in "
     "--area hips,glutes; with --tool, nothing else is used. --play takes --plain, --mute, --quiet, --yes and --speed as "
     "play does. --json is as in show --json, with why each move is there, what the head of the file says (reasons), the "
     "areas left out (no move, time or place), the minutes asked for, and the file's text.",
     "knead compose --area calves --at desk --tool tennis-ball --minutes 6\n"
     "knead compose --area hips,hamstrings --minutes 15 --goal mobility --save my-hips\n"
     "knead compose --minutes 10 --play\n"
     "knead compose --area head --at desk --minutes 20 --json",
     OPTION_BIT(OPTION_AREA) | OPTION_BIT(OPTION_AT) | OPTION_BIT(OPTION_TOOL) | OPTION_BIT(OPTION_MINUTES) |
         OPTION_BIT(OPTION_GOAL) | OPTION_BIT(OPTION_SAVE) | OPTION_BIT(OPTION_PLAY) | OPTION_BIT(OPTION_PLAIN) |
         OPTION_BIT(OPTION_MUTE) | OPTION_BIT(OPTION_QUIET) | OPTION_BIT(OPTION_YES) | OPTION_BIT(OPTION_SPEED) |
         OPTION_BIT(OPTION_JSON),
     OPTION_BIT(OPTION_AREA) | OPTION_BIT(OPTION_AT) | OPTION_BIT(OPTION_TOOL), 0, 0, command_compose},
    {"history", "", "past sessions: what was done, on which side, how long, how it felt",
     "The newest stands last, and below it what they come to: sessions, time, left and right.",
     "knead history --days 7\nknead history --area calves --json",
     OPTION_BIT(OPTION_DAYS) | OPTION_BIT(OPTION_AREA) | OPTION_BIT(OPTION_JSON), 0, 0, 0, command_history},
    {"schema", "[routine|moves|config]", "the JSON Schema for editors",
     "An editor that understands YAML checks a routine as you type where its first line names the schema, as in a file "
     "that `knead new` made. Without a name it is the routine's.",
     "knead schema routine\nknead schema config > config.schema.json", 0, 0, 0, 1,
     command_schema},
    {"help", "[COMMAND]", "how to use knead, or one command", NULL, NULL, 0, 0, 0, 1, command_help},
    {NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, NULL},
};
/* clang-format on */

/* `knead` alone, which has no name on the command line. */
static const Command alone = {"", "", "", NULL, NULL, 0, 0, 0, 0, command_app};

const Command *commands_find(const char *name)
{
    for (const Command *command = commands; command->name; command++) {
        if (strcmp(command->name, name) == 0)
            return command;
    }
    return NULL;
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

static void print_options(uint32_t options)
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
    print_line("  knead                     choose a routine and follow it");
    print_line("  knead play calf-hamstring-smash\n");
    print_line("Commands");
    for (const Command *command = commands; command->name; command++) {
        Text left = {0};
        text_print(&left, "%s %s", command->name, command->arguments);
        print_row(text_show(&left), command->summary);
        text_release(&left);
    }
    print_row("help safety", "when not to, when to get help, and how to go about it");
    print_line("\nEverywhere");
    print_options(OPTION_BIT(OPTION_ROUTINES) | OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_VERSION));
    print_line("\nknead help COMMAND tells more of one. While you follow a routine, ? shows the keys.");
}

static void print_command(const Command *command)
{
    print_line("knead %s%s%s%s", command->name, command->arguments[0] ? " " : "", command->arguments,
               command->options ? " [OPTIONS]" : "");
    print_line("  %s", command->summary);
    if (command->details) {
        print_line("%s", "");
        print_paragraph(2, NULL, command->details);
    }
    if (command->options) {
        print_line("\nOptions");
        print_options(command->options);
    }
    if (command->example) {
        print_line("\nExamples");
        for (const char *line = command->example; *line;) {
            const size_t length = strcspn(line, "\n");
            print_line("  %.*s", (int)length, line);
            line += length + (line[length] == '\n');
        }
    }
}

static void print_safety(void)
{
    Text text = {0};
    safety_print(&text, PRINT_WIDTH);
    output_text(stdout, text_show(&text));
    text_release(&text);
}

int command_help(const Call *call)
{
    if (call->count == 0) {
        print_overview();
        return EXIT_FINE;
    }
    if (strcmp(call->arguments[0], "safety") == 0) {
        print_safety();
        return EXIT_FINE;
    }
    const Command *command = commands_find(call->arguments[0]);
    if (!command) {
        command_fail("there is no help on '%s' (knead help names the commands)", call->arguments[0]);
        return EXIT_USAGE;
    }
    print_command(command);
    return EXIT_FINE;
}

/* The command line taken apart, and one row of the table carried out. */

static int wrong_usage(const char *line)
{
    command_fail("%s", line);
    return EXIT_USAGE;
}

/* A routine's name in a command's place is the likeliest mistake of all. */
static int unknown_command(const char *name, const Call *call)
{
    Text line = {0};
    text_print(&line, "unknown command '%s'", name);
    const char *names[ARRAY_LEN(commands)];
    size_t count = 0;
    for (const Command *command = commands; command->name; command++)
        names[count++] = command->name;
    const Words words = {names, count};
    const char *nearest = words_nearest(&words, name);
    Library *library = library_new(call->options->texts[OPTION_ROUTINES], call->program_dir);
    char *problem = NULL;
    if (library_find(library, name, &problem))
        text_print(&line, " (to follow that routine: knead play %s)", name);
    else if (nearest)
        text_print(&line, " (did you mean '%s'?)", nearest);
    else
        text_add(&line, " (knead help names them all)");
    free(problem);
    library_free(library);
    const int status = wrong_usage(text_show(&line));
    text_release(&line);
    return status;
}

/* Whether the options and the number of arguments suit the command. */
static bool suits(const Command *command, const Call *call, Text *problem)
{
    const char *name = command->name[0] ? command->name : "knead alone";
    const uint32_t foreign = call->options->given & ~(command->options | ALWAYS | (command == &alone ? PLAYING : 0));
    const uint32_t too_often = call->options->repeated & ~command->lists;
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (foreign & OPTION_BIT(id)) {
            text_print(problem, "%s takes no --%s (see knead help%s%s)", name, option_rows[id].name,
                       command->name[0] ? " " : "", command->name);
            return false;
        }
        if ((too_often & OPTION_BIT(id)) && option_rows[id].kind >= OPTION_IS_WORDS) {
            text_print(problem, "--%s takes one %s here", option_rows[id].name, option_rows[id].argument);
            return false;
        }
    }
    if (call->count < command->least) {
        text_print(problem, "%s needs %s (see knead help %s)", name, command->arguments, name);
        return false;
    }
    if (call->count > command->most) {
        text_print(problem, "%s does not take '%s' (see knead help %s)", name, call->arguments[command->most], name);
        return false;
    }
    return true;
}

static int dispatch(Call *call)
{
    const Options *options = call->options;
    if (options_has(options, OPTION_VERSION)) {
        print_line("knead %s", KNEAD_VERSION);
        return EXIT_FINE;
    }
    const Command *command = options->word_count > 0 ? commands_find(options->words[0]) : &alone;
    if (!command)
        return unknown_command(options->words[0], call);
    if (options_has(options, OPTION_HELP)) { /* `knead play --help` is `knead help play` */
        call->arguments = options->words;
        call->count = options->word_count > 0 ? 1 : 0;
        return command_help(call);
    }
    call->arguments = options->words + (options->word_count > 0 ? 1 : 0);
    call->count = options->word_count > 0 ? options->word_count - 1 : 0;
    Text problem = {0};
    const int status = suits(command, call, &problem) ? command->run(call) : wrong_usage(text_show(&problem));
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
        Call call = {&options, NULL, 0, program_dir};
        status = dispatch(&call);
        free(program_dir);
    } else {
        wrong_usage(text_show(&problem));
    }
    text_release(&problem);
    options_release(&options);
    const bool is_written = fflush(stdout) == 0 && !ferror(stdout);
    if (!is_written && status == EXIT_FINE)
        status = command_fail("standard output could not be written");
    return status;
}
