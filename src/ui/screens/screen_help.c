/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ui/screen.h"
#include "ui/widgets/footer.h"

enum { LONG_PART = 12 }; /* a part with more keys may go on in the next column */

/* The keys of an action but for letters that mean something else on that screen: `k` where it keeps a thing. */
static void add_keys(Text *into, const KeyBindings *keys, KeyMap map, Action action)
{
    const int32_t *codes = key_bindings_codes(keys, action);
    key_bindings_add_names(into, keys, action);
    for (size_t i = 1; codes[0] && codes[i]; i++) {
        const char word[] = {' ', (char)codes[i], '\0'};
        char *at = codes[i] < 0x7f ? strstr(into->bytes, word) : NULL;
        if (at && key_bindings_action(keys, map, codes[i]) != action) {
            into->length -= strlen(word);
            memmove(at, at + strlen(word), into->length - (size_t)(at - into->bytes) + 1);
        }
    }
}

/* The actions of `part` that the screen with `map` has. */
static void add_part(Page *page, const KeyBindings *keys, KeyMap map, KeyMap part)
{
    size_t before = page->count;
    for (int i = 1; i < ACTION_COUNT; i++) {
        if (action_rows[i].map != part || !footer_has(keys, map, (Action)i))
            continue;
        if (page->count == before) {
            Block *heading = page_add(page, NULL, action_map_name(part));
            heading->style = style_bold(ROLE_ACCENT);
            heading->has_gap = heading->is_head = true;
        }
        Text names = {0};
        add_keys(&names, keys, map, (Action)i);
        page_add(page, text_show(&names), action_rows[i].help)->label_style = style_of(ROLE_STRONG);
        text_release(&names);
    }
    if (page->count - before > LONG_PART)
        page->blocks[(before + page->count + 1) / 2].is_head = true;
}

/* The keys of the screen below, then those that all screens have. */
static void fill_help(Page *page, ReadingPage *reading)
{
    const KeyBindings *keys = reading->model->keys;
    const KeyMap map = reading->below;
    page->keeps_labels = true;
    text_add(&reading->title, "Keys");
    if (map != MAP_GENERAL)
        add_part(page, keys, map, map);
    if (map == MAP_ROUTINE)
        add_part(page, keys, MAP_QUESTION, MAP_QUESTION);
    if (action_beside(map) != MAP_GENERAL)
        add_part(page, keys, map, action_beside(map));
    add_part(page, keys, map, MAP_GENERAL);
}

const Screen screen_help = {.name = "help", .map = MAP_READING, .opened_by = ACTION_HELP, .fill = fill_help};
