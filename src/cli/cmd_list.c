/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/output.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/list_tools.h"
#include "cli/print.h"
#include "cli/print_list.h"
#include "routine/filter.h"
#include "routine/timeline.h"
#include "routine/wording.h"
#include "settings/health.h"

/* As wide as the terminal is; a pipe gets all. */
static void print_table(ListTable *table)
{
    Text text = {0};
    print_list_write(table, print_terminal_width(), &text);
    output_text(stdout, text_show(&text));
    text_release(&text);
    print_list_release(table);
}

static void join_words(Text *into, const WordList *list, const Words *names)
{
    for (size_t i = 0; i < list->count; i++)
        text_print(into, "%s%s", i ? ", " : "", names->items[list->items[i]]);
}

/* Of each need the tool at hand, else the best. */
static void join_tools(Text *into, const ToolList *tools, const TextList *at_hand)
{
    for (size_t i = 0; i < tools->count; i++) {
        const char *name = wording_tool(tools, i, at_hand, true);
        text_print(into, "%s%s", i && *name ? ", " : "", name);
    }
}

/* Whose it is, and what of it is not for this person. */
static void add_remarks(Text *into, const LibraryEntry *entry, const Settings *settings)
{
    Text reason = {0};
    text_add(into, entry->is_mine ? "yours" : "");
    if (health_of_routine(settings, entry->routine, &reason) != HEALTH_FITS)
        text_print(into, "%s(%s)", entry->is_mine ? "  " : "", text_show(&reason));
    text_release(&reason);
}

/* What is listed: for people a table, else an array. */
typedef struct Listing {
    Library *library;
    Filter filter;
    json_t *array; /* NULL: for people */
    ListTable table;
    Settings settings; /* read for people alone */
    ToolsAtHand at_hand;
    bool has_header; /* as the first row of the table */
} Listing;

static void add_entry(Listing *listing, const LibraryEntry *entry)
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
            text_add(&cells[COLUMN_PLACES], "several places");
        join_tools(&cells[COLUMN_TOOLS], &routine->tools, &listing->at_hand.names);
        join_words(&cells[COLUMN_AREAS], &routine->areas, &area_words);
        add_remarks(&cells[COLUMN_REMARK], entry, &listing->settings);
    } else {
        const char *problem = diagnostic_first(&entry->diags);
        text_add(&cells[COLUMN_TIME], "!");
        text_print(&cells[COLUMN_PROBLEM], "has a problem: %s%s", problem ? problem : "cannot be read",
                   entry->is_mine ? "  yours" : "");
    }
    print_list_add(&listing->table, cells);
}

/* A broken file is never hidden by a filter that cannot be asked of it: it stands in the list, marked. */
static void list_routines(Listing *listing)
{
    for (size_t i = 0; i < library_count(listing->library); i++) {
        LibraryEntry *entry = library_at(listing->library, i);
        library_load(listing->library, entry);
        if (entry->routine && !filter_routine(&listing->filter, entry->routine))
            continue;
        if (listing->array)
            json_array_append_new(listing->array, json_of_entry(entry));
        else
            add_entry(listing, entry);
    }
}

static void add_move(Listing *listing, const char *id, const Move *move, const char *problem)
{
    Text cells[COLUMN_COUNT] = {0};
    text_add(&cells[COLUMN_ID], id);
    if (move) {
        char time[DURATION_TEXT_SIZE];
        text_add(&cells[COLUMN_TIME], duration_clock(time, timeline_move_seconds(move)));
        text_add(&cells[COLUMN_TITLE], move->name);
        join_words(&cells[COLUMN_PLACES], &move->where, &place_words);
        join_tools(&cells[COLUMN_TOOLS], &move->tools, &listing->at_hand.names);
        join_words(&cells[COLUMN_AREAS], &move->areas, &area_words);
    } else {
        text_add(&cells[COLUMN_TIME], "!");
        text_print(&cells[COLUMN_PROBLEM], "has a problem: %s", problem ? problem : "it cannot be read");
    }
    print_list_add(&listing->table, cells);
}

static void list_moves(Listing *listing)
{
    Library *library = listing->library;
    const Words *ids = library_move_ids(library);
    for (size_t i = 0; i < ids->count; i++) {
        Arena arena = {0};
        DiagnosticList diags = {0};
        const char *id = ids->items[i];
        const Move *move = library_move(library, &arena, id, &diags);
        if (!move || filter_move(&listing->filter, id, move)) {
            const char *problem = diagnostic_first(&diags);
            if (listing->array)
                json_array_append_new(listing->array,
                                      json_of_move(id, move, library_move_is_mine(library, id), problem));
            else
                add_move(listing, id, move, problem);
        }
        diagnostic_release(&diags);
        arena_release(&arena);
    }
}

static Filter filter_of(const Options *options, const Context *context)
{
    const Settings nothing_said = {0};
    const ToolsAtHand tools = context_tools(options, &nothing_said);
    return (Filter){
        .areas = options->chosen[OPTION_AREA],
        .places = options->chosen[OPTION_AT],
        .goals = options->chosen[OPTION_GOAL],
        .minutes = options->numbers[OPTION_MINUTES],
        .asks_tools = tools.is_said,
        .tools = tools.names,
        .words = {options->words + (options->word_count - context->count), (size_t)context->count},
    };
}

static int print_listing(Listing *listing, const char *none)
{
    if (listing->array)
        return json_print(listing->array);
    const bool is_empty = listing->table.count == (listing->has_header ? 1 : 0);
    if (is_empty)
        print_note(none);
    else
        print_table(&listing->table);
    return EXIT_FINE;
}

/* Lists what was asked for. Returns what to say where nothing fits. */
static const char *fill(Listing *listing, const Options *options)
{
    if (options_has(options, OPTION_TOOLS)) {
        list_tools(listing->library, &listing->filter.words, listing->array, &listing->table);
        return "No matching tools. Try fewer words, or see all with knead list --tools.";
    }
    if (options_has(options, OPTION_MOVES)) {
        list_moves(listing);
        return "No matching moves. Try fewer filters, or see all with knead list --moves.";
    }
    list_routines(listing);
    return "No matching routines. Try fewer filters, or see all with knead list.";
}

static void add_header(ListTable *table, bool is_of_tools)
{
    static const char *const names[COLUMN_COUNT] = {
        [COLUMN_ID] = "id",        [COLUMN_TIME] = "time",   [COLUMN_TITLE] = "title",
        [COLUMN_PLACES] = "where", [COLUMN_TOOLS] = "tools", [COLUMN_AREAS] = "areas"};
    static const char *const of_tools[COLUMN_COUNT] = {
        [COLUMN_ID] = "id", [COLUMN_TIME] = "firmness", [COLUMN_TITLE] = "good for"};
    Text cells[COLUMN_COUNT] = {0};
    for (int i = 0; i < COLUMN_COUNT; i++) {
        const char *name = is_of_tools ? of_tools[i] : names[i];
        text_add(&cells[i], name ? name : "");
    }
    print_list_add(table, cells);
}

static int list(const Context *context, Library *library)
{
    const Options *options = context->options;
    Listing listing = {.library = library, .filter = filter_of(options, context)};
    if (!context_check_tools(options, library))
        return EXIT_USAGE;
    if (options_has(options, OPTION_JSON))
        listing.array = json_array();
    else
        context_settings(&listing.settings, library);
    listing.at_hand = context_tools(options, &listing.settings);
    listing.has_header = options_has(options, OPTION_HEADER) && !listing.array;
    if (listing.has_header)
        add_header(&listing.table, options_has(options, OPTION_TOOLS));
    const int status = print_listing(&listing, fill(&listing, options));
    settings_release(&listing.settings);
    return status;
}

/* A move has no goal. Of a tool only words can be asked. */
static bool is_sensible(const Options *options)
{
    static const OptionId filters[] = {OPTION_AREA, OPTION_AT, OPTION_TOOL, OPTION_GOAL, OPTION_MINUTES, OPTION_MOVES};
    const bool has_tools = options_has(options, OPTION_TOOLS);
    if (options_has(options, OPTION_MOVES) && options_has(options, OPTION_GOAL)) {
        print_failure("moves have no goal, so --goal cannot be used with --moves");
        return false;
    }
    for (size_t i = 0; i < ARRAY_LEN(filters); i++) {
        if (has_tools && options_has(options, filters[i])) {
            print_failure("--%s cannot be used with --tools; you can search with words", option_rows[filters[i]].name);
            return false;
        }
    }
    return true;
}

static int run_list(const Context *context)
{
    if (!is_sensible(context->options))
        return EXIT_USAGE;
    Library *library = context_library(context);
    if (library)
        context_folders(library);
    const int status = library ? list(context, library) : EXIT_FAILED;
    library_free(library);
    return status;
}

const Command command_list = {
    .name = "list",
    .arguments = "[WORD...]",
    .summary = "list routines; with words, only those that contain all of them",
    .details = "Different filters must all match; of several words in one filter, as in --area calves,feet, any one "
               "is enough. With "
               "--tool, you see the routines that you can do with those tools; with --tool none, those that need none.",
    .example = "knead list --area calves,feet --minutes 10\nknead list --at desk --tool tennis-ball,block\n"
               "knead list --tools",
    .options = OPTION_BIT(OPTION_AREA) | OPTION_BIT(OPTION_AT) | OPTION_BIT(OPTION_TOOL) | OPTION_BIT(OPTION_GOAL) |
               OPTION_BIT(OPTION_MINUTES) | OPTION_BIT(OPTION_MOVES) | OPTION_BIT(OPTION_TOOLS) |
               OPTION_BIT(OPTION_HEADER) | OPTION_BIT(OPTION_JSON),
    .lists = OPTION_BIT(OPTION_AREA) | OPTION_BIT(OPTION_AT) | OPTION_BIT(OPTION_TOOL) | OPTION_BIT(OPTION_GOAL),
    .most = 100,
    .run = run_list,
};
