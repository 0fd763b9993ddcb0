/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "app/remove_file.h"
#include "base/memory.h"
#include "base/path.h"
#include "cli/commands.h"
#include "cli/print.h"

/* Of each routine, whether it can be followed; to free(). */
static bool *find_whole(Library *library)
{
    bool *is_whole = memory_new((library_count(library) + 1) * sizeof *is_whole);
    for (size_t i = 0; i < library_count(library); i++) {
        library_load(library, library_at(library, i));
        is_whole[i] = library_at(library, i)->routine != NULL;
    }
    return is_whole;
}

/* The routines that used moves of a file that has gone. */
static void tell_torn(Library *library, const bool *was_whole)
{
    Text torn = {0};
    bool *is_whole = find_whole(library);
    for (size_t i = 0; i < library_count(library); i++) {
        if (was_whole[i] && !is_whole[i])
            text_print(&torn, "%s%s", torn.length > 0 ? ", " : "", library_at(library, i)->id);
    }
    if (torn.length > 0)
        print_line("these use moves of it, and cannot be followed now: %s", text_show(&torn));
    text_release(&torn);
    free(is_whole);
}

static void tell(const RemovedFile *removed)
{
    const char *name = path_base(removed->path);
    if (removed->aside)
        print_line("%s is taken away; it is now %s", name, removed->aside);
    else
        print_line("%s is taken away; it was a link to %s, which is not there", name, removed->link);
    if (removed->aside && removed->link)
        print_line("it was a link: what it led to stays, %s", removed->link);
    if (removed->is_shipped)
        print_line("%s is again the one that came with knead", removed->id);
    else if (removed->instead)
        print_line("%s is now another file of yours: %s", removed->id, removed->instead);
}

static int take_away(Library *library, LibraryEntry *entry)
{
    char *problem = NULL;
    RemovedFile removed;
    bool *was_whole = entry->is_moves ? find_whole(library) : NULL;
    const bool is_gone = remove_file_make(&removed, library, entry, &problem);
    if (is_gone) {
        tell(&removed);
        if (was_whole)
            tell_torn(library, was_whole);
        remove_file_release(&removed);
    }
    free(was_whole);
    return is_gone ? EXIT_FINE : print_failure_free(problem);
}

/* A file of moves may hold others: which one is meant to go, its owner says by its path. */
static int tell_unknown(Library *library, const char *name, char *problem)
{
    if (!library_move_is_mine(library, name))
        return print_failure_free(problem);
    free(problem);
    return print_failure(
        "'%s' is a shared move of yours: take it out of its file in %s/moves, or name that file by its "
        "path",
        name, library_folder(library, 0));
}

static int run_remove(const Context *context)
{
    Library *library = context_library(context);
    if (!library)
        return EXIT_FAILED;
    char *problem = NULL;
    LibraryEntry *entry = library_find(library, context->arguments[0], &problem);
    const int status = entry ? take_away(library, entry) : tell_unknown(library, context->arguments[0], problem);
    library_free(library);
    return status;
}

const Command command_remove = {
    .name = "remove",
    .arguments = "ROUTINE",
    .summary = "take a routine of your own away: its file is put aside, and it says where",
    .details = "What came with knead stays; of a copy of yours that stands in its place, the one that came is there "
               "again. A file of "
               "shared moves is named by its path.",
    .example = "knead remove lunch",
    .least = 1,
    .most = 1,
    .run = run_remove,
};
