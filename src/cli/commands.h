/* SPDX-License-Identifier: MIT */
/* The commands, a row each: name, arguments, options, help, and the function that carries it out. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include <stddef.h>
#include <stdint.h>

#include "base/words.h"
#include "cli/context.h"

typedef struct Command {
    const char *name;
    const char *arguments;              /* "ROUTINE...", as help shows it; "" for none */
    const char *summary;                /* half a line */
    const char *details;                /* a paragraph, or NULL */
    const char *example;                /* one or more command lines, or NULL */
    uint64_t options;                   /* OPTION_BITs of its options, besides those of all commands */
    uint64_t lists;                     /* those of them that may be given more than once */
    const Words *words;                 /* the words that its first argument can be; NULL: no closed list */
    int least, most;                    /* how many arguments */
    int (*run)(const Context *context); /* the exit status */
} Command;

/* The options that every command takes. */
#define COMMAND_OPTIONS_ALWAYS (OPTION_BIT(OPTION_ROUTINES) | OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_VERSION))

/* In the order in which help names them. */
extern const Command *const command_rows[];
extern const size_t command_row_count;

/* The whole program except for setting the locale: parses the command line, runs the command and returns the exit
 * status. */
int commands_run(int argc, char **argv);

/* Each is at the end of the file of its name, such as cmd_list.c, resume in cmd_play.c and edit in cmd_new.c. */
extern const Command command_app; /* `knead` alone */
extern const Command command_play, command_resume, command_list, command_show, command_new, command_edit,
    command_remove, command_add, command_check, command_compose, command_history, command_due, command_away,
    command_ctl, command_stats, command_report, command_config, command_export, command_import, command_doctor,
    command_programme, command_schema, command_complete;

#endif
