/* SPDX-License-Identifier: MIT */
#include "ui/widgets/row.h"

#include "base/duration.h"
#include "base/macros.h"
#include "base/utf8.h"

enum {
    MARK_CELLS = 2,
    TITLE_MIN = 22, /* less, and it is left alone */
    TITLE_MAX = 44,
    TIME_CELLS = 8,
    PLACE_CELLS = 15,
    PLACE_MIN_WIDTH = 56,
    NOTE_CELLS = 14, /* at least, behind a title */
};

/* Columns of a row, cut from its rectangle. */
typedef struct Columns {
    int title_x, title_cells, time_right, place_x, place_cells;
} Columns;

static Columns cut_columns(Rect row)
{
    Columns columns = {.title_x = row.x + MARK_CELLS};
    bool has_place = row.width >= PLACE_MIN_WIDTH;
    int rest = row.width - MARK_CELLS - TIME_CELLS - (has_place ? PLACE_CELLS + 2 : 0);
    columns.title_cells = MAX_OF(MIN_OF(rest, has_place ? TITLE_MAX : rest), 4);
    columns.time_right = columns.title_x + columns.title_cells + TIME_CELLS - (has_place ? 0 : 1);
    columns.place_x = columns.time_right + 2;
    columns.place_cells = has_place ? row.x + row.width - columns.place_x - 1 : 0;
    return columns;
}

/* Where a panel is the text reversed, colours on it would be patches. */
static Style on_row(const Canvas *canvas, Style style, bool is_chosen)
{
    if (is_chosen && canvas->look.colours < 256)
        style.ink = ROLE_TEXT;
    if (is_chosen)
        style.ground = ROLE_PANEL;
    return style;
}

/* The word behind the title; what steps back has the reason there where the row has no other place for it. */
static const char *behind_title(Rect row, Columns columns, const RowText *text, int *cells)
{
    bool is_note = text->note && text->is_back && row.height == 1 && columns.place_cells == 0 &&
                   columns.title_cells >= TITLE_MIN;
    const char *behind = is_note ? text->note : columns.title_cells >= TITLE_MIN ? text->mark : NULL;
    *cells = !behind ? 0 : is_note ? NOTE_CELLS : utf8_cells(behind) + 2;
    return behind;
}

static void draw_title(Canvas *canvas, Rect row, Columns columns, const RowText *text, bool is_chosen)
{
    int behind_cells;
    const char *behind = behind_title(row, columns, text, &behind_cells);
    Style style = is_chosen ? style_bold(ROLE_STRONG) : style_of(text->is_back ? ROLE_DIM : ROLE_TEXT);
    int used = canvas_text(canvas, columns.title_x, row.y, columns.title_cells - behind_cells,
                           on_row(canvas, style, is_chosen), text->title) +
               2;
    if (behind)
        canvas_text(canvas, columns.title_x + used, row.y, columns.title_cells - used,
                    on_row(canvas, style_of(behind == text->note ? ROLE_WARN : ROLE_GOOD), is_chosen), behind);
}

static void draw_time(Canvas *canvas, Rect row, Columns columns, const RowText *text, bool is_chosen)
{
    char clock[DURATION_TEXT_SIZE];
    Style time = is_chosen ? style_bold(ROLE_ACCENT) : style_of(text->is_back ? ROLE_DIM : ROLE_TEXT);
    canvas_text_right(canvas, columns.time_right, row.y, TIME_CELLS, on_row(canvas, time, is_chosen),
                      duration_clock(clock, text->seconds));
    bool is_note = text->note && row.height == 1;
    Style style = style_of(is_note ? ROLE_WARN : text->is_back ? ROLE_DIM : ROLE_TEXT);
    canvas_text(canvas, columns.place_x, row.y, columns.place_cells, on_row(canvas, style, is_chosen),
                is_note ? text->note : text->places);
}

static void draw_trouble(Canvas *canvas, int y, Columns columns, bool is_chosen)
{
    bool is_wide = columns.place_cells > 0;
    canvas_text(canvas, columns.time_right - (is_wide ? 5 : 7), y, 13, on_row(canvas, style_bold(ROLE_BAD), is_chosen),
                is_wide ? "has a problem" : "problem");
}

static void draw_details(Canvas *canvas, Rect line, const RowText *text, bool is_chosen)
{
    int x = line.x + MARK_CELLS, cells = line.width - MARK_CELLS - 1;
    const char *first = text->trouble ? text->trouble : text->note;
    if (first) {
        int used = canvas_text(canvas, x, line.y, cells, on_row(canvas, style_of(ROLE_WARN), is_chosen), first) + 2;
        x += used;
        cells -= used;
    }
    if (!text->trouble)
        canvas_text(canvas, x, line.y, cells, on_row(canvas, style_of(ROLE_DIM), is_chosen), text->details);
}

void row_draw(Canvas *canvas, Rect row, const RowText *text, bool is_chosen)
{
    Columns columns = cut_columns(row);
    if (text->trouble && columns.place_cells == 0)
        columns.title_cells--; /* the word is as wide as the column of times, and needs a blank before it */
    if (is_chosen) {
        canvas_fill(canvas, row, style_on(ROLE_TEXT, ROLE_PANEL));
        canvas_put(canvas, row.x, row.y, on_row(canvas, style_of(ROLE_ACCENT), true), 0x25B8, '>');
        canvas_cursor(canvas, row.x, row.y);
    }
    draw_title(canvas, row, columns, text, is_chosen);
    if (text->trouble)
        draw_trouble(canvas, row.y, columns, is_chosen);
    else if (text->places)
        draw_time(canvas, row, columns, text, is_chosen);
    if (row.height > 1)
        draw_details(canvas, (Rect){row.x, row.y + 1, row.width, 1}, text, is_chosen);
}
