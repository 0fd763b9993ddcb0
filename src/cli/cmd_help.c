/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "base/output.h"
#include "base/utf8.h"
#include "base/words.h"
#include "cli/command.h"
#include "cli/print.h"
#include "ui/screens/safety.h"

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

int run_help(const Call *call)
{
    if (call->count == 0) {
        print_overview();
        return EXIT_FINE;
    }
    if (strcmp(call->arguments[0], "safety") == 0) {
        print_safety();
        return EXIT_FINE;
    }
    const Command *command = command_find(call->arguments[0]);
    if (!command) {
        command_fail("there is no help on '%s' (knead help names the commands)", call->arguments[0]);
        return EXIT_USAGE;
    }
    print_command(command);
    return EXIT_FINE;
}
