/* SPDX-License-Identifier: MIT */
#include "report/pictures.h"

#include "base/day.h"
#include "base/macros.h"
#include "report/sentences.h"
#include "ui/body/body_svg.h"

enum { CELL = 24, CELLS_LEFT = 30, CELLS_TOP = 18, TEXT_DOWN = 15 };

typedef struct Tone {
    const char *selector, *light, *dark;
} Tone;

static const Tone tones[] = {
    {"text", "fill:#222b33", "fill:#e4e8ec"},
    {".soft", "fill:#55606b", "fill:#aab4be"},
    {".h0", "fill:#e3e7eb", "fill:#39414a"},
    {".h1", "fill:#bfdccd", "fill:#315e4c"},
    {".h2", "fill:#8dc4a8", "fill:#3f8067"},
    {".h3", "fill:#4f9d7a", "fill:#5cab89"},
    {".h4", "fill:#1f6f50", "fill:#8fdcb8"},
    {"text.on4", "fill:#ffffff", "fill:#10181f"},
    {"text.on3", "fill:#0b1a13", "fill:#10181f"},
    {".axis", "fill:none;stroke:#8a949e", "fill:none;stroke:#75808b"},
    {".line", "fill:none;stroke:#1f6f50;stroke-width:2", "fill:none;stroke:#8fdcb8;stroke-width:2"},
    {".dot", "fill:#1f6f50", "fill:#8fdcb8"},
    {".best", "fill:none;stroke:#222b33;stroke-width:1.5", "fill:none;stroke:#e4e8ec;stroke-width:1.5"},
};

void picture_styles(Text *into, bool is_dark)
{
    for (size_t i = 0; i < ARRAY_LEN(tones); i++)
        text_print(into, "%s{%s}\n", tones[i].selector, is_dark ? tones[i].dark : tones[i].light);
}

static int64_t most_in_a_day(const Overview *overview)
{
    int64_t most = 0;
    for (size_t i = 0; i < overview_day_count(overview); i++)
        most = MAX_OF(most, overview->days[i].worked_s);
    return most;
}

static void add_day(Text *into, const Overview *overview, int32_t day, int x, int y, int64_t most)
{
    static const int sides[HEAT_COUNT] = {6, 14, 17, 20, 22};
    const DaySum sum = overview->days[day - overview->first_day];
    const Heat heat = sum.sessions > 0 ? MAX_OF(heat_of(sum.worked_s, most), HEAT_LITTLE) : HEAT_NONE;
    const int side = sides[heat], aside = (CELL - side) / 2;
    text_print(into, "<rect class=\"h%d\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\"/>", (int)heat,
               x + aside, y + aside, side, side);
    if (heat != HEAT_NONE)
        text_print(into, "<text%s x=\"%d\" y=\"%d\" font-size=\"10\" text-anchor=\"middle\">%d</text>",
                   heat == HEAT_MOST   ? " class=\"on4\""
                   : heat == HEAT_MUCH ? " class=\"on3\""
                                       : "",
                   x + CELL / 2, y + TEXT_DOWN + 1, (int)MAX_OF((sum.worked_s + 30) / 60, (int64_t)1));
    text_add(into, "\n");
}

/* A January names its year, if it does not end before the name does. */
static void add_month(Text *into, const CivilDay *monday, int x)
{
    text_print(into, "<text class=\"soft\" x=\"%d\" y=\"12\" font-size=\"10\">%s", x, day_month_name(monday->month));
    if (monday->month == 1 && monday->day <= 2 * DAY_WEEK)
        text_print(into, " %d", (int)monday->year);
    text_add(into, "</text>\n");
}

void picture_calendar(Text *into, const Overview *overview, size_t first_week)
{
    const int64_t most = most_in_a_day(overview);
    const size_t end = MIN_OF(first_week + CALENDAR_WEEKS, overview->week_count);
    int32_t month = 0;
    for (int weekday = 0; weekday < DAY_WEEK; weekday++)
        text_print(into, "<text class=\"soft\" x=\"0\" y=\"%d\" font-size=\"10\">%s</text>\n",
                   CELLS_TOP + weekday * CELL + TEXT_DOWN + 1, day_weekday_name(weekday));
    for (size_t week = first_week; week < end; week++) {
        const int32_t monday = overview->first_day + (int32_t)week * DAY_WEEK;
        const CivilDay civil = day_civil(monday);
        const int x = CELLS_LEFT + (int)(week - first_week) * CELL;
        if (civil.month != month)
            add_month(into, &civil, x);
        month = civil.month;
        for (int32_t day = monday; day < monday + DAY_WEEK && day <= overview->today; day++)
            add_day(into, overview, day, x, CELLS_TOP + (int)(day - monday) * CELL, most);
    }
}

void picture_bodies(Text *into, const Overview *overview)
{
    static const char *const names[] = {[BODY_FRONT] = "front", [BODY_BACK] = "back"};
    BodyHeat heat;
    body_heat_set(&heat, &overview->held_ms[0][0], HEAT_LITTLE);
    for (int view = 0; view < BODY_VIEW_COUNT; view++) {
        const int middle = BODIES_WIDTH * (1 + 2 * view) / 4;
        text_print(into, "<g transform=\"translate(%d 4) scale(0.3)\">\n", middle);
        body_svg(into, (BodyView)view, &heat);
        text_print(into,
                   "</g>\n<text class=\"soft\" x=\"%d\" y=\"322\" font-size=\"11\" text-anchor=\"middle\">%s</text>\n",
                   middle, names[view]);
        text_print(into, "<text class=\"soft\" x=\"%d\" y=\"322\" font-size=\"11\" text-anchor=\"middle\">L</text>\n",
                   middle - 55);
        text_print(into, "<text class=\"soft\" x=\"%d\" y=\"322\" font-size=\"11\" text-anchor=\"middle\">R</text>\n",
                   middle + 55);
    }
}

enum { CHART_LEFT = 54, CHART_RIGHT = 280, CHART_TOP = 14, CHART_BOTTOM = 74 };

/* Where a number of a series stands in the chart. */
typedef struct ChartScale {
    int32_t low, high, first_day, last_day;
} ChartScale;

static ChartScale scale_of(const CheckSeries *series)
{
    ChartScale scale = {series->tenths[0], series->tenths[0], series->days[0], series->days[series->count - 1]};
    for (int32_t i = 0; i < series->count; i++) {
        scale.low = MIN_OF(scale.low, series->tenths[i]);
        scale.high = MAX_OF(scale.high, series->tenths[i]);
    }
    return scale;
}

static int chart_x(const ChartScale *scale, int32_t day)
{
    const int32_t days = MAX_OF(scale->last_day - scale->first_day, 1);
    return CHART_LEFT + (int)((int64_t)(day - scale->first_day) * (CHART_RIGHT - CHART_LEFT) / days);
}

static int chart_y(const ChartScale *scale, int32_t tenths)
{
    if (scale->high == scale->low)
        return (CHART_TOP + CHART_BOTTOM) / 2;
    return CHART_BOTTOM -
           (int)((int64_t)(tenths - scale->low) * (CHART_BOTTOM - CHART_TOP) / (scale->high - scale->low));
}

static void add_number(Text *into, const CheckSeries *series, const ChartScale *scale, int32_t at, bool is_left)
{
    text_print(into, "<text x=\"%d\" y=\"%d\" font-size=\"11\"%s>", is_left ? CHART_LEFT - 8 : CHART_RIGHT + 8,
               chart_y(scale, series->tenths[at]) + 4, is_left ? " text-anchor=\"end\"" : "");
    measure_add(into, (CheckUnit)series->unit, series->tenths[at]);
    text_add(into, "</text>\n");
}

static void add_date(Text *into, int32_t day, int x, bool is_left)
{
    text_print(into, "<text class=\"soft\" x=\"%d\" y=\"94\" font-size=\"10\"%s>", x,
               is_left ? "" : " text-anchor=\"end\"");
    sentence_day(into, day);
    text_add(into, "</text>\n");
}

void picture_chart(Text *into, const CheckSeries *series)
{
    const ChartScale scale = scale_of(series);
    const int32_t last = series->count - 1, best = sentence_best(series);
    text_print(into, "<path class=\"axis\" d=\"M%d 80H%d\"/>\n<polyline class=\"line\" points=\"", CHART_LEFT,
               CHART_RIGHT);
    for (int32_t i = 0; i < series->count; i++)
        text_print(into, "%s%d,%d", i > 0 ? " " : "", chart_x(&scale, series->days[i]),
                   chart_y(&scale, series->tenths[i]));
    text_add(into, "\"/>\n");
    for (int32_t i = 0; i < series->count; i++)
        text_print(into, "<circle class=\"dot\" cx=\"%d\" cy=\"%d\" r=\"3\"/>\n", chart_x(&scale, series->days[i]),
                   chart_y(&scale, series->tenths[i]));
    text_print(into, "<circle class=\"best\" cx=\"%d\" cy=\"%d\" r=\"6\"/>\n", chart_x(&scale, series->days[best]),
               chart_y(&scale, series->tenths[best]));
    add_number(into, series, &scale, 0, true);
    add_number(into, series, &scale, last, false);
    add_date(into, scale.first_day, CHART_LEFT, true);
    add_date(into, scale.last_day, CHART_RIGHT, false);
}
