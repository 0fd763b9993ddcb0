/* SPDX-License-Identifier: MIT */
#include "ui/widgets/panes.h"

#include <stddef.h>

#include "base/macros.h"
#include "base/utf8.h"

enum {
    SMALL_WIDTH = 40,
    SMALL_HEIGHT = 12,
    KEYS_HEIGHT = 6, /* from which a window too small for more has a line of keys */
    FULL_WIDTH = 80,
    FULL_HEIGHT = 24,
    TWO_WIDTH = 110,
    COLUMN_MAX = 98, /* two of them fill a window of 200 columns */
    GAP = 2,
    NOTICE_ROWS = 4,
    PREVIEW_ROWS = 7,
};

static int notice_rows(const char *notice, int width)
{
    int rows = 0;
    for (const char *at = notice; *at && rows < NOTICE_ROWS; rows++)
        utf8_wrap(at, width, &at);
    return rows;
}

Panes panes_cut(int width, int height, const char *kept)
{
    Panes panes = {.body = {0, 0, width, height}};
    panes.is_tiny = width < SMALL_WIDTH || height < SMALL_HEIGHT;
    panes.is_full = width >= FULL_WIDTH && height >= FULL_HEIGHT;
    if (panes.is_tiny) {
        panes.footer = rect_cut_bottom(&panes.body, height >= KEYS_HEIGHT ? 1 : 0);
        return panes;
    }
    panes.body = rect_inset(panes.body, 1, 0);
    panes.header = rect_cut_top(&panes.body, 1);
    panes.footer = rect_cut_bottom(&panes.body, 1);
    if (panes.is_full)
        rect_cut_top(&panes.body, 1);
    if (panes.is_full || kept)
        rect_cut_bottom(&panes.body, 1);
    if (kept)
        panes.kept = rect_cut_bottom(&panes.body, notice_rows(kept, panes.body.width));
    if (panes.is_full && kept)
        rect_cut_bottom(&panes.body, 1);
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

Rect panes_list(const Panes *panes, int count, int *row_height, Rect *preview)
{
    Rect rows = panes_split(panes->body, preview);
    *row_height = panes->is_full ? 2 : 1;
    const int left = rows.height - *row_height * MIN_OF(count, rows.height) - 1;
    if (preview->width == 0 && panes->is_full && left >= PREVIEW_ROWS)
        *preview = rect_cut_bottom(&rows, left);
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

void panes_header_cursor(Canvas *canvas, const Panes *panes, const char *name, const char *words)
{
    const Rect line = panes->header;
    if (line.height == 0)
        return;
    const int x = MIN_OF(line.x + utf8_cells(name) + 2 + utf8_cells(words), line.x + line.width - 1);
    canvas_put(canvas, x, line.y, (Style){ROLE_TEXT, ROLE_GROUND, STYLE_REVERSE}, ' ', '_');
    canvas_cursor(canvas, x, line.y);
}

void panes_notice(Canvas *canvas, const Panes *panes, const char *notice)
{
    if (!notice || panes->is_tiny)
        return;
    const Rect line = panes->footer;
    const int rows = notice_rows(notice, line.width), gap = panes->is_full ? 1 : 0;
    const int height = MAX_OF(rows, panes->kept.height);
    canvas_fill(canvas, (Rect){0, line.y - 1 - height - gap, canvas->width, gap + height + 1}, style_of(ROLE_TEXT));
    canvas_paragraph(canvas, (Rect){line.x, line.y - 1 - rows, line.width, rows}, style_of(ROLE_WARN), notice);
}

Rect panes_box(Canvas *canvas, Rect box, const char *title)
{
    if (box.width < 4 || box.height < 3)
        return box;
    const Style style = style_of(ROLE_DIM);
    const int right = box.x + box.width - 1, bottom = box.y + box.height - 1;
    canvas_fill(canvas, box, style_of(ROLE_TEXT));
    canvas_run(canvas, box.x, box.y, box.width, style, 0x2500, '-');
    canvas_run(canvas, box.x, bottom, box.width, style, 0x2500, '-');
    for (int y = box.y + 1; y < bottom; y++) {
        canvas_put(canvas, box.x, y, style, 0x2502, '|');
        canvas_put(canvas, right, y, style, 0x2502, '|');
    }
    canvas_put(canvas, box.x, box.y, style, 0x256D, '+');
    canvas_put(canvas, right, box.y, style, 0x256E, '+');
    canvas_put(canvas, box.x, bottom, style, 0x2570, '+');
    canvas_put(canvas, right, bottom, style, 0x256F, '+');
    if (title && *title) {
        int used = canvas_text(canvas, box.x + 3, box.y, box.width - 6, style_of(ROLE_STRONG), title);
        canvas_put(canvas, box.x + 2, box.y, style, ' ', ' ');
        canvas_put(canvas, box.x + 3 + used, box.y, style, ' ', ' ');
    }
    return rect_inset(box, 2, 1);
}

Rect panes_frame(Canvas *canvas, const Panes *panes, int width, int rows, const char *title)
{
    canvas_fill(canvas, (Rect){0, panes->footer.y, canvas->width, 1}, style_of(ROLE_TEXT));
    return panes_box(canvas, rect_centre((Rect){0, 0, canvas->width, canvas->height - 1}, width, rows + 2), title);
}
