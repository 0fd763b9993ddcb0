/* SPDX-License-Identifier: MIT */
/* What was done in the session that has just ended, as the history shows it too, and what is asked after it: how it
 * feels now, and a note. */
#include "base/duration.h"
#include "base/macros.h"
#include "ui/screen.h"
#include "ui/screens/number_entry.h"
#include "ui/screens/record_page.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/panes.h"

typedef struct AfterState {
    int focus;
} AfterState;

/* What the page is filled with, and what its texts are in. */
typedef struct AfterPage {
    Page page;
    Arena arena;
    SessionRecord record;
} AfterPage;

static void add_checks(Page *page, const Plan *plan)
{
    bool is_first = true;
    for (size_t i = 0; i < plan->routine_count; i++) {
        if (!plan->routines[i].check.say)
            continue;
        page_add(page, is_first ? "check" : "", plan->routines[i].check.say);
        is_first = false;
    }
}

/* A small window has room for the question alone; a tiny one, which has no room for the answer elsewhere, for that. */
static void add_short_question(Text *into, bool is_tiny, CheckUnit unit, int32_t said)
{
    if (said != MEASURE_NOT_SAID) {
        text_add(into, "now ");
        number_entry_said(into, unit, said);
    } else if (unit == UNIT_FEEL) {
        text_add(into, is_tiny ? "now, 0 to 10?" : "Now, 0 (fine) to 10 (worst)?");
    } else {
        text_print(into, "Now, in %s?", unit_words.items[unit]);
    }
}

/* Comes first, until it is answered. */
static void add_question(Page *page, const Model *model)
{
    const Panes panes = panes_cut(model->width, model->height, NULL);
    const CheckUnit unit = (CheckUnit)model->session->measure.unit;
    const int32_t said = model->session->measure.after_tenths;
    Text line = {0};
    if (said != MEASURE_NOT_SAID && !panes.is_tiny)
        return;
    if (panes.is_full) {
        add_checks(page, model->session->plan);
        number_entry_ask(&line, unit);
    } else {
        add_short_question(&line, panes.is_tiny, unit, said);
    }
    if (model->can_record) {
        Block *block = page_add(page, panes.is_full ? "now" : NULL, text_show(&line));
        block->label_style = block->style = style_bold(ROLE_ACCENT);
    }
    text_release(&line);
}

static bool is_hurt(const SessionRecord *record)
{
    bool is_hurt = false;
    for (size_t i = 0; i < record->count; i++)
        is_hurt = is_hurt || record->moves[i].hurt;
    return is_hurt;
}

static void add_notes(Page *page, const Model *model, const SessionRecord *record)
{
    if (is_hurt(record)) {
        Block *block = page_add(
            page, NULL, model->can_record ? "The pressure target there is lower next time." : "Let it rest there.");
        block->style = style_of(ROLE_WARN);
        block->has_gap = true;
    }
    if (model->done_note) {
        Block *block = page_add(page, NULL, model->done_note);
        block->style = style_of(ROLE_DIM);
        block->has_gap = true;
    }
}

static void open_page(AfterPage *after, const Model *model, Look look)
{
    *after = (AfterPage){0};
    page_init(&after->page, look);
    if (!model->session)
        return;
    record_of_session(&after->record, &after->arena, model->session);
    after->record.note = model->note;
    add_question(&after->page, model);
    if (after->page.count > 1) /* the checks stand above */
        after->record.check = NULL;
    const size_t first = after->page.count;
    record_page_add(&after->page, &after->record);
    if (first > 0 && after->page.count > first)
        after->page.blocks[first].has_gap = true;
    add_notes(&after->page, model, &after->record);
}

static void close_page(AfterPage *after)
{
    page_release(&after->page);
    arena_release(&after->arena);
}

static Request scroll(AfterState *state, const Model *model, Action action)
{
    AfterPage after;
    open_page(&after, model, (Look){0});
    const bool is_moved = list_move(&state->focus, action, page_stops(&after.page));
    close_page(&after);
    return (Request){.kind = is_moved ? REQUEST_DRAW : REQUEST_NONE};
}

static Request after_key(void *memory, const Model *model, Action action, int32_t key)
{
    static const Request requests[ACTION_COUNT] = {
        [ACTION_HOME] = {.kind = REQUEST_BACK},
        [ACTION_AGAIN] = {.kind = REQUEST_AGAIN},
        [ACTION_HISTORY_AFTER] = {.kind = REQUEST_HISTORY},
        [ACTION_NOTE] = {.kind = REQUEST_ENTER, .value = REQUEST_RECORD_NOTE},
        [ACTION_CORRECT_BEFORE] = {.kind = REQUEST_ENTER, .value = REQUEST_RECORD_BEFORE},
        [ACTION_CORRECT_AFTER] = {.kind = REQUEST_ENTER, .value = REQUEST_RECORD_AFTER},
    };
    const Request request = requests[action];
    if (action == ACTION_AFTER && model->session && model->can_record)
        return number_entry_key(REQUEST_RECORD_AFTER, (CheckUnit)model->session->measure.unit,
                                model->session->measure.after_tenths, key);
    if (request.kind == REQUEST_ENTER && !model->can_record)
        return (Request){0};
    return request.kind ? request : scroll(memory, model, action);
}

/* Without a header, what stands in it goes to the first line. */
static void draw_tiny_header(Canvas *canvas, Rect *rows, const char *title, const char *length)
{
    const Rect line = rect_cut_top(rows, 1);
    const int used = canvas_text(canvas, line.x, line.y, line.width, style_bold(ROLE_GOOD), title) + 1;
    canvas_text(canvas, line.x + used, line.y, line.width - used, style_of(ROLE_TEXT), length);
    canvas_cursor(canvas, line.x, line.y);
}

static ActionSet hidden_keys(const Model *model)
{
    return model->can_record ? 0
                             : ACTION_BIT(ACTION_AFTER) | ACTION_BIT(ACTION_NOTE) | ACTION_BIT(ACTION_CORRECT_BEFORE) |
                                   ACTION_BIT(ACTION_CORRECT_AFTER);
}

static void after_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const AfterState *state = memory;
    const Session *session = model->session;
    const char *title = session && session->state == SESSION_LEFT ? "Left" : "Done";
    char length[DURATION_TEXT_SIZE] = "";
    const Panes panes = panes_cut(canvas->width, canvas->height, NULL);
    Rect room = panes.body;
    AfterPage after;
    if (session)
        duration_words(length, session->worked_ms / 1000);
    panes_header(canvas, &panes, style_bold(ROLE_GOOD), title, session ? session->plan->title : "", length, length);
    footer_draw_without(canvas, panes.footer, model->keys, MAP_AFTER, hidden_keys(model));
    if (panes.is_tiny)
        draw_tiny_header(canvas, &room, title, length);
    open_page(&after, model, canvas->look);
    const int focus = MIN_OF(state->focus, page_stops(&after.page) - 1);
    record_page_draw(&after.page, canvas, room, &after.record, focus);
    panes_notice(canvas, &panes, model->notice);
    close_page(&after);
}

const Screen screen_after = {.name = "after",
                             .map = MAP_AFTER,
                             .when_left = REQUEST_PUT_AWAY,
                             .state_size = sizeof(AfterState),
                             .key = after_key,
                             .draw = after_draw};
