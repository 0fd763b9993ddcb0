/* SPDX-License-Identifier: MIT */
/* All that is known of a routine that was put together, for those that write it down. */
#ifndef COMPOSE_COMPOSITION_H
#define COMPOSE_COMPOSITION_H

#include "compose/match.h"
#include "compose/pick.h"
#include "session/compose_notes.h"

typedef struct Composition {
    const ComposeRequest *request;
    const Shape *shape;
    const PickList *list;
    const WordList *areas;         /* wished, in the order of their turns */
    int32_t seconds;               /* as long as it is; the notes know how long it should be */
    size_t fitting;                /* moves for its areas that suit the wish */
    size_t barred[PICK_BAR_COUNT]; /* those of them that are not in it */
    bool is_friction_full;         /* cross-friction at its limit kept moves, rounds or longer holds out */
    bool is_longest;               /* no hold could be longer */
    BlameMore more;
} Composition;

#endif
