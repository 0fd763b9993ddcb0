/* SPDX-License-Identifier: MIT */
/* What a shell may complete, by the tables of commands and options, the library and the settings. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/output.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "routine/library_tools.h"
#include "routine/tool_guide.h"

/* A title takes the reading of a file. */
enum { TITLES_MOST = 300 };

enum { NO_OPTION = OPTION_COUNT };

/* The command line up to its last word, which is to be completed. */
typedef struct Line {
    const Context *context;
    const Command *command; /* the one without a name where none is named; NULL: unknown */
    bool has_command;
    const char *first; /* argument */
    int arguments;
    int awaited;  /* the option that the next word is a value of; or NO_OPTION */
    bool is_over; /* there was a `--`: no more options */
    uint64_t given;
    const char *routines; /* --routines */
    const char *word;     /* the last, without what `lead` has */
    Text lead;            /* what stands in front of each answer: `--area=`, `calves,` */
    size_t count;         /* how many were printed */
} Line;

static void print_word(Line *line, const char *word, const char *about)
{
    output_text(stdout, text_show(&line->lead));
    output_text(stdout, word);
    if (about && *about) {
        output_data("\t", 1);
        output_text(stdout, about);
    }
    output_text(stdout, "\n");
    line->count++;
}

/* Whether the word stands in `lead` already: `calves,` of `--area calves,`. */
static bool is_chosen(const Line *line, const char *word)
{
    const char *at = strchr(text_show(&line->lead), '=');
    at = at ? at + 1 : text_show(&line->lead);
    for (size_t length; *(at += strspn(at, ",")); at += length) {
        length = strcspn(at, ",");
        if (strlen(word) == length && strncmp(at, word, length) == 0)
            return true;
    }
    return false;
}

static void print_words(Line *line, const Words *words)
{
    for (size_t i = 0; words && i < words->count; i++)
        if (!is_chosen(line, words->items[i]))
            print_word(line, words->items[i], NULL);
}

/* NULL where it cannot be read. */
static Library *open_library(const Line *line)
{
    Library *library = library_new(line->routines, line->context->program_dir);
    char *problem = NULL;
    if (library_scan(library, &problem))
        return library;
    free(problem);
    library_free(library);
    return NULL;
}

static void add_moves(Line *line, Library *library)
{
    const Words *ids = library_move_ids(library);
    for (size_t i = 0; i < ids->count; i++) {
        Arena arena = {0};
        DiagnosticList ignored = {0};
        const Move *move = i < TITLES_MOST ? library_move(library, &arena, ids->items[i], &ignored) : NULL;
        print_word(line, ids->items[i], move ? move->name : NULL);
        diagnostic_release(&ignored);
        arena_release(&arena);
    }
}

static bool has_option(const Line *line, OptionId id)
{
    return (line->given & OPTION_BIT(id)) != 0;
}

static void add_files(Line *line)
{
    print_word(line, "FILE", NULL);
}

static void add_folders(Line *line)
{
    print_word(line, "DIR", NULL);
}

/* Those that the command can take; a path instead of an id begins as paths do. */
static void add_routines(Line *line)
{
    if (*line->word && (strchr(line->word, '/') || strchr(".~", *line->word))) {
        add_files(line);
        return;
    }
    Library *library = open_library(line);
    const size_t count = library ? library_count(library) : 0;
    for (size_t i = 0; i < count; i++) {
        LibraryEntry *entry = library_at(library, i);
        if (line->command == &command_remove && !entry->is_mine)
            continue;
        if (count <= TITLES_MOST)
            library_load(library, entry);
        print_word(line, entry->id, entry->title);
    }
    if (library && line->command == &command_show &&
        (has_option(line, OPTION_POSITIONS) || has_option(line, OPTION_SVG)))
        add_moves(line, library);
    library_free(library);
}

static void add_programmes(Line *line)
{
    Library *library = open_library(line);
    for (size_t i = 0; library && i < library_programme_count(library); i++) {
        const LibraryEntry *entry = library_programme_at(library, i);
        print_word(line, entry->id, entry->title);
    }
    library_free(library);
}

static void add_tools(Line *line)
{
    Library *library = open_library(line);
    Arena arena = {0};
    const Words tools = library ? library_tools(library, &(TextList){0}, &arena) : (Words){0};
    for (size_t i = 0; i < tools.count; i++) {
        const ToolGuide *guide = tool_guide_find(tools.items[i]);
        if (!is_chosen(line, tools.items[i]))
            print_word(line, tools.items[i], guide ? guide->name : NULL);
    }
    if (line->lead.length == 0 || line->lead.bytes[line->lead.length - 1] == '=')
        print_word(line, "none", "no tools");
    arena_release(&arena);
    library_free(library);
}

static void add_commands(Line *line)
{
    for (size_t i = 0; i < line->context->command_count; i++)
        print_word(line, line->context->commands[i]->name, line->context->commands[i]->summary);
}

static void add_settings(Line *line)
{
    for (size_t i = 0; i < settings_table.count; i++)
        print_word(line, settings_table.fields[i].key, settings_table.fields[i].help);
}

/* What the setting that was named can be, where that is a list of words. */
static void add_values(Line *line)
{
    for (size_t i = 0; i < settings_table.count; i++) {
        const Field *field = &settings_table.fields[i];
        if (strcmp(field->key, line->first) != 0)
            continue;
        print_words(line, field->words);
        if (field->at == offsetof(Settings, tools))
            add_tools(line);
        if (field->at == offsetof(Settings, favourites))
            add_routines(line);
    }
}

/* What the words in capitals of arguments and of options' values stand for; others are free text. */
static const struct {
    const char *name;
    void (*add)(Line *line);
} kinds[] = {
    {"COMMAND", add_commands}, {"ROUTINE", add_routines}, {"TOOL", add_tools},  {"KEY", add_settings},
    {"VALUE", add_values},     {"FILE", add_files},       {"DIR", add_folders}, {"PROGRAMME", add_programmes},
};

static void add_kind(Line *line, const char *name, size_t length)
{
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
        if (strlen(kinds[i].name) == length && strncmp(kinds[i].name, name, length) == 0)
            kinds[i].add(line);
}

/* The argument that comes next, as in "[KEY [VALUE...]]": the last word stands for all behind it. */
static void add_argument(Line *line)
{
    static const char between[] = " []|.";
    const char *at = line->command->arguments + strspn(line->command->arguments, between);
    if (line->arguments >= line->command->most)
        return;
    if (line->arguments == 0)
        print_words(line, line->command->words);
    for (int i = 0; i < line->arguments; i++) {
        const char *next = at + strcspn(at, between);
        next += strspn(next, between);
        if (*next)
            at = next;
        else if (!strstr(line->command->arguments, "..."))
            return;
    }
    add_kind(line, at, strcspn(at, between));
}

static bool may_repeat(const Line *line, int id)
{
    return option_rows[id].kind >= OPTION_IS_WORDS && (line->command->lists & OPTION_BIT(id)) != 0;
}

static void add_options(Line *line, uint64_t options)
{
    for (int id = 0; id < OPTION_COUNT; id++) {
        if ((options & OPTION_BIT(id)) == 0 || ((line->given & OPTION_BIT(id)) && !may_repeat(line, id)))
            continue;
        text_add(&line->lead, "--");
        print_word(line, option_rows[id].name, option_rows[id].help);
        text_clear(&line->lead);
    }
}

/* A value, of several the one behind the last comma. */
static void add_option_value(Line *line, int id, const char *word)
{
    const OptionRow *row = &option_rows[id];
    const char *comma = may_repeat(line, id) ? strrchr(word, ',') : NULL;
    if (comma)
        text_add_span(&line->lead, word, (size_t)(comma + 1 - word));
    line->word = comma ? comma + 1 : word;
    print_words(line, row->words);
    for (const char *at = row->argument; !row->words && *at; at += *at == '|') {
        const size_t length = strcspn(at, "|");
        add_kind(line, at, length);
        at += length;
    }
}

/* `--area`, `--area=x` or `-y`; NO_OPTION where there is none such. *value is behind the `=`, or NULL. */
static int find_option(const char *word, const char **value)
{
    const size_t length = strcspn(word, "=");
    *value = word[length] ? word + length + 1 : NULL;
    for (int id = 0; id < OPTION_COUNT; id++) {
        const OptionRow *row = &option_rows[id];
        const bool is_long = word[1] == '-' && strlen(row->name) + 2 == length;
        if ((is_long && strncmp(word + 2, row->name, length - 2) == 0) ||
            (row->letter && word[1] == row->letter && !word[2]))
            return id;
    }
    return NO_OPTION;
}

static void take_option(Line *line, const char *word)
{
    const char *value;
    const int id = find_option(word, &value);
    if (id == NO_OPTION)
        return;
    line->given |= OPTION_BIT(id);
    if (option_rows[id].kind == OPTION_IS_FLAG)
        return;
    line->awaited = value ? NO_OPTION : id;
    if (value && id == OPTION_ROUTINES)
        line->routines = value;
}

static void take_word(Line *line, const char *word)
{
    if (line->awaited != NO_OPTION) {
        if (strcmp(word, "=") == 0) /* bash has it as a word of its own */
            return;
        if (line->awaited == OPTION_ROUTINES)
            line->routines = word;
        line->awaited = NO_OPTION;
    } else if (!line->is_over && strcmp(word, "--") == 0) {
        line->is_over = true;
    } else if (!line->is_over && word[0] == '-' && word[1]) {
        take_option(line, word);
    } else if (line->has_command) {
        line->first = line->arguments++ == 0 ? word : line->first;
    } else {
        line->has_command = true;
        line->command = NULL;
        for (size_t i = 0; i < line->context->command_count; i++)
            if (strcmp(line->context->commands[i]->name, word) == 0)
                line->command = line->context->commands[i];
    }
}

/* Options only where one was begun, or where nothing else can follow. */
static void complete(Line *line)
{
    const char *value = NULL;
    const bool is_option = !line->is_over && *line->word == '-';
    const int id = is_option ? find_option(line->word, &value) : NO_OPTION;
    if (!line->command)
        return;
    if (line->awaited != NO_OPTION) {
        add_option_value(line, line->awaited, strcmp(line->word, "=") == 0 ? "" : line->word);
    } else if (value) {
        text_add_span(&line->lead, line->word, (size_t)(value - line->word));
        if (id != NO_OPTION && option_rows[id].kind != OPTION_IS_FLAG)
            add_option_value(line, id, value);
    } else if (is_option) {
        add_options(line, line->command->options);
        add_options(line, COMMAND_OPTIONS_ALWAYS);
    } else if (!line->has_command) {
        add_commands(line);
    } else {
        add_argument(line);
        if (line->count == 0 && !*line->word && !line->is_over)
            add_options(line, line->command->options);
    }
}

/* Words whose command or option is unknown have no answer, and neither has free text. */
static int run_complete(const Context *context)
{
    const int last = context->count - 1;
    Line line = {.context = context,
                 .command = &command_app,
                 .awaited = NO_OPTION,
                 .first = "",
                 .word = last >= 0 ? context->arguments[last] : "",
                 .routines = context->options->texts[OPTION_ROUTINES]};
    for (int i = 0; i < last; i++)
        take_word(&line, context->arguments[i]);
    complete(&line);
    text_release(&line.lead);
    return EXIT_FINE;
}

const Command command_complete = {
    .name = "complete",
    .arguments = "[WORD...]",
    .summary = "for shells: what can stand in the place of the last word",
    .details =
        "The completions of bash, zsh and fish ask this: each line is a word, and what it is behind a tab. FILE or "
        "DIR stands for any file or folder. Write -- before the words.",
    .example = "knead complete -- play ''\nknead complete -- list --area calves,",
    .most = 1000,
    .run = run_complete,
};
