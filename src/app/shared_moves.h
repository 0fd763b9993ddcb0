/* SPDX-License-Identifier: MIT */
/* All shared moves, read once, when they are first asked for. */
#ifndef APP_SHARED_MOVES_H
#define APP_SHARED_MOVES_H

#include <stdbool.h>

#include "compose/request.h"
#include "routine/library.h"
#include "ui/screen.h"

/* All zero: not read yet. */
typedef struct SharedMoveList {
    Arena arena;
    ModelMove *moves; /* sorted by id; those that have errors are left out */
    size_t count;
    bool is_read;
} SharedMoveList;

void shared_moves_read(SharedMoveList *shared_moves, Library *library);
void shared_moves_release(SharedMoveList *shared_moves);

/* A shared move by its id; NULL where there is none. */
const ModelMove *shared_moves_find(const SharedMoveList *shared_moves, const char *id);

/* The same moves as compose_routine takes them, to free(); they borrow from the list. */
ComposeMove *shared_moves_for_compose(const SharedMoveList *shared_moves);

#endif
