/* SPDX-License-Identifier: MIT */
#include "cli/cmd_play.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "plain/plain.h"
#include "term/loop.h"

static AppOptions app_options(const Context *context)
{
    const Options *options = context->options;
    static const Side sides[] = {SIDE_LEFT, SIDE_RIGHT}; /* as OPTION_SIDE counts them */
    return (AppOptions){
        .routines_dir = options->texts[OPTION_ROUTINES],
        .program_dir = context->program_dir,
        .minutes = options->numbers[OPTION_MINUTES],
        .side = options_has(options, OPTION_SIDE) ? sides[options->numbers[OPTION_SIDE]] : SIDE_NONE,
        .speed = options_has(options, OPTION_SPEED) ? options->numbers[OPTION_SPEED] : 1,
        .is_mute = options_has(options, OPTION_MUTE),
        .is_quiet = options_has(options, OPTION_QUIET),
        .yes = options_has(options, OPTION_YES),
    };
}

static bool wants_lines(const Options *options)
{
    const char *term = getenv("TERM");
    return options_has(options, OPTION_PLAIN) || !isatty(STDOUT_FILENO) || (term && strcmp(term, "dumb") == 0);
}

/* A session that could not be recorded did not go well, whoever ended it. */
static int status_of(const App *app, int status)
{
    return status == EXIT_FINE && app_has_lost(app) ? EXIT_FAILED : status;
}

/* On the screen, or as lines where that is asked for or no screen can be shown. */
static int follow(App *app, const Options *options)
{
    int status = wants_lines(options) ? LOOP_NO_SCREEN : loop_run(app);
    if (status == LOOP_NO_SCREEN) {
        status = plain_run(app);
        clearerr(stdout); /* what could not be written was told there, or nobody reads on */
    }
    return status_of(app, status);
}

/* Every problem of a broken file at once, before anything starts. */
static bool all_load(Library *library, const Context *context)
{
    for (int i = 0; i < context->count; i++) {
        if (!context_routine(library, context->arguments[i], "nothing was started"))
            return false;
    }
    return true;
}

static int run_play(const Context *context)
{
    AppOptions options = app_options(context);
    Text wrong = {0};
    if (!options_number(context->options, OPTION_FROM, &options.from_move, &wrong)) {
        print_failure("%s", text_show(&wrong));
        text_release(&wrong);
        return EXIT_USAGE;
    }
    Library *library = context_library_later(context);
    if (!library)
        return EXIT_FAILED;
    if (!all_load(library, context)) {
        library_free(library);
        return EXIT_FAILED;
    }
    App *app = app_new(library, &options);
    char *problem = NULL;
    const int status = app_start_play(app, context->arguments, context->count, &problem) ? follow(app, context->options)
                                                                                         : print_failure_free(problem);
    app_free(app);
    return status;
}

const Command command_play = {
    .name = "play",
    .arguments = "ROUTINE...",
    .summary = "follow a routine; several are done one after another",
    .details =
        "A routine is an id that `knead list` shows, or a path: anything with a / or ending in .yaml or .yml. Where a "
        "session was left, it asks first; with --yes, or where nobody can be asked, what was done of that is kept in "
        "your "
        "history and this one starts.",
    .example = "knead play calf-hamstring-smash\nknead play standing-desk-feet --minutes 4\nknead play ./my-lunch.yaml "
               "--speed 60",
    .options = OPTION_BIT(OPTION_MINUTES) | OPTION_BIT(OPTION_FROM) | OPTION_BIT(OPTION_SIDE) |
               OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_SPEED) | OPTION_BIT(OPTION_MUTE) |
               OPTION_BIT(OPTION_QUIET) | OPTION_BIT(OPTION_YES),
    .least = 1,
    .most = 100,
    .run = run_play,
};

int cmd_play_entry(const Context *context, Library *library, LibraryEntry *entry)
{
    AppOptions options = app_options(context);
    options.minutes = 0;
    App *app = app_new(library, &options);
    char *problem = NULL;
    const int status = app_start_entry(app, entry, &problem) ? follow(app, context->options)
                                                             : print_failure_free(problem);
    app_free(app);
    return status;
}

static int run_resume(const Context *context)
{
    Library *library = context_library_later(context);
    if (!library)
        return EXIT_FAILED;
    const AppOptions options = app_options(context);
    App *app = app_new(library, &options);
    char *problem = NULL;
    const int status = app_start_resume(app, &problem) ? follow(app, context->options) : print_failure_free(problem);
    app_free(app);
    return status;
}

const Command command_resume = {
    .name = "resume",
    .arguments = "",
    .summary = "go on with the session that was left, where it was left",
    .options = OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_MUTE) | OPTION_BIT(OPTION_QUIET) | OPTION_BIT(OPTION_YES),
    .run = run_resume,
};

/* Without a terminal the routines are printed, and how to play one. */
static int list_instead(const Context *context)
{
    const int status = command_list.run(context);
    if (status == EXIT_FINE)
        print_note("to follow one: knead play ROUTINE");
    return status;
}

static int run_app(const Context *context)
{
    if (wants_lines(context->options))
        return list_instead(context);
    Library *library = context_library_later(context);
    if (!library)
        return EXIT_FAILED;
    const AppOptions options = app_options(context);
    App *app = app_new(library, &options);
    const int status = app_start_home(app) ? status_of(app, loop_run(app)) : EXIT_FAILED;
    app_free(app);
    return status == LOOP_NO_SCREEN ? list_instead(context) : status;
}

const Command command_app = {
    .name = "",
    .arguments = "",
    .summary = "",
    .options = OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_MUTE) | OPTION_BIT(OPTION_QUIET),
    .run = run_app,
};
