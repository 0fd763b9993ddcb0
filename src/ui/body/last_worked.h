/* SPDX-License-Identifier: MIT */
/* How long ago something was worked, in four steps that have a word, a colour and a density each. */
#ifndef UI_BODY_LAST_WORKED_H
#define UI_BODY_LAST_WORKED_H

#include <stdint.h>

#include "ui/widgets/canvas.h"

typedef enum LastWorked {
    LAST_WORKED_NEVER,
    LAST_WORKED_LONGER,
    LAST_WORKED_WEEK,
    LAST_WORKED_RECENT,
    LAST_WORKED_COUNT
} LastWorked;

typedef struct LastWorkedRow {
    const char *word;    /* for the legend; the step before it in time says from where on */
    const char *brief;   /* the same where there is little room */
    Role role, role_dim; /* _dim: set off from a neighbour of the same step */
    int32_t shade;       /* without colours */
    char letter;         /* in ASCII */
} LastWorkedRow;

extern const LastWorkedRow last_worked_rows[LAST_WORKED_COUNT];

/* Of days, or MODEL_NEVER or MODEL_NOT_KNOWN. */
LastWorked last_worked_of(int32_t days);

/* One cell of it. */
void last_worked_put(Canvas *canvas, int x, int y, LastWorked recency);

#endif
