/* SPDX-License-Identifier: MIT */
#include "base/macros.h"
#include "ui/screen.h"
#include "ui/screens/safety.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/panes.h"

enum { URGENT_PARTS = 3 };

typedef struct SafetyState {
    int focus;
} SafetyState;

static void fill_page(Page *page, Look look)
{
    page_init(page, look);
    for (size_t i = 0; i < SAFETY_PARTS; i++)
        safety_page_add(page, &safety_parts[i]);
}

static Request safety_key(void *memory, const Model *model, Action action, int32_t key)
{
    SafetyState *state = memory;
    (void)model, (void)key;
    if (action == ACTION_QUIT || action == ACTION_HELP)
        return (Request){.kind = action == ACTION_QUIT ? REQUEST_QUIT : REQUEST_HELP};
    if (action == ACTION_BACK)
        return (Request){.kind = REQUEST_BACK};
    Page page;
    fill_page(&page, (Look){0});
    bool is_moved = list_move(&state->focus, action, page_stops(&page));
    page_release(&page);
    return (Request){.kind = is_moved ? REQUEST_DRAW : REQUEST_NONE};
}

/* The parts that cannot wait on the left, the others on the right; false where they do not fit side by side. */
static bool draw_two(Canvas *canvas, Rect left)
{
    Rect right;
    left = panes_split(left, &right);
    Page pages[2];
    for (int i = 0; i < 2; i++)
        page_init(&pages[i], canvas->look);
    for (size_t i = 0; i < SAFETY_PARTS; i++)
        safety_page_add(&pages[i < URGENT_PARTS ? 0 : 1], &safety_parts[i]);
    bool fits = right.width > 0 && page_rows(&pages[0], left.width) <= left.height &&
                page_rows(&pages[1], right.width) <= right.height;
    if (fits) {
        page_draw(&pages[0], canvas, left, -1, false);
        page_draw(&pages[1], canvas, right, -1, false);
        canvas_cursor(canvas, left.x, left.y);
    }
    for (int i = 0; i < 2; i++)
        page_release(&pages[i]);
    return fits;
}

static void safety_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const SafetyState *state = memory;
    Panes panes = panes_cut(canvas, model->notice);
    panes_header(canvas, &panes, style_bold(ROLE_ACCENT), "When not to, and when to get help", NULL, "", "");
    panes_notice(canvas, &panes, model->notice);
    footer_draw(canvas, panes.footer, MAP_READING);
    if (draw_two(canvas, panes.body))
        return;
    Page page;
    fill_page(&page, canvas->look);
    panes.body.width = MIN_OF(panes.body.width, PAGE_WIDTH);
    page_draw(&page, canvas, panes.body, MIN_OF(state->focus, page_stops(&page) - 1), false);
    page_release(&page);
}

const Screen screen_safety = {
    .name = "safety",
    .map = MAP_READING,
    .state_size = sizeof(SafetyState),
    .key = safety_key,
    .draw = safety_draw,
};
