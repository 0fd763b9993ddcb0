/* SPDX-License-Identifier: MIT */
#include "ui/widgets/panes.h"

#include <stddef.h>

#include "base/macros.h"
#include "base/utf8.h"

enum {
    SMALL_WIDTH = 40,
    SMALL_HEIGHT = 12,
    FULL_WIDTH = 80,
    FULL_HEIGHT = 24,
    TWO_WIDTH = 110,
    COLUMN_MAX = 88,
    GAP = 2,
    NOTICE_ROWS = 4,
};

/* One for a notice that is not there, where the row is kept free for it. */
static int notice_rows(const char *notice, int width)
{
    int rows = 0;
    const char *at = notice ? notice : "";
    do
        utf8_wrap(at, width, &at);
    while (++rows < NOTICE_ROWS && *at);
    return rows;
}

Panes panes_cut(const Canvas *canvas, const char *notice)
{
    Panes panes = {.body = {0, 0, canvas->width, canvas->height}};
    panes.is_tiny = canvas->width < SMALL_WIDTH || canvas->height < SMALL_HEIGHT;
    panes.is_full = canvas->width >= FULL_WIDTH && canvas->height >= FULL_HEIGHT;
    if (panes.is_tiny)
        return panes;
    panes.body = rect_inset(panes.body, 1, 0);
    panes.header = rect_cut_top(&panes.body, 1);
    panes.footer = rect_cut_bottom(&panes.body, 1);
    if (panes.is_full)
        rect_cut_top(&panes.body, 1);
    if (panes.is_full || notice)
        panes.notice = rect_cut_bottom(&panes.body, notice_rows(notice, panes.body.width));
    return panes;
}

Rect panes_split(Rect body, Rect *side)
{
    *side = (Rect){0};
    if (body.width + 2 < TWO_WIDTH)
        return body;
    Rect rows = rect_cut_left(&body, MIN_OF(body.width * 11 / 20, COLUMN_MAX));
    rect_cut_left(&body, GAP);
    *side = rect_cut_left(&body, COLUMN_MAX);
    return rows;
}

void panes_header(Canvas *canvas, const Panes *panes, Style style, const char *name, const char *words,
                  const char *right, const char *brief)
{
    const Rect line = panes->header;
    if (line.height == 0)
        return;
    const char *aside = panes->is_full ? right : brief;
    int room = line.width - utf8_cells(aside) - 2;
    canvas_text_right(canvas, line.x + line.width, line.y, line.width, style_of(ROLE_DIM), aside);
    int used = canvas_text(canvas, line.x, line.y, room, style, name) + 2;
    if (words && room - used > 4)
        canvas_text(canvas, line.x + used, line.y, room - used, style_of(ROLE_TEXT), words);
}

void panes_notice(Canvas *canvas, const Panes *panes, const char *notice)
{
    if (notice)
        canvas_paragraph(canvas, panes->notice, style_of(ROLE_WARN), notice);
}
