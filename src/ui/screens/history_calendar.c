/* SPDX-License-Identifier: MIT */
#include "ui/screens/history_calendar.h"

#include "base/day.h"
#include "base/macros.h"
#include "ui/screens/history_words.h"
#include "ui/widgets/heat.h"

enum {
    LABEL_CELLS = 4,   /* names of days */
    TODAY_CELLS = 7,   /* the word behind the last week */
    MONTH_CELLS = 4,   /* a name and a blank */
    LEGEND_CELLS = 11, /* beside the days; else it has a row of its own */
    PITCH_MOST = 3,    /* columns of a week */
    LEGEND_ROW = 2,    /* of the days, beside which it begins */
    BRIEF_WIDTH = 48,  /* below which words are short */
};

/* The most minutes of a day for each step. */
static const struct {
    Heat step;
    int32_t most_s;
    const char *words;
} steps[] = {
    {HEAT_LITTLE, 5 * 60, "to 5 min"},
    {HEAT_SOME, 10 * 60, "to 10 min"},
    {HEAT_MUCH, 20 * 60, "to 20 min"},
    {HEAT_MOST, INT32_MAX, "more"},
};

/* Where the days lie in a width. */
typedef struct CalendarGrid {
    int pitch, weeks; /* weeks in sight */
    int32_t monday;   /* of the first of them */
    int width;        /* of the names and the weeks */
    bool has_legend_row, has_legend_beside, has_today;
} CalendarGrid;

static CalendarGrid lay_grid(const Overview *overview, int width, int32_t days_back)
{
    const int32_t last = day_monday(overview->today), first = day_monday(overview->first_day);
    const int all = (last - first) / DAY_WEEK + 1, room = width - LABEL_CELLS;
    CalendarGrid grid = {.pitch = PITCH_MOST};
    while (grid.pitch > 1 && grid.pitch * all + (grid.pitch > 2 ? TODAY_CELLS : 0) > room)
        grid.pitch--;
    grid.weeks = MAX_OF(1, MIN_OF(all, room / grid.pitch));
    const int32_t marked = day_monday(overview->today - days_back), usual = last - (grid.weeks - 1) * DAY_WEEK;
    grid.monday = MIN_OF(marked, usual);
    grid.width = LABEL_CELLS + grid.weeks * grid.pitch;
    grid.has_today = grid.width + TODAY_CELLS <= width;
    grid.has_legend_beside = grid.width + TODAY_CELLS + 1 + LEGEND_CELLS <= width;
    grid.has_legend_row = !grid.has_legend_beside && grid.pitch > 1;
    return grid;
}

int history_calendar_rows(const Overview *overview, int width)
{
    const CalendarGrid grid = lay_grid(overview, width, 0);
    return 1 + DAY_WEEK + (grid.has_legend_row ? 1 : 0) + 1;
}

static const DaySum *sum_of(const Overview *overview, int32_t day)
{
    const bool is_in = overview->days && day >= overview->first_day && day <= overview->today;
    return is_in ? &overview->days[day - overview->first_day] : NULL;
}

static Heat step_of(const DaySum *sum)
{
    size_t i = 0;
    if (sum->sessions == 0 && sum->worked_s == 0)
        return HEAT_NONE;
    while (i + 1 < ARRAY_LEN(steps) && sum->worked_s > steps[i].most_s)
        i++;
    return steps[i].step;
}

static void put_step(Canvas *canvas, int x, int y, int pitch, Heat step)
{
    const bool is_wide = pitch > 2 && !canvas->look.is_halves_only;
    heat_put(canvas, x, y, MAX_OF(pitch - 1, 1), step, is_wide ? 0x2586 : 0x25A0);
}

/* Brackets around the marked day; where weeks have no blank between them, a sign in its place. */
static void put_mark(Canvas *canvas, int x, int y, int pitch)
{
    const Style style = style_bold(ROLE_ACCENT);
    if (pitch > 1) {
        canvas_put(canvas, x - 1, y, style, '[', '[');
        canvas_put(canvas, x + pitch - 1, y, style, ']', ']');
    } else {
        canvas_put(canvas, x, y, style, canvas->look.is_halves_only ? 'X' : 0x25C6, 'X');
    }
}

static void draw_days(Canvas *canvas, Rect rect, const Overview *overview, const CalendarGrid *grid, int32_t marked)
{
    for (int32_t day = grid->monday; day <= overview->today; day++) {
        const int week = (day - grid->monday) / DAY_WEEK;
        const int x = rect.x + LABEL_CELLS + week * grid->pitch, y = rect.y + day_weekday(day);
        const DaySum *sum = sum_of(overview, day);
        if (week < grid->weeks && sum)
            put_step(canvas, x, y, grid->pitch, step_of(sum));
        if (day == overview->today && grid->has_today && week < grid->weeks)
            canvas_text(canvas, x + MAX_OF(grid->pitch, 2) + (grid->pitch > 1 ? 1 : 0), y, TODAY_CELLS - 1,
                        day == marked ? style_bold(ROLE_ACCENT) : style_of(ROLE_DIM), "today");
    }
    put_mark(canvas, rect.x + LABEL_CELLS + (marked - grid->monday) / DAY_WEEK * grid->pitch,
             rect.y + day_weekday(marked), grid->pitch);
}

/* The name of a month stands above the week in which it begins, unless the one before needs the room. */
static void draw_months(Canvas *canvas, Rect rect, const Overview *overview, const CalendarGrid *grid)
{
    int free_x = rect.x + LABEL_CELLS;
    for (int week = 0; week < grid->weeks; week++) {
        const int32_t sunday = grid->monday + week * DAY_WEEK + DAY_WEEK - 1;
        const CivilDay civil = day_civil(MIN_OF(sunday, overview->today));
        const int x = rect.x + LABEL_CELLS + week * grid->pitch;
        if ((civil.day > DAY_WEEK && week > 0) || x < free_x)
            continue;
        /* The first week is often the end of a month, whose name would hide the next. */
        if (week == 0 && civil.day > 3 * DAY_WEEK)
            continue;
        canvas_text(canvas, x, rect.y, MONTH_CELLS, style_of(ROLE_DIM), day_month_name(civil.month));
        free_x = x + MONTH_CELLS;
    }
}

static void draw_names(Canvas *canvas, Rect rect)
{
    for (int weekday = 0; weekday < DAY_WEEK; weekday += 2)
        canvas_text(canvas, rect.x, rect.y + weekday, LABEL_CELLS - 1, style_of(ROLE_DIM), day_weekday_name(weekday));
}

static void draw_legend(Canvas *canvas, Rect rect, const CalendarGrid *grid)
{
    const bool is_beside = grid->has_legend_beside;
    int x = rect.x + (is_beside ? grid->width + TODAY_CELLS + 1 : LABEL_CELLS);
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        const int y = rect.y + 1 + (is_beside ? LEGEND_ROW + (int)i : DAY_WEEK);
        put_step(canvas, x, y, 2, steps[i].step);
        const int cells = canvas_text(canvas, x + 2, y, LEGEND_CELLS - 2, style_of(ROLE_DIM), steps[i].words);
        x += is_beside ? 0 : cells + 4;
    }
}

/* The titles of the sessions of a day, as far as they were read. */
static void add_titles(Text *into, const ModelHistory *history, int32_t day)
{
    const size_t before = into->length;
    for (size_t i = 0; i < history->session_count; i++) {
        const SessionRecord *record = &history->sessions[i];
        if (history_words_day_of(record) == day)
            text_print(into, "%s%s", into->length > before ? ", " : "", record->title);
    }
}

static void draw_day(Canvas *canvas, Rect line, const ModelHistory *history, int32_t day)
{
    const Overview *overview = history->overview;
    const DaySum *sum = sum_of(overview, day);
    Text name = {0}, done = {0}, titles = {0};
    const bool is_today = day == overview->today, is_brief = line.width < BRIEF_WIDTH;
    text_add(&name, !is_today ? "" : is_brief ? "Today" : "Today, ");
    if (!is_today || !is_brief)
        history_words_day(&name, day, overview->today);
    if (sum && sum->sessions > 0) {
        history_words_minutes(&done, sum->worked_s);
        text_add(&done, sum->sessions > 1 ? " in " : "");
        if (sum->sessions > 1)
            history_words_sessions(&done, sum->sessions);
        add_titles(&titles, history, day);
    } else {
        text_add(&done, is_today ? "no session yet" : "no session");
    }
    int x = line.x;
    const int right = line.x + line.width;
    canvas_cursor(canvas, x, line.y); /* the words of the marked day, for a square cannot be read out */
    x += canvas_text(canvas, x, line.y, right - x, style_bold(ROLE_ACCENT), text_show(&name)) + 2;
    x += canvas_text(canvas, x, line.y, right - x, style_of(ROLE_TEXT), text_show(&done)) + 2;
    if (right - x > MONTH_CELLS)
        canvas_text(canvas, x, line.y, right - x, style_of(ROLE_DIM), text_show(&titles));
    text_release(&name);
    text_release(&done);
    text_release(&titles);
}

void history_calendar_draw(const ModelHistory *history, Canvas *canvas, Rect rect, int32_t days_back)
{
    const Overview *overview = history->overview;
    const CalendarGrid grid = lay_grid(overview, rect.width, days_back);
    const int32_t marked = overview->today - days_back;
    const Rect days = {rect.x, rect.y + 1, rect.width, DAY_WEEK};
    draw_months(canvas, rect, overview, &grid);
    draw_names(canvas, days);
    draw_days(canvas, days, overview, &grid, marked);
    if (grid.has_legend_beside || grid.has_legend_row)
        draw_legend(canvas, rect, &grid);
    draw_day(canvas, (Rect){rect.x, rect.y + history_calendar_rows(overview, rect.width) - 1, rect.width, 1}, history,
             marked);
}

static const struct {
    Action action;
    int32_t back;
} ways[] = {{ACTION_UP, 1}, {ACTION_DOWN, -1}, {ACTION_WEEK_BEFORE, DAY_WEEK}, {ACTION_WEEK_NEXT, -DAY_WEEK}};

bool history_calendar_move(const Overview *overview, int32_t *days_back, Action action)
{
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        if (ways[i].action != action)
            continue;
        const int32_t day = overview->today - *days_back, to = *days_back + ways[i].back;
        const bool is_in_week = day_monday(day) == day_monday(overview->today - to);
        const bool moves_a_day = action == ACTION_UP || action == ACTION_DOWN;
        if (overview->today - to < overview->first_day || (moves_a_day && (!is_in_week || to < 0)))
            return false;
        /* A day that this week does not have yet: today. */
        if (to < 0 && day_monday(day) == day_monday(overview->today))
            return false;
        *days_back = MAX_OF(to, 0);
        return true;
    }
    return false;
}
