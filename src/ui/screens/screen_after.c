/* SPDX-License-Identifier: MIT */
#include "base/duration.h"
#include "base/macros.h"
#include "ui/screen.h"
#include "ui/screens/done_page.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/panes.h"

typedef struct AfterState {
    int focus;
} AfterState;

static void fill_page(Page *page, Look look, const Model *model)
{
    page_init(page, look);
    if (model->session)
        done_page_add(page, model->session, model->can_record, model->done_note);
}

static Request after_key(void *memory, const Model *model, Action action, int32_t key)
{
    AfterState *state = memory;
    if (action == ACTION_QUIT || action == ACTION_HELP)
        return (Request){.kind = action == ACTION_QUIT ? REQUEST_QUIT : REQUEST_HELP};
    Page page;
    fill_page(&page, (Look){0}, model);
    bool is_moved = list_move(&state->focus, action, page_stops(&page));
    page_release(&page);
    if (action == ACTION_BACK || key == KEY_ENTER_KEY)
        return (Request){.kind = REQUEST_BACK};
    return (Request){.kind = is_moved ? REQUEST_DRAW : REQUEST_NONE};
}

static void after_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const AfterState *state = memory;
    const Session *session = model->session;
    Panes panes = panes_cut(canvas, model->notice);
    char worked[DURATION_TEXT_SIZE] = "";
    if (session)
        duration_words(worked, session->worked_ms / 1000);
    const char *word = session && session->state == SESSION_LEFT ? "Left" : "Done";
    panes_header(canvas, &panes, style_bold(ROLE_GOOD), word, session ? session->plan->title : "", worked, worked);
    Rect rows = panes.body;
    if (panes.is_tiny) {
        Rect line = rect_cut_top(&rows, 1);
        int used = canvas_text(canvas, line.x, line.y, line.width, style_bold(ROLE_GOOD), word) + 1;
        canvas_text(canvas, line.x + used, line.y, line.width - used, style_of(ROLE_TEXT), worked);
        canvas_cursor(canvas, line.x, line.y);
    }
    Page page;
    fill_page(&page, canvas->look, model);
    rows.width = MIN_OF(rows.width, PAGE_WIDTH);
    page_draw(&page, canvas, rows, state->focus, false);
    page_release(&page);
    panes_notice(canvas, &panes, model->notice);
    footer_draw(canvas, panes.footer, MAP_AFTER);
}

const Screen screen_after = {
    .name = "after",
    .map = MAP_AFTER,
    .state_size = sizeof(AfterState),
    .key = after_key,
    .draw = after_draw,
};
