/* SPDX-License-Identifier: MIT */
/* The commands, a row each: name, arguments, options, help, and the function that carries it out. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include <stdint.h>

#include "cli/command.h"

typedef struct Command {
    const char *name;
    const char *arguments;        /* "ROUTINE...", as help shows it; "" for none */
    const char *summary;          /* half a line */
    const char *details;          /* a paragraph, or NULL */
    const char *example;          /* one or more command lines, or NULL */
    uint32_t options;             /* OPTION_BITs it takes, besides those that all take */
    uint32_t lists;               /* of these, the ones that it takes more than once */
    int least, most;              /* how many arguments */
    int (*run)(const Call *call); /* the exit status */
} Command;

/* One row for each; ended by a row without a name. */
extern const Command commands[];
const Command *commands_find(const char *name); /* NULL where there is none */

/* The whole program but the locale: takes the command line apart, runs a command, returns the exit status. */
int commands_run(int argc, char **argv);

/* Each returns the exit status, and is in the file of its name: cmd_play.c has command_play. */
int command_app(const Call *call); /* `knead` alone */
int command_play(const Call *call);
int command_resume(const Call *call);
int command_list(const Call *call);
int command_show(const Call *call);
int command_check(const Call *call);
int command_history(const Call *call);
int command_compose(const Call *call);
int command_new(const Call *call);
int command_edit(const Call *call);
int command_remove(const Call *call);
int command_add(const Call *call);
int command_schema(const Call *call);
int command_help(const Call *call);

#endif
