/* SPDX-License-Identifier: MIT */
/* The settings as one list of choices, group by group: what each is called, whether it is set, what it does and which
 * request changes it. */
#ifndef UI_SCREENS_SETTINGS_LIST_H
#define UI_SCREENS_SETTINGS_LIST_H

#include "ui/screen.h"

/* Choices of one kind. */
typedef struct SettingsGroup SettingsGroup;

typedef struct SettingsRow {
    Request request; /* changes it; REQUEST_EDIT_SETTINGS on the row of the file itself */
    const SettingsGroup *group;
    const char *label; /* of the group */
    bool is_one_of;    /* choosing it unchooses the others of the group */
    bool is_set;
} SettingsRow;

int settings_list_count(const Model *model);
SettingsRow settings_list_at(const Model *model, int index);

/* What the choice is called; `is_long`: with the meaning of a health word behind it. */
void settings_list_add_name(Text *into, const Model *model, const SettingsRow *row, bool is_long);

/* What it does. */
void settings_list_add_help(Text *into, const Model *model, const SettingsRow *row);

/* What is set in its group as long as nobody has chosen; nothing for a group that has no such choice. */
void settings_list_add_default(Text *into, const Model *model, const SettingsRow *row);

#endif
