/* SPDX-License-Identifier: MIT */
#include "base/macros.h"
#include "base/utf8.h"
#include "routine/filter.h"
#include "settings/health.h"
#include "ui/screen.h"
#include "ui/screens/settings_list.h"
#include "ui/screens/tool_page.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/page.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/text_input.h"

enum {
    LONG_WIDTH = 76,
    COLUMNS = 3, /* at most, each between these widths, beside what a choice does */
    COLUMN_MIN = 34,
    COLUMN_MAX = 46,
    HELP_MIN = 36,
    HELP_ROWS = 3,
    HELP_ROWS_SMALL = 2
};

typedef struct SettingsState {
    Request chosen;    /* of the marked choice, which stays marked as rows above it come and go; {0}: the first */
    int tops[COLUMNS]; /* the first row in sight of each column */
    Finder finder;
} SettingsState;

static bool row_matches(const Model *model, const SettingsRow *row, const FinderWords *words)
{
    Text name = {0};
    settings_list_add_name(&name, model, row, true);
    bool is_found = true;
    for (size_t i = 0; i < words->count && is_found; i++)
        is_found = filter_word_in(row->label, words->items[i]) || filter_word_in(text_show(&name), words->items[i]);
    text_release(&name);
    return is_found;
}

/* Each choice is one stop, whatever its length: what is marked is a choice. */
static void add_row(Page *page, const Model *model, const SettingsRow *row, int index, bool is_long)
{
    const Block *before = page->count > 0 ? &page->blocks[page->count - 1] : NULL;
    const bool is_first = !before || settings_list_at(model, before->item).group != row->group;
    Text line = {0};
    if (row->request.kind != REQUEST_EDIT_SETTINGS)
        text_add(&line, row->is_one_of ? row->is_set ? "(x) " : "( ) " : row->is_set ? "[x] " : "[ ] ");
    settings_list_add_name(&line, model, row, is_long);
    Block *block = page_add(page, is_first ? row->label : "", text_show(&line));
    block->has_gap = block->is_head = is_first;
    block->stops = 1;
    block->item = index;
    block->style = style_of(row->is_set ? ROLE_ACCENT : ROLE_TEXT);
    text_release(&line);
}

/* What is to be seen: the choices that the words leave, in one column or in some beside each other, and beside or below
 * them what the marked one does. */
typedef struct SettingsView {
    Panes panes;
    Page page;
    Page columns[COLUMNS]; /* borrow its blocks */
    Rect rooms[COLUMNS], help;
    int count;          /* of columns; 0: no choice is left */
    int chosen, column; /* the marked one of those that are left, and where it is */
    bool is_wide;
} SettingsView;

static const char *find_notice(const Model *model)
{
    return model->notice ? model->notice : model->settings_problem;
}

/* Cuts the body; returns how many columns there is room for. */
static int cut_body(SettingsView *view)
{
    const Panes *panes = &view->panes;
    Rect list = panes->body;
    panes_split(list, &view->help);
    view->is_wide = view->help.width > 0;
    if (view->is_wide) {
        view->help = rect_cut_right(&list, MAX_OF(MIN_OF(list.width * 3 / 10, PAGE_WIDTH), HELP_MIN));
        const int most = MIN_OF(COLUMNS, list.width / COLUMN_MIN);
        const int width = MIN_OF(list.width / most, COLUMN_MAX);
        for (int i = 0; i < most; i++)
            view->rooms[i] = rect_cut_left(&list, width);
        return most;
    }
    if (!panes->is_tiny) {
        view->help = rect_cut_bottom(&list, panes->is_full ? HELP_ROWS : HELP_ROWS_SMALL);
        rect_cut_top(&view->help, panes->is_full ? 1 : 0);
    }
    view->rooms[0] = list;
    return 1;
}

/* The number of a column's first choice among all that are left. */
static int column_start(const SettingsView *view, int column)
{
    return (int)(view->columns[column].blocks - view->page.blocks);
}

/* The stop in a column that is marked; -1: the mark is in another. */
static int column_focus(const SettingsView *view, int column)
{
    return column == view->column ? view->chosen - column_start(view, column) : -1;
}

static void mark(SettingsView *view, const SettingsState *state)
{
    for (int i = 0; i < view->count; i++) {
        Page *column = &view->columns[i];
        column->top = state->tops[i];
        if (view->chosen >= column_start(view, i))
            view->column = i;
        for (size_t k = 0; view->is_wide && k < column->count; k++)
            column->blocks[k].label_style = style_of(ROLE_STRONG);
    }
    if (view->count > 0)
        view->page.blocks[view->chosen].style = style_bold(ROLE_STRONG);
}

static void view_make(SettingsView *view, const SettingsState *state, const Model *model, Look look, int width,
                      int height)
{
    *view = (SettingsView){.panes = panes_cut(width, height, model->settings_problem)};
    const int most = cut_body(view), rows = settings_list_count(model);
    FinderWords words;
    finder_part(&state->finder, &words);
    page_init(&view->page, look);
    view->page.keeps_labels = !view->is_wide;
    for (int i = 0; i < rows; i++) {
        const SettingsRow row = settings_list_at(model, i);
        if (!row_matches(model, &row, &words))
            continue;
        if (row.request.kind == state->chosen.kind && row.request.value == state->chosen.value)
            view->chosen = (int)view->page.count;
        add_row(&view->page, model, &row, i, !view->is_wide && view->rooms[0].width >= LONG_WIDTH);
    }
    view->count = page_cut(&view->page, view->rooms, most, view->columns);
    mark(view, state);
}

static void view_window(SettingsView *view, const SettingsState *state, const Model *model)
{
    view_make(view, state, model, (Look){0}, model->width, model->height);
}

/* The marked choice; without a group where none is left. */
static SettingsRow view_row(const SettingsView *view, const Model *model)
{
    return view->count > 0 ? settings_list_at(model, view->page.blocks[view->chosen].item) : (SettingsRow){0};
}

static bool is_tool(const SettingsRow *row)
{
    return row->request.kind == REQUEST_TOOL && row->request.value != MODEL_NO_TOOL;
}

/* A click changes what it falls on, and marks it: all that is in sight stays where it is. */
static Request click(SettingsState *state, const SettingsView *view, const Model *model, int32_t key)
{
    for (int i = 0; i < view->count; i++) {
        const Rect room = view->rooms[i];
        const Page *column = &view->columns[i];
        const int x = key_click_x(key), row = page_stop_at(column, room, column_focus(view, i), key_click_y(key));
        state->tops[i] = page_top(column, room, column_focus(view, i));
        if (row >= 0 && x >= room.x && x < room.x + room.width)
            return state->chosen = settings_list_at(model, column->blocks[row].item).request;
    }
    return (Request){0};
}

static Request move_to(SettingsState *state, const SettingsView *view, const Model *model, int chosen)
{
    int column = view->count - 1;
    while (column > 0 && chosen < column_start(view, column))
        column--;
    state->chosen = settings_list_at(model, view->page.blocks[chosen].item).request;
    state->tops[column] = page_follow(&view->columns[column], view->rooms[column], column_focus(view, column),
                                      chosen - column_start(view, column));
    return (Request){.kind = REQUEST_DRAW};
}

/* The choice of a column that is in row `y`, or nearest to it. */
static int find_near(const SettingsView *view, int column, int y)
{
    const Rect room = view->rooms[column];
    for (int away = 0; away < room.height; away++) {
        for (int by = -1; by <= 1; by += 2) {
            const int stop = page_stop_at(&view->columns[column], room, -1, y + by * away);
            if (stop >= 0)
                return column_start(view, column) + stop;
        }
    }
    return view->chosen;
}

/* The row of the window that the mark is in. */
static int marked_row(const SettingsView *view)
{
    const Rect room = view->rooms[view->column];
    const int focus = column_focus(view, view->column);
    int y = room.y;
    while (y < room.y + room.height && page_stop_at(&view->columns[view->column], room, focus, y) != focus)
        y++;
    return y;
}

/* The choice beside the marked one in the next column; where there is one column, the start of the next group. */
static int find_aside(const SettingsView *view, int by)
{
    const int column = view->column + by, count = (int)view->page.count;
    if (column >= 0 && column < view->count)
        return find_near(view, column, marked_row(view));
    for (int i = view->chosen + by; view->count == 1 && i >= 0 && i < count; i += by) {
        if (view->page.blocks[i].is_head)
            return i;
    }
    return view->chosen;
}

static Request ask_of_marked(SettingsState *state, const SettingsView *view, const Model *model, Action action)
{
    const SettingsRow row = view_row(view, model);
    if (!row.group)
        return (Request){0};
    if (action == ACTION_ABOUT_TOOL)
        return is_tool(&row) ? (Request){.kind = REQUEST_ABOUT_TOOL, .value = row.request.value} : (Request){0};
    return state->chosen = row.request;
}

static Request move_mark(SettingsState *state, const SettingsView *view, const Model *model, Action action)
{
    int chosen = view->chosen;
    if (view->count == 0)
        return (Request){0};
    if (action == ACTION_GROUP_BEFORE || action == ACTION_GROUP_NEXT)
        chosen = find_aside(view, action == ACTION_GROUP_NEXT ? 1 : -1);
    else if (!list_move(&chosen, action, (int)view->page.count))
        return (Request){0};
    return move_to(state, view, model, chosen);
}

static Request view_key(SettingsState *state, const SettingsView *view, const Model *model, Action action, int32_t key)
{
    if (key_is_click(key))
        return click(state, view, model, key);
    if (action == ACTION_CHANGE || action == ACTION_ABOUT_TOOL)
        return ask_of_marked(state, view, model, action);
    return move_mark(state, view, model, action);
}

static Request settings_key(void *memory, const Model *model, Action action, int32_t key)
{
    SettingsState *state = memory;
    const bool was_typing = state->finder.is_typing;
    if (action == ACTION_FIND_SETTING)
        state->finder.is_typing = true;
    else if ((action == ACTION_BACK || action == ACTION_NONE) && key == KEY_ESCAPE_KEY && *state->finder.words)
        finder_clear(&state->finder);
    else if (!was_typing || !finder_key(&state->finder, key)) {
        SettingsView view;
        view_window(&view, state, model);
        state->finder.is_typing = was_typing && key != KEY_ENTER_KEY;
        Request answer = view_key(state, &view, model,
                                  was_typing ? key_bindings_action(NULL, MAP_SETTINGS, key) : action, key);
        page_release(&view.page);
        return answer.kind == REQUEST_NONE && was_typing ? (Request){.kind = REQUEST_DRAW} : answer;
    }
    return (Request){.kind = REQUEST_DRAW};
}

static bool settings_takes_text(const void *memory)
{
    const SettingsState *state = memory;
    return state->finder.is_typing;
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

static void add_default(Page *page, const Model *model, const SettingsRow *row)
{
    Text line = {0};
    text_add(&line, "Default: ");
    const size_t before = line.length;
    settings_list_add_default(&line, model, row);
    if (line.length > before)
        page_add(page, NULL, text_show(&line))->style = style_of(ROLE_DIM);
    text_release(&line);
}

/* What the choice does; beside the list there is room for all that it comes to. */
static void draw_help(Canvas *canvas, const SettingsView *view, const Model *model)
{
    const SettingsRow row = view_row(view, model);
    if (!row.group)
        return;
    Text words = {0};
    if (view->is_wide) {
        Page page;
        page_init(&page, canvas->look);
        page_add(&page, NULL, row.label)->style = style_of(ROLE_STRONG);
        settings_list_add_help(&words, model, &row);
        page_add(&page, NULL, text_show(&words));
        add_default(&page, model, &row);
        add_moves(&page, model, &row);
        if (is_tool(&row))
            tool_page_add(&page, model->tools.items[row.request.value].name);
        page_draw(&page, canvas, view->help, -1, false);
        page_release(&page);
    } else {
        settings_list_add_help(&words, model, &row);
        canvas_paragraph(canvas, rect_inset(view->help, 2, 0), style_of(ROLE_DIM), text_show(&words));
    }
    text_release(&words);
}

static void draw_header(Canvas *canvas, const Panes *panes, const Model *model, const Finder *finder)
{
    static const char title[] = "Settings";
    const bool has_words = *finder->words != '\0';
    const char *path = model->settings_path;
    Text words = {0};
    if (!path || utf8_cells(path) > panes->header.width / 2)
        path = settings_file;
    if (finder->is_typing || has_words)
        text_print(&words, "/ %s", finder->words);
    else
        text_add(&words, "what suits you");
    panes_header(canvas, panes, style_bold(ROLE_ACCENT), title, text_show(&words), has_words ? "esc shows all" : path,
                 "");
    if (finder->is_typing)
        panes_header_cursor(canvas, panes, title, text_show(&words));
    text_release(&words);
}

static void draw_choices(Canvas *canvas, const SettingsView *view)
{
    const Rect room = view->rooms[0];
    if (view->count == 0) {
        canvas_text(canvas, room.x + 2, room.y, room.width - 2, style_of(ROLE_TEXT),
                    "No matches. Press Esc to show all.");
        canvas_cursor(canvas, room.x, room.y);
    }
    for (int i = 0; i < view->count; i++)
        page_draw(&view->columns[i], canvas, view->rooms[i], column_focus(view, i), true);
}

static void settings_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const SettingsState *state = memory;
    SettingsView view;
    view_make(&view, state, model, canvas->look, canvas->width, canvas->height);
    draw_choices(canvas, &view);
    if (view.help.height > 0)
        draw_help(canvas, &view, model);
    draw_header(canvas, &view.panes, model, &state->finder);
    panes_notice(canvas, &view.panes, find_notice(model));
    const SettingsRow row = view_row(&view, model);
    ActionSet hidden = is_tool(&row) ? 0 : ACTION_BIT(ACTION_ABOUT_TOOL);
    if (state->finder.is_typing)
        hidden = ~ACTION_BIT(ACTION_CHANGE);
    footer_draw_without(canvas, view.panes.footer, model->keys, MAP_SETTINGS, hidden);
    page_release(&view.page);
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
    .takes_text = settings_takes_text,
    .draw = settings_draw,
    .follow = settings_follow,
};
