/* SPDX-License-Identifier: MIT */
/* The user's settings in config.yaml: where they are, which tools they have, and so on. Read like a routine, with the
 * same kind of messages. An invalid key is reported and keeps its default (of a list, the valid words count); the other
 * keys are still used. */
#ifndef SETTINGS_SETTINGS_H
#define SETTINGS_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/file.h"
#include "routine/filter.h"
#include "routine/names.h"
#include "settings/person_command.h"
#include "settings/tools_at_hand.h"
#include "ui/widgets/action.h"
#include "ui/widgets/theme.h"
#include "yaml/schema.h"

typedef enum FirstSide { FIRST_AS_WRITTEN, FIRST_LEFT, FIRST_RIGHT, FIRST_BEHIND, FIRST_COUNT } FirstSide;
typedef enum Pace { PACE_AUTO, PACE_MINE, PACE_COUNT } Pace;
/* clang-format off */
typedef enum LevelChoice {
    LEVEL_CHOICE_AUTO, /* gentle for a person who is new to it, then standard */
    LEVEL_CHOICE_GENTLE, LEVEL_CHOICE_STANDARD, LEVEL_CHOICE_FIRM,
    LEVEL_CHOICE_COUNT
} LevelChoice;
/* clang-format on */
typedef enum VoiceChoice { VOICE_NOT_SAID, VOICE_ON, VOICE_OFF, VOICE_COMMAND, VOICE_CHOICE_COUNT } VoiceChoice;
typedef enum SpokenWords { SPOKEN_FULL, SPOKEN_SHORT, SPOKEN_NAMES, SPOKEN_COUNT } SpokenWords;
typedef enum SoundChoice { SOUND_AUTO, SOUND_BELL, SOUND_OFF, SOUND_COUNT } SoundChoice;
typedef enum ThemeChoice {
    THEME_AUTO,
    THEME_DARK,
    THEME_LIGHT,
    THEME_CONTRAST,
    THEME_MONO,
    THEME_COUNT,
    THEME_OWN = THEME_COUNT /* a file, see settings/theme_file.h */
} ThemeChoice;
typedef enum Motion { MOTION_ON, MOTION_OFF, MOTION_COUNT } Motion;
typedef enum MouseChoice { MOUSE_ON, MOUSE_OFF, MOUSE_COUNT } MouseChoice;
typedef enum AsciiChoice { ASCII_AUTO, ASCII_ON, ASCII_OFF, ASCII_COUNT } AsciiChoice;
typedef enum TitleChoice { TITLE_OFF, TITLE_ON, TITLE_COUNT } TitleChoice;
typedef enum NoticesChoice {
    NOTICES_OFF,
    NOTICES_TERMINAL, /* in the way that this terminal knows */
    NOTICES_DESKTOP,
    NOTICES_OSC_9,
    NOTICES_OSC_99,
    NOTICES_OSC_777,
    NOTICES_COUNT
} NoticesChoice;
typedef enum AwakeChoice { AWAKE_ON, AWAKE_OFF, AWAKE_COUNT } AwakeChoice;

/* What holds where nothing is said. */
enum { SETTINGS_RATE_USUAL = 100, SETTINGS_VOLUME_USUAL = 60, SETTINGS_PER_WEEK_USUAL = 2 };

/* The name of the file, for path_config. */
extern const char settings_file[];

extern const Words first_side_words;   /* written left right behind */
extern const Words pace_words;         /* auto mine */
extern const Words level_choice_words; /* auto gentle standard firm */
extern const Words voice_words;        /* on off: VOICE_ON and what follows it */
extern const Words spoken_words;       /* full short names */
extern const Words sound_words;        /* auto bell off */
extern const Words theme_words;        /* auto dark light contrast mono */
extern const Words motion_words;       /* on off */
extern const Words mouse_words;        /* on off */
extern const Words ascii_words;        /* auto on off */
extern const Words title_words;        /* off on */
extern const Words notices_words;      /* off terminal desktop osc-9 osc-99 osc-777 */
extern const Words awake_words;        /* on off */

typedef struct Settings {
    Arena arena;
    WordList places; /* of Place: where the user is; empty: anywhere */
    ToolsAtHand tools;
    int32_t minutes;        /* minutes available, 1 to 720; 0: any number */
    int32_t per_week;       /* sessions that a week needs, 1 to 7; 0: not said, SETTINGS_PER_WEEK_USUAL */
    TextList favourites;    /* ids of routines, in the person's order */
    PersonHealth health;    /* what the user has, see settings/person_health.h */
    uint8_t level;          /* LevelChoice: how hard sessions ask one to press */
    uint8_t first;          /* FirstSide */
    uint8_t pace;           /* Pace: whether preparations wait for the user */
    uint8_t voice;          /* VoiceChoice */
    TextList voice_command; /* with VOICE_COMMAND: a program, not empty, and its arguments, which may be; else empty */
    uint8_t words;          /* SpokenWords: how much the voice says */
    int32_t rate_percent;   /* of the usual speed of speech, 50 to 200; 0: not said, SETTINGS_RATE_USUAL */
    uint8_t sound;          /* SoundChoice */
    int32_t volume_percent; /* of sounds, 1 to 100; 0: not said, SETTINGS_VOLUME_USUAL */
    uint8_t theme;          /* ThemeChoice */
    const char *theme_name; /* with THEME_OWN */
    Mark theme_mark;
    Theme own_theme;            /* with THEME_OWN, when they were loaded from a file */
    FileStamp theme_stamp;      /* of its file */
    KeyBindings keys;           /* those that the person has chosen */
    uint8_t motion;             /* Motion: whether the figure moves with the pass or the breath */
    uint8_t mouse;              /* MouseChoice: whether clicks choose */
    uint8_t ascii;              /* AsciiChoice: plain letters only; ASCII_OFF: all letters, whatever the locale says */
    uint8_t title;              /* TitleChoice: whether the window's title shows the session */
    uint8_t notices;            /* NoticesChoice */
    uint8_t awake;              /* AwakeChoice: whether the screen stays on */
    TextList hooks[HOOK_COUNT]; /* a program, not empty, and its arguments; empty: none */
    const char *journal;        /* a path, see base/path.h, path_expand; NULL: none */
    TextList journals;          /* likewise, of those of other machines, with patterns as a shell has them */
    FileStamp stamp;            /* of the file they were loaded from */
} Settings;

/* Reads the text of a settings file into zeroed settings. An empty text gives the defaults. The settings are usable in
 * any case; true if nothing was wrong. All data is in settings->arena. */
bool settings_read(Settings *settings, const char *text, size_t length, DiagnosticList *diags);
void settings_release(Settings *settings);

/* The same from a file; a missing file gives the defaults. *source, for the caller to free(), is the text that `diags`
 * refer to; NULL if nothing was read. */
bool settings_load(Settings *settings, const char *path, DiagnosticList *diags, char **source, size_t *length);

int32_t settings_rate(const Settings *settings);   /* of the voice, in percent; what is usual where it is not said */
int32_t settings_volume(const Settings *settings); /* of the sounds, likewise */

int32_t settings_per_week(const Settings *settings);
Theme settings_theme(const Settings *settings);

/* Loads the theme that the settings name, if it is one of the person's own (settings_load does it). `path` is that of
 * the settings. False if there is no such file, which leaves the theme `auto`; a problem within it is a warning. */
bool settings_load_theme(Settings *settings, const char *path, DiagnosticList *diags);

/* The field table (keys, help, words), for the JSON Schema and the settings screen. */
extern const FieldTable settings_table;

#endif
