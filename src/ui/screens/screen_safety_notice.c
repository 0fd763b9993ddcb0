/* SPDX-License-Identifier: MIT */
#include "base/macros.h"
#include "ui/screen.h"
#include "ui/screens/safety.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/panes.h"

typedef struct AdviceState {
    int focus;
} AdviceState;

static void fill_page(Page *page, Look look, bool is_roomy)
{
    page_init(page, look);
    safety_page_add_lines(page, safety_advice);
    for (size_t i = 0; i < page->count; i++)
        page->blocks[i].has_gap = is_roomy;
    Block *more = page_add(page, NULL,
                           "r shows when not to start, and when to get help. In the settings you can say what you "
                           "have: moves that are not for you are left out then.");
    more->style = style_of(ROLE_ACCENT);
    more->has_gap = true;
}

static Request advice_key(void *memory, const Model *model, Action action, int32_t key)
{
    AdviceState *state = memory;
    (void)model, (void)key;
    if (action == ACTION_QUIT || action == ACTION_HELP)
        return (Request){.kind = action == ACTION_QUIT ? REQUEST_QUIT : REQUEST_HELP};
    if (action == ACTION_ACCEPT || action == ACTION_BACK)
        return (Request){.kind = REQUEST_BACK};
    if (action == ACTION_RED_FLAGS)
        return (Request){.kind = REQUEST_SAFETY};
    Page page;
    fill_page(&page, (Look){0}, false);
    bool is_moved = list_move(&state->focus, action, page_stops(&page));
    page_release(&page);
    return (Request){.kind = is_moved ? REQUEST_DRAW : REQUEST_NONE};
}

static void advice_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const AdviceState *state = memory;
    Panes panes = panes_cut(canvas, model->notice);
    Rect room = panes.body;
    const int width = MIN_OF(room.width, PAGE_WIDTH);
    Page page;
    fill_page(&page, canvas->look, true);
    if (page_rows(&page, width) > room.height) {
        page_release(&page);
        fill_page(&page, canvas->look, false);
    }
    panes_header(canvas, &panes, style_bold(ROLE_ACCENT), "Before the first time", NULL, "", "");
    panes_notice(canvas, &panes, model->notice);
    footer_draw(canvas, panes.footer, MAP_ADVICE);
    if (!panes.is_tiny)
        room = rect_centre(room, width, MIN_OF(page_rows(&page, width), room.height));
    page_draw(&page, canvas, room, MIN_OF(state->focus, page_stops(&page) - 1), false);
    page_release(&page);
}

const Screen screen_safety_notice = {
    .name = "advice",
    .map = MAP_ADVICE,
    .state_size = sizeof(AdviceState),
    .key = advice_key,
    .draw = advice_draw,
};
