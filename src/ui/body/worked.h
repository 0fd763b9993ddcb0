/* SPDX-License-Identifier: MIT */
/* How long ago something was worked, in four steps that have a word, a colour and a density each. */
#ifndef UI_BODY_WORKED_H
#define UI_BODY_WORKED_H

#include <stdint.h>

#include "ui/widgets/canvas.h"

typedef enum Worked { WORKED_NEVER, WORKED_LONGER, WORKED_WEEK, WORKED_RECENT, WORKED_COUNT } Worked;

typedef struct WorkedRow {
    const char *word;    /* for the legend; the step before it in time says from where on */
    const char *brief;   /* the same where there is little room */
    Role role, role_dim; /* _dim: set off from a neighbour of the same step */
    int32_t shade;       /* without colours */
    char letter;         /* in ASCII */
} WorkedRow;

extern const WorkedRow worked_rows[WORKED_COUNT];

/* Of days, or MODEL_NEVER or MODEL_NOT_KNOWN. */
Worked worked_of(int32_t days);

/* One cell of it. */
void worked_put(Canvas *canvas, int x, int y, Worked recency);

#endif
