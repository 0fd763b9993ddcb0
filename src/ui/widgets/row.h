/* SPDX-License-Identifier: MIT */
/* A row of a list: what it is called, how long it takes and where; on a second line, where the row has one, what it is
 * for and with what. What speaks against it stands there in words. */
#ifndef UI_WIDGETS_ROW_H
#define UI_WIDGETS_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/widgets/canvas.h"

typedef struct RowText {
    const char *title;
    const char *mark;    /* a word behind the title, or NULL */
    const char *trouble; /* why it cannot be opened as it is: instead of time and place, or NULL */
    const char *note;    /* what speaks against it for this person, or NULL */
    bool is_back;        /* it steps back behind the others */
    int32_t seconds;
    const char *places, *details;
} RowText;

/* The chosen one is lit and marked, and has the cursor. */
void row_draw(Canvas *canvas, Rect row, const RowText *text, bool is_chosen);

#endif
