/* SPDX-License-Identifier: MIT */
/* The commands that run a session: `play`, `resume`, and `knead` alone. */
#include "cli/commands.h"
#include "cli/follow.h"
#include "cli/print.h"

/* Every problem of a broken file at once, before anything starts. */
static bool all_load(Library *library, const Context *context)
{
    for (int i = 0; i < context->count; i++) {
        if (!context_routine(library, context->arguments[i], "not started"))
            return false;
    }
    return true;
}

static int run_play(const Context *context)
{
    AppOptions options = follow_options(context);
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
    if (!app_start_play(app, context->arguments, context->count, &problem))
        return follow_failure(app, problem);
    return follow_session(context, app);
}

const Command command_play = {
    .name = "play",
    .arguments = "ROUTINE...",
    .summary = "start a routine, or several one after another",
    .details = "A routine is an id that `knead list` shows, or a path: anything with a / or ending in .yaml or .yml. "
               "If there is an "
               "unfinished session, knead asks what to do with it; with --yes, or without a keyboard, it ends that "
               "session (it stays in "
               "your "
               "history) and starts this one.",
    .example = "knead play calf-hamstring-smash\nknead play standing-desk-feet --minutes 4\nknead play ./my-lunch.yaml "
               "--speed 60",
    .options = OPTION_BIT(OPTION_MINUTES) | OPTION_BIT(OPTION_FROM) | OPTION_BIT(OPTION_SIDE) |
               OPTION_BIT(OPTION_LEVEL) | OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_SPEED) |
               OPTION_BIT(OPTION_MUTE) | OPTION_BIT(OPTION_QUIET) | OPTION_BIT(OPTION_YES),
    .least = 1,
    .most = 100,
    .run = run_play,
};

static int run_resume(const Context *context)
{
    Library *library = context_library_later(context);
    if (!library)
        return EXIT_FAILED;
    const AppOptions options = follow_options(context);
    App *app = app_new(library, &options);
    char *problem = NULL;
    if (!app_start_resume(app, &problem))
        return follow_failure(app, problem);
    return follow_session(context, app);
}

const Command command_resume = {
    .name = "resume",
    .arguments = "",
    .summary = "continue the session you stopped",
    .example = "knead resume\nknead resume --mute",
    .options = OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_MUTE) | OPTION_BIT(OPTION_QUIET) | OPTION_BIT(OPTION_YES),
    .run = run_resume,
};

/* Without a terminal the routines are printed, and how to play one. */
static int list_instead(const Context *context)
{
    const int status = command_list.run(context);
    if (status == EXIT_FINE)
        print_note("to start one: knead play ROUTINE");
    return status;
}

static int run_app(const Context *context)
{
    if (follow_wants_lines(context) && !follow_can_ask())
        return list_instead(context);
    Library *library = context_library_later(context);
    if (!library)
        return EXIT_FAILED;
    const AppOptions options = follow_options(context);
    const int status = follow_home(context, app_new(library, &options));
    return status == FOLLOW_NOT_SHOWN ? list_instead(context) : status;
}

const Command command_app = {
    .name = "",
    .arguments = "",
    .summary = "",
    .options = OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_MUTE) | OPTION_BIT(OPTION_QUIET),
    .run = run_app,
};
