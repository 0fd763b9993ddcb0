/* SPDX-License-Identifier: MIT */
#include "cli/follow.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/locale.h"
#include "cli/print.h"
#include "plain/plain.h"
#include "term/loop.h"

bool follow_wants_lines(const Context *context)
{
    const Options *options = context->options;
    const char *term = getenv("TERM"), *accessible = getenv("ACCESSIBLE");
    const bool is_accessible = accessible && *accessible && strcmp(accessible, "0") != 0;
    return is_accessible || options_has(options, OPTION_PLAIN) || !isatty(STDOUT_FILENO) ||
           (term && strcmp(term, "dumb") == 0);
}

AppOptions follow_options(const Context *context)
{
    const Options *options = context->options;
    static const Side sides[] = {SIDE_LEFT, SIDE_RIGHT}; /* as OPTION_SIDE counts them */
    return (AppOptions){
        .routines_dir = options->texts[OPTION_ROUTINES],
        .program_dir = context->program_dir,
        .minutes = options->numbers[OPTION_MINUTES],
        .side = options_has(options, OPTION_SIDE) ? sides[options->numbers[OPTION_SIDE]] : SIDE_NONE,
        .has_level = options_has(options, OPTION_LEVEL),
        .level = (Level)options->numbers[OPTION_LEVEL],
        .speed = options_has(options, OPTION_SPEED) ? options->numbers[OPTION_SPEED] : 1,
        .is_mute = options_has(options, OPTION_MUTE),
        .is_quiet = options_has(options, OPTION_QUIET),
        .yes = options_has(options, OPTION_YES),
        .is_unattended = follow_wants_lines(context) && !isatty(STDIN_FILENO),
    };
}

/* A session that could not be recorded did not go well, whoever ended it. */
int follow_end(App *app, int status)
{
    const bool has_lost = app_has_lost(app);
    app_free(app);
    return status == EXIT_FINE && has_lost ? EXIT_FAILED : status;
}

/* On the screen; where it is not wanted or cannot be had, in lines. `lines` NULL: not in lines either. */
static int show(const Context *context, App *app, int (*lines)(App *app))
{
    const uint8_t ascii = app_model(app)->settings->ascii;
    if (ascii == ASCII_OFF)
        locale_choose(true);
    int status = follow_wants_lines(context) ? LOOP_NO_SCREEN : loop_run(app);
    if (status != LOOP_NO_SCREEN || !lines)
        return status;
    if (ascii == ASCII_ON)
        locale_choose(false);
    status = lines(app);
    clearerr(stdout); /* what could not be written was reported there, or nobody reads any more */
    return status;
}

int follow_session(const Context *context, App *app)
{
    return follow_end(app, show(context, app, plain_run));
}

bool follow_can_ask(void)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

int follow_home(const Context *context, App *app)
{
    if (!app_start_home(app))
        return follow_end(app, EXIT_FAILED);
    const int status = follow_end(app, show(context, app, follow_can_ask() ? plain_run_menus : NULL));
    return status == LOOP_NO_SCREEN ? FOLLOW_NOT_SHOWN : status;
}

int follow_failure(App *app, char *problem)
{
    app_free(app);
    return print_failure_free(problem);
}
