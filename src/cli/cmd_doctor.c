/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/find_audio.h"
#include "cli/find_journals.h"
#include "cli/find_remote.h"
#include "cli/find_terminal.h"
#include "cli/json.h"
#include "cli/print.h"
#include "cli/try_audio.h"
#include "platform/clock.h"
#include "store/history.h"

enum { NOTES_MOST = 5 }; /* problems that are shown to people; knead check shows all */

static void add_path(Text *into, const char *path)
{
    utf8_clean_line(into, path, strlen(path));
}

/* Folders. */

/* The path itself, or the nearest folder above it that exists; to free(). */
static char *nearest_there(const char *path)
{
    char *at = memory_copy_text(path);
    while (path_is_missing(at)) {
        char *above = path_folder(at);
        free(at);
        at = above;
    }
    return at;
}

/* Why nothing can be kept in it, where `nearest` is what exists of it; NULL: nothing speaks against it. */
static const char *why_unusable(const char *path, const char *nearest)
{
    const bool is_there = strcmp(path, nearest) == 0;
    if (!folder_is_there(nearest))
        return is_there ? "is not a folder" : "cannot be created";
    if (access(nearest, W_OK | X_OK) != 0)
        return is_there ? "cannot be written" : "cannot be created";
    return access(nearest, R_OK) == 0 ? NULL : "cannot be read";
}

static void describe_folder(Finding *row, const char *path, const char *variable)
{
    char *nearest = nearest_there(path);
    const bool is_there = folder_is_there(path);
    const char *why_not = why_unusable(path, nearest);
    add_path(&row->found, path);
    if (why_not) {
        row->state = FINDING_PROBLEM;
        text_print(&row->found, " %s", why_not);
        text_print(&row->advice, "make it a folder that you can read and write, or set %s to one", variable);
    } else if (!is_there) {
        text_add(&row->found, ", created when needed");
    }
    finding_set(row, "path", json_of_text(path));
    finding_set(row, "exists", json_boolean(is_there));
    finding_set(row, "writable", json_boolean(!why_not));
    free(nearest);
}

static void find_folder(FindingList *list, const char *part, const char *path, const char *variable)
{
    Finding *row = finding_add(list, "folders", part);
    if (path) {
        describe_folder(row, path, variable);
        return;
    }
    row->state = FINDING_PROBLEM;
    text_add(&row->found, "unknown");
    text_print(&row->advice, "set HOME or %s to the path of a folder", variable);
    finding_set(row, "path", json_null());
    finding_set(row, "exists", json_false());
    finding_set(row, "writable", json_false());
}

static void look_at_folders(FindingList *list, const Library *library)
{
    static const struct {
        const char *part, *variable;
        char *(*path)(const char *name);
    } folders[] = {
        {"config", "XDG_CONFIG_HOME", path_config},
        {"data", "XDG_DATA_HOME", path_data},
        {"cache", "XDG_CACHE_HOME", path_cache},
    };
    for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
        char *path = folders[i].path("");
        find_folder(list, folders[i].part, path, folders[i].variable);
        free(path);
    }
    find_folder(list, "routines", library_has_mine(library) ? library_folder(library, 0) : NULL, "XDG_CONFIG_HOME");
}

/* Files that are read and checked. */

/* The first error, or the first warning where there is none. */
static const Diagnostic *first_problem(const DiagnosticList *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (diags->items[i].severity == SEVERITY_ERROR)
            return &diags->items[i];
    }
    return diags->count > 0 ? &diags->items[0] : NULL;
}

/* Adds the first problem of a file, with its place and hint, to an array. */
static void add_problem(json_t *array, const DiagnosticList *diags)
{
    const Diagnostic *diag = first_problem(diags);
    json_t *value = json_object();
    json_object_set_new(value, "path", json_of_text(diags->file));
    json_object_set_new(value, "line", json_integer(diag ? (int)diag->mark.line : 0));
    json_object_set_new(value, "message", json_of_text(diag ? diag->message : NULL));
    json_object_set_new(value, "hint", json_of_text(diag ? diag->hint : NULL));
    json_array_append_new(array, value);
}

static void note_problem(Finding *row, const DiagnosticList *diags)
{
    const Diagnostic *diag = first_problem(diags);
    if (diag)
        diagnostic_words(&row->notes, diag);
    finding_end_note(row);
}

/* A link that leads nowhere is neither there nor missing. */
static bool is_lost(const char *path)
{
    return access(path, F_OK) != 0 && !path_is_missing(path);
}

static void describe_settings(Finding *row, const char *path, const DiagnosticList *diags)
{
    const bool has_errors = diags->errors > 0 || is_lost(path);
    add_path(&row->found, path);
    if (is_lost(path))
        text_add(&row->found, " cannot be read");
    else if (diags->count > 0)
        text_print(&row->found, ": %zu error%s, %zu warning%s", diags->errors, diags->errors == 1 ? "" : "s",
                   diags->warnings, diags->warnings == 1 ? "" : "s");
    else if (path_is_missing(path))
        text_add(&row->found, ", not there yet");
    if (diags->count > 0) {
        note_problem(row, diags);
        text_add(&row->advice, "run knead check to see how to fix them");
    }
    if (has_errors)
        row->state = FINDING_PROBLEM;
}

/* Reads the settings into `settings`, which is zeroed and stays usable where something is wrong with them. */
static void look_at_settings(FindingList *list, Settings *settings, Library *library)
{
    Finding *row = finding_add(list, "settings", NULL);
    char *path = path_config(settings_file), *source = NULL;
    json_t *problems = json_array();
    size_t length = 0;
    DiagnosticList diags;
    diagnostic_init(&diags, path);
    if (path) {
        context_load_settings(settings, path, library, &diags, &source, &length);
        describe_settings(row, path, &diags);
    } else {
        text_add(&row->found, "none: there is no folder for them");
    }
    if (diags.count > 0)
        add_problem(problems, &diags);
    finding_set(row, "path", json_of_text(path));
    finding_set(row, "problems", problems);
    diagnostic_release(&diags);
    free(source);
    free(path);
}

/* Records. */

static bool count_one(const SessionRecord *record, void *count)
{
    (void)record;
    ++*(int64_t *)count;
    return true;
}

/* As many as knead history shows; -1 where they cannot be read. */
static int64_t count_sessions(Store *store)
{
    const HistoryFilter all = {.area = -1, .is_brief = true};
    int64_t count = 0;
    return history_each(store, &all, count_one, &count) ? count : -1;
}

/* What the store says begins with what is wrong, and ends with what to do. */
static int64_t describe_records(Finding *row, const char *path)
{
    Store *store = store_open(path, clock_unix_s());
    const int64_t sessions = count_sessions(store);
    const char *trouble = store_problem_for_reader(store);
    if (!trouble)
        trouble = store_unread(store);
    if (trouble) {
        row->state = FINDING_PROBLEM;
        text_add(&row->found, trouble);
    } else {
        add_path(&row->found, path);
        text_print(&row->found, ", %lld session%s", (long long)sessions, sessions == 1 ? "" : "s");
    }
    store_close(store);
    return sessions;
}

static void look_at_records(FindingList *list)
{
    Finding *row = finding_add(list, "records", NULL);
    char *path = path_data("knead.db");
    int64_t sessions = 0;
    if (!path) {
        row->state = FINDING_PROBLEM;
        text_add(&row->found, "none: there is no folder for them");
    } else if (path_is_missing(path)) {
        add_path(&row->found, path);
        text_add(&row->found, ", created with the first session");
    } else {
        sessions = describe_records(row, path);
    }
    finding_set(row, "path", json_of_text(path));
    finding_set(row, "sessions", sessions >= 0 ? json_integer(sessions) : json_null());
    free(path);
}

/* Routines. */

/* The files that have errors so far. */
typedef struct Broken {
    Finding *row;
    json_t *problems;
    size_t count;
} Broken;

static void look_at(Broken *broken, const LibraryEntry *entry)
{
    if (entry->diags.errors == 0)
        return;
    if (broken->count++ < NOTES_MOST) {
        add_path(&broken->row->notes, entry->path);
        text_add(&broken->row->notes, ": ");
        note_problem(broken->row, &entry->diags);
    }
    add_problem(broken->problems, &entry->diags);
}

static void read_all(Broken *broken, Library *library)
{
    library_check_positions(library);
    for (size_t i = 0; i < library_position_file_count(library); i++)
        look_at(broken, library_position_file(library, i));
    for (size_t i = 0; i < library_move_file_count(library); i++)
        look_at(broken, library_move_file(library, i));
    for (size_t i = 0; i < library_count(library); i++) {
        LibraryEntry *entry = library_at(library, i);
        library_load(library, entry);
        look_at(broken, entry);
    }
    if (broken->count > NOTES_MOST)
        text_print(&broken->row->notes, "and %zu more\n", broken->count - NOTES_MOST);
}

static void describe_routines(Finding *row, size_t count, size_t broken)
{
    text_print(&row->found, "%zu routine%s", count, count == 1 ? "" : "s");
    if (broken > 0) {
        text_print(&row->found, ", %zu file%s with errors", broken, broken == 1 ? "" : "s");
        text_add(&row->advice, "run knead check to see how to fix them");
    } else if (count == 0) {
        text_add(&row->advice, "install knead with its routines, or use a folder that has some: --routines DIR");
    }
    if (broken > 0 || count == 0)
        row->state = FINDING_PROBLEM;
}

static void look_at_routines(FindingList *list, Library *library, const char *problem)
{
    Finding *row = finding_add(list, "routines", NULL);
    Broken broken = {row, json_array(), 0};
    if (problem) {
        row->state = FINDING_PROBLEM;
        text_add(&row->found, problem);
    } else {
        read_all(&broken, library);
        describe_routines(row, library_count(library), broken.count);
    }
    finding_set(row, "count", json_integer((json_int_t)library_count(library)));
    finding_set(row, "broken", json_integer((json_int_t)broken.count));
    finding_set(row, "problems", broken.problems);
}

/* Looks at everything. The settings are read first, for they say what is wanted of the rest. */
static void look(const Context *context, FindingList *list, Settings *settings)
{
    Library *library = library_new(context->options->texts[OPTION_ROUTINES], context->program_dir);
    FindingList of_settings = {0};
    char *problem = NULL;
    const bool is_scanned = library_scan(library, &problem);
    look_at_settings(&of_settings, settings, is_scanned ? library : NULL);
    find_terminal(list);
    find_terminal_colours(list, settings);
    find_terminal_locale(list);
    find_audio_voice(list, settings);
    find_audio_sound(list, settings);
    find_remote_socket(list);
    find_remote_notices(list, settings);
    find_remote_awake(list, settings);
    find_remote_hooks(list, settings);
    look_at_folders(list, library);
    finding_list_move(list, &of_settings);
    look_at_records(list);
    find_journals(list, settings);
    look_at_routines(list, library, problem);
    free(problem);
    library_free(library);
}

static int tell_problems(const FindingList *list)
{
    Text names = {0};
    const size_t count = finding_list_problems(list, &names);
    if (count == 0)
        print_line("\nNo problems found: knead is ready to use.");
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
        print_failure("--try plays sounds, so it cannot be used with --json");
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
    .summary = "check this computer: what works, what is missing, and how to fix it",
    .details =
        "Checks the terminal, voice, sounds, other programs (ctl, notices, the screen, hooks), folders, settings, "
        "records, journals and routines. knead also works without a voice or sounds, so it is not an error if they are "
        "missing.",
    .example = "knead doctor\nknead doctor --try",
    .options = OPTION_BIT(OPTION_TRY) | OPTION_BIT(OPTION_JSON),
    .run = run_doctor,
};
