/* SPDX-License-Identifier: MIT */
/* A row of a list: title, time and place; in a second line, if the row has one, what it is for and which tools it
 * needs. What speaks against it is shown in words. */
#ifndef UI_WIDGETS_ROW_H
#define UI_WIDGETS_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/widgets/canvas.h"

typedef struct RowText {
    const char *title;
    const char *mark;    /* a word behind the title, or NULL */
    const char *trouble; /* why it cannot be opened, shown instead of time and place; or NULL */
    const char *note;    /* what speaks against it for this person, or NULL */
    bool is_back;        /* drawn dimmed, since it suits less than the others */
    int32_t seconds;
    const char *places, *details;
} RowText;

/* The chosen row is highlighted and marked, and has the cursor. */
void row_draw(Canvas *canvas, Rect row, const RowText *text, bool is_chosen);

#endif
