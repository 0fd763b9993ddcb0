/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/duration.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/person.h"
#include "cli/print.h"
#include "routine/filter.h"
#include "routine/walk.h"
#include "ui/care.h"

enum { COLUMN_COUNT = 7, ROW_LIMIT = 40 }; /* a column is never padded beyond ROW_LIMIT cells */

/* What a list prints, gathered first so that its columns line up. */
typedef struct Table {
    char *(*rows)[COLUMN_COUNT];
    size_t count, capacity;
} Table;

static void table_add(Table *table, Text cells[COLUMN_COUNT])
{
    table->rows = memory_grow(table->rows, &table->capacity, table->count + 1, sizeof *table->rows);
    for (int i = 0; i < COLUMN_COUNT; i++) {
        table->rows[table->count][i] = memory_copy_text(text_show(&cells[i]));
        text_release(&cells[i]);
    }
    table->count++;
}

static int table_width(const Table *table, int column)
{
    int width = 0;
    for (size_t i = 0; i < table->count; i++)
        width = MAX_OF(width, utf8_cells(table->rows[i][column]));
    return MIN_OF(width, ROW_LIMIT);
}

/* On a terminal rows that do not fit lose their areas, then tools, then places; a pipe gets all. */
static void drop_columns(int widths[COLUMN_COUNT])
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return;
    for (int last = COLUMN_COUNT - 2; last > 2; last--) {
        int sum = 0;
        for (int i = 0; i < COLUMN_COUNT; i++)
            sum += widths[i] > 0 ? widths[i] + 2 : 0;
        if (sum > size.ws_col)
            widths[last] = 0;
    }
}

static void table_print(Table *table)
{
    int widths[COLUMN_COUNT];
    for (int i = 0; i < COLUMN_COUNT; i++)
        widths[i] = table_width(table, i);
    drop_columns(widths);
    for (size_t row = 0; row < table->count; row++) {
        Text line = {0};
        int last = COLUMN_COUNT - 1;
        while (last > 0 && !*table->rows[row][last])
            last--;
        for (int i = 0; i < last; i++) {
            if (widths[i] > 0)
                print_column(&line, table->rows[row][i], widths[i] + 2);
        }
        text_add(&line, table->rows[row][last]);
        print_line("%s", text_show(&line));
        text_release(&line);
        for (int i = 0; i < COLUMN_COUNT; i++)
            free(table->rows[row][i]);
    }
    free(table->rows);
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
    if (entry->routine && care_of_routine(settings, entry->routine, &care) != CARE_FREE)
        text_print(into, "%s(%s)", entry->is_mine ? "  " : "", text_show(&care));
    text_release(&care);
}

static void add_entry(Table *table, const LibraryEntry *entry, const Settings *settings)
{
    Text cells[COLUMN_COUNT] = {0};
    const Routine *routine = entry->routine;
    text_add(&cells[0], entry->id);
    if (routine) {
        char time[DURATION_TEXT_SIZE];
        text_print(&cells[1], "%s", duration_clock(time, routine->seconds));
        text_add(&cells[2], routine->title);
        if (routine->places.count > 0)
            join_words(&cells[3], &routine->places, &place_words);
        else
            text_add(&cells[3], "more than one place");
        join_tools(&cells[4], &routine->tools);
        join_words(&cells[5], &routine->areas, &area_words);
    } else {
        const char *problem = diag_first(&entry->diags);
        text_add(&cells[1], "!");
        text_print(&cells[2], "has a problem: %s", problem ? problem : "it cannot be read");
    }
    add_remarks(&cells[6], entry, settings);
    table_add(table, cells);
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
    Table table = {0};
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
    table_print(&table);
    if (count == 0)
        command_note("No routine fits: leave out a filter, or see all with knead list.");
    return EXIT_FINE;
}

static void add_move(Table *table, const char *id, const Move *move, const char *problem)
{
    Text cells[COLUMN_COUNT] = {0};
    text_add(&cells[0], id);
    if (move) {
        char time[DURATION_TEXT_SIZE];
        const Routine usual = {.switch_s = move->prepare_s};
        text_add(&cells[1], duration_clock(time, walk_move_seconds(&usual, move, move->sides)));
        text_add(&cells[2], move->name);
        join_words(&cells[3], &move->where, &place_words);
        join_tools(&cells[4], &move->tools);
        join_words(&cells[5], &move->areas, &area_words);
    } else {
        text_add(&cells[1], "!");
        text_print(&cells[2], "has a problem: %s", problem ? problem : "it cannot be read");
    }
    table_add(table, cells);
}

static int list_moves(Library *library, const Filter *filter, bool as_json)
{
    json_t *array = as_json ? json_array() : NULL;
    Table table = {0};
    const Words *ids = library_move_ids(library);
    for (size_t i = 0; i < ids->count; i++) {
        Arena arena = {0};
        DiagList diags = {0};
        const Move *move = library_move(library, &arena, ids->items[i], &diags);
        if (!move || filter_move(filter, ids->items[i], move)) {
            const char *problem = diag_first(&diags);
            if (as_json)
                json_array_append_new(array, json_of_move(ids->items[i], move, false, problem));
            else
                add_move(&table, ids->items[i], move, problem);
        }
        diag_release(&diags);
        arena_release(&arena);
    }
    if (as_json)
        return json_print(array);
    table_print(&table);
    return EXIT_FINE;
}

int run_list(const Call *call)
{
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
