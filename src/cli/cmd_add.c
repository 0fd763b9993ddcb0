/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "app/new_file.h"
#include "base/duration.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/print_routine.h"
#include "cli/received_file.h"
#include "routine/export.h"
#include "routine/members.h"
#include "routine/move.h"
#include "routine/routine.h"
#include "yaml/document.h"

/* A file of shared moves that somebody sent: checked, shown, and copied beside one's own, where none of its moves would
 * take the place of one that is there. */

enum { MOST_NUMBER = 1000, INDENT = 4 };

/* The file's moves, and those that are here already. */
typedef struct Newcomers {
    Arena arena;
    const Node *moves;
    const Library *library;
} Newcomers;

static const Node *find_move(void *context, const char *id)
{
    const Newcomers *newcomers = context;
    const Node *own = node_find(newcomers->moves, id, NULL);
    MoveSource known;
    return own ? own : library_find_move(newcomers->library, NULL, id, &known) ? known.map : NULL;
}

static const Words *no_ids(void *context)
{
    static const Words none = {NULL, 0};
    (void)context;
    return &none;
}

static bool is_right(const ReceivedFile *received, const MoveLookup *source)
{
    DiagnosticList diags;
    diagnostic_init(&diags, received->name);
    const bool is_good = routine_check_moves(received->text, received->length, source, &diags);
    print_diags(&diags, received->text, received->length);
    diagnostic_release(&diags);
    if (!is_good)
        print_failure("%s has errors; nothing was added", received->name);
    return is_good;
}

static bool are_new(const ReceivedFile *received, const Newcomers *newcomers)
{
    for (const Entry *entry = newcomers->moves->entries; entry; entry = entry->next) {
        MoveSource known;
        if (!library_find_move(newcomers->library, NULL, entry->key->text, &known))
            continue;
        print_failure("%s has a shared move '%s', and so has %s; give it another id in your copy and add that. Nothing "
                     "was added",
                     received->name, entry->key->text, known.file->path);
        return false;
    }
    return true;
}

static void print_moves(const Newcomers *newcomers, const MoveLookup *source)
{
    int width = 0;
    for (const Entry *entry = newcomers->moves->entries; entry; entry = entry->next)
        width = utf8_cells(entry->key->text) > width ? utf8_cells(entry->key->text) : width;
    print_line("%zu shared move%s", newcomers->moves->count, newcomers->moves->count == 1 ? "" : "s");
    for (const Entry *entry = newcomers->moves->entries; entry; entry = entry->next) {
        Arena arena = {0};
        DiagnosticList ignored = {0};
        char time[DURATION_TEXT_SIZE];
        Text line = {0};
        const Move *move = routine_move(&arena, entry->key->text, source, &ignored);
        text_add_repeated(&line, ' ', INDENT);
        print_column(&line, entry->key->text, width + 2);
        if (move)
            text_print(&line, "%6s  %s", duration_clock(time, move_seconds(move)), move->name);
        print_line("%s", text_show(&line));
        text_release(&line);
        diagnostic_release(&ignored);
        arena_release(&arena);
    }
}

static int save_moves(const ReceivedFile *received, const char *settled, size_t length, const Library *library)
{
    char *problem = NULL, *id = received_file_id(received, NULL);
    char *routine = new_file_path(library, id, &problem), *folder = routine ? path_folder(routine) : NULL;
    char *path = NULL;
    bool is_kept = false;
    for (int number = 1; routine && !is_kept && number < MOST_NUMBER; number++) {
        free(path);
        path = number == 1 ? memory_print("%s/moves/%s.yaml", folder, id)
                           : memory_print("%s/moves/%s-%d.yaml", folder, id, number);
        is_kept = new_file_create(path, settled, length);
        if (!is_kept && errno != EEXIST)
            break;
    }
    if (is_kept)
        print_line("\nAdded: %s\nA routine of yours takes one by its id, as in `- use: ID`.", path);
    else if (routine)
        problem = new_file_trouble(path, errno);
    const int status = is_kept ? EXIT_FINE : print_failure_free(problem);
    free(path);
    free(folder);
    free(routine);
    free(id);
    return status;
}

/* The path of a file of shared moves with that text, or NULL. Borrowed. */
static const char *find_same_moves(const ReceivedFile *received, const char *settled, size_t length, Library *library)
{
    for (size_t i = 0; i < library_move_file_count(library); i++) {
        const char *path = library_move_file(library, i)->path;
        if (received_file_is_in(received, settled, length, path))
            return path;
    }
    return NULL;
}

/* Tells all of it; returns the exit status. */
static int add_moves(const ReceivedFile *received, const Call *call, Library *library)
{
    DiagnosticList ignored = {0};
    Newcomers newcomers = {.library = library};
    const Node *root = document_parse(&newcomers.arena, received->text, received->length, &ignored);
    newcomers.moves = node_find(root, "moves", NULL);
    const MoveLookup source = {find_move, no_ids, &newcomers};
    size_t length;
    char *settled = received_file_settled(received, call, "moves", &length);
    int status = EXIT_FAILED;
    const char *same = find_same_moves(received, settled, length, library);
    if (same) {
        print_line("These moves are there already: %s", same);
        status = EXIT_FINE;
    } else if (is_right(received, &source) && are_new(received, &newcomers)) {
        print_moves(&newcomers, &source);
        status = save_moves(received, settled, length, library);
    }
    free(settled);
    diagnostic_release(&ignored);
    arena_release(&newcomers.arena);
    return status;
}

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

static bool names_absent(const Node *node, const Library *library, const LibraryEntry *entry)
{
    MoveSource known;
    const Node *use = node_find(node, "use", NULL);
    if (use && use->kind == NODE_SCALAR && schema_is_id(use->text, use->length) &&
        !library_find_move(library, entry, use->text, &known))
        return true;
    for (const Entry *inner = node->entries; inner; inner = inner->next)
        if (names_absent(inner->value, library, entry))
            return true;
    return false;
}

/* Tells what is wrong; where a file only lacks its moves, its author can send them in it. Always false. */
static bool refuse(const Library *library, const ReceivedFile *received, const LibraryEntry *entry)
{
    Arena arena = {0};
    DiagnosticList ignored = {0};
    const Node *root = document_parse(&arena, received->text, received->length, &ignored);
    const bool is_absent = root && names_absent(root, library, entry);
    print_diags(&entry->diags, entry->source, entry->source_length);
    if (is_absent)
        print_failure("%s uses shared moves that are not here; ask for one file that stands alone, as `knead show %s "
                      "--yaml` writes it where it came from. Nothing was added",
                      received->name, schema_is_id(entry->id, strlen(entry->id)) ? entry->id : "ID");
    else
        print_failure("%s has errors; nothing was added", received->name);
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
        print_failure_free(problem);
        return false;
    }
    if (!there->routine)
        return refuse(library, received, there);
    const LibraryEntry *here = check_alone(library, received);
    if (here->routine && members_same_routine(here->routine, there->routine))
        return true;
    char *text = export_routine(library, there, &problem);
    if (!text) {
        print_failure_free(problem);
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
        print_failure_free(problem);
    plan_free(plan);
    return plan != NULL;
}

static int save(const Call *call, const Library *library, const ReceivedFile *received, const char *title,
                const char *text)
{
    char *problem = NULL, *wanted = received_file_id(received, title);
    char *path = new_file_save(library, wanted, text, &problem);
    free(wanted);
    if (!path)
        return print_failure_free(problem);
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
    } else if (print_diags(&entry->diags, entry->source, entry->source_length), show(entry->routine)) {
        status = save(call, library, received, entry->routine->title, settled);
    }
    free(settled);
    return status;
}

static int run_add(const Call *call)
{
    ReceivedFile received;
    Library *library = call_library(call);
    int status = EXIT_FAILED;
    if (library && received_file_read(&received, call->arguments[0]))
        status = received_file_is_moves(&received) ? add_moves(&received, call, library)
                                                   : add_routine(call, library, &received);
    if (library)
        received_file_release(&received);
    library_free(library);
    return status;
}

const Command command_add = {
    .name = "add",
    .arguments = "FILE",
    .summary = "take a routine that someone sent: checked, shown, and copied to your own",
    .details = "`-` is standard input. Nothing of yours is overwritten: a name that is taken gets -2.",
    .example = "knead add their-hips.yaml",
    .least = 1,
    .most = 1,
    .run = run_add,
};
