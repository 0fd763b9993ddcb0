/* SPDX-License-Identifier: MIT */
#include "ui/screens/home_layout.h"

#include "base/macros.h"

/* clang-format off */
enum {
    FIGURE_ROWS = 12,     /* the smallest figure */
    FIGURE_GAP = 3,       /* between front and back */
    COLUMN_GAP = 3,
    RIGHT_MIN = 22, RIGHT_GOOD = 38, RIGHT_MAX = 84,
    AREAS_MIN = 16, AREAS_GOOD = 24,
    SMALL_WIDTH = 56,     /* below it one list has the window at a time */
    TALL_HEAD = 14,       /* rows of a column that has room for a heading of two lines */
    TINY_ROWS = 3,        /* of the smallest window, one of which the session that was left may have */
};
/* clang-format on */

static bool cut_figures(HomeLayout *layout, Rect *body)
{
    int right = MAX_OF(RIGHT_MIN, MIN_OF(body->width * 9 / 20, RIGHT_GOOD));
    int rows = body_rows((body->width - right - COLUMN_GAP - FIGURE_GAP) / 2, body->height - 1);
    if (rows < FIGURE_ROWS)
        return false;
    int width = body_width(2 * rows);
    Rect left = rect_cut_left(body, 2 * width + FIGURE_GAP);
    rect_cut_left(body, COLUMN_GAP);
    layout->legend = (Rect){left.x, left.y + rows, left.width, 1};
    layout->front = (Rect){left.x, left.y, width, rows};
    layout->back = (Rect){left.x + width + FIGURE_GAP, left.y, width, rows};
    return true;
}

/* In a small window the list of areas makes room for the routines while they are looked at. */
static void cut_areas(HomeLayout *layout, const HomeState *state, Rect *body)
{
    bool is_small = body->width < SMALL_WIDTH;
    if (is_small && (state->focus != HOME_BODY || state->finder.is_typing))
        return;
    layout->areas = rect_cut_left(body, MIN_OF(MAX_OF(body->width / 3, AREAS_MIN), AREAS_GOOD));
    rect_cut_left(body, is_small ? 1 : COLUMN_GAP);
}

/* The chips below the routines; in a small window in their place while they have the focus. */
static void cut_column(HomeLayout *layout, const HomeState *state, const Model *model, Rect column)
{
    bool is_tall = column.height >= TALL_HEAD;
    layout->heading = rect_cut_top(&column, is_tall ? 2 : 1);
    if (is_tall)
        rect_cut_top(&column, 1);
    if (is_tall || state->focus == HOME_CHIPS)
        home_chips_lay(&layout->laid_chips, model, column.width, column.height);
    layout->row_height = is_tall ? 2 : 1;
    if (is_tall) {
        layout->chips = rect_cut_bottom(&column, layout->laid_chips.lines);
        rect_cut_bottom(&column, 1);
        layout->rows = column;
    } else if (state->focus == HOME_CHIPS) {
        layout->chips = column;
    } else {
        layout->rows = column;
    }
}

/* The line of the session that was left: right below the header, which is free in a large window; in the smallest one
 * below all, where that leaves enough. What is left of the body. */
static Rect cut_left_line(HomeLayout *layout, const Model *model)
{
    Rect body = layout->panes.body;
    if (!model->left.title)
        return body;
    if (layout->panes.is_tiny)
        layout->left = rect_cut_bottom(&body, body.height >= TINY_ROWS ? 1 : 0);
    else if (layout->panes.is_full)
        layout->left = (Rect){body.x, body.y - 1, body.width, 1};
    else
        layout->left = rect_cut_top(&body, 1);
    return body;
}

HomeLayout home_layout_cut(const HomeState *state, const Model *model, int width, int height)
{
    HomeLayout layout = {.panes = panes_cut(&(Canvas){.width = width, .height = height}, model->notice)};
    Rect body = cut_left_line(&layout, model);
    if (!layout.panes.is_tiny && (model->is_ascii || !cut_figures(&layout, &body)))
        cut_areas(&layout, state, &body);
    body.width = MIN_OF(body.width, RIGHT_MAX);
    cut_column(&layout, state, model, body);
    return layout;
}

bool home_layout_is_list(const Model *model)
{
    HomeLayout layout = {.panes = panes_cut(&(Canvas){.width = model->width, .height = model->height}, model->notice)};
    Rect body = cut_left_line(&layout, model);
    return layout.panes.is_tiny || model->is_ascii || !cut_figures(&layout, &body);
}
