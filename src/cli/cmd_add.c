/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "app/own.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/path.h"
#include "cli/add_moves.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/print_routine.h"
#include "cli/received_file.h"
#include "routine/compare.h"
#include "routine/export.h"
#include "routine/move_source.h"
#include "yaml/document.h"

static LibraryEntry *check_alone(Library *library, const ReceivedFile *received)
{
    char *copy = memcpy(memory_new(received->length + 1), received->text, received->length);
    return library_take_text(library, received->name, copy, received->length);
}

/* The file as it is read where it lies, with the moves beside it. */
static LibraryEntry *find_beside(Library *library, const char *path, char **problem)
{
    char *full = strchr(path, '/') ? memory_copy_text(path) : memory_print("./%s", path);
    LibraryEntry *entry = library_find(library, full, problem);
    free(full);
    return entry;
}

static bool names_absent(const Node *node, MoveSourceList *known)
{
    const Node *use = node_find(node, "use", NULL);
    if (use && use->kind == NODE_SCALAR && schema_is_id(use->text, use->length) && !move_source_find(known, use->text))
        return true;
    for (const Entry *entry = node->entries; entry; entry = entry->next)
        if (names_absent(entry->value, known))
            return true;
    return false;
}

/* Tells what is wrong; where a file only lacks its moves, its author can send them in it. Always false. */
static bool refuse(const Library *library, const ReceivedFile *received, const LibraryEntry *entry)
{
    Arena arena = {0};
    DiagnosticList ignored = {0};
    MoveSourceList *known = move_source_open(library, entry);
    const Node *root = document_parse(&arena, received->text, received->length, &ignored);
    const bool is_absent = root && names_absent(root, known);
    command_print_diags(entry);
    if (is_absent)
        command_fail("%s uses shared moves that are not here; ask for one file that stands alone, as `knead show %s "
                     "--yaml` writes it where it came from. Nothing was added",
                     received->name, schema_is_id(entry->id, strlen(entry->id)) ? entry->id : "ID");
    else
        command_fail("%s has errors; nothing was added", received->name);
    move_source_close(known);
    diagnostic_release(&ignored);
    arena_release(&arena);
    return false;
}

/* One that needs the moves beside it is written to stand alone: it leaves them behind. False after having told why that
 * cannot be. */
static bool bring_moves(Library *library, ReceivedFile *received)
{
    char *problem = NULL;
    if (!received->path || !folder_has_moves(received->path))
        return true;
    LibraryEntry *there = find_beside(library, received->path, &problem);
    if (!there) {
        command_fail_free(problem);
        return false;
    }
    if (!there->routine)
        return refuse(library, received, there);
    const LibraryEntry *here = check_alone(library, received);
    if (here->routine && compare_routines(here->routine, there->routine))
        return true;
    char *text = export_routine(library, there, &problem);
    if (!text) {
        command_fail_free(problem);
        return false;
    }
    received_file_change(received, text, strlen(text));
    print_line("The moves that %s takes from the folder beside it are written out in your copy.\n", received->name);
    return true;
}

static const LibraryEntry *find_same(Library *library, const ReceivedFile *received, const char *settled, size_t length)
{
    for (size_t i = 0; i < library_count(library); i++)
        if (received_file_is_in(received, settled, length, library_at(library, i)->path))
            return library_at(library, i);
    return NULL;
}

static bool show(const Routine *routine)
{
    const PlanOptions as_it_is = {0};
    char *problem = NULL;
    Plan *plan = plan_build(&routine, 1, &as_it_is, &problem);
    if (plan)
        print_routine(routine, plan, NULL);
    else
        command_fail_free(problem);
    plan_free(plan);
    return plan != NULL;
}

static int save(const Call *call, const Library *library, const ReceivedFile *received, const char *title,
                const char *text)
{
    char *problem = NULL, *wanted = received_file_id(received, title);
    char *path = own_save(library, wanted, text, &problem);
    free(wanted);
    if (!path)
        return command_fail_free(problem);
    const char *name = path_base(path), *folder = call->options->texts[OPTION_ROUTINES];
    const int id = (int)folder_stem(name);
    print_line("\nAdded as %.*s: %s", id, name, path);
    print_line("To follow it: knead play %.*s%s%s", id, name, folder ? " --routines " : "", folder ? folder : "");
    free(path);
    return EXIT_FINE;
}

static int add_routine(const Call *call, Library *library, ReceivedFile *received)
{
    if (!bring_moves(library, received))
        return EXIT_FAILED;
    const LibraryEntry *entry = check_alone(library, received);
    if (!entry->routine && !refuse(library, received, entry))
        return EXIT_FAILED;
    size_t length;
    int status = EXIT_FAILED;
    char *settled = received_file_settled(received, call, "routine", &length);
    const LibraryEntry *same = find_same(library, received, settled, length);
    if (same) {
        print_line("It is there already, as %s: %s", same->id, same->path);
        status = EXIT_FINE;
    } else if (command_print_diags(entry), show(entry->routine)) {
        status = save(call, library, received, entry->routine->title, settled);
    }
    free(settled);
    return status;
}

int run_add(const Call *call)
{
    ReceivedFile received;
    Library *library = command_library(call);
    int status = EXIT_FAILED;
    if (library && received_file_read(&received, call->arguments[0]))
        status = received_file_is_moves(&received) ? add_moves(&received, call, library)
                                                   : add_routine(call, library, &received);
    if (library)
        received_file_release(&received);
    library_free(library);
    return status;
}
