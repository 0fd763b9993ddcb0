/* SPDX-License-Identifier: MIT */
#include "cli/context.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/folder.h"
#include "base/path.h"
#include "cli/print.h"
#include "routine/library_tools.h"
#include "store/journal.h"
#include "store/other_journals.h"

Library *context_library(const Context *context)
{
    Library *library = library_new(context->options->texts[OPTION_ROUTINES], context->program_dir);
    char *problem = NULL;
    if (library_scan(library, &problem))
        return library;
    print_failure_free(problem);
    library_free(library);
    return NULL;
}

Library *context_library_later(const Context *context)
{
    const char *asked_for = context->options->texts[OPTION_ROUTINES];
    return asked_for ? context_library(context) : library_new(NULL, context->program_dir);
}

typedef struct Folders {
    bool are_read;
    const char *unread; /* of routines, the last; the moves below it cannot be read either */
} Folders;

static void look_into(void *context, const char *folder)
{
    Folders *folders = context;
    const char *name = path_base(folder);
    bool is_inside = false;
    for (EntryKind kind = ENTRY_IS_MOVES; kind < ENTRY_KIND_COUNT; kind++)
        is_inside = is_inside || strcmp(name, entry_kind_folder(kind)) == 0;
    const size_t above = folders->unread ? strlen(folders->unread) : 0;
    Arena arena = {0};
    NameList names = {0};
    if (above > 0 && strncmp(folder, folders->unread, above) == 0 && folder[above] == '/')
        return;
    if (!folder_list(&arena, folder, &names)) {
        const int why = errno;
        if (!path_is_missing(folder)) {
            print_failure("cannot read the folder '%s': %s", folder, strerror(why));
            folders->unread = is_inside ? NULL : folder; /* borrowed from the library */
            folders->are_read = false;
        }
    }
    folder_release(&names);
    arena_release(&arena);
}

bool context_folders(const Library *library)
{
    Folders folders = {.are_read = true};
    library_each_folder(library, look_into, &folders);
    return folders.are_read;
}

LibraryEntry *context_routine(Library *library, const char *name, const char *what_not)
{
    static const char *const uses[ENTRY_KIND_COUNT] = {"", "routines use them by their ids",
                                                       "moves use them by their ids",
                                                       "`knead programme start ID` starts one that is yours"};
    char *problem = NULL;
    LibraryEntry *entry = library_find(library, name, &problem);
    if (!entry) {
        print_failure_free(problem);
        return NULL;
    }
    if (entry->routine)
        return entry;
    print_diags(&entry->diags, entry->source, entry->source_length);
    if (entry->kind == ENTRY_IS_ROUTINE)
        print_failure("%s has errors; %s", entry->path, what_not);
    else
        print_failure("%s contains %s, not a routine; %s", entry->path, entry_kind_noun(entry->kind),
                      uses[entry->kind]);
    return NULL;
}

void context_load_settings(Settings *settings, const char *path, Library *library, DiagnosticList *diags, char **source,
                           size_t *length)
{
    settings_load(settings, path, diags, source, length);
    if (!library || settings->tools.names.count == 0)
        return;
    Arena arena = {0};
    const Words known = library_tools(library, &settings->tools.names, &arena);
    tools_at_hand_warn(&settings->tools, &known, diags);
    diagnostic_sort(diags);
    arena_release(&arena);
}

void context_settings(Settings *settings, Library *library)
{
    char *path = path_config(settings_file), *source = NULL;
    if (!path)
        return;
    size_t length = 0;
    DiagnosticList diags;
    diagnostic_init(&diags, path);
    context_load_settings(settings, path, library, &diags, &source, &length);
    print_diags(&diags, source, length);
    diagnostic_release(&diags);
    free(source);
    free(path);
}

void context_check_settings(const char *path, Library *library, DiagnosticList *diags, char **source, size_t *length)
{
    Settings settings = {0};
    context_load_settings(&settings, path, library, diags, source, length);
    settings_release(&settings);
}

/* Only for what they say of journals: what is wrong in the file is told by the commands that need it. */
static void read_settings_quietly(Settings *settings)
{
    char *path = path_config(settings_file), *source = NULL;
    size_t length = 0;
    DiagnosticList diags;
    if (!path)
        return;
    diagnostic_init(&diags, path);
    settings_load(settings, path, &diags, &source, &length);
    diagnostic_release(&diags);
    free(source);
    free(path);
}

static void print_trouble(Store *store)
{
    for (const char *trouble; (trouble = store_problem_for_reader(store)) != NULL;)
        print_failure("%s", trouble);
}

static void print_journal_problem(const char *file, int64_t line, const char *what, void *argument)
{
    (void)argument;
    print_failure_free(other_journals_words(file, line, what));
}

static Store *open_records(int64_t now_s, bool creates)
{
    Settings settings = {0};
    Store *store = NULL;
    char *path = path_data("knead.db");
    read_settings_quietly(&settings);
    const JournalPatterns journals = {settings.journals.items, settings.journals.count};
    if (creates || !path || !path_is_missing(path) || other_journals_are_there(journals)) {
        store = store_open(path, now_s);
        journal_use(store, settings.journal);
        other_journals_take_in(store, journals, now_s, print_journal_problem, NULL);
        print_trouble(store);
    }
    settings_release(&settings);
    free(path);
    return store;
}

Store *context_records(int64_t now_s)
{
    return open_records(now_s, false);
}

Store *context_records_to_change(int64_t now_s)
{
    Store *store = open_records(now_s, true);
    if (store_can_write(store))
        return store;
    store_close(store);
    return NULL;
}

void context_close_changed(Store *store)
{
    journal_append(store);
    print_trouble(store);
    store_close(store);
}

static bool is_none(const TextList *tools)
{
    return tools->count == 1 && strcmp(tools->items[0], tools_at_hand_none) == 0;
}

ToolsAtHand context_tools(const Options *options, const Settings *settings)
{
    const TextList *tools = &options->lists[OPTION_TOOL];
    if (!options_has(options, OPTION_TOOL))
        return settings->tools;
    return (ToolsAtHand){.names = is_none(tools) ? (TextList){0} : *tools, .is_said = true};
}

static void tell_unknown(const Words *known, const char *tool)
{
    Text line = {0};
    text_print(&line, "--tool: no move uses '%s'", tool);
    option_suggest(&line, known, tool, tools_at_hand_none);
    print_failure("%s", text_show(&line));
    text_release(&line);
}

bool context_check_tools(const Options *options, Library *library)
{
    const TextList *tools = &options->lists[OPTION_TOOL];
    if (tools->count == 0 || is_none(tools))
        return true;
    Arena arena = {0};
    const Words known = library_tools(library, tools, &arena);
    size_t good = 0;
    while (good < tools->count && words_find(&known, tools->items[good], strlen(tools->items[good])) >= 0)
        good++;
    if (good < tools->count && strcmp(tools->items[good], tools_at_hand_none) == 0)
        print_failure("--tool none means no tools, so it cannot be used with others");
    else if (good < tools->count)
        tell_unknown(&known, tools->items[good]);
    arena_release(&arena);
    return good == tools->count;
}

int context_records_unread(const Store *store)
{
    const char *trouble = store_unread(store);
    return print_failure("%s", trouble ? trouble : "the records cannot be read");
}
