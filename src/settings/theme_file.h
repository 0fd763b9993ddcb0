/* SPDX-License-Identifier: MIT */
/* Themes of one's own: a file NAME.yaml in the folder `themes` beside config.yaml gives colours to roles (see
 * ui/widgets/theme.h), and is used with `theme: NAME`. Read like the settings, with the same kind of messages: a role
 * that is wrong is reported and keeps the colour of the theme that this one is based on. */
#ifndef SETTINGS_THEME_FILE_H
#define SETTINGS_THEME_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diagnostic.h"
#include "base/file.h"
#include "ui/widgets/theme.h"
#include "yaml/schema.h"

typedef struct ThemeFile {
    uint8_t base; /* ThemeGround */
    int16_t own[ROLE_COUNT];
} ThemeFile;

extern const Words theme_file_bases;      /* auto dark light */
extern const FieldTable theme_file_table; /* for the JSON Schema */

/* The name of the folder, for path_config and to know one again. */
extern const char theme_file_folder[];

/* The path of the theme with that name, beside the settings in `settings_path`; to free(). */
char *theme_file_path(const char *settings_path, const char *name);

/* Reads the text of a theme into a zeroed one, which is usable in any case; true if nothing was wrong. */
bool theme_file_read(Theme *theme, const char *text, size_t length, DiagnosticList *diags);

/* Warns, at its place in the text, of each role whose colour does not have the contrast that knead's own themes have
 * (ui/widgets/contrast.h), on a ground that the theme is for. Colours below 16 are the terminal's own and not known.
 * `theme` was read from the text. */
void theme_file_check_contrast(const Theme *theme, const char *text, size_t length, DiagnosticList *diags);

/* The same as theme_file_read from a file. *source, for the caller to free(), is the text that `diags` refer to; NULL
 * if nothing was read. A file that is not there is a problem too. */
bool theme_file_load(Theme *theme, const char *path, DiagnosticList *diags, char **source, size_t *length,
                     FileStamp *stamp);

#endif
