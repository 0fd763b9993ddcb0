/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/print.h"
#include "yaml/document.h"

/* What a run has found so far. */
typedef struct Tally {
    json_t *array;      /* NULL: printed for people */
    bool is_strict;
    size_t routines, move_files, errors, warnings;
} Tally;

static void report(Tally *tally, LibraryEntry *entry)
{
    if (tally->is_strict)
        diag_make_strict(&entry->diags);
    tally->errors += entry->diags.errors;
    tally->warnings += entry->diags.warnings;
    if (tally->array)
        json_add_diags(tally->array, &entry->diags);
    else
        command_print_diags(entry);
}

static void check_all(Library *library, Tally *tally)
{
    for (size_t i = 0; i < library_move_file_count(library); i++) {
        report(tally, library_move_file(library, i));
        tally->move_files++;
    }
    for (size_t i = 0; i < library_count(library); i++) {
        LibraryEntry *entry = library_at(library, i);
        library_load(library, entry);
        report(tally, entry);
        tally->routines++;
    }
}

static LibraryEntry *take_standard_input(Library *library, char **problem)
{
    char *text = NULL;
    size_t length = 0;
    const FileResult result = file_read_descriptor(STDIN_FILENO, DOCUMENT_LIMIT, &text, &length);
    if (result == FILE_READ)
        return library_take_text(library, "standard input", text, length);
    *problem = strdup(result == FILE_TOO_LARGE ? "standard input is longer than 1 MiB, which no routine is"
                                               : "standard input could not be read");
    return NULL;
}

/* False where the file could not even be found. */
static bool check_one(Library *library, const char *name, Tally *tally)
{
    char *problem = NULL;
    LibraryEntry *entry =
        strcmp(name, "-") == 0 ? take_standard_input(library, &problem) : library_find(library, name, &problem);
    if (!entry) {
        command_fail_free(problem);
        return false;
    }
    report(tally, entry);
    tally->routines += !entry->is_moves;
    tally->move_files += entry->is_moves;
    return true;
}

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void print_summary(const Tally *tally)
{
    Text line = {0};
    if (tally->routines > 0)
        text_print(&line, "%zu routine%s", tally->routines, plural(tally->routines));
    if (tally->routines > 0 && tally->move_files > 0)
        text_add(&line, " and ");
    if (tally->move_files > 0)
        text_print(&line, "%zu file%s of moves", tally->move_files, plural(tally->move_files));
    if (tally->errors + tally->warnings == 0)
        print_line("%s: nothing wrong", text_show(&line));
    else
        fprintf(stderr, "knead: %s: %zu error%s, %zu warning%s\n", text_show(&line), tally->errors, plural(tally->errors),
                tally->warnings, plural(tally->warnings));
    text_release(&line);
}

int run_check(const Call *call)
{
    Library *library = command_library(call);
    if (!library)
        return EXIT_FAILED;
    const bool as_json = options_has(call->options, OPTION_JSON);
    Tally tally = {.array = as_json ? json_array() : NULL, .is_strict = options_has(call->options, OPTION_STRICT)};
    bool found_all = true;
    if (call->count == 0)
        check_all(library, &tally);
    for (int i = 0; i < call->count; i++)
        found_all = check_one(library, call->arguments[i], &tally) && found_all;
    int status = found_all && tally.errors == 0 ? EXIT_FINE : EXIT_FAILED;
    if (as_json)
        status = json_print(tally.array) == EXIT_FINE ? status : EXIT_FAILED;
    else if (found_all)
        print_summary(&tally);
    library_free(library);
    return status;
}
