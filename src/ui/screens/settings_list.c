/* SPDX-License-Identifier: MIT */
#include "ui/screens/settings_list.h"

#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "routine/wording.h"
#include "settings/health.h"

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

/* Choices of one kind. Their values are first, first + 1 and so on, or numbers. */
struct SettingsGroup {
    const char *label, *help;
    RequestKind kind;
    bool is_one_of;                                /* choosing one unchooses the others */
    int first, count;                              /* of the values; count 0: it depends, count_of says on what */
    const Choice *choices;                         /* by value; NULL: no words */
    const Numbers *numbers;                        /* NULL: no numbers */
    size_t at;                                     /* with choices or numbers: of what is set, in Settings */
    bool (*is_set)(const Model *model, int value); /* else; NULL: it is no choice */
    void (*add_name)(Text *into, const Model *model, const SettingsRow *row, bool is_long);
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
    (void)is_long;
    key_bindings_add_words(into, model->keys, row->group->choices[row->request.value].name);
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

static void add_theme(Text *into, const Model *model, const SettingsRow *row, bool is_long)
{
    if (row->request.value == THEME_OWN)
        text_add(into, model->settings->theme_name);
    else
        add_choice(into, model, row, is_long);
}

static void add_path(Text *into, const Model *model, const SettingsRow *row, bool is_long)
{
    (void)row, (void)is_long;
    text_add(into, model->settings_path);
}

static const int32_t minutes_choices[] = {0, 3, 5, 7, 10, 15, 20, 30, 45, 60};
static const int32_t rate_choices[] = {70, 85, 100, 120, 140, 170};
static const int32_t volume_choices[] = {20, 40, 60, 80, 100};
static const int32_t per_week_choices[] = {1, 2, 3, 4, 5, 6, 7};
static const Numbers minutes_numbers = {minutes_choices, ARRAY_LEN(minutes_choices), 0, " min"};
static const Numbers rate_numbers = {rate_choices, ARRAY_LEN(rate_choices), SETTINGS_RATE_USUAL, "%"};
static const Numbers volume_numbers = {volume_choices, ARRAY_LEN(volume_choices), SETTINGS_VOLUME_USUAL, "%"};

static const Numbers per_week_numbers = {per_week_choices, ARRAY_LEN(per_week_choices), SETTINGS_PER_WEEK_USUAL,
                                         " or more"};

static const Choice first_choices[FIRST_COUNT] = {
    [FIRST_AS_WRITTEN] = {"as written", "Start on the side that the routine says."},
    [FIRST_LEFT] = {"left", "Start on the left."},
    [FIRST_RIGHT] = {"right", "Start on the right."},
    [FIRST_BEHIND] = {"the side that is behind", "Start on the side that has had less time in your history."},
};

static const Choice level_choices[LEVEL_CHOICE_COUNT] = {
    [LEVEL_CHOICE_AUTO] = {"gentle at first",
                           "Gentle for your first two weeks, extra short in the first; then standard."},
    [LEVEL_CHOICE_GENTLE] = {"gentle",
                             "Targets are 1 lower, pressure lasts 30 s at most, the lighter way comes first."},
    [LEVEL_CHOICE_STANDARD] = {"standard", "As the routine says, from your first day: you have done this before."},
    [LEVEL_CHOICE_FIRM] = {"firm", "Targets are 1 higher, up to 6 of 10, and the deeper way comes first."},
};

static const Choice pace_choices[PACE_COUNT] = {
    [PACE_AUTO] = {"as the routine says", NULL},
    [PACE_MINE] = {"mine: wait for {ready}", NULL},
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

static const Choice theme_choices[THEME_OWN + 1] = {
    [THEME_AUTO] = {"as the terminal says", NULL},
    [THEME_DARK] = {"dark", NULL},
    [THEME_LIGHT] = {"light", NULL},
    [THEME_CONTRAST] = {"high contrast", "Text stands out more, on a dark or a light background."},
    [THEME_MONO] = {"no colours", "Bold, underlined and reversed text instead of colours."},
    [THEME_OWN] = {NULL, "Your own theme. To use it again after another, write its name into the file."},
};

static const Choice motion_choices[MOTION_COUNT] = {
    [MOTION_ON] = {"moves", NULL},
    [MOTION_OFF] = {"stands still", NULL},
};

static const Choice mouse_choices[MOUSE_COUNT] = {
    [MOUSE_ON] = {"clicks choose", "A click chooses on the body and in lists. Shift and the mouse select text."},
    [MOUSE_OFF] = {"selects text", "The terminal selects text with the mouse, as everywhere else."},
};

static const Choice ascii_choices[ASCII_COUNT] = {
    [ASCII_AUTO] = {"as the locale says", NULL},
    [ASCII_ON] = {"plain letters only", "Plain letters and signs, and a list in place of the figure."},
    [ASCII_OFF] = {"all letters", "All letters and signs, whatever the locale says. Holds from the next start."},
};

static const Choice title_choices[TITLE_COUNT] = {
    [TITLE_OFF] = {"leave it alone", "Others may see the title: in the list of windows, on a shared screen."},
    [TITLE_ON] = {"shows the session", "The move, the side and the time left, while a session runs."},
};

static const Choice notices_choices[NOTICES_COUNT] = {
    [NOTICES_OFF] = {"off", "No notices."},
    [NOTICES_TERMINAL] = {"by the terminal",
                          "The terminal shows a notice, over ssh too. One that cannot rings its bell."},
    [NOTICES_DESKTOP] = {"on the desktop", "A notice of the desktop: change sides, it waits for you, the end."},
    [NOTICES_OSC_9] = {"OSC 9", "A notice in the way of iTerm2, whatever the terminal is called."},
    [NOTICES_OSC_99] = {"OSC 99", "A notice in the way of kitty, whatever the terminal is called."},
    [NOTICES_OSC_777] = {"OSC 777", "A notice in the way of foot and WezTerm, whatever the terminal is called."},
};

static const Choice awake_choices[AWAKE_COUNT] = {
    [AWAKE_ON] = {"stays on", "The screen stays on while a session runs, but not while it is paused."},
    [AWAKE_OFF] = {"as at other times", "The screen goes off when you do nothing at the computer for a while."},
};

#define ONE_WORD(words, member)                                                                                        \
    .is_one_of = true, .count = ARRAY_LEN(words), .choices = (words), .at = offsetof(Settings, member),                \
    .add_name = add_choice
#define ONE_NUMBER(among, member)                                                                                      \
    .is_one_of = true, .numbers = &(among), .at = offsetof(Settings, member), .add_name = add_number
static const SettingsGroup groups[] = {
    {"places", "Where you are. Routines for other places move to the end. None selected: anywhere.", REQUEST_PLACE,
     .count = PLACE_COUNT, .is_set = has_place, .add_name = add_place},
    {"tools", "What you have. Routines that need other tools move to the end. None selected: any tools.", REQUEST_TOOL,
     .first = MODEL_NO_TOOL, .is_set = has_tool, .add_name = add_tool},
    {"time", "How much time you have. Longer routines move to the end of the list.", REQUEST_HAVE_MINUTES,
     ONE_NUMBER(minutes_numbers, minutes)},
    {"health", NULL, REQUEST_HEALTH, .count = HEALTH_COUNT, .is_set = has_health, .add_name = add_health},
    {"injured", "Where is the injury? Moves for these parts are left out. None selected: it may be anywhere.",
     REQUEST_INJURY, .is_set = has_injury, .add_name = add_area},
    {"level", NULL, REQUEST_LEVEL_CHOICE, ONE_WORD(level_choices, level)},
    {"first side", NULL, REQUEST_FIRST, ONE_WORD(first_choices, first)},
    {"pace", "How long you get to set up and switch sides: as the routine says, or until you press {ready}.",
     REQUEST_PACE, ONE_WORD(pace_choices, pace)},
    {"each week", "How many sessions a week needs to count for weeks in a row. A pause does not count.",
     REQUEST_PER_WEEK, ONE_NUMBER(per_week_numbers, per_week)},
    {"voice", NULL, REQUEST_VOICE, .is_one_of = true, .first = VOICE_ON, .choices = voice_choices,
     .at = offsetof(Settings, voice), .add_name = add_voice},
    {"voice says", NULL, REQUEST_SPOKEN, ONE_WORD(spoken_choices, words)},
    {"voice speed", "How fast the voice speaks: 100% is its usual speed.", REQUEST_RATE,
     ONE_NUMBER(rate_numbers, rate_percent)},
    {"sounds", NULL, REQUEST_SOUND_CHOICE, ONE_WORD(sound_choices, sound)},
    {"loudness", "How loud the sounds are. The terminal sets how loud the bell is.", REQUEST_VOLUME,
     ONE_NUMBER(volume_numbers, volume_percent)},
    {"colours", "Colours for a dark or a light background.", REQUEST_THEME, .is_one_of = true, .choices = theme_choices,
     .at = offsetof(Settings, theme), .add_name = add_theme},
    {"figure", "Whether the figure moves with each pass or breath.", REQUEST_MOTION, ONE_WORD(motion_choices, motion)},
    {"mouse", NULL, REQUEST_MOUSE, ONE_WORD(mouse_choices, mouse)},
    {"letters", "Which letters and signs the screen is drawn with.", REQUEST_ASCII, ONE_WORD(ascii_choices, ascii)},
    {"window title", NULL, REQUEST_TITLE, ONE_WORD(title_choices, title)},
    {"notices", NULL, REQUEST_NOTICES, ONE_WORD(notices_choices, notices)},
    {"screen", NULL, REQUEST_AWAKE, ONE_WORD(awake_choices, awake)},
    {"file",
     "All settings are in one file; your comments in it are kept. Press {change} or {edit-settings} to edit it.",
     REQUEST_EDIT_SETTINGS, .add_name = add_path},
};
#undef ONE_WORD
#undef ONE_NUMBER

/* The number that is set. */
static int32_t set_number(const Model *model, const SettingsGroup *group)
{
    const int32_t number = *(const int32_t *)(const void *)((const char *)model->settings + group->at);
    return number > 0 ? number : group->numbers->if_not_said;
}

static bool is_set(const Model *model, const SettingsGroup *group, int32_t value)
{
    if (group->choices)
        return *((const uint8_t *)model->settings + group->at) == value;
    if (group->numbers)
        return set_number(model, group) == value;
    return group->is_set && group->is_set(model, value);
}

static int count_numbers(const Model *model, const SettingsGroup *group)
{
    const Numbers *numbers = group->numbers;
    for (size_t i = 0; i < numbers->count; i++) {
        if (numbers->usual[i] == set_number(model, group))
            return (int)numbers->count;
    }
    return (int)numbers->count + 1;
}

/* The parts of an injury are asked for where there is one. That there are no tools is the first choice among them. A
 * command for the voice and a theme of one's own are one where they are set. */
static int count_of(const Model *model, const SettingsGroup *group)
{
    if (group->numbers)
        return count_numbers(model, group);
    if (group->kind == REQUEST_TOOL)
        return (int)model->tools.count + 1;
    if (group->kind == REQUEST_VOICE)
        return (int)voice_words.count + (model->settings->voice == VOICE_COMMAND ? 1 : 0);
    if (group->kind == REQUEST_THEME)
        return (int)theme_words.count + (model->settings->theme == THEME_OWN ? 1 : 0);
    if (group->kind == REQUEST_INJURY)
        return has_health(model, HEALTH_RECENT_INJURY) ? AREA_COUNT : 0;
    if (group->kind == REQUEST_EDIT_SETTINGS)
        return model->settings_path ? 1 : 0;
    return group->count;
}

int settings_list_count(const Model *model)
{
    int count = 0;
    for (size_t i = 0; i < ARRAY_LEN(groups); i++)
        count += count_of(model, &groups[i]);
    return count;
}

static int32_t value_of(const Model *model, const SettingsGroup *group, int number)
{
    if (!group->numbers)
        return group->first + number;
    return (size_t)number < group->numbers->count ? group->numbers->usual[number] : set_number(model, group);
}

SettingsRow settings_list_at(const Model *model, int index)
{
    const SettingsGroup *group = groups;
    for (; group + 1 < groups + ARRAY_LEN(groups) && index >= count_of(model, group); group++)
        index -= count_of(model, group);
    const int32_t value = value_of(model, group, index);
    return (SettingsRow){
        .request = {.kind = group->kind, .value = value},
        .group = group,
        .label = group->label,
        .is_one_of = group->is_one_of,
        .is_set = is_set(model, group, value),
    };
}

void settings_list_add_help(Text *into, const Model *model, const SettingsRow *row)
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
        key_bindings_add_words(into, model->keys, own ? own : row->group->help);
    }
}

void settings_list_add_name(Text *into, const Model *model, const SettingsRow *row, bool is_long)
{
    row->group->add_name(into, model, row, is_long);
}

void settings_list_add_default(Text *into, const Model *model, const SettingsRow *row)
{
    if (!row->is_one_of || row->request.kind == REQUEST_VOICE)
        return;
    SettingsRow usual = *row;
    usual.request.value = row->group->numbers ? row->group->numbers->if_not_said : 0;
    row->group->add_name(into, model, &usual, false);
}
