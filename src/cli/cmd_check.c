/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/part_entry.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/output.h"
#include "base/path.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"
#include "progress/course.h"
#include "settings/theme_file.h"
#include "yaml/document.h"
#include "yaml/schema.h"

/* What a run has found so far. */
typedef struct CheckCounts {
    json_t *array; /* NULL: printed for people */
    bool is_strict;
    size_t files[ENTRY_KIND_COUNT]; /* by what they are */
    size_t settings, themes, errors, warnings;
    Arena arena;
    NameList seen; /* files, each by its whole path */
} CheckCounts;

static void report_diags(CheckCounts *tally, DiagnosticList *diags, const char *source, size_t length)
{
    if (tally->is_strict)
        diagnostic_make_strict(diags);
    tally->errors += diags->errors;
    tally->warnings += diags->warnings;
    if (tally->array)
        json_add_diags(tally->array, diags);
    else
        print_diags(diags, source, length);
}

/* Whether the folder of a file has a routine with that id. */
static bool is_beside(const char *path, const char *id)
{
    static const char *const endings[] = {".yaml", ".yml"};
    char *folder = path_folder(path);
    bool is_there = false;
    for (size_t i = 0; i < ARRAY_LEN(endings) && !is_there; i++) {
        char *name = memory_print("%s%s", id, endings[i]), *whole = path_join(folder, name);
        is_there = access(whole, F_OK) == 0;
        free(whole);
        free(name);
    }
    free(folder);
    return is_there;
}

/* A routine is of use without the one that it goes with, and may come before it: a warning, and only here. */
static void check_pair(const Library *library, LibraryEntry *entry)
{
    const Routine *routine = entry->routine;
    if (!routine || !routine->pair || library_listed(library, routine->pair) || is_beside(entry->path, routine->pair))
        return;
    Arena arena = {0};
    const size_t count = library_count(library);
    const char **ids = arena_take_array(&arena, count, sizeof *ids);
    for (size_t i = 0; i < count; i++)
        ids[i] = library_at(library, i)->id;
    const char *nearest = words_nearest(&(Words){ids, count}, routine->pair);
    diagnostic_warning(&entry->diags, routine->pair_mark, "pair: there is no routine '%s'", routine->pair);
    if (nearest)
        diagnostic_hint(&entry->diags, "did you mean '%s'?", nearest);
    diagnostic_sort(&entry->diags);
    arena_release(&arena);
}

/* Whether something can be composed for each wish of a programme, by anybody: only here, as it takes a while. */
static void check_wishes(Library *library, LibraryEntry *entry)
{
    const Programme *programme = entry->programme;
    for (size_t i = 0; programme && i < programme->count * DAY_WEEK; i++) {
        const ProgrammeDay *day = course_day(programme, i);
        char *problem = NULL;
        char *text = day->kind == PROGRAMME_WISH ? part_entry_compose(library, &day->wish, (PartPerson){0}, &problem)
                                                 : NULL;
        if (problem) {
            diagnostic_error(&entry->diags, day->mark, "nothing can be composed for this day");
            diagnostic_hint(&entry->diags, "%s", problem);
        }
        free(problem);
        free(text);
    }
    diagnostic_sort(&entry->diags);
}

static void report(Library *library, CheckCounts *tally, LibraryEntry *entry)
{
    check_pair(library, entry);
    check_wishes(library, entry);
    tally->files[entry->kind]++;
    report_diags(tally, &entry->diags, entry->source, entry->source_length);
}

static void check_settings(Library *library, const char *path, CheckCounts *tally)
{
    DiagnosticList diags;
    char *source = NULL;
    size_t length = 0;
    diagnostic_init(&diags, path);
    context_check_settings(path, library, &diags, &source, &length);
    tally->settings++;
    report_diags(tally, &diags, source, length);
    diagnostic_release(&diags);
    free(source);
}

static void check_theme(const char *path, CheckCounts *tally)
{
    DiagnosticList diags;
    Theme theme = {0};
    FileStamp stamp;
    char *source = NULL;
    size_t length = 0;
    diagnostic_init(&diags, path);
    theme_file_load(&theme, path, &diags, &source, &length, &stamp);
    if (source)
        theme_file_check_contrast(&theme, source, length, &diags);
    tally->themes++;
    report_diags(tally, &diags, source, length);
    diagnostic_release(&diags);
    free(source);
}

/* False where the folder cannot be read. */
static bool check_own_themes(CheckCounts *tally)
{
    Arena arena = {0};
    NameList names = {0};
    char *folder = path_config(theme_file_folder);
    const bool is_good = !folder || path_is_missing(folder) || folder_list(&arena, folder, &names);
    if (!is_good)
        print_failure("cannot read the folder '%s': %s", folder, strerror(errno));
    for (size_t i = 0; i < names.count; i++) {
        char *path = path_join(folder, names.items[i]);
        check_theme(path, tally);
        free(path);
    }
    folder_release(&names);
    arena_release(&arena);
    free(folder);
    return is_good;
}

/* One's own, where there are some; false where a link to them leads nowhere. */
static bool check_own_settings(Library *library, CheckCounts *tally)
{
    char *path = path_config(settings_file);
    const bool is_there = path && !path_is_missing(path), is_lost = is_there && access(path, F_OK) != 0;
    if (is_lost)
        print_failure("cannot read '%s': %s", path, strerror(errno));
    else if (is_there)
        check_settings(library, path, tally);
    free(path);
    return !is_lost;
}

/* False where a folder cannot be read: who knows what is in it. */
static bool check_all(Library *library, CheckCounts *tally)
{
    for (size_t i = 0; i < library_move_file_count(library); i++)
        report(library, tally, library_move_file(library, i));
    for (size_t i = 0; i < library_position_file_count(library); i++)
        report(library, tally, library_position_file(library, i));
    for (size_t i = 0; i < library_count(library); i++) {
        LibraryEntry *entry = library_at(library, i);
        library_load(library, entry);
        report(library, tally, entry);
    }
    for (size_t i = 0; i < library_programme_count(library); i++)
        report(library, tally, library_programme_at(library, i));
    const bool are_read = context_folders(library);
    const bool is_lost = !check_own_settings(library, tally);
    return check_own_themes(tally) && !is_lost && are_read;
}

/* Whether a file, or standard input, comes up for the first time. */
static bool is_new(CheckCounts *tally, const char *path)
{
    char *folder = path_folder(path), *real = realpath(folder, NULL),
         *whole = path_join(real ? real : folder, path_base(path));
    const size_t count = tally->seen.count;
    folder_add(&tally->arena, &tally->seen, whole);
    free(whole);
    free(real);
    free(folder);
    return tally->seen.count > count;
}

/* A path that tells all that it stands for, to free(): a file without an ending is no id, `.` may be a folder of shared
 * moves or of positions. */
static char *plain_path(const char *path)
{
    char *folder = path_folder(path), *real = realpath(folder, NULL);
    char *in_real = real ? path_join(real, path_base(path)) : NULL;
    const bool is_deeper = real && entry_kind_of(in_real) != entry_kind_of(path);
    const bool is_bare = folder_stem(path) == 0 && !strchr(path, '/') && access(path, F_OK) == 0;
    char *named = is_deeper ? memory_copy_text(in_real)
                  : is_bare ? path_join(".", path_base(path))
                            : memory_copy_text(path);
    free(in_real);
    free(real);
    free(folder);
    return named;
}

/* A file that is there, in a folder of themes. */
static bool is_theme(const char *path)
{
    char *folder = path_folder(path);
    const bool is_in = strchr(path, '/') && strcmp(path_base(folder), theme_file_folder) == 0 &&
                       access(path, F_OK) == 0;
    free(folder);
    return is_in;
}

/* Checks one file, by its path or id; false where it could not even be found. */
static bool check_file(Library *library, const char *name, CheckCounts *tally)
{
    char *problem = NULL;
    if (strcmp(path_base(name), settings_file) == 0 && access(name, F_OK) == 0) {
        if (is_new(tally, name))
            check_settings(library, name, tally);
        return true;
    }
    if (is_theme(name)) {
        if (is_new(tally, name))
            check_theme(name, tally);
        return true;
    }
    LibraryEntry *entry = library_find(library, name, &problem);
    if (!entry) {
        print_failure_free(problem);
        return false;
    }
    if (is_new(tally, entry->path))
        report(library, tally, entry);
    return true;
}

/* The files right in a folder, sorted by name; *found is how many. */
static bool check_files(Library *library, const char *folder, CheckCounts *tally, size_t *found)
{
    Arena arena = {0};
    NameList names = {0};
    bool is_good = folder_list(&arena, folder, &names);
    if (!is_good)
        print_failure("cannot read the folder '%s': %s", folder, strerror(errno));
    for (size_t i = 0; i < names.count; i++) {
        char *inside = path_join(folder, names.items[i]), *path = plain_path(inside);
        is_good = check_file(library, path, tally) && is_good;
        free(path);
        free(inside);
    }
    *found += names.count;
    folder_release(&names);
    arena_release(&arena);
    return is_good;
}

/* A folder of routines with its shared moves and positions first, as in the whole library; or a folder of those. */
static bool check_folder(Library *library, const char *folder, CheckCounts *tally)
{
    size_t found = 0;
    bool is_good = true;
    for (EntryKind kind = ENTRY_IS_MOVES; kind < ENTRY_KIND_COUNT; kind++) {
        char *inside = path_join(folder, entry_kind_folder(kind));
        is_good = (path_is_missing(inside) || check_files(library, inside, tally, &found)) && is_good;
        free(inside);
    }
    is_good = check_files(library, folder, tally, &found) && is_good;
    if (is_good && found == 0) {
        print_failure("no routines in '%s': routines are files that end in .yaml or .yml", folder);
        return false;
    }
    return is_good;
}

static bool check_standard_input(Library *library, CheckCounts *tally)
{
    char *text = NULL;
    size_t length = 0;
    const FileResult result = file_read_descriptor(STDIN_FILENO, DOCUMENT_LIMIT, &text, &length);
    if (result == FILE_READ)
        report(library, tally, library_take_text(library, "standard input", text, length));
    else
        print_failure(result == FILE_TOO_LARGE ? "standard input is longer than 1 MiB, which is too large for a routine"
                                               : "cannot read standard input");
    return result == FILE_READ;
}

/* False where something could not even be looked at. */
static bool check_one(Library *library, const char *name, CheckCounts *tally)
{
    const bool is_path = strchr(name, '/') || folder_stem(name) > 0 || !schema_is_id(name, strlen(name));
    if (strcmp(name, "-") == 0)
        return !is_new(tally, name) || check_standard_input(library, tally);
    if (folder_is_there(name) && (is_path || !library_listed(library, name)))
        return check_folder(library, name, tally);
    char *path = is_path ? plain_path(name) : memory_copy_text(name);
    const bool is_good = check_file(library, path, tally);
    free(path);
    return is_good;
}

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

/* "2 routines, 1 file of moves and the settings" */
static void say_checked(Text *into, const CheckCounts *tally)
{
    char *parts[ENTRY_KIND_COUNT + 2];
    size_t count = 0;
    for (EntryKind kind = ENTRY_IS_ROUTINE; kind < ENTRY_KIND_COUNT; kind++) {
        const size_t files = tally->files[kind];
        if (files > 0)
            parts[count++] = kind == ENTRY_IS_ROUTINE || kind == ENTRY_IS_PROGRAMME
                                 ? memory_print("%zu %s%s", files, entry_kind_noun(kind) + strlen("a "), plural(files))
                                 : memory_print("%zu file%s of %s", files, plural(files), entry_kind_folder(kind));
    }
    if (tally->themes > 0)
        parts[count++] = memory_print("%zu theme%s", tally->themes, plural(tally->themes));
    if (tally->settings > 0)
        parts[count++] = memory_copy_text("the settings");
    if (count == 0)
        parts[count++] = memory_copy_text("0 routines");
    for (size_t i = 0; i < count; i++) {
        text_print(into, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : " and ", parts[i]);
        free(parts[i]);
    }
}

static void print_summary(const CheckCounts *tally)
{
    Text line = {0};
    say_checked(&line, tally);
    if (tally->errors + tally->warnings == 0)
        print_line("%s: no problems", text_show(&line));
    else
        output_problem("%s: %zu error%s, %zu warning%s", text_show(&line), tally->errors, plural(tally->errors),
                       tally->warnings, plural(tally->warnings));
    text_release(&line);
}

static int run_check(const Context *context)
{
    Library *library = context_library(context);
    if (!library)
        return EXIT_FAILED;
    const bool as_json = options_has(context->options, OPTION_JSON);
    CheckCounts tally = {.array = as_json ? json_array() : NULL,
                         .is_strict = options_has(context->options, OPTION_STRICT)};
    bool found_all = true;
    library_check_positions(library);
    if (context->count == 0)
        found_all = check_all(library, &tally);
    for (int i = 0; i < context->count; i++)
        found_all = check_one(library, context->arguments[i], &tally) && found_all;
    int status = found_all && tally.errors == 0 ? EXIT_FINE : EXIT_FAILED;
    if (as_json)
        status = json_print(tally.array) == EXIT_FINE ? status : EXIT_FAILED;
    else if (found_all || tally.errors > 0)
        print_summary(&tally);
    folder_release(&tally.seen);
    arena_release(&tally.arena);
    library_free(library);
    return status;
}

const Command command_check = {
    .name = "check",
    .arguments = "[FILE...]",
    .summary = "check routine files and settings, and show how to fix them",
    .details =
        "Without a file, it checks all routines, shared moves, positions and programmes, your themes and settings. A "
        "folder means the routines directly in it and in its folders of moves, positions and programmes; a file named "
        "config.yaml is checked as settings, and a file in a folder named themes as a theme. `-` is standard input.",
    .example = "knead check my-lunch.yaml\nknead check ~/my-routines --strict",
    .options = OPTION_BIT(OPTION_STRICT) | OPTION_BIT(OPTION_JSON),
    .most = 10000,
    .run = run_check,
};
