/* SPDX-License-Identifier: MIT */
#include "app/shared_moves.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void shared_moves_read(SharedMoveList *stock, Library *library)
{
    if (stock->is_read)
        return;
    const Words *ids = library_move_ids(library);
    stock->moves = arena_take_array(&stock->arena, ids->count + 1, sizeof *stock->moves);
    for (size_t i = 0; i < ids->count; i++) {
        DiagnosticList ignored = {0}; /* a file of moves tells of its problems when it is checked itself */
        const Move *move = library_move(library, &stock->arena, ids->items[i], &ignored);
        diagnostic_release(&ignored);
        if (move)
            stock->moves[stock->count++] = (ModelMove){.id = arena_copy(&stock->arena, ids->items[i]),
                                                       .move = move,
                                                       .is_mine = library_move_is_mine(library, ids->items[i])};
    }
    stock->is_read = true;
}

void shared_moves_release(SharedMoveList *stock)
{
    arena_release(&stock->arena);
    *stock = (SharedMoveList){0};
}

static int compare_id(const void *id, const void *move)
{
    return strcmp(id, ((const ModelMove *)move)->id);
}

const ModelMove *shared_moves_find(const SharedMoveList *stock, const char *id)
{
    return stock->count > 0 && id ? bsearch(id, stock->moves, stock->count, sizeof *stock->moves, compare_id) : NULL;
}

char *shared_moves_compose(const SharedMoveList *stock, const ComposeRequest *effects, ComposeNotes *notes,
                           char **problem)
{
    ComposeMove *moves = memory_resize(NULL, stock->count + 1, sizeof *moves);
    for (size_t i = 0; i < stock->count; i++)
        moves[i] = (ComposeMove){stock->moves[i].id, stock->moves[i].move};
    char *text = compose_routine(moves, stock->count, effects, notes, problem);
    free(moves);
    return text;
}
