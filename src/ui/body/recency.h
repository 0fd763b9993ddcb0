/* SPDX-License-Identifier: MIT */
/* How long ago something was worked, in four steps that have a word, a colour and a density each. */
#ifndef UI_BODY_RECENCY_H
#define UI_BODY_RECENCY_H

#include <stdint.h>

#include "ui/widgets/canvas.h"

typedef enum Recency { RECENCY_NEVER, RECENCY_LONGER, RECENCY_WEEK, RECENCY_RECENT, RECENCY_COUNT } Recency;

typedef struct RecencyRow {
    const char *word;    /* for the legend; the step before it in time says from where on */
    const char *brief;   /* the same where there is little room */
    Role role, role_dim; /* _dim: set off from a neighbour of the same step */
    int32_t shade;       /* without colours */
    char letter;         /* in ASCII */
} RecencyRow;

extern const RecencyRow recency_rows[RECENCY_COUNT];

/* Of days, or MODEL_NEVER or MODEL_NOT_KNOWN. */
Recency recency_of(int32_t days);

/* One cell of it. */
void recency_put(Canvas *canvas, int x, int y, Recency recency);

#endif
