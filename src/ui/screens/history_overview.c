/* SPDX-License-Identifier: MIT */
#include "ui/screens/history_overview.h"

#include "base/macros.h"
#include "ui/screens/history_areas.h"
#include "ui/screens/history_calendar.h"
#include "ui/screens/history_course.h"
#include "ui/screens/history_gains.h"
#include "ui/screens/history_tiles.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/sheet.h"

enum { COLUMNS_MOST = 2, SECTIONS_MOST = 7, SECTION_GAP = 1, ARROW_CELLS = 2, EDGE = 1 << 20, SINGLE_MOST = 98 };

/* A part of the overview: how many rows it has in a width, 0 for none, and how it is drawn. */
typedef struct Section {
    int (*rows)(const Overview *overview, int width); /* NULL: the programme, which is no part of the sums */
    void (*draw)(const Overview *overview, Canvas *canvas, Rect rect); /* NULL: the calendar, which also needs a mark */
} Section;

static const Section tiles = {history_tiles_rows, history_tiles_draw}, calendar = {history_calendar_rows, NULL},
                     areas = {history_areas_rows, history_areas_draw},
                     body = {history_areas_body_rows, history_areas_body_draw},
                     gains = {history_gains_rows, history_gains_draw},
                     checks = {history_gains_check_rows, history_gains_check_draw}, course = {NULL, NULL};

/* What stands in a column, from the top; NULL ends. */
typedef struct OverviewColumn {
    const Section *sections[SECTIONS_MOST + 1];
} OverviewColumn;

static const OverviewColumn only = {{&tiles, &calendar, &course, &areas, &gains, &checks, &body}},
                            only_in_small = {{&calendar, &tiles, &course, &areas, &gains, &checks}},
                            only_in_tiny = {{&tiles, &course, &areas, &gains, &checks}},
                            first_of_two = {{&tiles, &calendar, &course, &areas, &gains}},
                            second_of_two = {{&body, &checks}};

/* The columns in a room, and how many rows the longest has. */
typedef struct OverviewLayout {
    const OverviewColumn *columns[COLUMNS_MOST];
    Rect rects[COLUMNS_MOST]; /* from row 0 on */
    int count, rows;
} OverviewLayout;

static int section_rows(const Model *model, const Section *section, int width)
{
    return section->rows ? section->rows(model->history.overview, width) : history_course_rows(&model->course, width);
}

static int column_rows(const Model *model, const OverviewColumn *column, int width)
{
    int rows = 0;
    for (int i = 0; column->sections[i]; i++) {
        const int more = section_rows(model, column->sections[i], width);
        rows += more > 0 ? more + (rows > 0 ? SECTION_GAP : 0) : 0;
    }
    return rows;
}

static OverviewLayout lay_out(const Model *model, const Panes *panes, Rect room)
{
    OverviewLayout lay = {.count = 1};
    Rect second;
    const Rect first = panes_split((Rect){0, 0, room.width, room.height}, &second);
    second.width -= second.width > 0 ? ARROW_CELLS : 0;
    if (second.width > 0) {
        lay = (OverviewLayout){.count = 2, .columns = {&first_of_two, &second_of_two}, .rects = {first, second}};
    } else {
        lay.columns[0] = panes->is_full ? &only : panes->is_tiny ? &only_in_tiny : &only_in_small;
        lay.rects[0] = (Rect){0, 0, MIN_OF(room.width - (panes->is_tiny ? 0 : ARROW_CELLS), SINGLE_MOST), room.height};
    }
    for (int i = 0; i < lay.count; i++)
        lay.rows = MAX_OF(lay.rows, column_rows(model, lay.columns[i], lay.rects[i].width));
    return lay;
}

static bool has_calendar(const OverviewLayout *lay)
{
    for (int i = 0; i < SECTIONS_MOST; i++) {
        if (lay->columns[0]->sections[i] == &calendar)
            return true;
    }
    return false;
}

static int scroll_step(Action action, int height)
{
    const int page = MAX_OF(height - 2, 1);
    return action == ACTION_UP          ? -1
           : action == ACTION_DOWN      ? 1
           : action == ACTION_PAGE_UP   ? -page
           : action == ACTION_PAGE_DOWN ? page
           : action == ACTION_FIRST     ? -EDGE
           : action == ACTION_LAST      ? EDGE
                                        : 0;
}

bool history_overview_move(HistoryPlace *place, const Model *model, Action action)
{
    const Panes panes = panes_cut(model->width, model->height, NULL);
    const Overview *overview = model->history.overview;
    const OverviewLayout lay = lay_out(model, &panes, panes.body);
    const int most = sheet_top_most(lay.rows, panes.body.height), top = MIN_OF(place->top, most);
    if (top == 0 && has_calendar(&lay) && history_calendar_move(overview, &place->days_back, action))
        return true;
    const bool is_sideways = action == ACTION_WEEK_BEFORE || action == ACTION_WEEK_NEXT;
    if (is_sideways && has_calendar(&lay)) {
        place->top = 0;
        return history_calendar_move(overview, &place->days_back, action) || top > 0;
    }
    place->top = MAX_OF(0, MIN_OF(top + scroll_step(action, panes.body.height), most));
    return scroll_step(action, panes.body.height) != 0;
}

/* The sections of a column, one below the other. */
static void draw_column(const HistoryPlace *place, const Model *model, Canvas *canvas, Rect rest,
                        const OverviewColumn *column)
{
    for (int i = 0; column->sections[i]; i++) {
        const Section *section = column->sections[i];
        const Rect part = rect_cut_top(&rest, section_rows(model, section, rest.width));
        if (part.height == 0)
            continue;
        if (!section->rows)
            history_course_draw(&model->course, canvas, part);
        else if (section->draw)
            section->draw(model->history.overview, canvas, part);
        else
            history_calendar_draw(&model->history, canvas, part, place->days_back);
        rect_cut_top(&rest, SECTION_GAP);
    }
}

void history_overview_draw(const HistoryPlace *place, const Model *model, Canvas *canvas, Rect rect)
{
    const Panes panes = panes_cut(canvas->width, canvas->height, NULL);
    const OverviewLayout lay = lay_out(model, &panes, rect);
    Sheet sheet;
    canvas_cursor(canvas, rect.x, rect.y);
    sheet_open(&sheet, canvas, rect, lay.rows, place->top);
    for (int i = 0; i < lay.count; i++) {
        const Rect whole = {lay.rects[i].x, 0, lay.rects[i].width, lay.rows};
        draw_column(place, model, &sheet.canvas, whole, lay.columns[i]);
    }
    sheet_close(&sheet);
}

void history_overview_draw_empty(const Model *model, Canvas *canvas, Rect rect)
{
    static const char *const points[] = {
        "a calendar of the last half year",
        "minutes by part of the body, left and right, and which side is behind",
        "what helped most, by how it felt before and after",
        "every session, to look up, correct or delete",
    };
    Page page;
    page_init(&page, canvas->look);
    if (!model->history.overview) {
        page_add(&page, NULL, "Your records cannot be read at the moment, so there is nothing to show here.");
    } else {
        page_add(&page, NULL, "Nothing here yet. After your first session you find here:");
        for (size_t i = 0; i < ARRAY_LEN(points); i++)
            page_add_point(&page, NULL, points[i])->has_gap = i == 0;
        page_add(&page, NULL, "It stays on this computer, and it is yours: knead export writes it to a file.")
            ->has_gap = true;
    }
    rect.width = MIN_OF(rect.width, PAGE_WIDTH);
    page_draw(&page, canvas, rect, -1, false);
    page_release(&page);
    canvas_cursor(canvas, rect.x, rect.y);
}
