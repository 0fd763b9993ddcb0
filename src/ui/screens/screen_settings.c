/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "routine/wording.h"
#include "settings/health.h"
#include "ui/screen.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/page.h"
#include "ui/widgets/panes.h"

/* The settings as one list of choices, group by group: what each is called, whether it is set, what it does and which
 * request changes it. */

typedef struct SettingsRow {
    Request request;   /* changes it; REQUEST_EDIT_SETTINGS on the row of the file itself */
    const char *group; /* what the choices have in common; NULL but in its first row */
    bool is_one_of;    /* choosing it unchooses the others of its group */
    bool is_set;
} SettingsRow;

enum { NAME_CELLS = 17 };

/* Choices of one kind. Their values are 0 to count - 1, but for tools, which begin with MODEL_NO_TOOL, and minutes. */
typedef struct Group {
    const char *label;
    RequestKind kind;
    bool is_one_of;
    int count; /* of choices; 0: it depends, count_of says on what */
    bool (*is_set)(const Model *model, int value);
} Group;

static const int32_t minutes_choices[] = {0, 3, 5, 7, 10, 15, 20, 30, 45, 60};

static bool has_value(const WordList *list, int value)
{
    return list->count > 0 && memchr(list->items, value, list->count) != NULL;
}

static bool is_usual(int32_t minutes)
{
    for (size_t i = 0; i < ARRAY_LEN(minutes_choices); i++) {
        if (minutes_choices[i] == minutes)
            return true;
    }
    return false;
}

static bool has_place(const Model *model, int value)
{
    return has_value(&model->settings->places, value);
}

static bool has_tool(const Model *model, int value)
{
    return tools_at_hand_has(&model->settings->tools, value == MODEL_NO_TOOL ? NULL : model->tools.items[value].name);
}

static bool has_minutes(const Model *model, int value)
{
    return model->settings->minutes == value;
}

static bool has_health(const Model *model, int value)
{
    return settings_has_health(model->settings, (Health)value);
}

static bool has_first(const Model *model, int value)
{
    return (int)model->settings->first == value;
}

static bool has_pace(const Model *model, int value)
{
    return (int)model->settings->pace == value;
}

static bool has_theme(const Model *model, int value)
{
    return (int)model->settings->theme == value;
}

static const Group groups[] = {
    {"you are at", REQUEST_PLACE, false, PLACE_COUNT, has_place},
    {"you have", REQUEST_TOOL, false, 0, has_tool},
    {"time", REQUEST_HAVE_MINUTES, true, 0, has_minutes},
    {"health", REQUEST_HEALTH, false, HEALTH_COUNT, has_health},
    {"first side", REQUEST_FIRST, true, FIRST_COUNT, has_first},
    {"pace", REQUEST_PACE, true, PACE_COUNT, has_pace},
    {"colours", REQUEST_THEME, true, THEME_COUNT, has_theme},
    {"file", REQUEST_EDIT_SETTINGS, false, 0, NULL},
};

/* That there are no tools is the first choice among them. Minutes that stand in the file but are not among the usual
 * ones are a choice of their own, the last. */
static int count_of(const Model *model, const Group *group)
{
    if (group->kind == REQUEST_TOOL)
        return (int)model->tools.count + 1;
    if (group->kind == REQUEST_HAVE_MINUTES)
        return (int)ARRAY_LEN(minutes_choices) + (is_usual(model->settings->minutes) ? 0 : 1);
    if (group->kind == REQUEST_EDIT_SETTINGS)
        return model->settings_path ? 1 : 0;
    return group->count;
}

static int count_rows(const Model *model)
{
    int count = 0;
    for (size_t i = 0; i < ARRAY_LEN(groups); i++)
        count += count_of(model, &groups[i]);
    return count;
}

static int32_t value_of(const Model *model, RequestKind kind, int number)
{
    if (kind == REQUEST_TOOL)
        return number - 1;
    if (kind != REQUEST_HAVE_MINUTES)
        return number;
    return (size_t)number < ARRAY_LEN(minutes_choices) ? minutes_choices[number] : model->settings->minutes;
}

static SettingsRow row_at(const Model *model, int index)
{
    size_t i = 0;
    for (; i + 1 < ARRAY_LEN(groups) && index >= count_of(model, &groups[i]); i++)
        index -= count_of(model, &groups[i]);
    const int32_t value = value_of(model, groups[i].kind, index);
    return (SettingsRow){
        .request = {.kind = groups[i].kind, .value = value},
        .group = index == 0 ? groups[i].label : NULL,
        .is_one_of = groups[i].is_one_of,
        .is_set = groups[i].is_set && groups[i].is_set(model, value),
    };
}

static const char *const first_names[FIRST_COUNT] = {
    [FIRST_AS_WRITTEN] = "as written",
    [FIRST_LEFT] = "left",
    [FIRST_RIGHT] = "right",
    [FIRST_BEHIND] = "the side that is behind",
};

static const char *const pace_names[PACE_COUNT] = {
    [PACE_AUTO] = "as the routine says",
    [PACE_MINE] = "mine: it waits for Enter",
};

static const char *const theme_names[THEME_COUNT] = {
    [THEME_AUTO] = "as the terminal says",
    [THEME_DARK] = "dark",
    [THEME_LIGHT] = "light",
};

static void add_health(Text *into, Health health, bool is_long)
{
    const size_t before = into->length;
    wording_id(into, health_name((int)health));
    if (!is_long)
        return;
    text_add_repeated(into, ' ', NAME_CELLS - MIN_OF(into->length - before, (size_t)NAME_CELLS - 1));
    text_add(into, health_meaning(health));
}

static void add_row_name(Text *into, const Model *model, const SettingsRow *row, bool is_long)
{
    const int32_t value = row->request.value;
    if (row->request.kind == REQUEST_PLACE)
        text_add(into, place_name(value));
    else if (row->request.kind == REQUEST_TOOL && value == MODEL_NO_TOOL)
        text_add(into, "no tools");
    else if (row->request.kind == REQUEST_TOOL)
        wording_id(into, model->tools.items[value].name);
    else if (row->request.kind == REQUEST_HAVE_MINUTES && value == 0)
        text_add(into, "any");
    else if (row->request.kind == REQUEST_HAVE_MINUTES)
        text_print(into, "%d min", (int)value);
    else if (row->request.kind == REQUEST_HEALTH)
        add_health(into, (Health)value, is_long);
    else if (row->request.kind == REQUEST_FIRST)
        text_add(into, first_names[value]);
    else if (row->request.kind == REQUEST_PACE)
        text_add(into, pace_names[value]);
    else if (row->request.kind == REQUEST_THEME)
        text_add(into, theme_names[value]);
    else
        text_add(into, model->settings_path);
}

static const char *const first_help[FIRST_COUNT] = {
    [FIRST_AS_WRITTEN] = "Each move begins on the side that its routine says.",
    [FIRST_LEFT] = "Moves for both sides begin on the left.",
    [FIRST_RIGHT] = "Moves for both sides begin on the right.",
    [FIRST_BEHIND] = "Moves for both sides begin on the side that has had less, as your history says.",
};

static void add_row_help(Text *into, const SettingsRow *row)
{
    static const char *const help[] = {
        [REQUEST_PLACE] = "Where you can be. What needs another place steps back. None marked: anywhere.",
        [REQUEST_TOOL] = "What you have at hand. What needs other tools steps back. None marked: tools are not asked "
                         "about.",
        [REQUEST_HAVE_MINUTES] = "The time there is. What takes longer steps back.",
        [REQUEST_PACE] = "How long setting up and changing sides take: as the routine says, or until you press Enter.",
        [REQUEST_THEME] = "Colours for a dark or a light ground.",
        [REQUEST_EDIT_SETTINGS] = "All of this stands in one file, your comments stay in it. Enter or e opens it in "
                                  "your editor.",
    };
    if (row->request.kind == REQUEST_TOOL && row->request.value == MODEL_NO_TOOL) {
        text_add(into, "There is no tool here at all. What needs one steps back.");
    } else if (row->request.kind == REQUEST_FIRST) {
        text_add(into, first_help[row->request.value]);
    } else if (row->request.kind == REQUEST_HEALTH) {
        wording_id(into, health_name(row->request.value));
        text_print(into, ": %s. Moves that are not for it are left out, and the reason is told.",
                   health_meaning((Health)row->request.value));
    } else {
        text_add(into, help[row->request.kind]);
    }
}

enum { LONG_WIDTH = 76, HELP_ROWS = 3, HELP_ROWS_SMALL = 2 };

typedef struct SettingsState {
    Request chosen; /* of the marked choice, which stays marked as rows above it come and go; {0}: the first */
    int top;        /* the first row of the page in sight */
} SettingsState;

static int find_chosen(const Model *model, const SettingsState *state)
{
    for (int i = count_rows(model) - 1; i > 0; i--) {
        const Request request = row_at(model, i).request;
        if (request.kind == state->chosen.kind && request.value == state->chosen.value)
            return i;
    }
    return 0;
}

/* Each choice is one stop, whatever its length: what is marked is a choice. */
static void fill_list(Page *page, Look look, const Model *model, const SettingsState *state, bool is_long)
{
    const int count = count_rows(model), chosen = find_chosen(model, state);
    Text line = {0};
    page_init(page, look);
    page->top = state->top;
    page->keeps_labels = true;
    for (int i = 0; i < count; i++) {
        const SettingsRow row = row_at(model, i);
        text_clear(&line);
        if (row.request.kind != REQUEST_EDIT_SETTINGS)
            text_add(&line, row.is_one_of ? row.is_set ? "(x) " : "( ) " : row.is_set ? "[x] " : "[ ] ");
        add_row_name(&line, model, &row, is_long);
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
    const Panes panes = panes_cut(model->width, model->height, find_notice(model));
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
    state->chosen = row_at(model, row).request;
    return state->chosen;
}

static Request move_choice(SettingsState *state, const Model *model, Action action)
{
    const int before = find_chosen(model, state);
    int chosen = before;
    if (!list_move(&chosen, action, count_rows(model)))
        return (Request){0};
    state->chosen = row_at(model, chosen).request;
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
        return row_at(model, find_chosen(model, state)).request;
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
    const SettingsRow row = row_at(model, chosen);
    Text words = {0};
    add_row_help(&words, &row);
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
    const Panes panes = panes_cut(canvas->width, canvas->height, find_notice(model));
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
