/* SPDX-License-Identifier: MIT */
#include "ui/screens/home_body.h"

#include <stdlib.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "routine/wording.h"
#include "ui/body/body_draw.h"
#include "ui/widgets/list.h"

enum {
    MARK_CELLS = 2,
    WORDED_WIDTH = 24, /* of a list of areas that says the step in a word */
    NAMED_WIDTH = 15,  /* of a figure that has room for a word beside its head */
    LEGEND_GAP = 2,
    LEGEND_SWATCH = 2,
};

static LastWorked recency_at(const Model *model, int area)
{
    return last_worked_of(model->area_days ? model->area_days[area] : MODEL_NOT_KNOWN);
}

static int legend_cells(bool is_brief)
{
    int cells = (LAST_WORKED_COUNT - 1) * LEGEND_GAP;
    for (int step = 0; step < LAST_WORKED_COUNT; step++)
        cells += LEGEND_SWATCH + utf8_cells(is_brief ? last_worked_rows[step].brief : last_worked_rows[step].word);
    return cells;
}

/* The latest first, as it is read. */
static void draw_legend(Canvas *canvas, Rect line)
{
    if (line.height == 0)
        return;
    bool is_brief = legend_cells(false) > line.width;
    bool is_tight = legend_cells(is_brief) > line.width;
    int x = line.x, gap = is_tight ? 1 : LEGEND_GAP;
    for (int step = LAST_WORKED_COUNT - 1; step >= 0 && x < line.x + line.width; step--) {
        const LastWorkedRow *row = &last_worked_rows[step];
        last_worked_put(canvas, x, line.y, (LastWorked)step);
        x += is_tight ? 1 : LEGEND_SWATCH;
        x += canvas_text(canvas, x, line.y, line.x + line.width - x, style_of(ROLE_DIM),
                         is_brief ? row->brief : row->word) +
             gap;
    }
}

static void draw_figures(Canvas *canvas, const HomeLayout *layout, const HomeState *state, const Model *model)
{
    static const char *const names[BODY_VIEW_COUNT] = {"front", "back"};
    uint8_t steps[AREA_COUNT];
    for (int area = 0; area < AREA_COUNT; area++)
        steps[area] = (uint8_t)recency_at(model, area);
    for (int view = 0; view < BODY_VIEW_COUNT; view++) {
        Rect figure = view == BODY_FRONT ? layout->front : layout->back;
        body_draw_steps(canvas, figure, (BodyView)view, (BodyAreas)1 << state->spot.area, steps);
        if (figure.width >= NAMED_WIDTH)
            canvas_text(canvas, figure.x, figure.y, figure.width, style_of(ROLE_DIM), names[view]);
    }
}

static void draw_area(Canvas *canvas, Rect row, const HomeState *state, const Model *model, int area)
{
    bool is_chosen = area == (int)state->spot.area, has_focus = is_chosen && state->focus == HOME_BODY;
    const LastWorkedRow *step = &last_worked_rows[recency_at(model, area)];
    Text name = {0};
    wording_id(&name, area_name(area));
    if (is_chosen) {
        canvas_put(canvas, row.x, row.y, style_bold(ROLE_ACCENT), 0x25B8, '>');
        if (has_focus)
            canvas_cursor(canvas, row.x, row.y);
    }
    int words = row.width >= WORDED_WIDTH ? utf8_cells(step->brief) + LEGEND_SWATCH : 1;
    canvas_text(canvas, row.x + MARK_CELLS, row.y, row.width - MARK_CELLS - 1 - words,
                is_chosen ? style_bold(ROLE_ACCENT) : style_of(ROLE_TEXT), text_show(&name));
    if (model->area_days) {
        int x = row.x + row.width - (row.width >= WORDED_WIDTH ? LEGEND_SWATCH + 6 : 1);
        last_worked_put(canvas, x, row.y, recency_at(model, area));
        if (words > 1)
            canvas_text(canvas, x + LEGEND_SWATCH, row.y, 6, style_of(ROLE_DIM), step->brief);
    }
    text_release(&name);
}

static int area_rows(const HomeLayout *layout)
{
    return MAX_OF(layout->areas.height, 1);
}

/* The same as before; where the area was chosen in another way than in the list, and is out of sight, as if it were
 * opened on it. */
static int top_area(const HomeLayout *layout, const HomeState *state)
{
    const int area = (int)state->spot.area, rows = area_rows(layout), kept = state->area_top;
    const bool is_in_sight = area >= kept && area < kept + rows && kept + rows <= MAX_OF(AREA_COUNT, rows);
    return is_in_sight ? kept : list_top(area, AREA_COUNT, rows);
}

void home_body_follow_area(const HomeLayout *layout, HomeState *state, Area area)
{
    const int top = top_area(layout, state);
    state->area_top = list_keep(top, (int)area, AREA_COUNT, area_rows(layout), LIST_MARGIN);
}

void home_body_draw(Canvas *canvas, const HomeLayout *layout, const HomeState *state, const Model *model)
{
    if (layout->front.height > 0)
        draw_figures(canvas, layout, state, model);
    int top = top_area(layout, state);
    for (int i = 0; i < layout->areas.height && top + i < AREA_COUNT; i++)
        draw_area(canvas, (Rect){layout->areas.x, layout->areas.y + i, layout->areas.width, 1}, state, model, top + i);
    if (model->area_days)
        draw_legend(canvas, layout->legend);
}

static bool is_in(Rect rect, int x, int y)
{
    return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

/* The first dot of the cell that is on the figure, the upper ones before the lower ones. */
static bool dot_at(BodyView view, Rect figure, int x, int y, BodySpot *spot)
{
    const size_t width = 2 * (size_t)figure.width, at = 2 * (size_t)(y - figure.y) * width + 2 * (size_t)(x - figure.x);
    const size_t places[] = {at, at + 1, at + width, at + width + 1};
    BodyDot *dots = memory_resize(NULL, width * (size_t)figure.height * 2, sizeof(*dots)), dot = {.area = BODY_NO_AREA};
    body_raster(view, (int)width, 2 * figure.height, dots);
    for (size_t i = 0; i < ARRAY_LEN(places) && dot.area == BODY_NO_AREA; i++)
        dot = dots[places[i]];
    free(dots);
    if (dot.area == BODY_NO_AREA)
        return false;
    *spot = (BodySpot){view, (Area)dot.area, (Side)dot.side};
    return true;
}

bool home_body_at(const HomeLayout *layout, HomeState *state, int x, int y, BodySpot *spot)
{
    if (is_in(layout->front, x, y))
        return dot_at(BODY_FRONT, layout->front, x, y, spot);
    if (is_in(layout->back, x, y))
        return dot_at(BODY_BACK, layout->back, x, y, spot);
    const int top = top_area(layout, state), area = list_at(layout->areas, 1, top, AREA_COUNT, x, y);
    if (area < 0)
        return false;
    state->area_top = top;
    *spot = body_spot_of(&state->ground, (Area)area);
    return true;
}
