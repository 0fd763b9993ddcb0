/* SPDX-License-Identifier: MIT */
#include "ui/screens/settings_rows.h"

#include <string.h>

#include "base/macros.h"
#include "routine/wording.h"
#include "settings/care.h"

enum { NAME_CELLS = 17 };

/* Choices of one kind. Their values are 0 to count - 1, but for tools, which begin with MODEL_NO_TOOL, and minutes. */
typedef struct Group {
    const char *label;
    RequestKind kind;
    bool is_one_of;
    int (*count)(const Model *model);
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

static int count_places(const Model *model)
{
    (void)model;
    return PLACE_COUNT;
}

static bool has_place(const Model *model, int value)
{
    return has_value(&model->settings->places, value);
}

/* That there are none is the first choice. */
static int count_tools(const Model *model)
{
    return (int)model->tools.count + 1;
}

static bool has_tool(const Model *model, int value)
{
    return tools_at_hand_has(&model->settings->tools, value == MODEL_NO_TOOL ? NULL : model->tools.items[value].name);
}

/* Minutes that stand in the file but are not among the usual ones are a choice of their own, the last. */
static int count_minutes(const Model *model)
{
    return (int)ARRAY_LEN(minutes_choices) + (is_usual(model->settings->minutes) ? 0 : 1);
}

static bool has_minutes(const Model *model, int value)
{
    return model->settings->minutes == value;
}

static int count_health(const Model *model)
{
    (void)model;
    return HEALTH_COUNT;
}

static bool has_health(const Model *model, int value)
{
    return settings_has_health(model->settings, (Health)value);
}

static int count_first(const Model *model)
{
    (void)model;
    return FIRST_COUNT;
}

static bool has_first(const Model *model, int value)
{
    return (int)model->settings->first == value;
}

static int count_themes(const Model *model)
{
    (void)model;
    return THEME_COUNT;
}

static bool has_theme(const Model *model, int value)
{
    return (int)model->settings->theme == value;
}

static int count_files(const Model *model)
{
    return model->settings_path ? 1 : 0;
}

static bool is_never(const Model *model, int value)
{
    (void)model, (void)value;
    return false;
}

static const Group groups[] = {
    {"you are at", REQUEST_PLACE, false, count_places, has_place},
    {"you have", REQUEST_TOOL, false, count_tools, has_tool},
    {"time", REQUEST_HAVE_MINUTES, true, count_minutes, has_minutes},
    {"health", REQUEST_HEALTH, false, count_health, has_health},
    {"first side", REQUEST_FIRST, true, count_first, has_first},
    {"colours", REQUEST_THEME, true, count_themes, has_theme},
    {"file", REQUEST_EDIT_SETTINGS, false, count_files, is_never},
};

int settings_rows_count(const Model *model)
{
    int count = 0;
    for (size_t i = 0; i < ARRAY_LEN(groups); i++)
        count += groups[i].count(model);
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

SettingsRow settings_row_at(const Model *model, int index)
{
    size_t i = 0;
    for (; i + 1 < ARRAY_LEN(groups) && index >= groups[i].count(model); i++)
        index -= groups[i].count(model);
    const int32_t value = value_of(model, groups[i].kind, index);
    return (SettingsRow){
        .request = {.kind = groups[i].kind, .value = value},
        .group = index == 0 ? groups[i].label : NULL,
        .is_one_of = groups[i].is_one_of,
        .is_set = groups[i].is_set(model, value),
    };
}

static const char *const first_names[FIRST_COUNT] = {
    [FIRST_AS_WRITTEN] = "as written",
    [FIRST_LEFT] = "left",
    [FIRST_RIGHT] = "right",
    [FIRST_BEHIND] = "the side that is behind",
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
    text_add(into, care_meaning(health));
}

void settings_row_name(Text *into, const Model *model, const SettingsRow *row, bool is_long)
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

void settings_row_help(Text *into, const SettingsRow *row)
{
    static const char *const help[] = {
        [REQUEST_PLACE] = "Where you can be. What needs another place steps back. None marked: anywhere.",
        [REQUEST_TOOL] = "What you have at hand. What needs other tools steps back. None marked: tools are not asked "
                         "about.",
        [REQUEST_HAVE_MINUTES] = "The time there is. What takes longer steps back.",
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
                   care_meaning((Health)row->request.value));
    } else {
        text_add(into, help[row->request.kind]);
    }
}
