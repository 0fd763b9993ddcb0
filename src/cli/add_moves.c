/* SPDX-License-Identifier: MIT */
#include "cli/add_moves.h"

#include <errno.h>
#include <stdlib.h>

#include "app/own.h"
#include "base/duration.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"
#include "cli/print.h"
#include "routine/move.h"
#include "routine/move_source.h"
#include "routine/routine.h"
#include "yaml/document.h"

enum { MOST_NUMBER = 1000, INDENT = 4 };

/* The file's moves, and those that are here already. */
typedef struct Newcomers {
    Arena arena;
    const Node *moves;
    MoveSourceList *known;
} Newcomers;

static const Node *find_move(void *context, const char *id)
{
    const Newcomers *newcomers = context;
    const Node *own = node_find(newcomers->moves, id, NULL);
    const MoveSource *known = own ? NULL : move_source_find(newcomers->known, id);
    return own ? own : known ? known->map : NULL;
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
        command_fail("%s has errors; nothing was added", received->name);
    return is_good;
}

static bool are_new(const ReceivedFile *received, const Newcomers *newcomers)
{
    for (const Entry *entry = newcomers->moves->entries; entry; entry = entry->next) {
        const MoveSource *known = move_source_find(newcomers->known, entry->key->text);
        if (!known)
            continue;
        command_fail("%s has a shared move '%s', and so has %s; give it another id in your copy and add that. Nothing "
                     "was added",
                     received->name, entry->key->text, known->path);
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

static int save(const ReceivedFile *received, const char *settled, size_t length, const Library *library)
{
    char *problem = NULL, *id = received_file_id(received, NULL);
    char *routine = own_path(library, id, &problem), *folder = routine ? path_folder(routine) : NULL;
    char *path = NULL;
    bool is_kept = false;
    for (int number = 1; routine && !is_kept && number < MOST_NUMBER; number++) {
        free(path);
        path = number == 1 ? memory_print("%s/moves/%s.yaml", folder, id)
                           : memory_print("%s/moves/%s-%d.yaml", folder, id, number);
        is_kept = own_create(path, settled, length);
        if (!is_kept && errno != EEXIST)
            break;
    }
    if (is_kept)
        print_line("\nAdded: %s\nA routine of yours takes one by its id, as in `- use: ID`.", path);
    else if (routine)
        problem = own_trouble(path, errno);
    const int status = is_kept ? EXIT_FINE : command_fail_free(problem);
    free(path);
    free(folder);
    free(routine);
    free(id);
    return status;
}

/* The path of a file of shared moves with that text, or NULL. Borrowed. */
static const char *find_same(const ReceivedFile *received, const char *settled, size_t length, Library *library)
{
    for (size_t i = 0; i < library_move_file_count(library); i++) {
        const char *path = library_move_file(library, i)->path;
        if (received_file_is_in(received, settled, length, path))
            return path;
    }
    return NULL;
}

int add_moves(const ReceivedFile *received, const Call *call, Library *library)
{
    DiagnosticList ignored = {0};
    Newcomers newcomers = {.known = move_source_open(library, NULL)};
    const Node *root = document_parse(&newcomers.arena, received->text, received->length, &ignored);
    newcomers.moves = node_find(root, "moves", NULL);
    const MoveLookup source = {find_move, no_ids, &newcomers};
    size_t length;
    char *settled = received_file_settled(received, call, "moves", &length);
    int status = EXIT_FAILED;
    const char *same = find_same(received, settled, length, library);
    if (same) {
        print_line("These moves are there already: %s", same);
        status = EXIT_FINE;
    } else if (is_right(received, &source) && are_new(received, &newcomers)) {
        print_moves(&newcomers, &source);
        status = save(received, settled, length, library);
    }
    free(settled);
    diagnostic_release(&ignored);
    move_source_close(newcomers.known);
    arena_release(&newcomers.arena);
    return status;
}
