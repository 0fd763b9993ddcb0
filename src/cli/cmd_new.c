/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "app/own.h"
#include "cli/command.h"
#include "cli/edit_loop.h"
#include "cli/print.h"

/* Only the file: where there is no terminal, that is all there is to do. */
static int make(const Call *call, Library *library, LibraryEntry *from)
{
    char *problem = NULL;
    EditFile edit_file;
    if (!edit_file_new(&edit_file, library, call->arguments[0], NULL, from, call->program_dir, &problem))
        return command_fail_free(problem);
    int status = EXIT_FINE;
    if (edit_loop_has_terminal())
        status = edit_loop_run(call, library, &edit_file);
    else
        print_line("%s", edit_file.path);
    edit_file_release(&edit_file);
    return status;
}

int run_new(const Call *call)
{
    char *problem = NULL;
    if (!own_is_id(call->arguments[0], &problem)) {
        command_fail_free(problem);
        return EXIT_USAGE;
    }
    Library *library = command_library(call);
    if (!library)
        return EXIT_FAILED;
    LibraryEntry *from = NULL;
    if (options_has(call->options, OPTION_FROM))
        from = library_find(library, call->options->texts[OPTION_FROM], &problem);
    const int status = problem ? command_fail_free(problem) : make(call, library, from);
    library_free(library);
    return status;
}

static int edit(const Call *call, Library *library, LibraryEntry *entry)
{
    char *problem = NULL;
    EditFile edit_file;
    if (!edit_loop_has_terminal())
        return command_fail("edit opens an editor, which needs a terminal; the file is %s", entry->path);
    if (!edit_file_edit(&edit_file, library, entry, 0, call->program_dir, &problem))
        return command_fail_free(problem);
    const int status = edit_loop_run(call, library, &edit_file);
    edit_file_release(&edit_file);
    return status;
}

int run_edit(const Call *call)
{
    Library *library = command_library(call);
    if (!library)
        return EXIT_FAILED;
    char *problem = NULL;
    LibraryEntry *entry = library_find(library, call->arguments[0], &problem);
    const int status = entry ? edit(call, library, entry) : command_fail_free(problem);
    library_free(library);
    return status;
}
