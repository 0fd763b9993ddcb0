/* SPDX-License-Identifier: MIT */
#include "cli/print_keys.h"

#include <ctype.h>

#include "base/text.h"
#include "cli/print.h"

enum { NAME_COLUMN = 22, KEYS_COLUMN = 38 };

static void print_heading(KeyMap map)
{
    const char *name = action_map_name(map);
    print_line("\n%c%s", toupper((unsigned char)*name), name + 1);
}

static void print_action(const KeyBindings *keys, const ActionRow *row)
{
    Text names = {0}, line = {0};
    key_bindings_add_names(&names, keys, row->action);
    text_print(&line, "  %s", row->name);
    print_column(&line, "", NAME_COLUMN - (int)line.length);
    text_add(&line, text_show(&names));
    print_column(&line, "", KEYS_COLUMN - (int)line.length);
    text_print(&line, "%s%s", row->help, action_is_fixed(row->action) ? " (fixed)" : "");
    print_line("%s", text_show(&line));
    text_release(&line);
    text_release(&names);
}

void print_keys(const KeyBindings *keys)
{
    print_line("Actions, their keys, and what they do. To change them, write into config.yaml:\n");
    print_line("  keys: {pause: p, next: [right, n]}");
    for (KeyMap map = MAP_GENERAL; map < MAP_COUNT; map++) {
        print_heading(map);
        for (int i = 1; i < ACTION_COUNT; i++) {
            if (action_rows[i].map == map)
                print_action(keys, &action_rows[i]);
        }
    }
    print_line("\nKeys are single characters, and");
    Text line = {0};
    for (size_t i = 0; i < key_names.count; i++)
        text_print(&line, "%s%s", i > 0 ? ", " : "", key_names.items[i]);
    print_line("%s.", text_show(&line));
    print_line("Digits are numbers, and ctrl-c always quits.");
    text_release(&line);
}
