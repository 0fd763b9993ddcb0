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
        print_line("these routines use its moves and no longer work: %s", text_show(&torn));
    text_release(&torn);
    free(is_whole);
}

static void tell(const RemovedFile *removed)
{
    const char *name = path_base(removed->path);
    if (removed->aside)
        print_line("removed %s; a backup is in %s", name, removed->aside);
    else
        print_line("removed %s; it was a link to %s, which does not exist", name, removed->link);
    if (removed->aside && removed->link)
        print_line("it was a link; its target is kept: %s", removed->link);
    if (removed->is_shipped)
        print_line("%s is the version that came with knead again", removed->id);
    else if (removed->instead)
        print_line("%s now comes from another of your files: %s", removed->id, removed->instead);
}

static int take_away(Library *library, LibraryEntry *entry)
{
    char *problem = NULL;
    RemovedFile removed;
    bool *was_whole = entry->kind == ENTRY_IS_MOVES ? find_whole(library) : NULL;
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
        "'%s' is one of your shared moves: delete it in its file in %s/moves, or remove that file by its "
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
    .summary = "remove one of your routines; knead keeps a backup of the file",
    .details = "You cannot remove routines that came with knead. If you remove your copy of one, the original is used "
               "again. Name a file of "
               "shared moves by its path.",
    .example = "knead remove lunch\nknead remove lunch-2",
    .least = 1,
    .most = 1,
    .run = run_remove,
};
