/* SPDX-License-Identifier: MIT */
/* The parts of a full screen: header, body, footer. If the window is too small, all of it is body, but for the line of
 * keys if it has 6 rows. What is told stands above the footer, with a blank row between: a notice, which is gone with
 * the next key, over the last rows of the body, so that nothing moves; a text that stays, on rows of its own. */
#ifndef UI_WIDGETS_PANES_H
#define UI_WIDGETS_PANES_H

#include <stdbool.h>

#include "ui/widgets/canvas.h"

typedef struct Panes {
    Rect header, body, kept, footer; /* a height of 0: not there; kept: of a text that stays */
    bool is_tiny;                    /* below 40 x 12 */
    bool is_full;                    /* 80 x 24 and up */
} Panes;

/* `kept` is a text that stays, or NULL; it takes up to four rows. */
Panes panes_cut(int width, int height, const char *kept);

/* Splits the body in two if it is wide enough: returns the left part, and *side is the right one. Otherwise returns the
 * body, and *side has no width. */
Rect panes_split(Rect body, Rect *side);

/* Cuts the body into a list of `count` rows, which is returned, and a preview of the chosen row beside or below it.
 * *row_height is 1 or 2. If there is no room for a preview, its height is 0. */
Rect panes_list(const Panes *panes, int count, int *row_height, Rect *preview);

/* Draws the header: a name, words beside it, and `right` on the right; if the window is not full size, `brief` instead
 * of `right`. */
void panes_header(Canvas *canvas, const Panes *panes, Style style, const char *name, const char *words,
                  const char *right, const char *brief);

/* Draws a cursor behind those words, where the person types. */
void panes_header_cursor(Canvas *canvas, const Panes *panes, const char *name, const char *words);

/* Draws a notice, or the text that stays, in up to four rows; NULL: nothing. To be called when the body is drawn. */
void panes_notice(Canvas *canvas, const Panes *panes, const char *notice);

enum { BOX_EDGES = 4 }; /* columns of a frame: its lines and a blank beside each */

/* Clears the box, draws its frame with the title in the upper edge, and returns the room inside. */
Rect panes_box(Canvas *canvas, Rect box, const char *title);

/* A box in the middle of the window with room for so many rows; the footer's line below it is cleared. */
Rect panes_frame(Canvas *canvas, const Panes *panes, int width, int rows, const char *title);

#endif
