/* SPDX-License-Identifier: MIT */
/* How a full screen is cut: a header, the body, room to tell something, the footer. A window too small for that is
 * all body. */
#ifndef UI_WIDGETS_PANES_H
#define UI_WIDGETS_PANES_H

#include <stdbool.h>

#include "ui/widgets/canvas.h"

typedef struct Panes {
    Rect header, body, notice, footer; /* a height of 0: not there */
    bool is_tiny;                      /* below 40 x 12 */
    bool is_full;                      /* 80 x 24 and up */
} Panes;

/* `notice` is what panes_notice will tell, or NULL: it takes up to four rows. */
Panes panes_cut(int width, int height, const char *notice);

/* The body parted in two, where it is wide enough to read both; else *side has no width. */
Rect panes_split(Rect body, Rect *side);

/* A list of `count` rows, a line or two each, and beside it, or below it where the rows leave enough, a preview of the
 * chosen one; else *preview has no height. */
Rect panes_list(const Panes *panes, int count, int *row_height, Rect *preview);

/* A name, words beside it, and something on the right, of which `brief` is for where there is little room. */
void panes_header(Canvas *canvas, const Panes *panes, Style style, const char *name, const char *words,
                  const char *right, const char *brief);

/* The place behind those words, where more is typed. */
void panes_header_cursor(Canvas *canvas, const Panes *panes, const char *name, const char *words);

void panes_notice(Canvas *canvas, const Panes *panes, const char *notice);

enum { BOX_EDGES = 4 }; /* columns of a frame: its lines and a blank beside each */

/* Clears the box, draws its frame with the title in the upper edge, and returns the room inside. */
Rect panes_box(Canvas *canvas, Rect box, const char *title);

/* A box in the middle of the window with room for so many rows; the footer's line below it is cleared. */
Rect panes_frame(Canvas *canvas, const Panes *panes, int width, int rows, const char *title);

#endif
