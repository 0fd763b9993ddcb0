/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/duration.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/list_table.h"
#include "cli/person.h"
#include "cli/print.h"
#include "routine/filter.h"
#include "routine/move.h"
#include "ui/care.h"

/* As wide as the terminal is; a pipe gets all. */
static void print_table(ListTable *table)
{
    struct winsize size = {0};
    Text text = {0};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        size.ws_col = 0;
    list_table_write(table, size.ws_col, &text);
    print_text(stdout, text_show(&text));
    text_release(&text);
    list_table_release(table);
}

static void join_words(Text *into, const WordList *list, const Words *names)
{
    for (size_t i = 0; i < list->count; i++)
        text_print(into, "%s%s", i ? ", " : "", names->items[list->items[i]]);
}

/* The best tool of each need. */
static void join_tools(Text *into, const ToolList *tools)
{
    for (size_t i = 0; i < tools->count; i++)
        text_print(into, "%s%s", i ? ", " : "", tools->items[i].any_of.items[0]);
}

/* Whose it is, and what of it is not for this person. */
static void add_remarks(Text *into, const LibraryEntry *entry, const Settings *settings)
{
    Text care = {0};
    text_add(into, entry->is_mine ? "yours" : "");
    if (care_of_routine(settings, entry->routine, &care) != CARE_FREE)
        text_print(into, "%s(%s)", entry->is_mine ? "  " : "", text_show(&care));
    text_release(&care);
}

static void add_entry(ListTable *table, const LibraryEntry *entry, const Settings *settings)
{
    Text cells[COLUMN_COUNT] = {0};
    const Routine *routine = entry->routine;
    text_add(&cells[COLUMN_ID], entry->id);
    if (routine) {
        char time[DURATION_TEXT_SIZE];
        text_print(&cells[COLUMN_TIME], "%s", duration_clock(time, routine->seconds));
        text_add(&cells[COLUMN_TITLE], routine->title);
        if (routine->places.count > 0)
            join_words(&cells[COLUMN_PLACES], &routine->places, &place_words);
        else
            text_add(&cells[COLUMN_PLACES], "more than one place");
        join_tools(&cells[COLUMN_TOOLS], &routine->tools);
        join_words(&cells[COLUMN_AREAS], &routine->areas, &area_words);
        add_remarks(&cells[COLUMN_REMARK], entry, settings);
    } else {
        const char *problem = diag_first(&entry->diags);
        text_add(&cells[COLUMN_TIME], "!");
        text_print(&cells[COLUMN_PROBLEM], "has a problem: %s%s", problem ? problem : "it cannot be read",
                   entry->is_mine ? "  yours" : "");
    }
    list_table_add(table, cells);
}

static Filter filter_of(const Options *options, const Call *call)
{
    Filter filter = filter_all();
    if (options_has(options, OPTION_AREA))
        filter.area = options->numbers[OPTION_AREA];
    if (options_has(options, OPTION_AT))
        filter.place = options->numbers[OPTION_AT];
    if (options_has(options, OPTION_GOAL))
        filter.goal = options->numbers[OPTION_GOAL];
    filter.minutes = options->numbers[OPTION_MINUTES];
    filter.tools = (TextList){options->tools, (size_t)options->tool_count};
    filter.words = (TextList){options->words + (options->word_count - call->count), (size_t)call->count};
    return filter;
}

/* A broken file is never hidden by a filter that cannot be asked of it: it stands in the list, marked. */
static int list_routines(Library *library, const Filter *filter, bool as_json)
{
    json_t *array = as_json ? json_array() : NULL;
    ListTable table = {0};
    Settings settings = {0};
    if (!as_json)
        person_read(&settings);
    for (size_t i = 0; i < library_count(library); i++) {
        LibraryEntry *entry = library_at(library, i);
        library_load(library, entry);
        if (entry->routine && !filter_routine(filter, entry->routine))
            continue;
        if (as_json)
            json_array_append_new(array, json_of_entry(entry));
        else
            add_entry(&table, entry, &settings);
    }
    settings_release(&settings);
    if (as_json)
        return json_print(array);
    const size_t count = table.count;
    print_table(&table);
    if (count == 0)
        command_note("No routine fits: leave out a filter, or see all with knead list.");
    return EXIT_FINE;
}

static void add_move(ListTable *table, const char *id, const Move *move, const char *problem)
{
    Text cells[COLUMN_COUNT] = {0};
    text_add(&cells[COLUMN_ID], id);
    if (move) {
        char time[DURATION_TEXT_SIZE];
        text_add(&cells[COLUMN_TIME], duration_clock(time, move_seconds(move)));
        text_add(&cells[COLUMN_TITLE], move->name);
        join_words(&cells[COLUMN_PLACES], &move->where, &place_words);
        join_tools(&cells[COLUMN_TOOLS], &move->tools);
        join_words(&cells[COLUMN_AREAS], &move->areas, &area_words);
    } else {
        text_add(&cells[COLUMN_TIME], "!");
        text_print(&cells[COLUMN_PROBLEM], "has a problem: %s", problem ? problem : "it cannot be read");
    }
    list_table_add(table, cells);
}

static int list_moves(Library *library, const Filter *filter, bool as_json)
{
    json_t *array = as_json ? json_array() : NULL;
    ListTable table = {0};
    const Words *ids = library_move_ids(library);
    for (size_t i = 0; i < ids->count; i++) {
        Arena arena = {0};
        DiagList diags = {0};
        const char *id = ids->items[i];
        const Move *move = library_move(library, &arena, id, &diags);
        if (!move || filter_move(filter, id, move)) {
            const char *problem = diag_first(&diags);
            if (as_json)
                json_array_append_new(array, json_of_move(id, move, library_move_is_mine(library, id), problem));
            else
                add_move(&table, id, move, problem);
        }
        diag_release(&diags);
        arena_release(&arena);
    }
    if (as_json)
        return json_print(array);
    const size_t count = table.count;
    print_table(&table);
    if (count == 0)
        command_note("No move fits: leave out a filter, or see all with knead list --moves.");
    return EXIT_FINE;
}

int run_list(const Call *call)
{
    if (options_has(call->options, OPTION_MOVES) && options_has(call->options, OPTION_GOAL)) {
        command_fail("a move has no goal: --goal does not go with --moves");
        return EXIT_USAGE;
    }
    Library *library = command_library(call);
    if (!library)
        return EXIT_FAILED;
    const Options *options = call->options;
    const Filter filter = filter_of(options, call);
    const bool as_json = options_has(options, OPTION_JSON);
    const int status = options_has(options, OPTION_MOVES) ? list_moves(library, &filter, as_json)
                                                          : list_routines(library, &filter, as_json);
    library_free(library);
    return status;
}
