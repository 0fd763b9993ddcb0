/* SPDX-License-Identifier: MIT */
#include "plain/settings_menu.h"

#include <ctype.h>
#include <string.h>

#include "plain/menu.h"
#include "plain/waiting.h"
#include "ui/screens/settings_list.h"

enum { GROUPS_MOST = 64 };

/* The first row of each group, as they are now. */
typedef struct GroupList {
    int first[GROUPS_MOST];
    int count;
} GroupList;

static GroupList find_groups(const Model *model)
{
    GroupList groups = {0};
    const SettingsGroup *last = NULL;
    for (int i = 0; i < settings_list_count(model) && groups.count < GROUPS_MOST; i++) {
        const SettingsRow row = settings_list_at(model, i);
        if (row.group != last)
            groups.first[groups.count++] = i;
        last = row.group;
    }
    return groups;
}

/* The end of the group that begins at a row. */
static int end_of(const Model *model, int first)
{
    const int count = settings_list_count(model);
    const SettingsGroup *group = settings_list_at(model, first).group;
    int end = first;
    while (end < count && settings_list_at(model, end).group == group)
        end++;
    return end;
}

static void add_label(Text *into, const SettingsRow *row)
{
    const size_t begin = into->length;
    text_add(into, row->label);
    into->bytes[begin] = (char)toupper((unsigned char)into->bytes[begin]);
}

/* "Level: gentle at first." */
static void add_group(Text *into, const Model *model, int first)
{
    const SettingsRow head = settings_list_at(model, first);
    bool has_any = false;
    if (head.request.kind == REQUEST_EDIT_SETTINGS) {
        text_add(into, "Edit the file, in your editor: ");
        settings_list_add_name(into, model, &head, false);
        return;
    }
    add_label(into, &head);
    text_add(into, ": ");
    for (int i = first; i < end_of(model, first); i++) {
        const SettingsRow row = settings_list_at(model, i);
        if (!row.is_set)
            continue;
        text_add(into, has_any ? ", " : "");
        settings_list_add_name(into, model, &row, false);
        has_any = true;
    }
    text_add(into, has_any ? "." : "nothing chosen.");
}

/* Said once where it is the same for all choices. */
static bool has_one_help(const Model *model, int first)
{
    if (end_of(model, first) - first < 2)
        return false;
    const SettingsRow one = settings_list_at(model, end_of(model, first) - 2);
    const SettingsRow other = settings_list_at(model, end_of(model, first) - 1);
    Text help = {0}, other_help = {0};
    settings_list_add_help(&help, model, &one);
    settings_list_add_help(&other_help, model, &other);
    const bool is_same = strcmp(text_show(&help), text_show(&other_help)) == 0;
    text_release(&help);
    text_release(&other_help);
    return is_same;
}

/* "gentle, chosen. Targets are 1 lower, ..." */
static void add_choice(Text *into, const Model *model, int index, bool has_help)
{
    const SettingsRow row = settings_list_at(model, index);
    const size_t begin = into->length;
    settings_list_add_name(into, model, &row, false);
    into->bytes[begin] = (char)toupper((unsigned char)into->bytes[begin]);
    text_add(into, row.is_set ? ", chosen." : ".");
    if (has_help) {
        text_add_char(into, ' ');
        settings_list_add_help(into, model, &row);
    }
}

static void say_group(Console *console, int first)
{
    Text line = {0};
    add_group(&line, app_model(console->app), first);
    console_say(console, text_show(&line));
    text_release(&line);
}

static void say_help(Console *console, int index)
{
    const SettingsRow row = settings_list_at(app_model(console->app), index);
    Text line = {0};
    settings_list_add_help(&line, app_model(console->app), &row);
    console_say(console, text_show(&line));
    text_release(&line);
}

/* One choice is made and leads back; of several that hold together, each is put in or taken out. */
static void open_group(Console *console, int first)
{
    bool is_known = false, is_open = true;
    int page = 0;
    const bool has_one = has_one_help(app_model(console->app), first);
    const SettingsRow head = settings_list_at(app_model(console->app), first);
    Text name = {0};
    add_label(&name, &head);
    if (has_one)
        say_help(console, end_of(app_model(console->app), first) - 1);
    if (!head.is_one_of)
        console_say(console, "Each number puts one in, or takes it out again.");
    while (is_open && !console->is_over) {
        const Model *model = app_model(console->app);
        Menu menu = menu_of_list(console, text_show(&name));
        menu.page = page;
        for (int i = first; i < end_of(model, first); i++) {
            Text line = {0};
            add_choice(&line, model, i, !has_one);
            menu_add_listed(&menu, text_show(&line));
            text_release(&line);
        }
        const int chosen = menu_ask(&menu, is_known);
        page = menu.page;
        menu_release(&menu);
        is_open = chosen != MENU_BACK && !head.is_one_of;
        if (chosen == MENU_BACK)
            break;
        waiting_perform(console, settings_list_at(app_model(console->app), first + chosen).request, false);
        say_group(console, first);
        is_known = true;
    }
    text_release(&name);
}

static void open(Console *console, int first)
{
    const SettingsRow head = settings_list_at(app_model(console->app), first);
    if (head.request.kind == REQUEST_EDIT_SETTINGS)
        waiting_perform(console, head.request, false);
    else
        open_group(console, first);
}

void settings_menu_open(Console *console)
{
    bool is_open = true, is_known = false;
    int page = 0;
    while (is_open && !console->is_over) {
        const Model *model = app_model(console->app);
        const GroupList groups = find_groups(model);
        Menu menu = menu_of_list(console, "Settings");
        menu.back = "Main menu.";
        for (int i = 0; i < groups.count; i++) {
            Text line = {0};
            add_group(&line, model, groups.first[i]);
            menu_add_listed(&menu, text_show(&line));
            text_release(&line);
        }
        menu.page = page;
        const int chosen = menu_ask(&menu, is_known);
        page = menu.page;
        menu_release(&menu);
        is_open = chosen != MENU_BACK;
        is_known = true;
        if (is_open)
            open(console, groups.first[chosen]);
    }
}
