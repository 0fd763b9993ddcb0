/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "app/today.h"
#include "base/day.h"
#include "base/duration.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"
#include "platform/child.h"
#include "platform/clock.h"
#include "remote/notices.h"

enum { MINUTE_S = 60, NOTICE_MOST_S = 10 };

/* What is due, with what it was found in. */
typedef struct DueToday {
    Library *library;
    Settings settings;
    LastDone last_done;
    DueList list;
} DueToday;

/* What the options say takes the place of the same in the settings. */
static void take_options(Settings *settings, const Options *options)
{
    if (options_has(options, OPTION_AT))
        settings->places = options->chosen[OPTION_AT];
    if (options_has(options, OPTION_MINUTES))
        settings->minutes = options->numbers[OPTION_MINUTES];
    settings->tools = context_tools(options, settings);
}

/* Where there are no records yet, nothing was ever done. False if they cannot be read. */
static bool read_records(DueToday *today)
{
    Store *store = context_records(clock_unix_s());
    LastDone *last_done = &today->last_done;
    if (store) {
        last_done_read(last_done, store, today->library, settings_per_week(&today->settings));
        store_close(store);
        return last_done->has_areas;
    }
    for (int area = 0; area < AREA_COUNT; area++)
        last_done->area_days[area] = DUE_NEVER;
    last_done->has_areas = true;
    return true;
}

static void load_all(Library *library)
{
    for (size_t i = 0; i < library_count(library); i++)
        library_load(library, library_at(library, i));
}

static int whole_minutes(const Routine *routine)
{
    return (int)((routine->seconds + MINUTE_S - 1) / MINUTE_S);
}

static json_t *json_of_due(const DueToday *today, const Due *due)
{
    const LibraryEntry *entry = library_at(today->library, due->index);
    Text reason = {0};
    due_reason(&reason, due, false);
    json_t *value = json_pack("{s:o, s:o, s:i, s:o}", "id", json_of_text(entry->id), "title",
                              json_of_text(entry->title), "minutes", whole_minutes(entry->routine), "reason",
                              json_of_text(text_show(&reason)));
    text_release(&reason);
    return value;
}

/* "Nothing is due today.", or why. */
static void add_none(Text *into, const DueToday *today)
{
    char day[DAY_TEXT_SIZE];
    const Streak *streak = &today->last_done.streak;
    if (today->last_done.has_streak && streak->is_away)
        text_print(into, "Nothing is due: you are away until %s.", day_print(day, streak->away_until));
    else
        text_add(into, "Nothing is due today.");
}

static json_t *json_of_none(const DueToday *today)
{
    Text why = {0};
    add_none(&why, today);
    json_t *value = json_pack("{s:n, s:n, s:n, s:o}", "id", "title", "minutes", "reason",
                              json_of_text(text_show(&why)));
    text_release(&why);
    return value;
}

static int print_json(const DueToday *today)
{
    json_t *others = json_array(), *value;
    for (size_t i = 1; i < today->list.count; i++)
        json_array_append_new(others, json_of_due(today, &today->list.items[i]));
    value = today->list.count > 0 ? json_of_due(today, &today->list.items[0]) : json_of_none(today);
    json_object_set_new(value, "others", others);
    return json_print(value);
}

static int print_due(const DueToday *today)
{
    Text words = {0};
    if (today->list.count > 0) {
        const Due *due = &today->list.items[0];
        const LibraryEntry *entry = library_at(today->library, due->index);
        char time[DURATION_TEXT_SIZE];
        due_reason(&words, due, false);
        print_line("%s  %s  %s", entry->id, duration_clock(time, entry->routine->seconds), entry->title);
        print_line("  %s", text_show(&words));
    } else {
        add_none(&words, today);
        print_line("%s", text_show(&words));
    }
    text_release(&words);
    return EXIT_FINE;
}

/* The command that shows it; NULL where nothing is due, or with a problem where nothing can show it. */
static char **make_notice(const DueToday *today, int *status)
{
    if (today->list.count == 0)
        return NULL;
    const Due *due = &today->list.items[0];
    const LibraryEntry *entry = library_at(today->library, due->index);
    Text title = {0}, line = {0};
    text_print(&title, "Due today: %s, %d min", entry->title, whole_minutes(entry->routine));
    due_reason(&line, due, false);
    text_print(&line, ". To start: knead play %s", entry->id);
    char **command = notices_command(text_show(&title), text_show(&line));
    if (!command)
        *status = print_failure("nothing here shows notices: install notify-send (knead doctor says how)");
    text_release(&title);
    text_release(&line);
    return command;
}

/* `*notice` is then the command that shows it. */
static int due(DueToday *today, const Options *options, char ***notice)
{
    if (!context_check_tools(options, today->library))
        return EXIT_USAGE;
    context_settings(&today->settings, today->library);
    take_options(&today->settings, options);
    load_all(today->library);
    if (!read_records(today))
        return EXIT_FAILED;
    today->list = today_find(today->library, &today->settings, &today->last_done);
    int status = EXIT_FINE;
    if (options_has(options, OPTION_NOTIFY)) {
        *notice = make_notice(today, &status);
        return status;
    }
    status = options_has(options, OPTION_JSON) ? print_json(today) : print_due(today);
    return status == EXIT_FINE && today->list.count == 0 ? EXIT_FAILED : status;
}

/* In the place of this process: what shows it says itself what is wrong with it, and nothing is left of it. */
static int show_notice(char **command)
{
    child_become(command, NOTICE_MOST_S);
    const int status = print_failure("cannot start %s: %s", command[0], strerror(errno));
    notices_free_command(command);
    return status;
}

static int run_due(const Context *context)
{
    char **notice = NULL;
    if (options_has(context->options, OPTION_NOTIFY) && options_has(context->options, OPTION_JSON)) {
        print_failure("--notify prints nothing, so it cannot be used with --json");
        return EXIT_USAGE;
    }
    DueToday today = {.library = context_library(context)};
    if (!today.library)
        return EXIT_FAILED;
    context_folders(today.library);
    const int status = due(&today, context->options, &notice);
    last_done_release(&today.last_done);
    settings_release(&today.settings);
    library_free(today.library);
    return notice ? show_notice(notice) : status;
}

const Command command_due = {
    .name = "due",
    .arguments = "",
    .summary = "the routine that is due today, and why",
    .details =
        "Chosen from those that suit your settings, by how long ago its parts of the body were worked. The exit "
        "status is 1 if nothing is due. --at, --tool and --minutes count instead of your settings. --notify is for "
        "a timer: it shows a notice, and does nothing if nothing is due.",
    .example = "knead due\nknead due --at desk --tool none --minutes 5\nknead due --notify",
    .options = OPTION_BIT(OPTION_NOTIFY) | OPTION_BIT(OPTION_AT) | OPTION_BIT(OPTION_TOOL) |
               OPTION_BIT(OPTION_MINUTES) | OPTION_BIT(OPTION_JSON),
    .lists = OPTION_BIT(OPTION_AT) | OPTION_BIT(OPTION_TOOL),
    .run = run_due,
};
