/* SPDX-License-Identifier: MIT */
/* What a person has said of themselves and their place, in config.yaml: read through the same walker as a routine,
 * with the same messages. A key that is wrong is told of and left at its default, but of a list the words that are
 * right count; the rest holds. Changing one rewrites that key's lines alone: comments and all else in the file stay. */
#ifndef SETTINGS_SETTINGS_H
#define SETTINGS_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/file.h"
#include "routine/names.h"
#include "settings/tools_at_hand.h"
#include "yaml/schema.h"

typedef enum FirstSide { FIRST_AS_WRITTEN, FIRST_LEFT, FIRST_RIGHT, FIRST_BEHIND, FIRST_COUNT } FirstSide;
typedef enum ThemeChoice { THEME_AUTO, THEME_DARK, THEME_LIGHT, THEME_COUNT } ThemeChoice;

/* The name of the file, below `knead/` (path_config). */
extern const char settings_file[];

extern const Words first_side_words; /* written left right behind */
extern const Words theme_words;      /* auto dark light */

typedef struct Settings {
    Arena arena;
    WordList places; /* of Place: where one is; empty: anywhere */
    ToolsAtHand tools;
    int32_t minutes; /* there are; 0: any */
    WordList health; /* of Health: what one has */
    uint8_t first;   /* FirstSide */
    uint8_t theme;   /* ThemeChoice */
    FileStamp stamp; /* of the file that they were loaded from */
} Settings;

/* Reads the text of a settings file into zeroed settings; an empty file is no settings at all. Always gives usable
 * ones; true where nothing was wrong. Everything lives in settings->arena. */
bool settings_read(Settings *settings, const char *text, size_t length, DiagnosticList *diags);
void settings_release(Settings *settings);

/* The same from a file; one that is not there is no settings. *source is what diags speak of, to free(); NULL where
 * nothing could be read. */
bool settings_load(Settings *settings, const char *path, DiagnosticList *diags, char **source, size_t *length);

/* Whether a health word was said. */
bool settings_has_health(const Settings *settings, Health health);

/* The text of a settings file with one key changed: its lines replaced where it stands, else added at the end with a
 * comment that says what it is; `value` as YAML on one line, NULL takes the key out. A text that is NULL or empty
 * becomes a new file. The caller's to free(); NULL where the value is none that the key takes, or the text cannot be
 * changed safely (diags say why). */
char *settings_change(const char *text, size_t length, const char *key, const char *value, DiagnosticList *diags);

/* settings_change on a file, whole or not at all; makes its folder. False with *problem, one line to free(). */
bool settings_store(const char *path, const char *key, const char *value, char **problem);

/* `[a, b]`, as settings_change takes it. The caller's to free(). */
char *settings_list_of_words(const WordList *list, const Words *words);

/* The field table, for the JSON Schema and the settings screen: key, help, words. */
extern const FieldTable settings_table;

#endif
