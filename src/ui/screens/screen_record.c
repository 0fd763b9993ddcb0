/* SPDX-License-Identifier: MIT */
/* One past session: all that is known of it, and the body with what was worked. */
#include "base/macros.h"
#include "ui/screen.h"
#include "ui/screens/history_words.h"
#include "ui/screens/record_page.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/panes.h"

typedef struct RecordScreen {
    int focus;
} RecordScreen;

static void fill(Page *page, const Model *model, Look look)
{
    page_init(page, look);
    if (model->history.record)
        record_page_add(page, model->history.record);
    else
        page_add(page, NULL, "This session was deleted.");
}

/* Index of the session that is shown in the list; -1 if that does not have it. */
static int32_t index_of(const ModelHistory *history)
{
    for (size_t i = 0; history->record && i < history->session_count; i++) {
        if (history->sessions[i].id == history->record->id)
            return (int32_t)i;
    }
    return -1;
}

static Request record_key(void *memory, const Model *model, Action action, int32_t key)
{
    static const RequestKind entered[ACTION_COUNT] = {[ACTION_RECORD_NOTE] = REQUEST_RECORD_NOTE,
                                                      [ACTION_RECORD_BEFORE] = REQUEST_RECORD_BEFORE,
                                                      [ACTION_RECORD_AFTER] = REQUEST_RECORD_AFTER};
    RecordScreen *state = memory;
    (void)key;
    if (entered[action] && model->history.record)
        return (Request){.kind = REQUEST_ENTER, .value = (int32_t)entered[action]};
    if (action == ACTION_DELETE_RECORD && model->history.record)
        return (Request){.kind = REQUEST_RECORD_DELETE, .value = index_of(&model->history)};
    Page page;
    fill(&page, model, (Look){0});
    const bool is_moved = list_move(&state->focus, action, page_stops(&page));
    page_release(&page);
    return (Request){.kind = is_moved ? REQUEST_DRAW : REQUEST_NONE};
}

static void draw_header(Canvas *canvas, const Panes *panes, const SessionRecord *record, const Overview *overview)
{
    Text when = {0}, worked = {0}, brief = {0};
    const int32_t day = history_words_day_of(record);
    history_words_day(&when, day, overview ? overview->today : day);
    text_add(&when, ", ");
    history_words_time(&when, record);
    history_words_minutes(&worked, record->worked_s);
    history_words_date(&brief, day);
    panes_header(canvas, panes, style_bold(ROLE_ACCENT), record->title, panes->is_full ? text_show(&when) : "",
                 text_show(&worked), text_show(&brief));
    text_release(&when);
    text_release(&worked);
    text_release(&brief);
}

static void record_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const RecordScreen *state = memory;
    const SessionRecord *record = model->history.record;
    const Panes panes = panes_cut(canvas->width, canvas->height, NULL);
    Page page;
    fill(&page, model, canvas->look);
    const int focus = MIN_OF(state->focus, page_stops(&page) - 1);
    if (record) {
        draw_header(canvas, &panes, record, model->history.overview);
        record_page_draw(&page, canvas, panes.body, record, focus);
    } else {
        page_draw(&page, canvas, panes.body, focus, false);
    }
    page_release(&page);
    ActionSet hidden = ACTION_BIT(ACTION_OPEN);
    hidden |= record ? 0
                     : ACTION_BIT(ACTION_DELETE_RECORD) | ACTION_BIT(ACTION_RECORD_NOTE) |
                           ACTION_BIT(ACTION_RECORD_BEFORE) | ACTION_BIT(ACTION_RECORD_AFTER);
    hidden |= model->history.can_undo ? 0 : ACTION_BIT(ACTION_UNDO_RECORD);
    panes_notice(canvas, &panes, model->notice);
    footer_draw_without(canvas, panes.footer, model->keys, MAP_RECORD, hidden);
}

const Screen screen_record = {
    .name = "record",
    .map = MAP_RECORD,
    .state_size = sizeof(RecordScreen),
    .key = record_key,
    .draw = record_draw,
};
