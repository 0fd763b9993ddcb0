/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/person.h"
#include "cli/print.h"
#include "cli/print_routine.h"
#include "cli/print_timeline.h"
#include "routine/export.h"
#include "session/plan.h"

static Plan *build(const Routine *routine, const Settings *settings, int32_t minutes, char **problem)
{
    const PlanOptions wanted = {.minutes = minutes, .health = settings->health};
    return plan_build(&routine, 1, &wanted, problem);
}

static int show_for(const Settings *settings, const Routine *routine, const Options *options)
{
    char *problem = NULL;
    const int32_t minutes = options->numbers[OPTION_MINUTES];
    Plan *plan = build(routine, settings, minutes, &problem);
    Plan *full = plan && minutes > 0 ? build(routine, settings, 0, &problem) : NULL;
    if (!plan)
        return command_fail_free(problem);
    int status = EXIT_FINE;
    if (options_has(options, OPTION_JSON))
        status = json_print(json_of_plan(routine, plan));
    else if (options_has(options, OPTION_TIMELINE))
        print_timeline(plan, full);
    else
        print_routine(routine, plan, settings);
    plan_free(plan);
    plan_free(full);
    free(problem);
    return status;
}

static int show(const Routine *routine, const Options *options)
{
    Settings settings = {0};
    person_read(&settings, NULL);
    const int status = show_for(&settings, routine, options);
    settings_release(&settings);
    return status;
}

static int show_yaml(Library *library, LibraryEntry *entry)
{
    char *problem = NULL, *text = export_routine(library, entry, &problem);
    if (!text)
        return command_fail_free(problem);
    print_file(text);
    free(text);
    return EXIT_FINE;
}

static int show_wanted(Library *library, LibraryEntry *entry, const Options *options)
{
    if (options_has(options, OPTION_YAML))
        return show_yaml(library, entry);
    return show(entry->routine, options);
}

int run_show(const Call *call)
{
    static const OptionId others[] = {OPTION_MINUTES, OPTION_TIMELINE, OPTION_JSON};
    for (size_t i = 0; i < ARRAY_LEN(others) && options_has(call->options, OPTION_YAML); i++) {
        if (!options_has(call->options, others[i]))
            continue;
        command_fail("--yaml writes the whole routine as a file: it does not go with --%s",
                     option_rows[others[i]].name);
        return EXIT_USAGE;
    }
    Library *library = command_library(call);
    if (!library)
        return EXIT_FAILED;
    char *advice = memory_print("to mend it: knead edit %s", call->arguments[0]);
    LibraryEntry *entry = command_routine(library, call->arguments[0], advice);
    const int status = entry ? show_wanted(library, entry, call->options) : EXIT_FAILED;
    free(advice);
    library_free(library);
    return status;
}
