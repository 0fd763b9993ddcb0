/* SPDX-License-Identifier: MIT */
#include "ui/screens/history_areas.h"

#include <stdlib.h>

#include "base/macros.h"
#include "base/text.h"
#include "base/utf8.h"
#include "routine/wording.h"
#include "ui/body/body_draw.h"
#include "ui/widgets/heat.h"

enum {
    AREAS_MOST = 12,
    MINUTE_MS = 60 * 1000,
    NAME_CELLS = 14,
    NUMBER_CELLS = 5,
    SIDE_CELLS = 7,
    NOTE_FORMS = 3,
    BAR_GOOD = 10, /* columns that a longer note leaves the bar */
    BAR_LEAST = 6,
    BAR_MOST = 48,
    BODY_ROWS = 18,
    BODY_LEAST = 8,
    BODY_COLUMNS = 60, /* the widest that two figures need */
};

typedef struct AreaRow {
    int area;
    int64_t held_ms, sides[SIDE_COUNT];
} AreaRow;

typedef struct AreaRows {
    AreaRow items[AREA_COUNT];
    int count;
} AreaRows;

static int by_time(const void *left, const void *right)
{
    const AreaRow *one = left, *other = right;
    if (one->held_ms != other->held_ms)
        return one->held_ms > other->held_ms ? -1 : 1;
    return one->area - other->area;
}

static AreaRows find_rows(const Overview *overview)
{
    AreaRows rows = {0};
    for (int area = 0; area < AREA_COUNT; area++) {
        AreaRow row = {.area = area};
        for (int side = 0; side < SIDE_COUNT; side++) {
            row.sides[side] = overview->body_held_ms[area][side];
            row.held_ms += row.sides[side];
        }
        if (row.held_ms > 0)
            rows.items[rows.count++] = row;
    }
    qsort(rows.items, (size_t)rows.count, sizeof *rows.items, by_time);
    return rows;
}

int history_areas_rows(const Overview *overview, int width)
{
    (void)width;
    const int count = find_rows(overview).count;
    return count == 0 ? 0 : 1 + MIN_OF(count, AREAS_MOST) + (count > AREAS_MOST ? 1 : 0);
}

static int64_t minutes_of(int64_t ms)
{
    return (ms + MINUTE_MS / 2) / MINUTE_MS;
}

/* "left is behind by 4 min", shorter in the later forms; nothing where no side is. */
static void add_note(Text *into, const AreaRow *row, int form)
{
    static const struct {
        const char *between, *after;
    } forms[NOTE_FORMS] = {{" is behind by ", " min"}, {" ", " min behind"}, {" ", " behind"}};
    const Side behind = overview_side_behind(row->sides);
    const int64_t apart = llabs(row->sides[SIDE_LEFT] - row->sides[SIDE_RIGHT]);
    if (behind != SIDE_NONE)
        text_print(into, "%s%s%lld%s", side_name((int)behind), forms[form].between,
                   (long long)MAX_OF(minutes_of(apart), 1), forms[form].after);
}

/* Where the columns lie: the name, the bar, the numbers, the note. */
typedef struct AreaColumns {
    int bar_x, bar_cells, numbers_right, side_cells, note_x, note_cells, form;
} AreaColumns;

static int widest_note(const AreaRows *rows, int form)
{
    int cells = 0;
    for (int i = 0; i < MIN_OF(rows->count, AREAS_MOST); i++) {
        Text note = {0};
        add_note(&note, &rows->items[i], form);
        cells = MAX_OF(cells, (int)note.length);
        text_release(&note);
    }
    return cells > 0 ? cells + 2 : 0;
}

static AreaColumns cut_columns(Rect rect, const AreaRows *rows)
{
    AreaColumns columns = {.bar_x = rect.x + NAME_CELLS};
    const int room = rect.width - NAME_CELLS - NUMBER_CELLS;
    const bool has_sides = room >= BAR_LEAST + 2 * SIDE_CELLS + widest_note(rows, NOTE_FORMS - 1);
    columns.side_cells = has_sides ? SIDE_CELLS : 0;
    columns.bar_cells = -1;
    for (int form = 0; form < NOTE_FORMS && columns.bar_cells < BAR_GOOD; form++) {
        columns.form = form;
        columns.note_cells = widest_note(rows, form);
        columns.bar_cells = room - 2 * columns.side_cells - columns.note_cells;
    }
    columns.bar_cells = MAX_OF(MIN_OF(columns.bar_cells, BAR_MOST), 0);
    columns.numbers_right = columns.bar_x + columns.bar_cells + NUMBER_CELLS + 2 * columns.side_cells;
    columns.note_x = columns.numbers_right + 2;
    return columns;
}

/* What each side has of the bar: its colour, and the characters that tell it apart without colours and in ASCII. */
static const struct {
    Side side;
    Role role;
    int32_t shade;
    char letter;
} parts[] = {{SIDE_LEFT, ROLE_HEAT_4, 0x2588, '<'},
             {SIDE_RIGHT, ROLE_HEAT_2, 0x2593, '>'},
             {SIDE_NONE, ROLE_HEAT_1, 0x2592, '='}};

static void put_part(Canvas *canvas, int x, int y, int cells, size_t part, int32_t block)
{
    const bool is_block = canvas->look.colours >= 256 && !canvas->look.is_halves_only;
    canvas_run(canvas, x, y, cells, style_of(parts[part].role), is_block ? block : parts[part].shade,
               parts[part].letter);
}

/* The bar of an area: first its left, then its right, then what was held without a side. */
static void draw_bar(Canvas *canvas, int x, int y, int cells, const AreaRow *row, int64_t most_ms)
{
    int64_t until_ms = 0;
    int at = 0;
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        until_ms += row->sides[parts[i].side];
        int end = (int)((until_ms * cells + most_ms / 2) / most_ms);
        if (row->sides[parts[i].side] > 0 && end == 0)
            end = 1;
        put_part(canvas, x + at, y, MAX_OF(end - at, 0), i, 0x2586);
        at = MAX_OF(at, end);
    }
}

static void draw_number(Canvas *canvas, int right, int y, Style style, int64_t ms)
{
    Text number = {0};
    if (ms > 0 && minutes_of(ms) == 0)
        text_add(&number, "<1");
    else if (ms > 0)
        text_print(&number, "%lld", (long long)minutes_of(ms));
    canvas_text_right(canvas, right, y, NUMBER_CELLS - 1, style, text_show(&number));
    text_release(&number);
}

static void draw_row(Canvas *canvas, Rect line, const AreaColumns *columns, const AreaRow *row, int64_t most_ms)
{
    Text name = {0}, note = {0};
    const Side behind = overview_side_behind(row->sides);
    const int left_right = columns->numbers_right - columns->side_cells;
    wording_area(&name, row->area);
    add_note(&note, row, columns->form);
    canvas_text(canvas, line.x, line.y, NAME_CELLS - 1, style_of(ROLE_TEXT), text_show(&name));
    draw_bar(canvas, columns->bar_x, line.y, columns->bar_cells, row, most_ms);
    draw_number(canvas, columns->numbers_right - 2 * columns->side_cells, line.y, style_of(ROLE_TEXT), row->held_ms);
    if (columns->side_cells > 0) {
        draw_number(canvas, left_right, line.y, style_of(behind == SIDE_LEFT ? ROLE_WARN : ROLE_DIM),
                    row->sides[SIDE_LEFT]);
        draw_number(canvas, columns->numbers_right, line.y, style_of(behind == SIDE_RIGHT ? ROLE_WARN : ROLE_DIM),
                    row->sides[SIDE_RIGHT]);
    }
    canvas_text(canvas, columns->note_x, line.y, columns->note_cells, style_of(ROLE_WARN), text_show(&note));
    text_release(&name);
    text_release(&note);
}

/* The words above the numbers; before each side, what its part of the bar looks like. */
static void draw_heading(Canvas *canvas, Rect rect, const AreaColumns *columns)
{
    const int right = columns->numbers_right, total_right = right - 2 * columns->side_cells;
    const int cells = total_right - NUMBER_CELLS - rect.x, y = rect.y;
    const int used = canvas_text(canvas, rect.x, y, cells, style_bold(ROLE_STRONG), "By area");
    canvas_text(canvas, rect.x + used, y, cells - used, style_of(ROLE_DIM), ", last 4 weeks");
    canvas_text_right(canvas, total_right, y, NUMBER_CELLS - 1, style_of(ROLE_DIM), "min");
    if (columns->side_cells == 0)
        return;
    put_part(canvas, right - SIDE_CELLS - 5, y, 1, 0, 0x25A0);
    canvas_text_right(canvas, right - SIDE_CELLS, y, SIDE_CELLS - 1, style_of(ROLE_DIM), "left");
    put_part(canvas, right - 6, y, 1, 1, 0x25A0);
    canvas_text_right(canvas, right, y, SIDE_CELLS - 1, style_of(ROLE_DIM), "right");
}

/* What those that are not shown come to. */
static void draw_rest(Canvas *canvas, Rect line, const AreaColumns *columns, const AreaRows *rows)
{
    int64_t ms = 0;
    Text words = {0};
    for (int i = AREAS_MOST; i < rows->count; i++)
        ms += rows->items[i].held_ms;
    text_print(&words, "and %d more", rows->count - AREAS_MOST);
    canvas_text(canvas, line.x, line.y, NAME_CELLS, style_of(ROLE_DIM), text_show(&words));
    draw_number(canvas, columns->numbers_right - 2 * columns->side_cells, line.y, style_of(ROLE_DIM), ms);
    text_release(&words);
}

void history_areas_draw(const Overview *overview, Canvas *canvas, Rect rect)
{
    const AreaRows rows = find_rows(overview);
    const AreaColumns columns = cut_columns(rect, &rows);
    const int shown = MIN_OF(rows.count, AREAS_MOST);
    draw_heading(canvas, rect, &columns);
    for (int i = 0; i < shown; i++)
        draw_row(canvas, (Rect){rect.x, rect.y + 1 + i, rect.width, 1}, &columns, &rows.items[i],
                 rows.items[0].held_ms);
    if (rows.count > shown)
        draw_rest(canvas, (Rect){rect.x, rect.y + 1 + shown, rect.width, 1}, &columns, &rows);
}

static int figure_rows(int width)
{
    return body_rows((MIN_OF(width, BODY_COLUMNS) - 3) / 2, BODY_ROWS);
}

int history_areas_body_rows(const Overview *overview, int width)
{
    const int rows = figure_rows(width);
    return rows < BODY_LEAST || find_rows(overview).count == 0 ? 0 : 1 + rows + 1;
}

void history_areas_body_draw(const Overview *overview, Canvas *canvas, Rect rect)
{
    BodyHeat heat;
    const int rows = figure_rows(rect.width), width = MIN_OF(rect.width, BODY_COLUMNS);
    const int used = canvas_text(canvas, rect.x, rect.y, rect.width, style_bold(ROLE_STRONG), "Your body");
    canvas_text(canvas, rect.x + used, rect.y, rect.width - used, style_of(ROLE_DIM), ", last 4 weeks");
    body_heat_set(&heat, &overview->body_held_ms[0][0], HEAT_LITTLE);
    const Rect figures = body_heat_draw(&heat, canvas, (Rect){rect.x, rect.y + 1, width, rows});
    int x = figures.x;
    const int y = rect.y + 1 + rows;
    x += canvas_text(canvas, x, y, width, style_of(ROLE_DIM), "less ");
    for (Heat step = HEAT_LITTLE; step < HEAT_COUNT; step++, x += 2)
        heat_put(canvas, x, y, 1, step, 0x25A0);
    canvas_text(canvas, x, y, width, style_of(ROLE_DIM), "more");
}
