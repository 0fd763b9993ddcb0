/* SPDX-License-Identifier: MIT */
#include "app/shared_moves.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void shared_moves_read(SharedMoveList *shared_moves, Library *library)
{
    if (shared_moves->is_read)
        return;
    const Words *ids = library_move_ids(library);
    shared_moves->moves = arena_take_array(&shared_moves->arena, ids->count + 1, sizeof *shared_moves->moves);
    for (size_t i = 0; i < ids->count; i++) {
        DiagnosticList ignored = {0}; /* a file of moves tells of its problems when it is checked itself */
        const Move *move = library_move(library, &shared_moves->arena, ids->items[i], &ignored);
        diagnostic_release(&ignored);
        if (move)
            shared_moves->moves[shared_moves->count++] = (ModelMove){
                .id = arena_copy(&shared_moves->arena, ids->items[i]),
                .move = move,
                .is_mine = library_move_is_mine(library, ids->items[i])};
    }
    shared_moves->is_read = true;
}

void shared_moves_release(SharedMoveList *shared_moves)
{
    arena_release(&shared_moves->arena);
    *shared_moves = (SharedMoveList){0};
}

static int compare_id(const void *id, const void *move)
{
    return strcmp(id, ((const ModelMove *)move)->id);
}

const ModelMove *shared_moves_find(const SharedMoveList *shared_moves, const char *id)
{
    return shared_moves->count > 0 && id
               ? bsearch(id, shared_moves->moves, shared_moves->count, sizeof *shared_moves->moves, compare_id)
               : NULL;
}

ComposeMove *shared_moves_for_compose(const SharedMoveList *shared_moves)
{
    ComposeMove *moves = memory_resize(NULL, shared_moves->count + 1, sizeof *moves);
    for (size_t i = 0; i < shared_moves->count; i++)
        moves[i] = (ComposeMove){shared_moves->moves[i].id, shared_moves->moves[i].move};
    return moves;
}
