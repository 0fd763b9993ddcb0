/* SPDX-License-Identifier: MIT */
/* The settings as one list of choices, group by group: what each is called, whether it is set, what it does and which
 * request changes it. */
#ifndef UI_SCREENS_SETTINGS_ROWS_H
#define UI_SCREENS_SETTINGS_ROWS_H

#include <stdbool.h>

#include "base/text.h"
#include "ui/screen.h"

typedef struct SettingsRow {
    Request request;   /* changes it; REQUEST_EDIT_SETTINGS on the row of the file itself */
    const char *group; /* what the choices have in common; NULL but in its first row */
    bool is_one_of;    /* choosing it unchooses the others of its group */
    bool is_set;
} SettingsRow;

int settings_rows_count(const Model *model);
SettingsRow settings_row_at(const Model *model, int index);

/* What it is called; with `is_long` a health word with its meaning. */
void settings_row_name(Text *into, const Model *model, const SettingsRow *row, bool is_long);

/* What choosing it does, as a sentence or two. */
void settings_row_help(Text *into, const SettingsRow *row);

#endif
