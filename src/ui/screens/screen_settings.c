/* SPDX-License-Identifier: MIT */
#include "base/macros.h"
#include "base/utf8.h"
#include "ui/screen.h"
#include "ui/screens/settings_rows.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/page.h"
#include "ui/widgets/panes.h"

enum { LONG_WIDTH = 76, HELP_ROWS = 3, HELP_ROWS_SMALL = 2 };

typedef struct SettingsState {
    Request chosen; /* of the marked choice, which stays marked as rows above it come and go; {0}: the first */
    int top;        /* the first row of the page in sight */
} SettingsState;

static int find_chosen(const Model *model, const SettingsState *state)
{
    for (int i = settings_rows_count(model) - 1; i > 0; i--) {
        const Request request = settings_row_at(model, i).request;
        if (request.kind == state->chosen.kind && request.value == state->chosen.value)
            return i;
    }
    return 0;
}

/* Each choice is one stop, whatever its length: what is marked is a choice. */
static void fill_list(Page *page, Look look, const Model *model, const SettingsState *state, bool is_long)
{
    const int count = settings_rows_count(model), chosen = find_chosen(model, state);
    Text line = {0};
    page_init(page, look);
    page->top = state->top;
    page->keeps_labels = true;
    for (int i = 0; i < count; i++) {
        const SettingsRow row = settings_row_at(model, i);
        text_clear(&line);
        if (row.request.kind != REQUEST_EDIT_SETTINGS)
            text_add(&line, row.is_one_of ? row.is_set ? "(x) " : "( ) " : row.is_set ? "[x] " : "[ ] ");
        settings_row_name(&line, model, &row, is_long);
        Block *block = page_add(page, row.group ? row.group : "", text_show(&line));
        block->has_gap = row.group != NULL;
        block->stops = 1;
        block->item = i;
        block->style = i == chosen ? style_bold(ROLE_STRONG) : style_of(row.is_set ? ROLE_ACCENT : ROLE_TEXT);
    }
    text_release(&line);
}

/* The list, and beside or below it what a choice does. */
typedef struct SettingsLayout {
    Rect list, help;
    bool is_wide;
} SettingsLayout;

static SettingsLayout cut_body(const Panes *panes)
{
    SettingsLayout lay = {0};
    lay.list = panes_split(panes->body, &lay.help);
    lay.is_wide = lay.help.width > 0;
    if (lay.is_wide || panes->is_tiny)
        return lay;
    lay.help = rect_cut_bottom(&lay.list, panes->is_full ? HELP_ROWS : HELP_ROWS_SMALL);
    rect_cut_top(&lay.help, panes->is_full ? 1 : 0);
    return lay;
}

static const char *find_notice(const Model *model)
{
    return model->notice ? model->notice : model->settings_problem;
}

static SettingsLayout cut_window(const Model *model)
{
    const Canvas window = {.width = model->width, .height = model->height};
    const Panes panes = panes_cut(&window, find_notice(model));
    return cut_body(&panes);
}

/* A click changes what it falls on, and marks it: all that is in sight stays where it is. */
static Request click(SettingsState *state, const Model *model, int32_t key)
{
    const SettingsLayout lay = cut_window(model);
    Page page;
    fill_list(&page, (Look){0}, model, state, lay.list.width >= LONG_WIDTH);
    const int chosen = find_chosen(model, state), row = page_stop_at(&page, lay.list, chosen, key_click_y(key));
    state->top = page_top(&page, lay.list, chosen);
    page_release(&page);
    if (row < 0 || key_click_x(key) >= lay.list.x + lay.list.width)
        return (Request){0};
    state->chosen = settings_row_at(model, row).request;
    return state->chosen;
}

static Request move_choice(SettingsState *state, const Model *model, Action action)
{
    const int before = find_chosen(model, state);
    int chosen = before;
    if (!list_move(&chosen, action, settings_rows_count(model)))
        return (Request){0};
    state->chosen = settings_row_at(model, chosen).request;
    const SettingsLayout lay = cut_window(model);
    Page page;
    fill_list(&page, (Look){0}, model, state, lay.list.width >= LONG_WIDTH);
    state->top = page_follow(&page, lay.list, before, chosen);
    page_release(&page);
    return (Request){.kind = REQUEST_DRAW};
}

static Request settings_key(void *memory, const Model *model, Action action, int32_t key)
{
    SettingsState *state = memory;
    if (key_is_click(key))
        return click(state, model, key);
    if (action == ACTION_CHANGE)
        return settings_row_at(model, find_chosen(model, state)).request;
    return move_choice(state, model, action);
}

/* The moves that a health word leaves out, as far as they are known. */
static void add_moves(Page *page, const Model *model, const SettingsRow *row)
{
    Text names = {0};
    int count = 0;
    if (row->request.kind != REQUEST_HEALTH || !model->moves)
        return;
    for (size_t i = 0; i < model->move_count; i++) {
        const Move *move = model->moves[i].move;
        for (size_t k = 0; k < move->not_with.count; k++) {
            if (move->not_with.items[k] == row->request.value)
                text_print(&names, "%s%s", count++ > 0 ? ", " : "", move->name);
        }
    }
    Text line = {0};
    text_print(&line, "%d of %zu moves%s%s", count, model->move_count, count > 0 ? ": " : "", text_show(&names));
    page_add(page, NULL, text_show(&line))->has_gap = true;
    text_release(&line);
    text_release(&names);
}

/* What the choice does; beside the list there is room for all that it comes to. */
static void draw_help(Canvas *canvas, Rect rect, const Model *model, int chosen, bool is_wide)
{
    const SettingsRow row = settings_row_at(model, chosen);
    Text words = {0};
    settings_row_help(&words, &row);
    if (is_wide) {
        Page page;
        page_init(&page, canvas->look);
        page_add(&page, NULL, text_show(&words));
        add_moves(&page, model, &row);
        page_draw(&page, canvas, rect, -1, false);
        page_release(&page);
    } else {
        canvas_paragraph(canvas, rect_inset(rect, 2, 0), style_of(ROLE_DIM), text_show(&words));
    }
    text_release(&words);
}

static void draw_header(Canvas *canvas, const Panes *panes, const Model *model)
{
    const char *path = model->settings_path;
    if (!path || utf8_cells(path) > panes->header.width / 2)
        path = settings_file;
    panes_header(canvas, panes, style_bold(ROLE_ACCENT), "Settings", "what suits you", path, "");
}

static void settings_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const SettingsState *state = memory;
    const int chosen = find_chosen(model, state);
    const Panes panes = panes_cut(canvas, find_notice(model));
    const SettingsLayout lay = cut_body(&panes);
    Page page;
    fill_list(&page, canvas->look, model, state, lay.list.width >= LONG_WIDTH);
    page_draw(&page, canvas, lay.list, chosen, true);
    page_release(&page);
    if (lay.help.height > 0)
        draw_help(canvas, lay.help, model, chosen, lay.is_wide);
    draw_header(canvas, &panes, model);
    panes_notice(canvas, &panes, find_notice(model));
    footer_draw(canvas, panes.footer, MAP_SETTINGS);
}

static void settings_follow(void *memory, const Model *model, const ScreenChange *change)
{
    SettingsState *state = memory;
    (void)model;
    if (change->tools && state->chosen.kind == REQUEST_TOOL && state->chosen.value != MODEL_NO_TOOL)
        state->chosen.value = (int32_t)change->tools[state->chosen.value];
}

const Screen screen_settings = {
    .name = "settings",
    .map = MAP_SETTINGS,
    .takes_clicks = true,
    .opened_by = ACTION_SETTINGS,
    .state_size = sizeof(SettingsState),
    .key = settings_key,
    .draw = settings_draw,
    .follow = settings_follow,
};
