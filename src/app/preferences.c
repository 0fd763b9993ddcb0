/* SPDX-License-Identifier: MIT */
#include "app/preferences.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/records.h"
#include "app/sounds.h"
#include "app/state.h"
#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "platform/editor.h"
#include "routine/filter.h"
#include "routine/library_tools.h"
#include "settings/person_health.h"
#include "settings/settings_change.h"
#include "settings/theme_file.h"
#include "yaml/emit.h"

/* The first problem as `knead check` says it, in one line; NULL where there is none. */
static char *first_problem(const DiagnosticList *diags, int32_t *line)
{
    *line = diags->count > 0 ? (int32_t)diags->items[0].mark.line : 0;
    if (diags->count == 0)
        return NULL;
    const Diagnostic *diag = &diags->items[0];
    return *line > 0 ? memory_print("%s:%u:%u: %s", diags->file, diag->mark.line, diag->mark.column, diag->message)
                     : memory_print("%s: %s", diags->file, diag->message);
}

static bool are_needed(const ToolsAtHand *at_hand, ModelTools tools)
{
    size_t found = 0;
    for (size_t i = 0; i < tools.count; i++)
        found += tools.items[i].uses > 0 && tools_at_hand_has(at_hand, tools.items[i].name);
    return found >= at_hand->names.count;
}

/* Shared moves are asked too where no routine needs one of the tools, once all routines were read. */
static void find_unknown_tools(App *app)
{
    const ToolsAtHand *tools = &app->settings.tools;
    if (app->settings_problem || !loader_is_done(&app->loader, app->library) || library_count(app->library) == 0 ||
        are_needed(tools, loader_tools(&app->loader)))
        return;
    DiagnosticList diags;
    Arena arena = {0};
    diagnostic_init(&diags, app->settings_path);
    const Words known = library_tools(app->library, &tools->names, &arena);
    tools_at_hand_warn(tools, &known, &diags);
    app->settings_problem = first_problem(&diags, &app->settings_line);
    diagnostic_release(&diags);
    arena_release(&arena);
}

void preferences_check_tools(App *app)
{
    const bool had_problem = app->settings_problem != NULL;
    find_unknown_tools(app);
    if (app->settings_problem && !had_problem)
        state_tell_settings(app);
}

static void load(App *app)
{
    DiagnosticList diags;
    char *source = NULL;
    size_t length = 0;
    diagnostic_init(&diags, app->settings_path);
    settings_load(&app->settings, app->settings_path, &diags, &source, &length);
    app->settings_problem = first_problem(&diags, &app->settings_line);
    diagnostic_release(&diags);
    free(source);
}

/* What is due depends on the settings, and so do weeks in a row. */
static void follow_settings(App *app)
{
    const int32_t per_week = settings_per_week(&app->settings);
    app->is_due_current = false;
    if (app->last_done.has_streak && app->last_done.streak.least != per_week)
        last_done_count_weeks(&app->last_done, app->store, per_week);
    records_follow_journal(app);
}

void preferences_read(App *app)
{
    if (!app->settings_path)
        app->settings_path = path_config(settings_file);
    settings_release(&app->settings);
    free(app->settings_problem);
    app->settings_problem = NULL;
    if (app->settings_path) {
        load(app);
        loader_add_settings(&app->loader, &app->settings);
        find_unknown_tools(app);
    }
    if (app->settings.voice == VOICE_NOT_SAID)
        app->settings.voice = app->chosen_voice;
    sounds_read_settings(app);
    follow_settings(app);
}

/* Also where the settings name a file that was not there when they were read. */
static bool has_new_theme(const App *app)
{
    if (!app->settings.theme_name)
        return false;
    char *path = theme_file_path(app->settings_path, app->settings.theme_name);
    const FileStamp now = file_stamp_of(path);
    free(path);
    return !file_stamp_is_same(&app->settings.theme_stamp, &now);
}

bool preferences_reload(App *app)
{
    const FileStamp now = app->settings_path ? file_stamp_of(app->settings_path) : (FileStamp){0};
    if (!app->settings_path || (file_stamp_is_same(&app->settings.stamp, &now) && !has_new_theme(app)))
        return false;
    char *before = memory_copy_text(app->settings_problem);
    preferences_read(app);
    if (app->settings_problem && (!before || strcmp(before, app->settings_problem) != 0))
        state_tell_settings(app);
    free(before);
    return true;
}

/* The value is YAML, and freed; NULL takes the key out. */
static void store(App *app, const char *key, char *value)
{
    char *problem = NULL;
    if (!app->settings_path)
        state_set_notice(app, memory_copy_text("Not saved, because there is no folder for settings: set "
                                               "HOME or XDG_CONFIG_HOME."));
    else if (!settings_change_file(app->settings_path, key, value, &problem))
        state_set_notice(app, problem);
    free(value);
    sounds_read_settings(app);
    follow_settings(app);
}

/* The list with this word put in or taken out. */
static WordList toggled(App *app, const WordList *list, int value)
{
    uint8_t *items = arena_take_array(&app->settings.arena, list->count + 1, sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i] != value)
            items[count++] = list->items[i];
    }
    if (count == list->count)
        items[count++] = (uint8_t)value;
    return (WordList){items, count};
}

void preferences_place(App *app, Request request)
{
    if (request.value == MODEL_ANY)
        app->settings.places = (WordList){0};
    else if (request.value >= 0 && request.value < PLACE_COUNT)
        app->settings.places = toggled(app, &app->settings.places, request.value);
    else
        return;
    store(app, "places", emit_word_list(&app->settings.places, &place_words));
}

void preferences_health(App *app, Request request)
{
    PersonHealth *health = &app->settings.health;
    if (request.value < 0 || request.value >= HEALTH_COUNT)
        return;
    health->words = toggled(app, &health->words, request.value);
    if (!filter_has_word(&health->words, HEALTH_RECENT_INJURY))
        health->injuries = (WordList){0};
    store(app, "health", person_health_written(health));
}

/* A part that the injury is at, put in or taken out. */
void preferences_injury(App *app, Request request)
{
    PersonHealth *health = &app->settings.health;
    if (request.value < 0 || request.value >= AREA_COUNT || !filter_has_word(&health->words, HEALTH_RECENT_INJURY))
        return;
    health->injuries = toggled(app, &health->injuries, request.value);
    store(app, "health", person_health_written(health));
}

/* The list with this text put in at its end, or taken out. */
static TextList toggled_text(App *app, const TextList *list, const char *text)
{
    const char **items = arena_take_array(&app->settings.arena, list->count + 1, sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i], text) != 0)
            items[count++] = list->items[i];
    }
    if (count == list->count)
        items[count++] = arena_copy(&app->settings.arena, text);
    return (TextList){items, count};
}

/* The last one taken out leaves it open which there are. */
static ToolsAtHand toggle_tool(App *app, const char *tool)
{
    const TextList names = toggled_text(app, &app->settings.tools.names, tool);
    return (ToolsAtHand){.names = names, .is_said = names.count > 0};
}

void preferences_tool(App *app, Request request)
{
    ToolsAtHand *tools = &app->settings.tools;
    const ModelTools all = app->model.tools; /* as the screen saw them that asks */
    if (request.value == MODEL_ANY)
        *tools = (ToolsAtHand){0};
    else if (request.value == MODEL_NO_TOOL)
        *tools = (ToolsAtHand){.is_said = !tools_at_hand_has(tools, NULL)};
    else if (request.value >= 0 && (size_t)request.value < all.count)
        *tools = toggle_tool(app, all.items[request.value].name);
    else
        return;
    store(app, "tools", tools_at_hand_written(tools));
}

static const LibraryEntry *find_favourite(const App *app, int32_t index)
{
    if (index >= 0)
        return (size_t)index < library_count(app->library) ? library_at(app->library, (size_t)index) : NULL;
    return app->selection.count > 0 ? app->selection.entries[0] : NULL;
}

/* As YAML on one line; NULL where there is none. */
static char *write_ids(const TextList *list)
{
    Text text = {0};
    for (size_t i = 0; i < list->count; i++)
        text_print(&text, "%s%s", i ? ", " : "[", list->items[i]);
    text_add(&text, list->count > 0 ? "]" : "");
    return list->count > 0 ? text_detach(&text) : NULL;
}

/* One that was composed, or is a file by its path, cannot be found again by its id. */
void preferences_favourite(App *app, Request request)
{
    const LibraryEntry *entry = find_favourite(app, request.value);
    if (!entry)
        return;
    if (library_listed(app->library, entry->id) != entry) {
        state_set_notice(app, memory_copy_text("Only a routine in the library can be a favourite. Save it first."));
        return;
    }
    app->settings.favourites = toggled_text(app, &app->settings.favourites, entry->id);
    const bool is_one = filter_has_text(&app->settings.favourites, entry->id);
    const char *title = entry->title ? entry->title : entry->id;
    state_set_notice(app, is_one ? memory_print("%s is a favourite now: %s on the first screen shows it.", title,
                                                state_key(app, ACTION_FAVOURITES))
                                 : memory_print("%s is no favourite any more.", title));
    store(app, "favourites", write_ids(&app->settings.favourites));
}

/* The setting that a request changes; NULL: it is none that is one word or one number. */
static const Field *find_setting(RequestKind kind)
{
    static const char *const keys[REQUEST_COUNT] = {
        [REQUEST_HAVE_MINUTES] = "minutes", [REQUEST_FIRST] = "first",       [REQUEST_PACE] = "pace",
        [REQUEST_SPOKEN] = "words",         [REQUEST_RATE] = "rate",         [REQUEST_SOUND_CHOICE] = "sound",
        [REQUEST_VOLUME] = "volume",        [REQUEST_THEME] = "theme",       [REQUEST_MOTION] = "motion",
        [REQUEST_LEVEL_CHOICE] = "level",   [REQUEST_PER_WEEK] = "per_week", [REQUEST_NOTICES] = "notices",
        [REQUEST_AWAKE] = "awake",          [REQUEST_MOUSE] = "mouse",       [REQUEST_ASCII] = "ascii",
        [REQUEST_TITLE] = "title",
    };
    for (size_t i = 0; i < settings_table.count && keys[kind]; i++) {
        if (strcmp(settings_table.fields[i].key, keys[kind]) == 0)
            return &settings_table.fields[i];
    }
    return NULL;
}

/* The number 0 stands for nothing said and takes the line out. */
void preferences_number(App *app, Request request)
{
    const Field *field = find_setting(request.kind);
    if (!field || (request.value != 0 && (request.value < field->min || request.value > field->max)))
        return;
    *(int32_t *)(void *)((char *)&app->settings + field->at) = request.value;
    store(app, field->key, request.value > 0 ? memory_print("%d", request.value) : NULL);
}

void preferences_word(App *app, Request request)
{
    const Field *field = find_setting(request.kind);
    if (!field || request.value < 0 || (size_t)request.value >= field->words->count)
        return;
    *((uint8_t *)&app->settings + field->at) = (uint8_t)request.value;
    store(app, field->key, memory_copy_text(field->words->items[request.value]));
}

/* A command is chosen by writing it into the file: its row is there only where it is set. */
void preferences_voice(App *app, Request request)
{
    if (request.value != VOICE_ON && request.value != VOICE_OFF)
        return;
    app->settings.voice = app->chosen_voice = (uint8_t)request.value;
    app->settings.voice_command = (TextList){0};
    store(app, "voice", memory_copy_text(voice_words.items[request.value - VOICE_ON]));
}

/* Every key with what it is, none of them set. */
static char *make_template(size_t *length)
{
    static const struct {
        const char *key, *value;
    } examples[] = {{"places", "[desk, chair]"},
                    {"tools", "[tennis-ball]"},
                    {"minutes", "10"},
                    {"per_week", "3"},
                    {"favourites", "[daily-five]"},
                    {"health", "[varicose-veins]"},
                    {"level", "standard"},
                    {"first", "left"},
                    {"pace", "mine"},
                    {"voice", "on"},
                    {"words", "short"},
                    {"rate", "120"},
                    {"sound", "bell"},
                    {"volume", "40"},
                    {"theme", "dark"},
                    {"motion", "off"},
                    {"mouse", "off"},
                    {"ascii", "on"},
                    {"title", "on"},
                    {"notices", "desktop"},
                    {"awake", "off"},
                    {"hooks", "{start: [playerctl, pause], end: [playerctl, play]}"},
                    {"journal", "~/Sync/knead/$HOSTNAME.jsonl"},
                    {"journals", "[~/Sync/knead/"
                                 "*.jsonl]"},
                    {"keys", "{pause: [space, p]}"}};
    Text text = {0};
    text_add(&text, "# What knead knows about you and where you are. Remove the # from what you want to set.\n");
    for (size_t i = 0; i < settings_table.count; i++) {
        const Field *field = &settings_table.fields[i];
        const char *value = "";
        for (size_t k = 0; k < ARRAY_LEN(examples); k++) {
            if (strcmp(examples[k].key, field->key) == 0)
                value = examples[k].value;
        }
        text_print(&text, "\n# %s\n# %s: %s\n", field->help, field->key, value);
    }
    *length = text.length;
    return text_detach(&text);
}

static bool make_file(const char *path)
{
    size_t length;
    char *folder = path_folder(path), *text = make_template(&length);
    const bool is_made = path_make_folder(folder) && file_write_private(path, text, length);
    free(folder);
    free(text);
    return is_made;
}

void preferences_edit(App *app, Request request)
{
    (void)request;
    const char *path = app->settings_path;
    if (path && (access(path, F_OK) == 0 || make_file(path))) {
        app->editor_task = EDITOR_SETTINGS;
        app->effects.edit = true;
    } else {
        state_set_notice(
            app, memory_print("Cannot edit the settings: cannot create %s.", path ? path : "a folder for them"));
    }
}

void preferences_edited(App *app, bool editor_worked)
{
    preferences_read(app);
    if (!editor_worked)
        state_set_notice(app, editor_trouble());
}
