/* SPDX-License-Identifier: MIT */
#include "settings/settings.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "base/utf8.h"
#include "routine/spelling.h"
#include "settings/journal_settings.h"
#include "settings/key_settings.h"
#include "settings/person_health.h"
#include "settings/theme_file.h"
#include "yaml/document.h"

enum { MOST_MINUTES = 720, MOST_PER_WEEK = 7, LEAST_RATE = 50, MOST_RATE = 200, MOST_VOLUME = 100 };

const char settings_file[] = "config.yaml";

static const char *const first_sides[] = {
    [FIRST_AS_WRITTEN] = "written", [FIRST_LEFT] = "left", [FIRST_RIGHT] = "right", [FIRST_BEHIND] = "behind"};
static const char *const level_choices[] = {"auto", "gentle", "standard", "firm"}; /* as LevelChoice has them */
static const char *const paces[] = {[PACE_AUTO] = "auto", [PACE_MINE] = "mine"};
static const char *const voices[] = {"on", "off"};
static const char *const spoken[] = {[SPOKEN_FULL] = "full", [SPOKEN_SHORT] = "short", [SPOKEN_NAMES] = "names"};
static const char *const sounds[] = {[SOUND_AUTO] = "auto", [SOUND_BELL] = "bell", [SOUND_OFF] = "off"};
static const char *const themes[] = {[THEME_AUTO] = "auto",
                                     [THEME_DARK] = "dark",
                                     [THEME_LIGHT] = "light",
                                     [THEME_CONTRAST] = "contrast",
                                     [THEME_MONO] = "mono"};
static const char *const motions[] = {[MOTION_ON] = "on", [MOTION_OFF] = "off"};
static const char *const mice[] = {[MOUSE_ON] = "on", [MOUSE_OFF] = "off"};
static const char *const asciis[] = {[ASCII_AUTO] = "auto", [ASCII_ON] = "on", [ASCII_OFF] = "off"};
static const char *const titles[] = {[TITLE_OFF] = "off", [TITLE_ON] = "on"};
static const char *const notices[] = {
    [NOTICES_OFF] = "off",     [NOTICES_TERMINAL] = "terminal", [NOTICES_DESKTOP] = "desktop",
    [NOTICES_OSC_9] = "osc-9", [NOTICES_OSC_99] = "osc-99",     [NOTICES_OSC_777] = "osc-777"};
static const char *const awakes[] = {[AWAKE_ON] = "on", [AWAKE_OFF] = "off"};
_Static_assert(ARRAY_LEN(first_sides) == FIRST_COUNT, "a word for each FirstSide");
_Static_assert(ARRAY_LEN(level_choices) == LEVEL_CHOICE_COUNT, "a word for each LevelChoice");
_Static_assert(ARRAY_LEN(paces) == PACE_COUNT, "a word for each Pace");
_Static_assert(ARRAY_LEN(voices) == VOICE_COMMAND - VOICE_ON, "a word for each VoiceChoice that is one");
_Static_assert(ARRAY_LEN(spoken) == SPOKEN_COUNT, "a word for each SpokenWords");
_Static_assert(ARRAY_LEN(sounds) == SOUND_COUNT, "a word for each SoundChoice");
_Static_assert(ARRAY_LEN(themes) == THEME_COUNT, "a word for each ThemeChoice");
_Static_assert(ARRAY_LEN(motions) == MOTION_COUNT, "a word for each Motion");
_Static_assert(ARRAY_LEN(mice) == MOUSE_COUNT, "a word for each MouseChoice");
_Static_assert(ARRAY_LEN(asciis) == ASCII_COUNT, "a word for each AsciiChoice");
_Static_assert(ARRAY_LEN(titles) == TITLE_COUNT, "a word for each TitleChoice");
_Static_assert(ARRAY_LEN(notices) == NOTICES_COUNT, "a word for each NoticesChoice");
_Static_assert(ARRAY_LEN(awakes) == AWAKE_COUNT, "a word for each AwakeChoice");

const Words first_side_words = {first_sides, FIRST_COUNT};
const Words pace_words = {paces, PACE_COUNT};
const Words level_choice_words = {level_choices, LEVEL_CHOICE_COUNT};
const Words voice_words = {voices, ARRAY_LEN(voices)};
const Words spoken_words = {spoken, SPOKEN_COUNT};
const Words sound_words = {sounds, SOUND_COUNT};
const Words theme_words = {themes, THEME_COUNT};
const Words motion_words = {motions, MOTION_COUNT};
const Words mouse_words = {mice, MOUSE_COUNT};
const Words ascii_words = {asciis, ASCII_COUNT};
const Words title_words = {titles, TITLE_COUNT};
const Words notices_words = {notices, NOTICES_COUNT};
const Words awake_words = {awakes, AWAKE_COUNT};

static const char voice_ways[] = "write on, off, or a command in a list, such as [espeak-ng, --stdin]";

/* A command in a text instead of a list is told of the list. */
static bool read_voice_word(Walk *walk, const Field *field, const Node *value, Settings *settings)
{
    uint8_t word;
    if (schema_word(walk, field, value, &word)) {
        settings->voice = (uint8_t)(VOICE_ON + word);
        return true;
    }
    const bool is_text = value->kind == NODE_SCALAR && value->length > 0;
    const bool is_guessed = is_text && walk->guesses && walk->guesses->word(field->words, value->text);
    if (!is_guessed && (!is_text || !words_nearest(field->words, value->text)))
        diagnostic_hint(walk->diags, "%s", voice_ways);
    return false;
}

static bool read_voice(Walk *walk, const Field *field, const Node *value, void *at)
{
    Settings *settings = (Settings *)(void *)((char *)at - field->at);
    if (value->kind != NODE_LIST)
        return read_voice_word(walk, field, value, settings);
    if (!person_command_read(walk, field, value, voice_ways, &settings->voice_command))
        return false;
    settings->voice = VOICE_COMMAND;
    return true;
}

/* A name that is not among the words is that of a file, which settings_load looks for. */
static bool read_theme(Walk *walk, const Field *field, const Node *value, void *at)
{
    Settings *settings = (Settings *)(void *)((char *)at - field->at);
    const bool is_word = value->kind != NODE_SCALAR || words_find(field->words, value->text, value->length) >= 0;
    if (is_word || !schema_is_id(value->text, value->length))
        return schema_word(walk, field, value, at);
    settings->theme = THEME_OWN;
    settings->theme_name = arena_copy(walk->arena, value->text);
    settings->theme_mark = value->mark;
    return true;
}

#define AT(member) .at = offsetof(Settings, member)
static const Field fields[] = {
    {"places", schema_word_list, AT(places), .words = &place_words, .noun = "place",
     .help = "Where you are: any of desk, chair, wall, doorway, floor, bed, outdoors; [] for anywhere."},
    {"tools", tools_at_hand_read, AT(tools), .noun = "tool",
     .help = "The tools you have, with the names that routines use; none for no tools, [] for any."},
    {"minutes", schema_number, AT(minutes), .min = 1, .max = MOST_MINUTES,
     .help = "How many minutes you have, 1 to 720; default any."},
    {"per_week", schema_number, AT(per_week), .min = 1, .max = MOST_PER_WEEK,
     .help = "How many sessions a week needs to count for weeks in a row, 1 to 7; default 2."},
    {"favourites", schema_id_list, AT(favourites),
     .help = "The routines that you want at hand, by their ids; * in a list adds or removes one."},
    {"health", person_health_read, AT(health), .words = &health_words, .noun = "health word",
     .help = "Your health: knead leaves out moves that do not suit it; an injury may say where it is."},
    {"level", schema_word, AT(level), .words = &level_choice_words, .noun = "level",
     .help = "How hard to press: gentle, standard, firm, or auto (gentle for your first two weeks, then standard)."},
    {"first", schema_word, AT(first), .words = &first_side_words, .noun = "side",
     .help = "Which side comes first: written (as the routine says), left, right, or behind (the one worked less)."},
    {"pace", schema_word, AT(pace), .words = &pace_words, .noun = "pace",
     .help = "How long you get to set up: auto (as the routine says), or mine (until you are ready)."},
    {"voice", read_voice, AT(voice), .words = &voice_words,
     .help = "A voice that tells you what to do: on, off, or a list with your own command and its arguments."},
    {"words", schema_word, AT(words), .words = &spoken_words,
     .help = "How much the voice says: full (less for a move you have done three times), short, or names."},
    {"rate", schema_number, AT(rate_percent), .min = LEAST_RATE, .max = MOST_RATE,
     .help = "How fast the voice speaks, 50 to 200 percent of normal speed; default 100."},
    {"sound", schema_word, AT(sound), .words = &sound_words, .noun = "sound",
     .help = "The sound at each change: auto (sounds, or the bell if sounds do not work), bell, or off."},
    {"volume", schema_number, AT(volume_percent), .min = 1, .max = MOST_VOLUME,
     .help = "How loud sounds are, 1 to 100 percent; default 60."},
    {"theme", read_theme, AT(theme), .words = &theme_words, .noun = "theme",
     .help = "Colours: auto, dark, light, contrast, mono, or the name of a theme of your own in the folder themes."},
    {"motion", schema_word, AT(motion), .words = &motion_words, .noun = "motion",
     .help = "Whether the figure moves with each pass or breath: on or off."},
    {"mouse", schema_word, AT(mouse), .words = &mouse_words, .noun = "mouse",
     .help = "Whether clicks choose: on, or off (the terminal selects text with the mouse everywhere)."},
    {"ascii", schema_word, AT(ascii), .words = &ascii_words, .noun = "ascii",
     .help = "Plain letters and signs only: auto (as the locale says), on, or off (all letters, whatever it says)."},
    {"title", schema_word, AT(title), .words = &title_words, .noun = "title",
     .help = "Whether the window's title shows the move, the side and the time left in a session: off or on."},
    {"notices", schema_word, AT(notices), .words = &notices_words, .noun = "way of notices",
     .help = "Notices to change sides, when it waits and at the end: off, terminal, desktop, osc-9, osc-99, osc-777."},
    {"awake", schema_word, AT(awake), .words = &awake_words, .noun = "word for awake",
     .help = "Whether the screen stays on while a session runs: on or off."},
    {"hooks", person_command_read_hooks, AT(hooks),
     .help = "Your own commands at moments of a session (start, switch, end), each a list with its arguments."},
    {"journal", journal_settings_read, AT(journal),
     .help = "The file that gets a line for each change of your records, for other machines: a path, or off."},
    {"journals", journal_settings_read_list, AT(journals),
     .help = "The journals of your other machines, which are taken in at each start: a list of paths or patterns."},
    {"keys", key_settings_read, AT(keys),
     .help = "Keys of your own: a map from actions to one key or a list; knead help keys lists them all."},
};
#undef AT

const FieldTable settings_table = {"the settings", fields, ARRAY_LEN(fields), SIZE_MAX};

bool settings_read(Settings *settings, const char *text, size_t length, DiagnosticList *diags)
{
    Arena arena = {0};
    const Node *root;
    size_t errors = diags->errors;
    Walk walk = {.arena = &settings->arena, .diags = diags, .guesses = &spelling_guesses};
    if (document_read(&arena, text, length, diags, &root) && root)
        schema_read(&walk, &settings_table, root, settings);
    arena_release(&arena);
    diagnostic_sort(diags);
    return diags->errors == errors;
}

void settings_release(Settings *settings)
{
    arena_release(&settings->arena);
    *settings = (Settings){0};
}

static bool report_no_theme(const Settings *settings, const char *path, DiagnosticList *diags)
{
    const char *nearest = words_nearest(&theme_words, settings->theme_name);
    diagnostic_error(diags, settings->theme_mark, "there is no theme '%s': %s does not exist", settings->theme_name,
                     path);
    if (nearest)
        diagnostic_hint(diags, "did you mean '%s'?", nearest);
    else
        diagnostic_hint(diags, "write auto, dark, light, contrast or mono, or make that file");
    return false;
}

/* What is wrong in the file of the theme is told in full by `knead check`, here only that there is something. */
bool settings_load_theme(Settings *settings, const char *path, DiagnosticList *diags)
{
    if (settings->theme != THEME_OWN)
        return true;
    char *file = theme_file_path(path, settings->theme_name), *source = NULL;
    size_t length = 0;
    DiagnosticList aside;
    diagnostic_init(&aside, file);
    const bool is_there = !path_is_missing(file) || report_no_theme(settings, file, diags);
    if (!is_there) {
        settings->theme = THEME_AUTO;
    } else if (!theme_file_load(&settings->own_theme, file, &aside, &source, &length, &settings->theme_stamp)) {
        Text words = {0};
        diagnostic_words(&words, &aside.items[0]);
        diagnostic_warning(diags, settings->theme_mark, "the theme '%s' has a problem: %s", settings->theme_name,
                           text_show(&words));
        diagnostic_hint(diags, "`knead check` shows all that is wrong with it");
        text_release(&words);
    }
    diagnostic_release(&aside);
    free(source);
    free(file);
    return is_there;
}

bool settings_load(Settings *settings, const char *path, DiagnosticList *diags, char **source, size_t *length)
{
    FileStamp stamp;
    bool is_fine = document_load(path, diags, source, length, &stamp) &&
                   (!*source || settings_read(settings, *source, *length, diags));
    is_fine = settings_load_theme(settings, path, diags) && is_fine;
    diagnostic_sort(diags);
    settings->stamp = stamp;
    return is_fine;
}

Theme settings_theme(const Settings *settings)
{
    static const ThemeGround grounds[THEME_COUNT] = {[THEME_DARK] = GROUND_DARK, [THEME_LIGHT] = GROUND_LIGHT};
    if (settings->theme == THEME_OWN)
        return settings->own_theme;
    return (Theme){.ground = grounds[settings->theme],
                   .is_contrast = settings->theme == THEME_CONTRAST,
                   .is_mono = settings->theme == THEME_MONO};
}

int32_t settings_rate(const Settings *settings)
{
    return settings->rate_percent > 0 ? settings->rate_percent : SETTINGS_RATE_USUAL;
}

int32_t settings_volume(const Settings *settings)
{
    return settings->volume_percent > 0 ? settings->volume_percent : SETTINGS_VOLUME_USUAL;
}

int32_t settings_per_week(const Settings *settings)
{
    return settings->per_week > 0 ? settings->per_week : SETTINGS_PER_WEEK_USUAL;
}
