/* SPDX-License-Identifier: MIT */
#include "ui/screens/history_gains.h"

#include <math.h>
#include <stdlib.h>

#include "base/macros.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ui/screens/history_words.h"
#include "ui/screens/record_page.h"

enum {
    ROUTINES_MOST = 8,
    SERIES_MOST = 6,
    TITLE_CELLS = 22, /* that the numbers leave beside them; else they have a line of their own */
    TITLE_MOST = 40,
    PARTS = 3,
    GAP = 2,
    INDENT = 2,
    HELPED_CELLS = 16, /* of the heading */
    CHECKS_CELLS = 16,
    LEVELS = 8,
    FEEL_STEPS = 40, /* tenths */
};

static const char no_numbers[] = "No numbers yet. On a routine's page, press 0 to 9 before you start to say how it "
                                 "feels, and again when you are done.";

/* "6.1 → 3.8", "2.3 better", "8 times" of a routine. */
typedef struct GainRow {
    const char *title;
    double gain;
    Text parts[PARTS];
} GainRow;

typedef struct GainRows {
    GainRow items[ROUTINES_MOST];
    int count, cells[PARTS]; /* the widest of each part */
} GainRows;

static GainRow make_row(const RoutineSum *sum)
{
    GainRow row = {.title = sum->title, .gain = overview_mean_gain(sum)};
    const Measure mean = overview_mean_measure(sum);
    record_page_measure(&row.parts[0], &mean);
    record_page_gain(&row.parts[1], (CheckUnit)sum->unit, row.gain);
    if (sum->measured == 1)
        text_add(&row.parts[2], "once");
    else
        text_print(&row.parts[2], "%d times", (int)sum->measured);
    return row;
}

static GainRows find_rows(const Overview *overview)
{
    GainRows rows = {0};
    for (size_t i = 0; i < overview->routine_count && rows.count < ROUTINES_MOST; i++) {
        if (overview->routines[i].measured == 0)
            continue;
        GainRow *row = &rows.items[rows.count++];
        *row = make_row(&overview->routines[i]);
        for (int part = 0; part < PARTS; part++)
            rows.cells[part] = MAX_OF(rows.cells[part], utf8_cells(text_show(&row->parts[part])));
    }
    return rows;
}

static void release_rows(GainRows *rows)
{
    for (int i = 0; i < rows->count; i++) {
        for (int part = 0; part < PARTS; part++)
            text_release(&rows->items[i].parts[part]);
    }
}

static int numbers_cells(const GainRows *rows)
{
    return rows->cells[0] + rows->cells[1] + rows->cells[2] + PARTS * GAP;
}

static bool is_beside(const GainRows *rows, int width)
{
    return width - numbers_cells(rows) >= TITLE_CELLS;
}

static int hint_rows(int width)
{
    int rows = 0;
    for (const char *at = no_numbers; *at; rows++)
        utf8_wrap(at, MAX_OF(width - INDENT, 1), &at);
    return rows;
}

int history_gains_rows(const Overview *overview, int width)
{
    GainRows rows = find_rows(overview);
    const int each = is_beside(&rows, width) ? 1 : 2;
    const int count = rows.count > 0 ? rows.count * each : hint_rows(width);
    release_rows(&rows);
    return 1 + count;
}

static Role role_of(double gain)
{
    return lround(gain) > 0 ? ROLE_GOOD : ROLE_TEXT;
}

static void draw_parts(Canvas *canvas, int x, int y, int right, const GainRow *row, const int cells[PARTS])
{
    const Style styles[PARTS] = {style_bold(role_of(row->gain)), style_of(role_of(row->gain)), style_of(ROLE_DIM)};
    for (int part = 0; part < PARTS && x < right; part++) {
        canvas_text(canvas, x, y, right - x, styles[part], text_show(&row->parts[part]));
        x += cells[part] + GAP;
    }
}

void history_gains_draw(const Overview *overview, Canvas *canvas, Rect rect)
{
    GainRows rows = find_rows(overview);
    const int right = rect.x + rect.width, title_cells = MIN_OF(rect.width - numbers_cells(&rows), TITLE_MOST);
    int y = rect.y;
    canvas_text(canvas, rect.x, y++, rect.width, style_bold(ROLE_STRONG), "What helped most");
    canvas_text(canvas, rect.x + HELPED_CELLS, y - 1, rect.width - HELPED_CELLS, style_of(ROLE_DIM), ", on average");
    if (rows.count == 0)
        canvas_paragraph(canvas, (Rect){rect.x, y, rect.width - INDENT, rect.height - 1}, style_of(ROLE_DIM),
                         no_numbers);
    for (int i = 0; i < rows.count; i++) {
        const GainRow *row = &rows.items[i];
        if (is_beside(&rows, rect.width)) {
            canvas_text(canvas, rect.x, y, title_cells, style_of(ROLE_TEXT), row->title);
            draw_parts(canvas, rect.x + title_cells + GAP, y++, right, row, rows.cells);
        } else {
            canvas_text(canvas, rect.x, y++, rect.width, style_of(ROLE_TEXT), row->title);
            draw_parts(canvas, rect.x + INDENT, y++, right, row, rows.cells);
        }
    }
    release_rows(&rows);
}

int history_gains_check_rows(const Overview *overview, int width)
{
    (void)width;
    const int count = (int)MIN_OF(overview->series_count, (size_t)SERIES_MOST);
    return count == 0 ? 0 : 1 + 2 * count;
}

/* A number as one of the levels, the least of the series being the lowest, the greatest the highest. Of how it feels a
 * single step does not fill the whole height. */
static int level_of(const CheckSeries *series, int32_t tenths)
{
    int32_t low = tenths, high = tenths;
    for (int32_t i = 0; i < series->count; i++) {
        low = MIN_OF(low, series->tenths[i]);
        high = MAX_OF(high, series->tenths[i]);
    }
    if (series->unit == UNIT_FEEL && high - low < FEEL_STEPS) {
        low = MIN_OF(low, MEASURE_FEEL_MOST - FEEL_STEPS);
        high = low + FEEL_STEPS;
    }
    return high == low ? LEVELS / 2 : (tenths - low) * (LEVELS - 1) / (high - low);
}

static int draw_spark(Canvas *canvas, int x, int y, int right, const CheckSeries *series)
{
    static const char letters[LEVELS + 1] = ".:-=+*#@";
    const int first = MAX_OF(0, series->count - (right - x));
    for (int32_t i = first; i < series->count; i++, x++) {
        const int level = level_of(series, series->tenths[i]);
        const int32_t glyph = canvas->look.is_halves_only ? letters[level] : 0x2581 + level;
        canvas_put(canvas, x, y, style_of(ROLE_ACCENT), glyph, letters[level]);
    }
    return x;
}

/* The first number, the line, the last one, and since when. */
static void draw_line(Canvas *canvas, Rect line, const CheckSeries *series, int32_t today)
{
    const int32_t first = series->tenths[0], last = series->tenths[series->count - 1];
    const int32_t gain = series->more_is_better ? last - first : first - last;
    const int right = line.x + line.width;
    Text from = {0}, to = {0}, since = {0};
    measure_add_number(&from, first);
    measure_add(&to, (CheckUnit)series->unit, last);
    if (series->count > 1)
        text_print(&since, "%d times since ", (int)series->count);
    else
        text_add(&since, "once, ");
    history_words_day(&since, series->days[0], today);
    int x = line.x + INDENT;
    x += canvas_text(canvas, x, line.y, right - x, style_of(ROLE_DIM), text_show(&from)) + 1;
    x = draw_spark(canvas, x, line.y, right - (int)to.length - 1, series) + 1;
    x += canvas_text(canvas, x, line.y, right - x, style_bold(role_of(gain)), text_show(&to)) + GAP;
    if (right - x >= utf8_cells(text_show(&since)))
        canvas_text(canvas, x, line.y, right - x, style_of(ROLE_DIM), text_show(&since));
    text_release(&from);
    text_release(&to);
    text_release(&since);
}

static void draw_name(Canvas *canvas, Rect line, const CheckSeries *series)
{
    Text what = {0};
    text_print(&what, ", %s (%s is better)", series->check ? series->check : "how it feels",
               series->more_is_better ? "more" : "less");
    int x = line.x;
    x += canvas_text(canvas, x, line.y, line.width, style_of(ROLE_TEXT), series->title);
    canvas_text(canvas, x, line.y, line.x + line.width - x, style_of(ROLE_DIM), text_show(&what));
    text_release(&what);
}

void history_gains_check_draw(const Overview *overview, Canvas *canvas, Rect rect)
{
    const size_t count = MIN_OF(overview->series_count, (size_t)SERIES_MOST);
    int y = rect.y;
    canvas_text(canvas, rect.x, y++, rect.width, style_bold(ROLE_STRONG), "Checks over time");
    canvas_text(canvas, rect.x + CHECKS_CELLS, y - 1, rect.width - CHECKS_CELLS, style_of(ROLE_DIM),
                ", before each session");
    for (size_t i = 0; i < count; i++) {
        if (overview->series[i].count == 0)
            continue;
        draw_name(canvas, (Rect){rect.x, y++, rect.width, 1}, &overview->series[i]);
        draw_line(canvas, (Rect){rect.x, y++, rect.width, 1}, &overview->series[i], overview->today);
    }
}
