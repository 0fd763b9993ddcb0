/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>

#include "cli/commands.h"
#include "cli/find_audio.h"
#include "cli/find_files.h"
#include "cli/find_terminal.h"
#include "cli/json.h"
#include "cli/print.h"
#include "cli/try_audio.h"

/* Looks at everything. The settings are read first, for they say what is wanted of the rest. */
static void look(const Context *context, FindingList *list, Settings *settings)
{
    Library *library = library_new(context->options->texts[OPTION_ROUTINES], context->program_dir);
    FindingList of_settings = {0};
    char *problem = NULL;
    const bool is_scanned = library_scan(library, &problem);
    find_files_settings(&of_settings, settings, is_scanned ? library : NULL);
    find_terminal(list);
    find_terminal_colours(list, settings);
    find_terminal_locale(list);
    find_audio_voice(list, settings);
    find_audio_sound(list, settings);
    find_files_folders(list, library);
    finding_list_move(list, &of_settings);
    find_files_records(list);
    find_files_routines(list, library, problem);
    free(problem);
    library_free(library);
}

static int tell_problems(const FindingList *list)
{
    Text names = {0};
    const size_t count = finding_list_problems(list, &names);
    if (count == 0)
        print_line("\nNothing is wrong: a session can be followed.");
    fflush(stdout);
    if (count > 0)
        print_failure("%zu problem%s, see above: %s", count, count == 1 ? "" : "s", text_show(&names));
    text_release(&names);
    return count > 0 ? EXIT_FAILED : EXIT_FINE;
}

static int print_all(const Context *context, const FindingList *list, const Settings *settings)
{
    finding_list_print(list);
    const int status = tell_problems(list);
    if (!options_has(context->options, OPTION_TRY))
        return status;
    print_line("%s", "");
    const int tried = try_audio(settings);
    return tried != EXIT_FINE ? tried : status;
}

static int print_json(const FindingList *list)
{
    Text names = {0};
    const bool has_problems = finding_list_problems(list, &names) > 0;
    const int status = json_print(finding_list_json(list));
    text_release(&names);
    return has_problems ? EXIT_FAILED : status;
}

static int run_doctor(const Context *context)
{
    const bool as_json = options_has(context->options, OPTION_JSON);
    if (as_json && options_has(context->options, OPTION_TRY)) {
        print_failure("--try is there to be heard: it does not go with --json");
        return EXIT_USAGE;
    }
    FindingList list = {0};
    Settings settings = {0};
    look(context, &list, &settings);
    const int status = as_json ? print_json(&list) : print_all(context, &list, &settings);
    finding_list_release(&list);
    settings_release(&settings);
    return status;
}

const Command command_doctor = {
    .name = "doctor",
    .arguments = "",
    .summary = "say what was found here, what is missing, and what to do about it",
    .details = "The terminal, the voice, sounds, folders, settings, records, routines. A voice or a sound that is "
               "missing is no error, for a session can be followed without.",
    .example = "knead doctor\nknead doctor --try",
    .options = OPTION_BIT(OPTION_TRY) | OPTION_BIT(OPTION_JSON),
    .run = run_doctor,
};
