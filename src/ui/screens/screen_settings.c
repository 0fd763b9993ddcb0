/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "routine/wording.h"
#include "settings/health.h"
#include "ui/screen.h"
#include "ui/screens/tool_page.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/page.h"
#include "ui/widgets/panes.h"

/* The settings as one list of choices, group by group: what each is called, whether it is set, what it does and which
 * request changes it. */

enum { NAME_CELLS = 17, COMMAND_CELLS = 60 };

/* A choice among words: what it is called here, and what it does. */
typedef struct Choice {
    const char *name, *help; /* help NULL: that of the group */
} Choice;

/* Choices among numbers. One that stands in the file but is not among the usual ones is a choice of its own, the
 * last. */
typedef struct Numbers {
    const int32_t *usual;
    size_t count;
    int32_t if_not_said; /* the choice that is set where the settings say 0 */
    const char *unit;
} Numbers;

typedef struct SettingsRow SettingsRow;

/* Choices of one kind. Their values are first, first + 1 and so on, or numbers. */
typedef struct Group {
    const char *label, *help;
    RequestKind kind;
    bool is_one_of;                                /* choosing one unchooses the others */
    int first, count;                              /* of the values; count 0: it depends, count_of says on what */
    const Choice *choices;                         /* by value; NULL: no words */
    const Numbers *numbers;                        /* NULL: no numbers */
    size_t at;                                     /* with choices or numbers: of what is set, in Settings */
    bool (*is_set)(const Model *model, int value); /* else; NULL: it is no choice */
    void (*add_name)(Text *into, const Model *model, const SettingsRow *row, bool is_long);
} Group;

struct SettingsRow {
    Request request; /* changes it; REQUEST_EDIT_SETTINGS on the row of the file itself */
    const Group *group;
    bool is_first; /* of its group */
    bool is_set;
};

static bool has_value(const WordList *list, int value)
{
    return list->count > 0 && memchr(list->items, value, list->count) != NULL;
}

static bool has_place(const Model *model, int value)
{
    return has_value(&model->settings->places, value);
}

static bool has_tool(const Model *model, int value)
{
    return tools_at_hand_has(&model->settings->tools, value == MODEL_NO_TOOL ? NULL : model->tools.items[value].name);
}

static bool has_health(const Model *model, int value)
{
    return has_value(&model->settings->health.words, value);
}

static bool has_injury(const Model *model, int value)
{
    return has_value(&model->settings->health.injuries, value);
}

static void add_place(Text *into, const Model *model, const SettingsRow *row, bool is_long)
{
    (void)model, (void)is_long;
    text_add(into, place_name(row->request.value));
}

static void add_tool(Text *into, const Model *model, const SettingsRow *row, bool is_long)
{
    (void)is_long;
    if (row->request.value == MODEL_NO_TOOL)
        text_add(into, "no tools");
    else
        wording_id(into, model->tools.items[row->request.value].name);
}

static void add_number(Text *into, const Model *model, const SettingsRow *row, bool is_long)
{
    (void)model, (void)is_long;
    if (row->request.value == 0)
        text_add(into, "any");
    else
        text_print(into, "%d%s", (int)row->request.value, row->group->numbers->unit);
}

static void add_health(Text *into, const Model *model, const SettingsRow *row, bool is_long)
{
    (void)model;
    const size_t before = into->length;
    wording_id(into, health_name(row->request.value));
    if (!is_long)
        return;
    text_add_repeated(into, ' ', NAME_CELLS - MIN_OF(into->length - before, (size_t)NAME_CELLS - 1));
    text_add(into, health_meaning((Health)row->request.value));
}

static void add_area(Text *into, const Model *model, const SettingsRow *row, bool is_long)
{
    (void)model, (void)is_long;
    wording_id(into, area_name(row->request.value));
}

static void add_choice(Text *into, const Model *model, const SettingsRow *row, bool is_long)
{
    (void)model, (void)is_long;
    text_add(into, row->group->choices[row->request.value].name);
}

/* A command shows itself, as far as it is of use to know it again. */
static void add_voice(Text *into, const Model *model, const SettingsRow *row, bool is_long)
{
    if (row->request.value != VOICE_COMMAND) {
        add_choice(into, model, row, is_long);
        return;
    }
    Text raw = {0}, line = {0};
    const TextList *command = &model->settings->voice_command;
    for (size_t i = 0; i < command->count; i++)
        text_print(&raw, "%s%s", i > 0 ? " " : "", command->items[i][0] ? command->items[i] : "\"\"");
    utf8_clean_line(&line, text_show(&raw), raw.length);
    int used;
    const size_t fits = utf8_fit(text_show(&line), COMMAND_CELLS, &used);
    text_add_span(into, text_show(&line), fits);
    text_add(into, fits < line.length ? "..." : "");
    text_release(&raw);
    text_release(&line);
}

static void add_path(Text *into, const Model *model, const SettingsRow *row, bool is_long)
{
    (void)row, (void)is_long;
    text_add(into, model->settings_path);
}

static const int32_t minutes_choices[] = {0, 3, 5, 7, 10, 15, 20, 30, 45, 60};
static const int32_t rate_choices[] = {70, 85, 100, 120, 140, 170};
static const int32_t volume_choices[] = {20, 40, 60, 80, 100};
static const Numbers minutes_numbers = {minutes_choices, ARRAY_LEN(minutes_choices), 0, " min"};
static const Numbers rate_numbers = {rate_choices, ARRAY_LEN(rate_choices), SETTINGS_RATE_USUAL, "%"};
static const Numbers volume_numbers = {volume_choices, ARRAY_LEN(volume_choices), SETTINGS_VOLUME_USUAL, "%"};

static const Choice first_choices[FIRST_COUNT] = {
    [FIRST_AS_WRITTEN] = {"as written", "Start on the side that the routine says."},
    [FIRST_LEFT] = {"left", "Start on the left."},
    [FIRST_RIGHT] = {"right", "Start on the right."},
    [FIRST_BEHIND] = {"the side that is behind", "Start on the side that has had less time in your history."},
};

static const Choice first_week_choices[FIRST_WEEK_COUNT] = {
    [FIRST_WEEK_GENTLE] = {"gentle", "In your first week the target is at most 4 of 10, and pressure is half as long."},
    [FIRST_WEEK_STANDARD] = {"as the routine says", "You have done this before: your first week is like any other."},
};

static const Choice pace_choices[PACE_COUNT] = {
    [PACE_AUTO] = {"as the routine says", NULL},
    [PACE_MINE] = {"mine: wait for Enter", NULL},
};

static const Choice voice_choices[VOICE_CHOICE_COUNT] = {
    [VOICE_ON] = {"on",
                  "A voice tells you what to do, if this computer has one. If you choose neither, knead asks once."},
    [VOICE_OFF] = {"off", "No voice."},
    [VOICE_COMMAND] = {NULL, "Your own command speaks. Choosing on or off replaces it in the file."},
};

static const Choice spoken_choices[SPOKEN_COUNT] = {
    [SPOKEN_FULL] = {"in full", "What to do and how; shorter for a move you have done three times."},
    [SPOKEN_SHORT] = {"in short", "What to do, in a few words, for every move."},
    [SPOKEN_NAMES] = {"names only", "Only the move and its side, side changes and the end."},
};

static const Choice sound_choices[SOUND_COUNT] = {
    [SOUND_AUTO] = {"sounds, or the bell", "Play a sound at each change, or the bell if sounds do not work."},
    [SOUND_BELL] = {"the bell", "Ring the terminal bell at each change."},
    [SOUND_OFF] = {"off", "No sound at a change. A voice still speaks."},
};

static const Choice theme_choices[THEME_COUNT] = {
    [THEME_AUTO] = {"as the terminal says", NULL},
    [THEME_DARK] = {"dark", NULL},
    [THEME_LIGHT] = {"light", NULL},
};

#define ONE_WORD(words, member)                                                                                        \
    .is_one_of = true, .count = ARRAY_LEN(words), .choices = (words), .at = offsetof(Settings, member),                \
    .add_name = add_choice
#define ONE_NUMBER(among, member)                                                                                      \
    .is_one_of = true, .numbers = &(among), .at = offsetof(Settings, member), .add_name = add_number
static const Group groups[] = {
    {"you are at", "Where you are. Routines for other places move to the end. None selected: anywhere.", REQUEST_PLACE,
     .count = PLACE_COUNT, .is_set = has_place, .add_name = add_place},
    {"you have", "What you have. Routines that need other tools move to the end. None selected: any tools.",
     REQUEST_TOOL, .first = MODEL_NO_TOOL, .is_set = has_tool, .add_name = add_tool},
    {"time", "How much time you have. Longer routines move to the end of the list.", REQUEST_HAVE_MINUTES,
     ONE_NUMBER(minutes_numbers, minutes)},
    {"health", NULL, REQUEST_HEALTH, .count = HEALTH_COUNT, .is_set = has_health, .add_name = add_health},
    {"injured", "Where is the injury? Moves for these parts are left out. None selected: it may be anywhere.",
     REQUEST_INJURY, .is_set = has_injury, .add_name = add_area},
    {"first week", NULL, REQUEST_FIRST_WEEK, ONE_WORD(first_week_choices, first_week)},
    {"first side", NULL, REQUEST_FIRST, ONE_WORD(first_choices, first)},
    {"pace", "How long you get to set up and switch sides: as the routine says, or until you press Enter.",
     REQUEST_PACE, ONE_WORD(pace_choices, pace)},
    {"voice", NULL, REQUEST_VOICE, .is_one_of = true, .first = VOICE_ON, .choices = voice_choices,
     .at = offsetof(Settings, voice), .add_name = add_voice},
    {"voice says", NULL, REQUEST_SPOKEN, ONE_WORD(spoken_choices, words)},
    {"voice speed", "How fast the voice speaks: 100% is its usual speed.", REQUEST_RATE,
     ONE_NUMBER(rate_numbers, rate_percent)},
    {"sounds", NULL, REQUEST_SOUND_CHOICE, ONE_WORD(sound_choices, sound)},
    {"loudness", "How loud the sounds are. The terminal sets how loud the bell is.", REQUEST_VOLUME,
     ONE_NUMBER(volume_numbers, volume_percent)},
    {"colours", "Colours for a dark or a light background.", REQUEST_THEME, ONE_WORD(theme_choices, theme)},
    {"file", "All settings are in one file; your comments in it are kept. Press Enter or e to edit it.",
     REQUEST_EDIT_SETTINGS, .add_name = add_path},
};
#undef ONE_WORD
#undef ONE_NUMBER

/* The number that is set. */
static int32_t set_number(const Model *model, const Group *group)
{
    const int32_t number = *(const int32_t *)(const void *)((const char *)model->settings + group->at);
    return number > 0 ? number : group->numbers->if_not_said;
}

static bool is_set(const Model *model, const Group *group, int32_t value)
{
    if (group->choices)
        return *((const uint8_t *)model->settings + group->at) == value;
    if (group->numbers)
        return set_number(model, group) == value;
    return group->is_set && group->is_set(model, value);
}

static int count_numbers(const Model *model, const Group *group)
{
    const Numbers *numbers = group->numbers;
    for (size_t i = 0; i < numbers->count; i++) {
        if (numbers->usual[i] == set_number(model, group))
            return (int)numbers->count;
    }
    return (int)numbers->count + 1;
}

/* The parts of an injury are asked for where there is one. That there are no tools is the first choice among them. A
 * command for the voice is one where it is set. */
static int count_of(const Model *model, const Group *group)
{
    if (group->numbers)
        return count_numbers(model, group);
    if (group->kind == REQUEST_TOOL)
        return (int)model->tools.count + 1;
    if (group->kind == REQUEST_VOICE)
        return (int)voice_words.count + (model->settings->voice == VOICE_COMMAND ? 1 : 0);
    if (group->kind == REQUEST_INJURY)
        return has_health(model, HEALTH_RECENT_INJURY) ? AREA_COUNT : 0;
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

static int32_t value_of(const Model *model, const Group *group, int number)
{
    if (!group->numbers)
        return group->first + number;
    return (size_t)number < group->numbers->count ? group->numbers->usual[number] : set_number(model, group);
}

static SettingsRow row_at(const Model *model, int index)
{
    const Group *group = groups;
    for (; group + 1 < groups + ARRAY_LEN(groups) && index >= count_of(model, group); group++)
        index -= count_of(model, group);
    const int32_t value = value_of(model, group, index);
    return (SettingsRow){
        .request = {.kind = group->kind, .value = value},
        .group = group,
        .is_first = index == 0,
        .is_set = is_set(model, group, value),
    };
}

static void add_row_help(Text *into, const SettingsRow *row)
{
    const int32_t value = row->request.value;
    if (row->request.kind == REQUEST_TOOL && value == MODEL_NO_TOOL) {
        text_add(into, "You have no tools. Routines that need one move to the end.");
    } else if (row->request.kind == REQUEST_HEALTH) {
        wording_id(into, health_name(value));
        text_print(into, ": %s. knead leaves out moves that do not suit it, and tells you why.",
                   health_meaning((Health)value));
    } else {
        const char *own = row->group->choices ? row->group->choices[value].help : NULL;
        text_add(into, own ? own : row->group->help);
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
            text_add(&line, row.group->is_one_of ? row.is_set ? "(x) " : "( ) " : row.is_set ? "[x] " : "[ ] ");
        row.group->add_name(&line, model, &row, is_long);
        Block *block = page_add(page, row.is_first ? row.group->label : "", text_show(&line));
        block->has_gap = row.is_first;
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

static bool is_tool(const SettingsRow *row)
{
    return row->request.kind == REQUEST_TOOL && row->request.value != MODEL_NO_TOOL;
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
    const SettingsRow row = row_at(model, find_chosen(model, state));
    if (action == ACTION_CHANGE)
        return row.request;
    if (action == ACTION_ABOUT_TOOL)
        return is_tool(&row) ? (Request){.kind = REQUEST_ABOUT_TOOL, .value = row.request.value} : (Request){0};
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
        if (is_tool(&row))
            tool_page_add(&page, model->tools.items[row.request.value].name);
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
    const SettingsRow row = row_at(model, chosen);
    footer_draw_without(canvas, panes.footer, MAP_SETTINGS, is_tool(&row) ? 0 : ACTION_BIT(ACTION_ABOUT_TOOL));
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
