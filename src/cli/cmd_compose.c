/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "app/shared_moves.h"
#include "app/user_file.h"
#include "base/memory.h"
#include "cli/commands.h"
#include "cli/follow.h"
#include "cli/json.h"
#include "cli/print.h"
#include "compose/compose.h"
#include "platform/clock.h"
#include "settings/settings.h"
#include "store/recency.h"

enum { ID_LIMIT = 60 }; /* an id with room for its -2 */

/* What the command line says; where it is silent, what the settings say. */
static ComposeRequest wish_of(const Options *options, const Settings *settings, const int32_t *days_since)
{
    const ToolsAtHand tools = context_tools(options, settings);
    return (ComposeRequest){
        .areas = options->chosen[OPTION_AREA],
        .words = options->lists[OPTION_FOR],
        .places = options_has(options, OPTION_AT) ? options->chosen[OPTION_AT] : settings->places,
        .tools_are_known = tools.is_said,
        .tools_are_named = options_has(options, OPTION_TOOL),
        .tools = tools.names,
        .minutes = options_has(options, OPTION_MINUTES) ? options->numbers[OPTION_MINUTES] : settings->minutes,
        .goal = options_has(options, OPTION_GOAL) ? (Goal)options->numbers[OPTION_GOAL] : GOAL_NONE,
        .health = settings->health,
        .days_since = days_since,
    };
}

/* What the table of options cannot say of them; false after having told what is wrong. */
static bool check_options(const Options *options)
{
    const char *id = options->texts[OPTION_SAVE];
    const int32_t minutes = options->numbers[OPTION_MINUTES];
    const uint64_t playing = OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_MUTE) | OPTION_BIT(OPTION_QUIET) |
                             OPTION_BIT(OPTION_YES) | OPTION_BIT(OPTION_SPEED) | OPTION_BIT(OPTION_LEVEL);
    if (options_has(options, OPTION_MINUTES) && (minutes < COMPOSE_LEAST_MINUTES || minutes > COMPOSE_MOST_MINUTES)) {
        print_failure("--minutes must be from %d to %d here, found '%d'", COMPOSE_LEAST_MINUTES, COMPOSE_MOST_MINUTES,
                      minutes);
        return false;
    }
    if (id && (strlen(id) > ID_LIMIT || !schema_is_id(id, strlen(id)))) {
        print_failure(
            "--save: '%s' is not a valid id: use lower-case letters, digits and hyphens, starting with a letter", id);
        return false;
    }
    if ((options->given & playing) && !options_has(options, OPTION_PLAY)) {
        print_failure("--plain, --mute, --quiet, --yes, --speed and --level only work with --play");
        return false;
    }
    if (options_has(options, OPTION_JSON) && options_has(options, OPTION_PLAY)) {
        print_failure("--json prints the routine, so it cannot be used with --play");
        return false;
    }
    return true;
}

/* How long ago each area was worked; false where nothing is known of it. */
static bool read_days(int32_t days[AREA_COUNT])
{
    const int64_t now_s = clock_unix_s();
    Store *store = context_records(now_s);
    const bool is_read = store && recency_areas(store, (RecencyNow){now_s, clock_utc_offset_min(now_s)}, days);
    store_close(store);
    return is_read;
}

/* Every routine that can be read, for words that no move knows; to free(). */
static const Routine **read_routines(Library *library)
{
    const Routine **routines = memory_resize(NULL, library_count(library) + 1, sizeof *routines);
    for (size_t i = 0; i < library_count(library); i++) {
        LibraryEntry *entry = library_at(library, i);
        library_load(library, entry);
        routines[i] = entry->routine;
    }
    return routines;
}

static char *compose(Library *library, const Options *options, ComposeNotes *notes)
{
    Settings settings = {0};
    SharedMoveList shared_moves = {0};
    char *problem = NULL;
    shared_moves_read(&shared_moves, library);
    context_settings(&settings, library);
    int32_t days[AREA_COUNT];
    const bool has_days = read_days(days);
    ComposeRequest request = wish_of(options, &settings, has_days ? days : NULL);
    ComposeMove *moves = shared_moves_for_compose(&shared_moves);
    const Routine **routines = options_has(options, OPTION_FOR) ? read_routines(library) : NULL;
    request.routines = routines;
    request.routine_count = routines ? library_count(library) : 0;
    char *text = compose_routine(moves, shared_moves.count, &request, notes, &problem);
    free(routines);
    free(moves);
    if (!text)
        print_failure_free(problem);
    settings_release(&settings);
    shared_moves_release(&shared_moves);
    return text;
}

/* The routine as it is in the file that was written, or would be. */
static int print_json(Library *library, const char *path, const char *text, const ComposeNotes *notes)
{
    char *problem = NULL;
    LibraryEntry *entry = path ? library_find(library, path, &problem)
                               : library_take_text(library, "composed", memory_copy_text(text), strlen(text));
    if (!entry || !entry->routine)
        return print_failure_free(problem ? problem : memory_print("%s", diagnostic_first(&entry->diags)));
    const Routine *routine = entry->routine;
    Plan *plan = plan_build(&routine, 1, &(PlanOptions){.minutes = 0}, &problem);
    if (!plan)
        return print_failure_free(problem);
    const int status = json_print(json_of_composed(routine, plan, notes, text));
    plan_free(plan);
    return status;
}

/* Keeps it, or prints it. */
static int hand_over(Library *library, const Options *options, const char *text, const ComposeNotes *notes)
{
    char *problem = NULL, *path = NULL;
    if (options_has(options, OPTION_SAVE)) {
        path = user_file_save(library, options->texts[OPTION_SAVE], text, &problem);
        if (!path)
            return print_failure_free(problem);
    }
    int status = EXIT_FINE;
    if (options_has(options, OPTION_JSON))
        status = print_json(library, path, text, notes);
    else if (path)
        print_line("%s", path);
    else if (!options_has(options, OPTION_PLAY))
        print_file(text);
    free(path);
    return status;
}

/* Follows it at its own length: --minutes was for composing. Takes over the library and the text. */
static int play(const Context *context, Library *library, char *text)
{
    AppOptions options = follow_options(context);
    options.minutes = 0;
    LibraryEntry *entry = library_take_text(library, "composed", text, strlen(text));
    App *app = app_new(library, &options);
    char *problem = NULL;
    if (!app_start_entry(app, entry, &problem))
        return follow_failure(app, problem);
    return follow_session(context, app);
}

static int run_compose(const Context *context)
{
    const Options *options = context->options;
    if (!check_options(options))
        return EXIT_USAGE;
    ComposeNotes notes = {.minutes = 0};
    Library *library = context_library(context);
    if (library && !context_check_tools(options, library)) {
        library_free(library);
        return EXIT_USAGE;
    }
    char *text = library ? compose(library, options, &notes) : NULL;
    int status = notes.is_word_wrong ? EXIT_USAGE : EXIT_FAILED;
    if (text)
        status = hand_over(library, options, text, &notes);
    arena_release(&notes.arena);
    if (status == EXIT_FINE && options_has(options, OPTION_PLAY))
        return play(context, library, text);
    free(text);
    library_free(library);
    return status;
}

const Command command_compose = {
    .name = "compose",
    .arguments = "",
    .summary = "compose a routine from the moves that fit, and print it",
    .details =
        "For options you leave out, knead uses your settings, or allows anything. --for takes your own words, such "
        "as sciatica or \"stiff neck\": moves that are known by them come first. --for, --area, --at and --tool take "
        "several, as in --area hips,glutes; with --tool, no other tools are used. With --play you can use --plain, "
        "--mute, --quiet, --yes, --speed and --level, as with play. --json prints what show --json prints, plus why "
        "each move "
        "is there, the notes at the top of the file (reasons), the areas left out (no move, time or place), the "
        "minutes asked for, and the file's text.",
    .example = "knead compose --area calves --at desk --tool tennis-ball --minutes 6\n"
               "knead compose --for 'stiff neck' --at desk --minutes 8\n"
               "knead compose --area hips,hamstrings --minutes 15 --goal mobility --save my-hips\n"
               "knead compose --minutes 10 --play\n"
               "knead compose --area head --at desk --minutes 20 --json",
    .options = OPTION_BIT(OPTION_FOR) | OPTION_BIT(OPTION_AREA) | OPTION_BIT(OPTION_AT) | OPTION_BIT(OPTION_TOOL) |
               OPTION_BIT(OPTION_MINUTES) | OPTION_BIT(OPTION_GOAL) | OPTION_BIT(OPTION_SAVE) |
               OPTION_BIT(OPTION_PLAY) | OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_MUTE) | OPTION_BIT(OPTION_QUIET) |
               OPTION_BIT(OPTION_YES) | OPTION_BIT(OPTION_SPEED) | OPTION_BIT(OPTION_LEVEL) | OPTION_BIT(OPTION_JSON),
    .lists = OPTION_BIT(OPTION_FOR) | OPTION_BIT(OPTION_AREA) | OPTION_BIT(OPTION_AT) | OPTION_BIT(OPTION_TOOL),
    .run = run_compose,
};
