/* SPDX-License-Identifier: MIT */
/* All that is known of a routine that was put together, for those that write it down. */
#ifndef SESSION_COMPOSITION_H
#define SESSION_COMPOSITION_H

#include "session/compose_wish.h"
#include "session/pick.h"

typedef struct Composition {
    const ComposeWish *wish;
    const Shape *shape;
    const PickList *list;
    const WordList *areas;      /* wished, in the order of their turns */
    WordList impossible;        /* those that no move suits */
    WordList left_out;          /* those that there was no time for */
    int32_t seconds, minutes;   /* as long as it is, as long as it should be */
} Composition;

#endif
