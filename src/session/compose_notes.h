/* SPDX-License-Identifier: MIT */
/* What a routine that was put together says of itself. */
#ifndef SESSION_COMPOSE_NOTES_H
#define SESSION_COMPOSE_NOTES_H

#include "routine/model.h"

typedef struct ComposeWhy {
    const char *use, *why;
} ComposeWhy;

/* What stands in the comments of its text. Zeroed, nothing; all of it is in its arena, for the caller to release. */
typedef struct ComposeNotes {
    Arena arena;
    int32_t minutes;  /* that were asked for */
    TextList said;    /* at the head, a paragraph each */
    ComposeWhy *whys; /* of each move, once, in the order in which they are done */
    size_t count;
    WordList impossible;        /* areas that no move suits */
    WordList no_time, no_place; /* areas that are left out for want of time; because their moves are elsewhere */
} ComposeNotes;

#endif
