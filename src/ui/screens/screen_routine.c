/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "routine/wording.h"
#include "ui/screen.h"
#include "ui/screens/library_item.h"
#include "ui/screens/number_entry.h"
#include "ui/screens/plan_page.h"
#include "ui/screens/shown_position.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/page.h"
#include "ui/widgets/panes.h"

/* A question that needs a yes before a session has the moves that ask it. */

enum { WIDTH = 68, PICTURE_WIDTH = 44, PICTURE_ROWS = 14 };

/* The move whose question comes next, or NULL; and how many there are still. */
static const PlanMove *question_next(const Model *model, size_t *left)
{
    *left = 0;
    return model->plan ? plan_next_question(model->plan, &model->agreed, left) : NULL;
}

/* Whether one has no answer yet. */
static bool question_is_left(const Model *model)
{
    size_t left;
    return question_next(model, &left) != NULL;
}

/* What an answer to it asks for. After the last yes it is to start; where a no has left something out, what is left is
 * shown first. `is_more`: a question comes after it. */
static Request question_answer(const Model *model, bool is_yes, bool *is_more)
{
    size_t left;
    const PlanMove *move = question_next(model, &left);
    *is_more = left > 1;
    if (is_yes && left == 1 && model->plan->options.declined.count == 0)
        return (Request){.kind = REQUEST_START};
    return (Request){.kind = is_yes ? REQUEST_AGREE : REQUEST_DECLINE, .value = (int32_t)(move - model->plan->moves)};
}

/* All moves that ask it are named: a no leaves them out. */
static void fill_question(Page *page, Look look, const Model *model)
{
    size_t left;
    const PlanMove *move = question_next(model, &left);
    page_init(page, look);
    if (!move)
        return;
    Text names = {0};
    plan_name_asking(&names, model->plan, move->confirm);
    page_add(page, NULL, text_show(&names))->style = style_of(ROLE_STRONG);
    text_release(&names);
    page_add(page, NULL, move->confirm)->has_gap = true;
    Block *block = page_add(page, NULL, "y  yes\nn  no: leave it out today");
    block->style = style_of(ROLE_ACCENT);
    block->has_gap = true;
}

static int question_stops(const Model *model)
{
    Page page;
    fill_question(&page, (Look){0}, model);
    int stops = page_stops(&page);
    page_release(&page);
    return stops;
}

/* The next one, in a frame in the middle of the room, where there is enough for one. `focus` is the stop of its text
 * that is read. */
static void question_draw(Canvas *canvas, Rect room, const Model *model, int focus)
{
    Page page;
    fill_question(&page, canvas->look, model);
    int width = MIN_OF(WIDTH, room.width), rows = page_rows(&page, width - BOX_EDGES);
    if (rows + 2 <= room.height) {
        Text title = {0};
        size_t left, answered = model->agreed.count + (model->plan ? model->plan->options.declined.count : 0);
        question_next(model, &left);
        int blank = rows + BOX_EDGES <= room.height ? 1 : 0;
        text_add(&title, "Before you start");
        if (answered + left > 1)
            text_print(&title, ", %zu of %zu", answered + 1, answered + left);
        room = panes_box(canvas, rect_centre(room, width, rows + 2 + 2 * blank), text_show(&title));
        room = rect_inset(room, 0, blank);
        text_release(&title);
    }
    page_draw(&page, canvas, room, focus, false);
    page_release(&page);
}

enum { MINUTE_S = 60, HOUR_S = 3600, DAY_S = 24 * HOUR_S };

typedef struct RoutineState {
    int focus;      /* stop of the page */
    int top;        /* its first row in sight */
    bool is_asking; /* as long as there is a question without an answer */
    int question_focus;
    bool is_called_off; /* the questions were left without an answer */
    bool is_said;       /* the last key said how it feels */
    bool is_levelled;   /* the last key chose the level */
} RoutineState;

static const char called_off[] = "Not started.";

static const char *title_of(const Model *model)
{
    if (model->plan)
        return model->plan->title;
    if (!model->entry)
        return "";
    return model->entry->title ? model->entry->title : model->entry->id;
}

/* The routine that this one goes with; NULL: none, or it is not there. */
static const LibraryEntry *pair_of(const Model *model)
{
    const Routine *routine = model->entry ? model->entry->routine : NULL;
    return routine && routine->pair && model->library ? library_listed(model->library, routine->pair) : NULL;
}

static void add_pair(Page *page, const Model *model)
{
    const LibraryEntry *pair = pair_of(model);
    if (!pair)
        return;
    char key[KEY_NAME_SIZE];
    Text line = {0};
    text_print(&line, "%s (press %s)", pair->title ? pair->title : pair->id,
               key_bindings_say(model->keys, ACTION_PAIR, key));
    page_add(page, "goes with", text_show(&line))->has_gap = true;
    text_release(&line);
}

/* A tiny window has no room to ask for it. */
static bool asks_before(const Model *model)
{
    return model->can_record && !panes_cut(model->width, model->height, NULL).is_tiny;
}

static void add_longer(Page *page, const Model *model)
{
    char key[KEY_NAME_SIZE];
    Text line = {0};
    text_print(&line, "Press %s to give it more time.", key_bindings_say(model->keys, ACTION_LONGER, key));
    page_add(page, NULL, text_show(&line))->style = style_of(ROLE_DIM);
    text_release(&line);
}

static void fill_page(Page *page, Look look, const Model *model)
{
    page_init(page, look);
    if (model->plan) {
        plan_page_add(page, model->plan, model->settings, asks_before(model) ? &model->measure : NULL, model->held_ms);
        add_pair(page, model);
    } else if (model->entry && model->entry->state == ENTRY_BROKEN) {
        library_item_add_problems(page, model->entry);
    } else if (model->plan_problem) {
        page_add(page, NULL, model->plan_problem)->style = style_of(ROLE_WARN);
        if (model->minutes > 0)
            add_longer(page, model);
    }
}

/* The move that has the focus, else the one that comes next on the page, else the last before. */
static int marked_move(const Page *page, int focus)
{
    const int stops = page_stops(page);
    for (int by = 1; by >= -1; by -= 2) {
        for (int stop = focus; stop >= 0 && stop < stops; stop += by) {
            const Block *block = page_block_at(page, stop);
            if (block->item >= 0)
                return block->item;
        }
    }
    return -1;
}

static Request request(RequestKind kind)
{
    return (Request){.kind = kind};
}

/* A minute less than it lasts now, in whole minutes. */
static Request shorten(const Model *model)
{
    int32_t minutes = model->plan ? (model->plan->seconds - 1) / MINUTE_S : 0;
    if (model->minutes > 0)
        minutes = MIN_OF(minutes, model->minutes - 1);
    return minutes > 0 ? (Request){.kind = REQUEST_MINUTES, .value = minutes} : request(REQUEST_NONE);
}

/* A minute more, up to as long as it is. */
static Request lengthen(const Model *model)
{
    if (model->minutes == 0)
        return request(REQUEST_NONE);
    int32_t minutes = model->minutes + 1;
    bool is_whole = model->entry && model->entry->routine && model->plan && model->plan->routine_count == 1
                        ? minutes * MINUTE_S >= model->entry->routine->seconds
                        : model->plan && model->plan->seconds <= (model->minutes - 1) * MINUTE_S;
    return (Request){.kind = REQUEST_MINUTES, .value = is_whole ? 0 : minutes};
}

/* Round from gentle over standard to firm. */
static Request next_level(const Model *model)
{
    static const Level next[LEVEL_COUNT] = {
        [LEVEL_GENTLE] = LEVEL_STANDARD, [LEVEL_STANDARD] = LEVEL_FIRM, [LEVEL_FIRM] = LEVEL_GENTLE};
    return model->plan ? (Request){.kind = REQUEST_LEVEL, .value = (int32_t)next[model->plan->options.level]}
                       : request(REQUEST_NONE);
}

static Request ask_or_start(RoutineState *state, const Model *model)
{
    state->is_called_off = false;
    state->question_focus = 0;
    state->is_asking = true;
    return request(question_is_left(model) ? REQUEST_DRAW : REQUEST_START);
}

static Request key_while_asking(RoutineState *state, const Model *model, Action action)
{
    if (action == ACTION_YES || action == ACTION_NO) {
        state->question_focus = 0;
        return question_answer(model, action == ACTION_YES, &state->is_asking);
    }
    if (action == ACTION_BACK) {
        state->is_asking = false;
        state->is_called_off = true;
        return request(REQUEST_DRAW);
    }
    bool is_moved = list_move(&state->question_focus, action, question_stops(model));
    return request(is_moved ? REQUEST_DRAW : REQUEST_NONE);
}

static int move_in_focus(const RoutineState *state, const Model *model)
{
    Page page;
    fill_page(&page, (Look){0}, model);
    int move = model->plan ? marked_move(&page, state->focus) : -1;
    page_release(&page);
    return move;
}

/* At the move that is marked; a file with a problem has none. */
static Request ask_to_edit(const RoutineState *state, const Model *model)
{
    return (Request){.kind = REQUEST_EDIT_MOVE, .value = move_in_focus(state, model)};
}

/* A request about the move that is marked. */
static Request ask_about(RequestKind kind, const RoutineState *state, const Model *model)
{
    int move = move_in_focus(state, model);
    return move >= 0 ? (Request){.kind = kind, .value = move} : request(REQUEST_NONE);
}

/* On a window too small for a header, the title and length stand first on the page itself. */
static Rect cut_title(const Panes *panes, const RoutineState *state, Rect *rows)
{
    return rect_cut_top(rows, panes->is_tiny && (state->focus == 0 || rows->height > 3) ? 1 : 0);
}

/* The room for the page in a window as the model says. */
static Rect page_room(const RoutineState *state, const Model *model)
{
    Rect side;
    const Panes panes = panes_cut(model->width, model->height, NULL);
    Rect rows = panes_split(panes.body, &side);
    if (panes.is_tiny)
        rows = panes.body;
    else
        rows.width = MIN_OF(rows.width, PAGE_WIDTH);
    cut_title(&panes, state, &rows);
    return rows;
}

static bool is_before_in_sight(const RoutineState *state, const Model *model)
{
    Page page;
    fill_page(&page, (Look){0}, model);
    page.top = state->top;
    const Rect room = page_room(state, model);
    bool is_in_sight = false;
    for (int y = room.y; y < room.y + room.height && !is_in_sight; y++) {
        const int stop = page_stop_at(&page, room, state->focus, y);
        is_in_sight = stop >= 0 && page_block_at(&page, stop)->item == PLAN_PAGE_BEFORE;
    }
    page_release(&page);
    return is_in_sight;
}

/* A number that stands nowhere in sight is told, and the level that was chosen. */
static void add_notice(Text *into, const RoutineState *state, const Model *model)
{
    if (state->is_called_off || model->notice) {
        text_add(into, state->is_called_off ? called_off : model->notice);
    } else if (state->is_levelled && model->plan) {
        text_print(into, "Level: %s.", level_words.items[model->plan->options.level]);
    } else if (state->is_said && !is_before_in_sight(state, model)) {
        text_add(into, "before: ");
        if (model->measure.before_tenths == MEASURE_NOT_SAID)
            text_add(into, "nothing said");
        else
            number_entry_said(into, (CheckUnit)model->measure.unit, model->measure.before_tenths);
    }
}

static Request move_mark(RoutineState *state, const Model *model, Action action)
{
    Page page;
    fill_page(&page, (Look){0}, model);
    const int before = state->focus;
    const Rect room = page_room(state, model);
    bool is_moved = false;
    page.top = state->top;
    if (action == ACTION_UP || action == ACTION_DOWN) {
        state->focus = page_step(&page, room, state->focus, action == ACTION_UP ? -1 : 1);
        is_moved = state->focus != before;
    } else {
        is_moved = list_move(&state->focus, action, page_stops(&page));
    }
    if (is_moved)
        state->top = page_follow(&page, room, before, state->focus);
    page_release(&page);
    return request(is_moved ? REQUEST_DRAW : REQUEST_NONE);
}

/* The mark is on the first move from the start where that leaves everything above it in sight. */
static void routine_enter(void *memory, const Model *model)
{
    RoutineState *state = memory;
    Page page;
    fill_page(&page, (Look){0}, model);
    page.top = 0;
    const Rect room = page_room(state, model);
    int first = model->plan && room.height > 0 ? page_step(&page, room, 0, 1) : 0;
    const Block *block = page_block_at(&page, first);
    if (block && block->item >= 0 && page_follow(&page, room, 0, first) == 0)
        state->focus = first;
    page_release(&page);
}

static int stop_of(const Page *page, int item)
{
    for (int stop = 0; stop < page_stops(page); stop++) {
        if (page_block_at(page, stop)->item == item)
            return stop;
    }
    return -1;
}

/* The move of that name in another plan: the nearest to where it was, -1 where there is none. */
static int same_move(const Plan *before, int move, const Plan *plan)
{
    int found = -1;
    for (int i = 0; i < (int)plan->move_count; i++) {
        if (strcmp(plan->moves[i].name, before->moves[move].name) == 0 &&
            (found < 0 || abs(i - move) < abs(found - move)))
            found = i;
    }
    return found;
}

/* The mark stays on its move. The questions begin anew with the next start: they may be others now. */
static void routine_follow(void *memory, const Model *model, const ScreenChange *change)
{
    RoutineState *state = memory;
    if (!change->plan)
        return;
    Model seen = *model;
    Page page;
    seen.plan = change->plan;
    fill_page(&page, (Look){0}, &seen);
    const Block *marked = page_block_at(&page, MIN_OF(state->focus, page_stops(&page) - 1));
    const int move = marked ? marked->item : -1;
    page_release(&page);

    fill_page(&page, (Look){0}, model);
    const int now = move >= 0 && model->plan ? same_move(change->plan, move, model->plan) : -1;
    const int stop = now >= 0 ? stop_of(&page, now) : -1;
    state->focus = stop >= 0 ? stop : MAX_OF(MIN_OF(state->focus, page_stops(&page) - 1), 0);
    page_release(&page);
    state->is_asking = state->is_called_off = false;
}

/* A click marks a move, and scrolls nothing; on the one that is marked it tells about it. */
static Request click(RoutineState *state, const Model *model, int32_t key)
{
    Page page;
    fill_page(&page, (Look){0}, model);
    page.top = state->top;
    const Rect room = page_room(state, model);
    const int stop = page_stop_at(&page, room, state->focus, key_click_y(key));
    state->top = page_top(&page, room, state->focus);
    const Block *block = stop >= 0 && key_click_x(key) < room.x + room.width ? page_block_at(&page, stop) : NULL;
    Request answer = request(REQUEST_NONE);
    if (block && block->item >= 0) {
        const bool is_marked = stop == state->focus;
        answer = (Request){.kind = is_marked ? REQUEST_ABOUT : REQUEST_DRAW, .value = is_marked ? block->item : 0};
        state->focus = stop;
    }
    page_release(&page);
    return answer;
}

static Request say_before(RoutineState *state, const Model *model, int32_t key)
{
    if (!model->plan || !asks_before(model))
        return request(REQUEST_NONE);
    const Request said = number_entry_key(REQUEST_BEFORE, (CheckUnit)model->measure.unit, model->measure.before_tenths,
                                          key);
    state->is_said = said.kind == REQUEST_BEFORE;
    return said;
}

static Request routine_key(void *memory, const Model *model, Action action, int32_t key)
{
    RoutineState *state = memory;
    state->is_said = state->is_levelled = false;
    if (state->is_asking && question_is_left(model))
        return key_while_asking(state, model, key_bindings_action(model->keys, MAP_QUESTION, key));
    if (key_is_click(key))
        return click(state, model, key);
    if (action == ACTION_BEFORE)
        return say_before(state, model, key);
    if (action == ACTION_LONGER || action == ACTION_SHORTER)
        return action == ACTION_LONGER ? lengthen(model) : shorten(model);
    if (action == ACTION_LEVEL) {
        state->is_levelled = true;
        return next_level(model);
    }
    if (action == ACTION_ABOUT_MOVE || action == ACTION_SWAP)
        return ask_about(action == ACTION_SWAP ? REQUEST_SWAPS : REQUEST_ABOUT, state, model);
    if (action == ACTION_KEEP_SWAPS)
        return request(model->plan && plan_page_is_swapped(model->plan) ? REQUEST_KEEP_SWAPS : REQUEST_NONE);
    if (action == ACTION_PAIR)
        return request(pair_of(model) ? REQUEST_PAIR : REQUEST_NONE);
    if (action == ACTION_EDIT_ROUTINE)
        return ask_to_edit(state, model);
    if (action == ACTION_FAVOURITE)
        return (Request){.kind = REQUEST_FAVOURITE, .value = -1};
    if (action == ACTION_NEW)
        return (Request){.kind = REQUEST_NEW, .value = 1};
    if (action == ACTION_START && model->plan)
        return ask_or_start(state, model);
    if (action == ACTION_CLEAR_LOWERED && model->plan && plan_page_is_lowered(model->plan))
        return request(REQUEST_CLEAR_LOWERED);
    return move_mark(state, model, action);
}

/* Length and end: "7 moves   13 min 10 s   ends at 14:32", or short. */
static void add_times(Text *into, const Model *model, bool is_brief)
{
    if (!model->plan)
        return;
    char length[DURATION_TEXT_SIZE];
    int64_t end_s = (model->clock_s + model->plan->seconds) % DAY_S;
    int hour = (int)(end_s / HOUR_S), minute = (int)(end_s % HOUR_S / MINUTE_S);
    if (is_brief)
        text_print(into, "%s  ends %02d:%02d", duration_clock(length, model->plan->seconds), hour, minute);
    else
        text_print(into, "%zu move%s   %s   ends at %02d:%02d", model->plan->move_count,
                   model->plan->move_count == 1 ? "" : "s", duration_words(length, model->plan->seconds), hour, minute);
}

static void draw_header(Canvas *canvas, const Panes *panes, const Model *model)
{
    Text right = {0}, brief = {0}, fitted = {0};
    add_times(&right, model, false);
    add_times(&brief, model, true);
    if (model->entry && library_item_is_favourite(model->entry, model->settings))
        text_add(&fitted, model->minutes > 0 ? "*  " : "*");
    if (model->minutes > 0)
        text_print(&fitted, "fitted to %d min", (int)model->minutes);
    panes_header(canvas, panes, style_of(ROLE_STRONG), title_of(model), text_show(&fitted), text_show(&right),
                 text_show(&brief));
    text_release(&right);
    text_release(&brief);
    text_release(&fitted);
}

static void draw_tiny(Canvas *canvas, const Panes *panes, const RoutineState *state, const Model *model)
{
    Rect rect = panes->body, first = cut_title(panes, state, &rect);
    if (first.height > 0) {
        char clock[DURATION_TEXT_SIZE] = "";
        if (model->plan)
            duration_clock(clock, model->plan->seconds);
        int cells = canvas_text_right(canvas, first.x + first.width, first.y, 8, style_of(ROLE_DIM), clock);
        canvas_text(canvas, first.x, first.y, first.width - cells - 1, style_of(ROLE_STRONG), title_of(model));
        canvas_cursor(canvas, first.x, first.y);
    }
    Page page;
    fill_page(&page, canvas->look, model);
    page.top = state->top;
    page_draw(&page, canvas, rect, state->focus, false);
    page_release(&page);
}

/* Its position is above its words: where it has two, only the first, for the words need the room. */
static void draw_move(Canvas *canvas, Rect rect, const Model *model, int move)
{
    const Plan *plan = model->plan;
    Rect above = {rect.x, rect.y, MIN_OF(rect.width, PICTURE_WIDTH), MIN_OF(rect.height / 2, PICTURE_ROWS)};
    const int rows = shown_position_draw_move(canvas, above, model, plan, move, plan_page_first_side(plan, move));
    rect_cut_top(&rect, rows > 0 ? rows + 1 : 0);
    Page page;
    page_init(&page, canvas->look);
    page_add(&page, NULL, plan->moves[move].name)->style = style_of(ROLE_STRONG);
    plan_page_add_move(&page, plan, move, SIDE_NONE, model);
    page_draw(&page, canvas, rect, -1, false);
    page_release(&page);
}

static ActionSet hidden_keys(const Model *model)
{
    ActionSet hidden = 0;
    if (!model->plan)
        hidden |= ACTION_BIT(ACTION_START) | ACTION_BIT(ACTION_ABOUT_MOVE) | ACTION_BIT(ACTION_SWAP) |
                  ACTION_BIT(ACTION_TOOLS_OF_PLAN) | ACTION_BIT(ACTION_LEVEL);
    if (!model->plan && model->minutes == 0)
        hidden |= ACTION_BIT(ACTION_LONGER) | ACTION_BIT(ACTION_SHORTER);
    if (!model->plan || !plan_page_is_lowered(model->plan))
        hidden |= ACTION_BIT(ACTION_CLEAR_LOWERED);
    if (!model->plan || !plan_page_is_swapped(model->plan))
        hidden |= ACTION_BIT(ACTION_KEEP_SWAPS);
    if (!pair_of(model))
        hidden |= ACTION_BIT(ACTION_PAIR);
    return hidden;
}

static void draw_page(Canvas *canvas, Rect rows, const RoutineState *state, const Model *model)
{
    Page page;
    fill_page(&page, canvas->look, model);
    page.top = state->top;
    Rect side;
    rows = panes_split(rows, &side);
    const int focus = MIN_OF(state->focus, page_stops(&page) - 1), move = marked_move(&page, focus);
    if (side.width > 0 && model->plan && move >= 0)
        draw_move(canvas, side, model, move);
    rows.width = MIN_OF(rows.width, PAGE_WIDTH);
    page_draw(&page, canvas, rows, focus, true);
    page_release(&page);
}

static void routine_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const RoutineState *state = memory;
    const bool is_asking = state->is_asking && question_is_left(model);
    Text notice = {0};
    Panes panes = panes_cut(canvas->width, canvas->height, NULL);
    draw_header(canvas, &panes, model);
    if (is_asking)
        footer_draw_without(canvas, panes.footer, model->keys, MAP_QUESTION,
                            ~(ACTION_BIT(ACTION_YES) | ACTION_BIT(ACTION_NO)));
    else
        footer_draw_without(canvas, panes.footer, model->keys, MAP_ROUTINE, hidden_keys(model));
    if (is_asking)
        question_draw(canvas, panes.body, model, state->question_focus);
    else if (panes.is_tiny)
        draw_tiny(canvas, &panes, state, model);
    else
        draw_page(canvas, panes.body, state, model);
    add_notice(&notice, state, model);
    panes_notice(canvas, &panes, notice.length > 0 ? text_show(&notice) : NULL);
    text_release(&notice);
}

const Screen screen_routine = {
    .name = "routine",
    .map = MAP_ROUTINE,
    .takes_clicks = true,
    .when_left = REQUEST_PUT_AWAY,
    .state_size = sizeof(RoutineState),
    .enter = routine_enter,
    .key = routine_key,
    .draw = routine_draw,
    .follow = routine_follow,
};
