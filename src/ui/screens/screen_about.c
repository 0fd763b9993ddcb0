/* SPDX-License-Identifier: MIT */
#include "base/macros.h"
#include "ui/screen.h"
#include "ui/screens/move_page.h"
#include "ui/widgets/box.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/panes.h"

typedef struct AboutState {
    int focus;
} AboutState;

enum { EDGES = 4 };

/* The move that was asked for, else that of the moment; on a rest the one that comes next. -1 where there is none. */
static int32_t find_move(const Model *model, Side *side)
{
    const Plan *plan = model->session ? model->session->plan : model->plan;
    if (plan && model->looked_at >= 0 && (size_t)model->looked_at < plan->move_count)
        return model->looked_at;
    size_t first = model->session ? (size_t)model->session->step : 0;
    for (size_t i = first; plan && i < plan->step_count; i++) {
        if (plan->steps[i].move >= 0) {
            *side = plan->steps[i].side;
            return plan->steps[i].move;
        }
    }
    return -1;
}

static void fill_page(Page *page, Look look, const Model *model)
{
    Side side = SIDE_NONE;
    int32_t move = find_move(model, &side);
    page_init(page, look);
    if (move >= 0)
        move_page_add(page, model->session ? model->session->plan : model->plan, move, side, model->settings);
    else
        page_add(page, NULL, "There is no move to tell about.");
}

static void add_title(Text *into, const Model *model)
{
    Side side = SIDE_NONE;
    int32_t move = find_move(model, &side);
    if (move < 0)
        return;
    const Plan *plan = model->session ? model->session->plan : model->plan;
    text_add(into, plan->moves[move].name);
    if (side != SIDE_NONE)
        text_print(into, ", %s side", side_name((int)side));
}

static Request about_key(void *memory, const Model *model, Action action, int32_t key)
{
    AboutState *state = memory;
    if (action == ACTION_QUIT || action == ACTION_HELP)
        return (Request){.kind = action == ACTION_QUIT ? REQUEST_QUIT : REQUEST_HELP};
    if (action == ACTION_BACK || key == action_rows[ACTION_ABOUT].codes[0])
        return (Request){.kind = REQUEST_BACK};
    Page page;
    fill_page(&page, (Look){0}, model);
    bool is_moved = list_move(&state->focus, action, page_stops(&page));
    page_release(&page);
    return (Request){.kind = is_moved ? REQUEST_DRAW : REQUEST_NONE};
}

static void about_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const AboutState *state = memory;
    Panes panes = panes_cut(canvas, NULL);
    Rect room = {0, 0, canvas->width, canvas->height};
    Page page;
    fill_page(&page, canvas->look, model);
    if (panes.is_tiny) {
        canvas_clear(canvas);
    } else {
        Text title = {0};
        int width = MIN_OF(PAGE_WIDTH, canvas->width - 2);
        add_title(&title, model);
        rect_cut_bottom(&room, 1);
        room = box_draw(canvas, rect_centre(room, width, page_rows(&page, width - EDGES) + 2), text_show(&title));
        canvas_fill(canvas, panes.footer, style_of(ROLE_TEXT));
        footer_draw(canvas, panes.footer, MAP_READING);
        text_release(&title);
    }
    page_draw(&page, canvas, room, MIN_OF(state->focus, page_stops(&page) - 1), false);
    page_release(&page);
}

const Screen screen_about = {
    .name = "about",
    .map = MAP_READING,
    .state_size = sizeof(AboutState),
    .is_overlay = true,
    .key = about_key,
    .draw = about_draw,
};
