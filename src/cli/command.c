/* SPDX-License-Identifier: MIT */
#include "cli/command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/folder.h"
#include "base/output.h"
#include "base/path.h"
#include "cli/print.h"

int command_fail(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    output_problem_list(format, arguments);
    va_end(arguments);
    return EXIT_FAILED;
}

void command_note(const char *line)
{
    fflush(stdout);
    output_text(stderr, line);
    output_text(stderr, "\n");
}

int command_fail_free(char *problem)
{
    command_fail("%s", problem ? problem : "it did not work");
    free(problem);
    return EXIT_FAILED;
}

Library *command_library(const Call *call)
{
    Library *library = library_new(call->options->texts[OPTION_ROUTINES], call->program_dir);
    char *problem = NULL;
    if (library_scan(library, &problem))
        return library;
    command_fail_free(problem);
    library_free(library);
    return NULL;
}

Library *command_library_later(const Call *call)
{
    const char *asked_for = call->options->texts[OPTION_ROUTINES];
    return asked_for ? command_library(call) : library_new(NULL, call->program_dir);
}

typedef struct Folders {
    bool are_read;
    const char *unread; /* of routines, the last; the moves below it cannot be read either */
} Folders;

static void look_into(void *context, const char *folder)
{
    Folders *folders = context;
    const size_t above = folders->unread ? strlen(folders->unread) : 0;
    Arena arena = {0};
    NameList names = {0};
    if (above > 0 && strncmp(folder, folders->unread, above) == 0 && folder[above] == '/')
        return;
    if (!folder_list(&arena, folder, &names)) {
        const int why = errno;
        if (!path_is_missing(folder)) {
            command_fail("cannot read the folder '%s': %s", folder, strerror(why));
            folders->unread = strcmp(path_base(folder), "moves") == 0 ? NULL : folder; /* borrowed from the library */
            folders->are_read = false;
        }
    }
    folder_release(&names);
    arena_release(&arena);
}

bool command_folders(const Library *library)
{
    Folders folders = {.are_read = true};
    library_each_folder(library, look_into, &folders);
    return folders.are_read;
}

void command_print_diags(const LibraryEntry *entry)
{
    print_diags(&entry->diags, entry->source, entry->source_length);
}

LibraryEntry *command_routine(Library *library, const char *name, const char *what_not)
{
    char *problem = NULL;
    LibraryEntry *entry = library_find(library, name, &problem);
    if (!entry) {
        command_fail_free(problem);
        return NULL;
    }
    if (entry->routine)
        return entry;
    command_print_diags(entry);
    if (entry->is_moves)
        command_fail("%s holds shared moves, which are no routine; a routine uses them by their ids", entry->path);
    else
        command_fail("%s has errors; %s", entry->path, what_not);
    return NULL;
}
