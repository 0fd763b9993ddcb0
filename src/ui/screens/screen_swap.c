/* SPDX-License-Identifier: MIT */
#include "base/macros.h"
#include "ui/screen.h"
#include "ui/screens/library_item.h"
#include "ui/screens/plan_page.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/panes.h"

typedef struct SwapState {
    int chosen;
    int top; /* the first in sight */
} SwapState;

/* The moves, and beside or below them the preview. */
typedef struct SwapLayout {
    Rect list, side;
    int row_height;
} SwapLayout;

static SwapLayout cut_body(const Panes *panes, int count)
{
    SwapLayout lay;
    lay.list = panes_list(panes, count, &lay.row_height, &lay.side);
    return lay;
}

/* The first in sight, the chosen one so far from the edge. */
static int top_in(const SwapLayout *lay, const SwapState *state, int count, int margin)
{
    const int rows = MAX_OF(lay->list.height / lay->row_height, 1);
    return list_keep(state->top, MIN_OF(state->chosen, count - 1), count, rows, margin);
}

static SwapLayout cut_window(const Model *model)
{
    const Panes panes = panes_cut(model->width, model->height, NULL);
    return cut_body(&panes, (int)model->swap_count);
}

/* A click chooses; on what is chosen already it takes it. */
static Request click(SwapState *state, const Model *model, int32_t key)
{
    const int count = (int)model->swap_count;
    const SwapLayout lay = cut_window(model);
    state->top = top_in(&lay, state, count, 0);
    const int row = list_at(lay.list, lay.row_height, state->top, count, key_click_x(key), key_click_y(key));
    if (row < 0)
        return (Request){0};
    const bool is_taken = row == state->chosen;
    state->chosen = row;
    return (Request){.kind = is_taken ? REQUEST_SWAP : REQUEST_DRAW, .value = is_taken ? row : 0};
}

static Request move_choice(SwapState *state, const Model *model, Action action)
{
    const int count = (int)model->swap_count;
    const SwapLayout lay = cut_window(model);
    state->top = top_in(&lay, state, count, 0);
    if (!list_move(&state->chosen, action, count))
        return (Request){0};
    state->top = top_in(&lay, state, count, LIST_MARGIN);
    return (Request){.kind = REQUEST_DRAW};
}

static Request swap_key(void *memory, const Model *model, Action action, int32_t key)
{
    SwapState *state = memory;
    const int count = (int)model->swap_count;
    if (count == 0)
        return (Request){0};
    if (key_is_click(key))
        return click(state, model, key);
    if (action == ACTION_TAKE)
        return (Request){.kind = REQUEST_SWAP, .value = MIN_OF(state->chosen, count - 1)};
    return move_choice(state, model, action);
}

static void draw_header(Canvas *canvas, const Panes *panes, const Model *model)
{
    const Plan *plan = model->plan;
    bool is_known = plan && model->looked_at >= 0 && (size_t)model->looked_at < plan->move_count;
    Text words = {0}, right = {0};
    if (is_known)
        text_print(&words, "%s", plan->moves[model->looked_at].name);
    if (model->swap_count > 0)
        text_print(&right, "%zu", model->swap_count);
    panes_header(canvas, panes, style_bold(ROLE_ACCENT), "Instead of", text_show(&words), text_show(&right),
                 text_show(&right));
    text_release(&words);
    text_release(&right);
}

static void draw_none(Canvas *canvas, Rect rect)
{
    canvas_paragraph(canvas, rect_inset(rect, 2, 0), style_of(ROLE_TEXT), library_item_nothing_to_swap);
    canvas_cursor(canvas, rect.x, rect.y);
}

static void draw_preview(Canvas *canvas, Rect rect, const Model *model, int chosen)
{
    Page page;
    page_init(&page, canvas->look);
    plan_page_add_shared_move(&page, model->swaps[chosen].move, model->settings);
    page_draw(&page, canvas, rect, -1, false);
    page_release(&page);
}

static void draw_body(Canvas *canvas, const Panes *panes, const SwapState *state, const Model *model)
{
    const int count = (int)model->swap_count, chosen = MIN_OF(state->chosen, count - 1);
    const SwapLayout lay = cut_body(panes, count);
    if (lay.side.height > 0)
        draw_preview(canvas, lay.side, model, chosen);
    const int rows = MAX_OF(lay.list.height / lay.row_height, 1), top = top_in(&lay, state, count, 0);
    for (int i = top; i < count && i < top + rows; i++) {
        Rect row = {lay.list.x, lay.list.y + (i - top) * lay.row_height, lay.list.width, lay.row_height};
        library_item_draw_move(canvas, row, &model->swaps[i], model->settings, i == chosen);
    }
}

static void swap_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const SwapState *state = memory;
    Panes panes = panes_cut(canvas->width, canvas->height, NULL);
    if (model->swap_count > 0)
        draw_body(canvas, &panes, state, model);
    else
        draw_none(canvas, panes.body);
    draw_header(canvas, &panes, model);
    panes_notice(canvas, &panes, model->notice);
    footer_draw_without(canvas, panes.footer, model->keys, MAP_SWAP,
                        model->swap_count == 0 ? ACTION_BIT(ACTION_TAKE) : 0);
}

const Screen screen_swap = {
    .name = "swap",
    .map = MAP_SWAP,
    .takes_clicks = true,
    .state_size = sizeof(SwapState),
    .key = swap_key,
    .draw = swap_draw,
};
